import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from taiyaku.app.cli import main


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def test_build_publishes_beside_the_content(project: Path) -> None:
    result = run("build", "--project", project)
    assert result.exit_code == 0
    assert f"48 pages (111 files, 111 changed): open {project}/site/index.html" in result.output
    assert (project / "site" / "index.html").is_file()


def test_check_writes_nothing(project: Path) -> None:
    result = run("check", "--project", project)
    assert result.exit_code == 0
    assert "0 errors, 1 warning" in result.output
    assert not (project / "site").exists()


def test_check_of_a_clean_project_says_so(project: Path) -> None:
    source = project / "content" / "sources" / "doe-2020.yaml"
    lacking = "    - en: This sentence has no translation yet.\n"
    source.write_text(source.read_text("utf-8").replace(lacking, ""), "utf-8")
    result = run("check", "--project", project)
    assert (result.exit_code, result.output) == (0, "0 errors, 0 warnings: 48 pages are ready to be built.\n")


def test_the_ledger_names_the_sentences_that_carry_each_figure(project: Path) -> None:
    result = run("ledger", "--project", project)
    assert result.exit_code == 0
    rows = [line.split() for line in result.output.splitlines() if line.startswith("  ")]
    assert [(row[0], row[1], row[5:]) for row in rows[:3]] == [
        ("patients", "40", ["takeaway"]),
        ("response", "12/40", ["takeaway,", "responders,", "key-points-1"]),
        ("p", "<0.05", ["responders"]),
    ]
    assert "3 to be reported, 3 carried in both languages, 0 missing" in result.output


def test_python_m_taiyaku_is_the_same_program() -> None:
    done = subprocess.run([sys.executable, "-m", "taiyaku", "--help"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage: taiyaku [OPTIONS] COMMAND")
    for command in ("build", "check", "serve", "ledger", "approve", "status"):
        assert f"  {command} " in done.stdout


def test_a_command_that_leaves_at_once_has_said_all_and_tells_how_it_went(project: Path, tmp_path: Path) -> None:
    def spoken(*arguments: str | Path) -> tuple[int, str]:
        command = [sys.executable, "-m", "taiyaku", *map(str, arguments)]
        with (tmp_path / "said").open("wb") as said:
            done = subprocess.run(command, stdout=said, stderr=subprocess.STDOUT, check=False)  # noqa: S603 - this program
        return done.returncode, (tmp_path / "said").read_text("utf-8")

    assert spoken("explain") == (0, run("explain").output)
    assert spoken("check", "--project", project) == (0, run("check", "--project", project).output)
    (project / "content" / "site.yaml").unlink()
    code, said = spoken("build", "--project", project)
    assert (code, said.splitlines()[-1]) == (1, f"Nothing was published; {project}/site is as it was.")
    assert spoken("build", "--project", project / "nowhere")[0] == 2
