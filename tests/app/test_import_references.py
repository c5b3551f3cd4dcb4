import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from taiyaku.app.build import assemble
from taiyaku.app.cli import main
from taiyaku.app.files import read_files
from taiyaku.base.problem import Severity

GOOD = "TY  - JOUR\nAU  - Sung, Hyuna\nTI  - Global Cancer Statistics\nT2  - CA\nPY  - 2021\nER  - \n"
KNOWN = "TY  - JOUR\nTI  - Something\nDO  - https://doi.org/10.1000/TEST.1\nER  - \n"
TITLELESS = "TY  - JOUR\nAU  - Roe, R\nER  - \n"
NEW = "content/references/{}.yaml"


def run(project: Path, *arguments: str | Path, given: bytes = b"") -> Result:
    result = CliRunner().invoke(main, ["import", "--project", str(project), *map(str, arguments)], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    return result


def file(folder: Path, content: str | bytes, name: str = "My List (1).ris") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_works_come_into_a_new_file_that_the_check_accepts(project: Path, tmp_path: Path) -> None:
    result = run(project, file(tmp_path, GOOD))
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "    sung-2021: Global Cancer Statistics"
    assert (project / NEW.format("my-list-1")).read_text("utf-8") == (
        "# From My List (1).ris (ris), by `taiyaku import`.\n\n"
        "sung-2021:\n  type: article-journal\n  title: Global Cancer Statistics\n  language: en\n"
        "  author:\n    - {family: Sung, given: Hyuna}\n  container-title: CA\n  issued: 2021\n"
    )
    built = assemble(read_files(project))
    assert [p.rule for p in built.problems] == ["translation-missing"]
    assert built.library is not None
    assert "sung-2021" in built.library.references


def test_what_is_taken_skipped_and_left_is_told(project: Path, tmp_path: Path) -> None:
    given = file(tmp_path, GOOD + KNOWN + TITLELESS.replace("ER", "XX  - what\nER"), "a.ris")
    result = run(project, given)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{given}:7:1: warning: the work is in the library already, as 'doe-2020' [import-known]",
        "    hint: if the file knows more of it, add that to the record",
        "    see also: content/references/works.yaml",
        f"{given}:11:1: error: the work has no title: it is not taken over [import-refused]",
        "    hint: add the title in the file, or write the record by hand",
        f"{given}:13:1: warning: 'XX' is left out: no field of a record holds it: 'what' [import-left-out]",
        "1 error, 2 warnings",
    ]
    assert result.stdout.splitlines() == [
        "    sung-2021: Global Cancer Statistics",
        f"1 work written to {project}/{NEW.format('a')}; 1 work known already.",
        "Now compare each record with the work itself, and run `taiyaku check`.",
    ]


