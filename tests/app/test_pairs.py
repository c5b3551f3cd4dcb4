import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from taiyaku.app.cli import main
from taiyaku.base.problem import Severity
from taiyaku.exchange import report
from taiyaku.exchange.kinds import SUFFIXES, Kind
from taiyaku.parity.finding import Finding

GOOD = '{"id": "a", "en": "good", "ja": "良"}\n'
BAD = '{"id": "b", "en": "bad", "ja": "悪"}\n'
SLIGHT = '{"id": "c", "en": "slight", "ja": "軽"}\n'
UNREADABLE = '{"id": "d", "en": "no ja"}\n'

FILES = {
    "a.jsonl": BAD,
    "a.ndjson": BAD,
    "a.json": BAD,
    "a.po": 'msgid "bad"\nmsgstr "悪"\n',
    "a.pot": 'msgid "bad"\nmsgstr "悪"\n',
    "a.tmx": '<tmx><tu><tuv xml:lang="en"><seg>bad</seg></tuv><tuv xml:lang="ja"><seg>悪</seg></tuv></tu></tmx>',
    "a.csv": "id,en,ja\nb,bad,悪\n",
    "a.TSV": "id\ten\tja\nb\tbad\t悪\n",
}


def fake(en: str, ja: str, *, meaning_only: bool = False) -> list[Finding]:
    """What is wrong with a pair, by what its English says of itself."""
    if en == "bad":
        return [Finding("number-differs", f"'{ja}' is bad", (0, 3), (0, 1), "make it good")]
    if en == "slight" and not meaning_only:
        return [Finding("style-month", "style", severity=Severity.WARNING)]
    return []


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "compare", fake)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str | Path, given: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["pairs", *map(str, arguments)], input=given)


def check(folder: Path, text: str, *arguments: str) -> Result:
    (folder / "a.jsonl").write_text(text, "utf-8")
    return run("a.jsonl", *arguments)


@pytest.mark.parametrize(
    ("text", "code", "last"),
    [
        (GOOD, 0, "1 pair, 0 errors, 0 warnings"),
        (GOOD + SLIGHT, 0, "2 pairs, 0 errors, 1 warning"),
        (GOOD + BAD, 1, "2 pairs, 1 error, 0 warnings"),
        (GOOD + UNREADABLE, 1, "1 pair, 1 error, 0 warnings"),
        ("", 0, "0 pairs, 0 errors, 1 warning"),
    ],
)
def test_the_exit_code_tells_whether_there_is_an_error(folder: Path, text: str, code: int, last: str) -> None:
    result = check(folder, text)
    assert (result.exit_code, result.output.splitlines()[-1]) == (code, last)


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_no_form_of_the_report_changes_the_exit_code(folder: Path, form: str) -> None:
    assert check(folder, GOOD + BAD, "--format", form).exit_code == 1
    assert check(folder, GOOD + SLIGHT, "--format", form).exit_code == 0


def test_a_person_is_told_where_and_what(folder: Path) -> None:
    assert check(folder, GOOD + BAD + UNREADABLE).output.splitlines() == [
        "a.jsonl:2: error: [b] '悪' is bad [number-differs]",
        "    en | bad",
        "       | ^^^",
        "    ja | 悪",
        "       | ^^",
        "    hint: make it good",
        "a.jsonl:3:1: error: there is no 'ja' [field-missing]",
        '    hint: write one whole object on each line: {"id": "…", "en": "…", "ja": "…"}',
        "2 pairs, 2 errors, 0 warnings",
    ]


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_is_checked(folder: Path, name: str) -> None:
    (folder / name).write_text(FILES[name], "utf-8")
    result = run(name, "--format", "json")
    assert (result.exit_code, [told["rule"] for told in json.loads(result.output)]) == (1, ["number-differs"])


def test_the_files_of_these_tests_are_of_every_kind() -> None:
    assert {Path(name).suffix.lower() for name in FILES} == set(SUFFIXES)


