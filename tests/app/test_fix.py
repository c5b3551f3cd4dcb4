import stat
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from taiyaku.app.cli import main
from tests.approving import REVIEW
from tests.checks.told import PAGE, SEED, SOURCE, TERM

DIFF = f"""\
--- {SOURCE}
+++ {SOURCE}
@@ -9,7 +9,7 @@
   ja: 鉄と貧血に関するコホート研究
 takeaway:
   en: Of 40 patients, 12 responded (12/40).
-  ja: 40例中 12例が奏⽤した(12/40)。
+  ja: 40例中12例が奏用した(12/40)。
   figures: [patients, response]
 plain_summary:
   - en: Iron helped some people with anaemia.
"""
COUNTED = "2 repairs in 1 file, offered: --write makes them (1 character-unsound, 1 style-spacing)\n"


def fix(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["fix", "--project", str(project), *arguments])


def change(project: Path, old: str, new: str, file: str = SOURCE) -> Path:
    path = project / file
    data = path.read_bytes()
    assert data.count(old.encode()) == 1
    path.write_bytes(data.replace(old.encode(), new.encode()))
    return path


def spoil(project: Path) -> Path:
    return change(project, "40例中12例が奏効した", "40例中 12例が奏⽤した")


def content(project: Path) -> dict[str, bytes]:
    return {str(path.relative_to(project)): path.read_bytes() for path in project.rglob("*") if path.is_file()}


def test_a_sound_project_needs_nothing(project: Path) -> None:
    result = fix(project)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing to repair in 10 files.\n")


def test_repairs_are_offered_as_a_diff_and_nothing_is_written(project: Path) -> None:
    spoil(project)
    before = content(project)
    result = fix(project)
    assert (result.exit_code, result.stdout, result.stderr) == (1, DIFF, COUNTED)
    assert content(project) == before


def test_repairs_are_written_and_then_there_are_none(project: Path) -> None:
    before = content(project)
    file = spoil(project)
    file.chmod(0o640)
    result = fix(project, "--write")
    assert (result.exit_code, result.stdout) == (0, f"{SOURCE}: 2 repairs\n")
    assert result.stderr == "2 repairs in 1 file, written (1 character-unsound, 1 style-spacing)\n"
    assert content(project) == before | {SOURCE: before[SOURCE].replace("奏効した(".encode(), "奏用した(".encode())}
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert fix(project).exit_code == 0


def test_seeds_pages_and_terms_are_repaired_and_reviews_never(project: Path) -> None:
    approved = CliRunner().invoke(
        main, ["approve", "doe-2020", "--by", "A", "--project", str(project), "--pair", "title"]
    )
    assert approved.exit_code == 0
    for file in (SEED, PAGE, TERM, REVIEW):
        path = project / file
        path.write_text(f"{path.read_text('utf-8')}x: {{en: x, ja: ⽣}}\n", "utf-8")
    result = fix(project, "--write")
    assert sorted(line.split(":")[0] for line in result.stdout.splitlines()) == sorted([SEED, PAGE, TERM])
    assert "ja: ⽣" in (project / REVIEW).read_text("utf-8")


def test_single_sources_can_be_named(project: Path) -> None:
    spoil(project)
    change(project, "ja: 用法", "ja: ⽤法")
    path = project / PAGE
    path.write_text(f"{path.read_text('utf-8')}x: {{en: x, ja: ⽣}}\n", "utf-8")
    result = fix(project, "doe-2020", "--write")
    assert (result.exit_code, result.stdout) == (0, f"{SOURCE}: 3 repairs\n")
    assert "⽣" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["deo-2020"], "there is no source 'deo-2020'; did you mean 'doe-2020'?"),
        (["doe-2020", "about"], "there is no source 'about'"),
        (["--project", "nowhere"], "there is no folder nowhere"),
        (["--wirte"], "No such option"),
    ],
)
def test_wrong_use_ends_with_two_and_writes_nothing(project: Path, arguments: list[str], says: str) -> None:
    spoil(project)
    before = content(project)
    result = fix(project, "--write", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert content(project) == before


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_repaired(project: Path, *, write: bool) -> None:
    spoil(project)
    for file, data in ((PAGE, b"title: {ja: \xe2\xbc\xa3\n"), (TERM, b"ja: \xe2\xbc\xa3\nen: \xff\n")):
        (project / file).write_bytes(data)
    result = fix(project, *(["--write"] if write else []))
    assert result.exit_code == 1
    assert result.stdout == (f"{SOURCE}: 2 repairs\n" if write else DIFF)
    assert result.stderr.splitlines()[:2] == [
        f"{TERM}: left as it is: line 2: byte 0xFF is not UTF-8",
        f"{PAGE}: left as it is: line 2: a ',' or the closing '}}' is missing",
    ]


def test_a_file_whose_repairs_would_say_something_else_is_left_and_that_is_told(project: Path) -> None:
    file = change(project, "ja: 用法", "ja: ％")
    before = file.read_bytes()
    result = fix(project, "--write")
    assert (result.exit_code, result.stdout, file.read_bytes()) == (1, "", before)
    assert "left as it is: after its repairs it would say something else; look at headings.dosing.ja" in result.stderr


def test_byte_order_mark_line_ends_and_an_open_last_line_stay(project: Path) -> None:
    path = project / PAGE
    text = path.read_text("utf-8").rstrip("\n") + "\nx: {en: x, ja: ⽣}"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    shown = fix(project).stdout
    assert shown.endswith("-x: {en: x, ja: ⽣}\n\\ No newline at end of file\n+x: {en: x, ja: 生}\n\\ No newline at end of file\n")  # fmt: skip
    before = path.read_bytes()
    assert fix(project, "--write").exit_code == 0
    assert path.read_bytes() == before.replace("⽣".encode(), "生".encode())


def test_git_takes_the_diff(project: Path) -> None:
    spoil(project)
    path = project / PAGE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n") + "x: {ja: ⽣}".encode())
    offered = fix(project).stdout_bytes
    git = ["git", "apply", "-p0", "-"]
    subprocess.run(git, cwd=project, input=offered, check=True)  # noqa: S603 - whichever git there is
    assert fix(project).exit_code == 0


def test_a_link_stays_a_link(project: Path, tmp_path: Path) -> None:
    file = spoil(project)
    elsewhere = tmp_path / "elsewhere.yaml"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    assert fix(project, "--write").exit_code == 0
    assert file.is_symlink()
    assert "奏用" in elsewhere.read_text("utf-8")


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_a_disk_that_refuses_is_wrong_use_and_leaves_everything_as_it_was(
    project: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    spoil(project)
    before = content(project)

    def refuse(path: Path, *_: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, step, refuse)
    result = fix(project, "--write")
    monkeypatch.undo()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "No space left on device" in result.stderr
    assert content(project) == before
    assert not [path for path in project.rglob(".*") if path.is_dir()]


def test_the_command_is_listed() -> None:
    assert "  fix " in CliRunner().invoke(main, ["--help"]).output
