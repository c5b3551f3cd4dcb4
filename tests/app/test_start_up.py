import os
import subprocess
import sys
from pathlib import Path

import pytest

import taiyaku
from taiyaku.app.beside import cores
from taiyaku.app.build import _NEEDED

LIBRARIES = {
    "ahocorasick",
    "babel",
    "bibtexparser",
    "budoux",
    "jinja2",
    "livereload",
    "markdown",
    "pydantic",
    "selectolax",
    "snowballstemmer",
    "tornado",
    "watchfiles",
    "yaml",
}
OUR_OWN = {f"taiyaku.{floor}" for floor in ("checks", "content", "language", "model", "pages", "parity", "render")}


TELL = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))"


def imported_by(code: str, *arguments: str) -> set[str]:
    """The modules that a fresh Python has imported when it is done."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", f"{TELL}; {code}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)  # noqa: S603 - our own Python
    return set(done.stderr.split())


def imported_by_command(*arguments: str) -> set[str]:
    return imported_by("from taiyaku.app.cli import main; main()", *arguments)


@pytest.mark.parametrize("arguments", [[], ["build"], ["check"], ["import"], ["pairs"], ["serve"]], ids=" ".join)
def test_help_imports_neither_a_library_nor_the_program(arguments: list[str]) -> None:
    imported = imported_by_command(*arguments, "--help")
    assert "taiyaku.app.cli" in imported
    assert not imported & (LIBRARIES | OUR_OWN)


def test_a_command_imports_no_other() -> None:
    imported = imported_by_command("explain")
    commands = {name.removeprefix("taiyaku.app.commands.") for name in imported if ".commands." in name}
    assert commands == {"explain"}
    assert not imported & (LIBRARIES - {"yaml"} | OUR_OWN)


def test_the_package_imports_nothing_until_it_is_asked() -> None:
    assert not imported_by("import taiyaku") & {"taiyaku.app", *LIBRARIES}
    assert "taiyaku.app.build" in imported_by("from taiyaku import build")


def test_an_edit_loads_no_checks_into_the_process_that_makes_the_pages(project: Path) -> None:
    if sys.platform != "linux" or cores() == 1:
        pytest.skip("no other process does the checks here")
    taiyaku.build(project, project / "site", jobs=1)
    source = project / "content" / "sources" / "doe-2020.yaml"
    source.write_text(source.read_text("utf-8").replace("Iron helped some", "Iron helped a few"), "utf-8")
    imported = imported_by_command("build", "--project", str(project), "--jobs", "2")
    assert "taiyaku.app.engine.build" in imported
    assert not imported & {"taiyaku.checks.every", "taiyaku.parity", "multiprocessing"}


def test_what_is_loaded_while_files_are_listed_is_what_a_build_loads() -> None:
    assert imported_by("import taiyaku.app.engine.build") >= set(_NEEDED)