def test_a_program_gets_a_list(folder: Path) -> None:
    told = json.loads(check(folder, BAD + UNREADABLE, "--format", "json").output)
    assert [(each["id"], each["line"], each["rule"], each["en_span"], each["ja_span"]) for each in told] == [
        ("b", 1, "number-differs", [0, 3], [0, 1]),
        (None, 2, "field-missing", None, None),
    ]
    assert check(folder, GOOD, "--format", "json").output == "[]\n"


def test_the_house_style_can_be_left_out(folder: Path) -> None:
    assert "style-month" in check(folder, SLIGHT).output
    assert check(folder, SLIGHT, "--meaning-only").output == "1 pair, 0 errors, 0 warnings\n"


@pytest.mark.parametrize(
    ("form", "name"),
    [("github", "file=translations/a.jsonl,"), ("sarif", '"uri": "translations/a.jsonl"'), ("text", "{file}:1: error")],
)
def test_other_programs_are_told_the_name_as_seen_from_the_project(folder: Path, form: str, name: str) -> None:
    file = folder / "project" / "translations" / "a.jsonl"
    file.parent.mkdir(parents=True)
    file.write_text(BAD, "utf-8")
    result = run(file, "--project", folder / "project", "--format", form)
    assert name.format(file=file) in result.output


def test_the_standard_input_is_read(folder: Path) -> None:
    result = run("-", "--from", "csv", given="en,ja\nbad,悪\n".encode())
    assert (result.exit_code, result.output.splitlines()[0]) == (1, "stdin:2: error: [2] '悪' is bad [number-differs]")
    assert not list(folder.iterdir())


def test_the_kind_can_be_told(folder: Path) -> None:
    (folder / "a.txt").write_text(FILES["a.po"], "utf-8")
    assert "a.txt:1: error: [bad]" in run("a.txt", "--from", "po").output
    (folder / "b.csv").write_text(BAD, "utf-8")
    assert "b.csv:1: error: [b]" in run("b.csv", "--from", "jsonl").output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "Missing argument 'FILE'"),
        (["absent.jsonl"], "absent.jsonl: No such file"),
        (["absent"], "there is no file absent"),
        (["a\0.jsonl"], "there is no file"),
        (["folder"], "folder is a folder"),
        (["folder.po"], "folder.po: Is a directory"),
        (["folder", "--from", "po"], "folder: Is a directory"),
        (["a.txt"], "a.txt: no known kind of file (.jsonl, .ndjson, .json, .po, .pot, .tmx, .csv, .tsv)"),
        (["a.txt", "--from", "docx"], "'jsonl', 'po', 'tmx', 'csv', 'tsv'"),
        (["-"], "say with --from which kind it is (jsonl, po, tmx, csv, tsv)"),
        (["a.po", "--format", "xml"], "'text', 'json', 'github', 'sarif'"),
        (["a.po", "--project", "absent"], "there is no folder absent"),
        (["a.po", "b.po"], "unexpected extra argument"),
    ],
)
def test_wrong_use_is_told_in_a_line_and_ends_with_two(folder: Path, arguments: list[str], says: str) -> None:
    for name in ("folder", "folder.po"):
        (folder / name).mkdir()
    for name in ("a.txt", "a.po", "b.po"):
        (folder / name).write_text(FILES["a.po"], "utf-8")
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""


def test_a_report_is_utf8_whatever_the_terminal_speaks(folder: Path) -> None:
    """In a process of its own, since the encoding of a terminal is set when Python starts."""
    (folder / "対訳.jsonl").write_bytes(b'{"en": "\\u0661", "ja": "\xe7\x99\x8c\xff"}\n')
    environment = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "taiyaku", "pairs", "対訳.jsonl"], capture_output=True, check=False, env=environment
    )
    assert done.returncode == 1
    assert done.stdout.decode().startswith("対訳.jsonl:1:26: error: byte 0xFF")
    assert done.stderr == b""


def test_the_help_names_every_kind() -> None:
    help_text = run("--help").output
    assert all(kind.value in help_text for kind in Kind)