def test_a_dry_run_prints_the_file_and_writes_nothing(project: Path, tmp_path: Path) -> None:
    before = read_files(project)
    result = run(project, file(tmp_path, GOOD, "a.ris"), "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.startswith("# From a.ris (ris), by `taiyaku import`.\n\nsung-2021:\n")
    assert read_files(project) == before


def test_a_second_import_of_the_same_works_writes_nothing(project: Path, tmp_path: Path) -> None:
    given = file(tmp_path, GOOD, "a.ris")
    run(project, given)
    before = read_files(project)
    result = run(project, given, "--into", project / NEW.format("b"))
    assert (result.exit_code, read_files(project)) == (0, before)
    assert result.stdout == "Nothing was written: there is no new work in the file; 1 work known already.\n"


def test_the_same_import_twice_says_that_all_works_are_known(project: Path, tmp_path: Path) -> None:
    given = file(tmp_path, GOOD.replace("ER", "XX  - not taken over\nER"), "a.ris")
    run(project, given)
    result = run(project, given)
    assert result.exit_code == 0
    assert result.stdout == "Nothing was written: there is no new work in the file; 1 work known already.\n"
    assert "import-left-out" not in result.stderr


def test_works_come_into_a_project_that_has_none(project: Path, tmp_path: Path) -> None:
    shutil.rmtree(project / "content/references")
    assert run(project, file(tmp_path, GOOD, "a.ris")).exit_code == 0
    assert (project / NEW.format("a")).exists()


def test_a_saved_web_page_is_told(project: Path, tmp_path: Path) -> None:
    result = run(project, file(tmp_path, "\n<!DOCTYPE html>\n<html><p>TY  - JOUR</p></html>", "a.ris"))
    assert (result.exit_code, (project / NEW.format("a")).exists()) == (1, False)
    assert "this is a web page" in result.stderr


def test_an_encoding_can_be_named(project: Path, tmp_path: Path) -> None:
    given = file(tmp_path, GOOD.replace("Sung", "Erdős").encode("cp1250"), "a.ris")
    assert "erdos-2021" in run(project, given, "--encoding", "cp1250").stdout


def test_a_message_has_no_empty_excerpt(project: Path, tmp_path: Path) -> None:
    result = run(project, file(tmp_path, TITLELESS, "a.ris"))
    assert [line for line in result.stderr.splitlines() if " | " in line] == []


def test_into_is_taken_from_the_projects_folder(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert run(project, file(tmp_path, GOOD), "--into", NEW.format("b")).exit_code == 0
    assert (project / NEW.format("b")).exists()


def test_the_file_can_be_named_and_the_standard_input_read(project: Path) -> None:
    target = project / NEW.format("deeper/b")
    assert run(project, "-", "--into", target, given=GOOD.encode()).exit_code == 0
    assert target.exists()
    assert run(project, "-", given=GOOD.replace("Sung", "Roe").encode()).exit_code == 0
    assert (project / NEW.format("imported")).exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["absent.ris"], "absent.ris: No such file"),
        (["folder"], "folder: Is a directory"),
        (["a\0.ris"], "there is no file"),
        (["works.ris"], "works.yaml is there already and is not overwritten"),
        (["a.ris", "--into", "content/references/works.yaml"], "is there already"),
        (["a.ris", "--into", "content/new.yaml"], "records are read from files in content/references/"),
        (["a.ris", "--into", "content/references/../../x.yaml"], "records are read from files"),
        (["a.ris", "--into", "content/references/a.txt"], "that end in .yaml"),
        (["letter.txt"], "no known format; say with --format which it is (ris, nbib, bibtex, csl-json, endnote-xml)"),
        (["a.ris", "--format", "docx"], "'ris', 'nbib', 'bibtex', 'csl-json', 'endnote-xml'"),
        (["a.ris", "--encoding", "klingon"], "there is no encoding 'klingon'"),
        (["a.ris", "--project", "folder"], "there is no project in folder"),
        (["a.ris", "--project", "absent"], "there is no folder absent"),
    ],
)
def test_wrong_use_is_told_in_a_line_and_ends_with_two(
    project: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str
) -> None:
    monkeypatch.chdir(project)
    (project / "folder").mkdir()
    for name in ("a.ris", "works.ris"):
        file(project, GOOD, name)
    file(project, "Dear Sir", "letter.txt")
    before = read_files(project)
    result = CliRunner().invoke(main, ["import", *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in " ".join(result.stderr.split())
    assert read_files(project) == before


def test_nothing_is_taken_over_while_nobody_knows_which_works_are_there(project: Path, tmp_path: Path) -> None:
    (project / NEW.format("works")).write_text("doe-2020: [", "utf-8")
    result = run(project, file(tmp_path, GOOD))
    assert result.exit_code == 2
    assert "the project's references cannot be read" in result.stderr


BOMB = '<?xml version="1.0"?><!DOCTYPE xml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><xml>&b;</xml>'


@pytest.mark.parametrize(
    ("content", "works", "rules"),
    [
        (TITLELESS, 0, {"import-refused"}),
        ("TY  - JOUR\nTI  - A <i>b</i> &amp; c\nER  - ", 1, {"import-changed"}),
        ("@article{a, title={T}, doi={https://doi.org/10.1000/x}, author={" + " and ".join(f"A{n}, B" for n in range(3000)) + "}}", 1, set()),
        (GOOD.replace("Sung", "Bögemann").encode("latin-1"), 1, {"import-encoding"}),
        (GOOD.encode("utf-16"), 1, set()),
        ('[{"type": "book", "title": "half \\ud83d"}]', 1, {"import-changed"}),
        ("TY  - JOUR\nTI  - N\0UL\nER  - ", 1, {"import-changed"}),
        ("TY  - JOUR\nTI  - T\nXX  - unknown\n", 1, {"import-left-out", "import-changed"}),
        (r"@string{j = {J}} @article{a, title={M{\"u}ller's}, journal = j}", 1, set()),
        ("@article{a, title={One}}\n@article{b, title={Two {}", 1, {"import-syntax"}),
        (BOMB, 0, {"import-syntax"}),
        ("", 0, {"file-empty"}),
        (
            ('[{"id": "a", "type": "book", "title": "A", "custom": {"taiyaku": {"of": "2137fb92", "fields": {"related": [{"kind": "preprint_of", "key": "b"}]}}}},'
            ' {"id": "b", "type": "book", "title": "B", "custom": {"taiyaku": {"of": "2137fb92", "fields": {"related": [{"kind": "preprint_of", "key": "a"}]}}}}]'),
            2,
            {"import-left-out"},
        ),
    ],
)  # fmt: skip
def test_bad_input_is_told_and_what_is_written_can_be_checked(
    project: Path, tmp_path: Path, content: str | bytes, works: int, rules: set[str]
) -> None:
    result = run(project, file(tmp_path, content, "a.txt"))
    told = {line.rpartition("[")[2].rstrip("]") for line in result.stderr.splitlines() if line.endswith("]")}
    assert told == rules
    assert result.exit_code == int(bool(rules & {"import-refused", "import-syntax", "file-empty"}))
    assert "Traceback" not in result.output
    assert (project / NEW.format("a")).exists() == bool(works)
    built = assemble(read_files(project))
    assert built.library is not None
    assert len(built.library.references) == 2 + works
    # U+FFFD in the place of half a character keeps the site from being published until somebody has looked.
    errors = {p.rule for p in built.problems if p.severity is Severity.ERROR}
    assert errors == ({"character-unsound"} if "ud83d" in str(content) else set())


@pytest.mark.parametrize(
    "content",
    ["TY  - JOUR\n" + "XX  - some words of no use\n" * 400_000, "@article{" * 20_000, GOOD * 10_000],
    ids=["unknown tags", "open braces", "one work, many times"],
)
def test_a_huge_file_does_no_harm(project: Path, tmp_path: Path, content: str) -> None:
    result = run(project, file(tmp_path, content))
    assert result.exit_code in {0, 1}
    assert len(result.stderr) < 400 * 20_000  # a few lines for each of the problems, and no more


def test_a_message_steers_no_terminal(project: Path, tmp_path: Path) -> None:
    result = run(project, file(tmp_path, "TY  - JOUR\nTI  - T\nXX  - \x1b[2J\u202e\nER  - "))
    assert "\x1b" not in result.stderr
    assert "\u202e" not in result.stderr


def test_no_other_command_loads_what_only_an_import_needs() -> None:
    code = (
        "import sys, taiyaku.app.cli, taiyaku.render.exports; print({'bibtexparser', 'pylatexenc'} & set(sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(  # noqa: S603 - our own Python
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout == "set()\n"
