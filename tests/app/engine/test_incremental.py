"""What is made of what was there before is, byte for byte, what is made anew: after any sequence of edits."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import taiyaku
from taiyaku.app.beside import Beside, Turns
from taiyaku.app.build import Built, assemble
from taiyaku.app.engine.engine import Engine
from taiyaku.app.engine.work import UnitError
from taiyaku.app.files import read_files
from taiyaku.app.publish import MARKER
from taiyaku.pages.plan import plan_unit
from tests.app.engine.edits import Step, edits
from tests.conftest import ROOT, SMALL, Files

ADDRESSES = (None, "https://a.test/")


@contextmanager
def kept_project() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "project"
        shutil.copytree(SMALL, project)
        for folder in ("templates", "locales"):
            shutil.copytree(ROOT / folder, project / folder)
        yield project


def written(before: Files, after: Files, project: Path) -> None:
    """Puts the difference of two states on disk, as an editor would."""
    for path in before.keys() - after.keys():
        (project / path).unlink()
    for path, data in after.items():
        if before.get(path) != data:
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_bytes(data)


def site_in(folder: Path) -> Files:
    return {
        PurePosixPath(file.relative_to(folder).as_posix()): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and file.name != MARKER
    }


def compared(project: Path, files: Files, before: Files, address: str | None, jobs: int = 1) -> Files:
    """Builds with what is remembered, and anew; the site that stands afterwards."""
    result = taiyaku.build(project, project / "site", base_url=address, jobs=jobs)
    clean: Built = assemble(files, base_url=address)
    assert result.problems == clean.problems
    assert result.published == clean.ok
    stands = site_in(project / "site") if (project / "site").exists() else {}
    expected = dict(clean.files) if clean.ok else before
    assert stands.keys() == expected.keys()
    assert {path for path, data in stands.items() if expected[path] != data} == set()
    if clean.ok:
        assert (result.pages, result.files) == (clean.pages, len(clean.files))
    again = taiyaku.build(project, project / "site", base_url=address, jobs=jobs)
    assert (again.problems, again.published, again.changed) == (result.problems, result.published, 0)
    return stands


@contextmanager
def edited_project(name: str) -> Iterator[tuple[Path, Files, Files]]:
    """A project that was built, and then edited; its files as they are now, and the site as it stands."""
    with kept_project() as project:
        files = read_files(project)
        stands = compared(project, files, {}, None)
        before = dict(files)
        edits()[name](files)
        written(before, files, project)
        yield project, files, stands


STEPS = st.lists(
    st.builds(Step, st.sampled_from(sorted(edits())), st.booleans()),
    min_size=1,
    max_size=6,
)


@example(steps=[Step("a term", builds=True), Step("a broken template", builds=True)], addresses=[None] * 6)
@settings(max_examples=12, suppress_health_check=list(HealthCheck), derandomize=True)
@given(steps=STEPS, addresses=st.lists(st.sampled_from(ADDRESSES), min_size=6, max_size=6))
def test_after_any_edits_the_site_is_what_a_build_from_nothing_makes(
    steps: list[Step], addresses: list[str | None]
) -> None:
    with kept_project() as project:
        files, known = read_files(project), edits()
        stands = compared(project, files, {}, None)
        for step, address in zip(steps, addresses, strict=False):
            before = dict(files)
            known[step.edit](files)
            written(before, files, project)
            if step.builds or step is steps[-1]:
                stands = compared(project, files, stands, address)


@pytest.mark.parametrize("name", sorted(edits()))
def test_an_edit_and_its_undoing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taiyaku.app.build.LARGE", 0)  # all that other processes do for large projects, too
    with kept_project() as project:
        files, edit = read_files(project), edits()[name]
        stands = compared(project, files, {}, None, jobs=2)
        for _ in range(2):
            before = dict(files)
            edit(files)
            written(before, files, project)
            stands = compared(project, files, stands, None, jobs=2)


ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only there does another process do the checks")


def processes_beside(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows with every process that is forked off to do something beside this one.

    Other tests may have left threads, beside which none would be.
    """
    monkeypatch.setattr("taiyaku.app.engine.executors.may_fork", lambda jobs: jobs > 1)
    workers: list[int] = []
    begin = Beside.__enter__

    def begun(beside: Beside[Any]) -> Beside[Any]:
        begin(beside)
        workers.append(beside._worker)
        return beside

    monkeypatch.setattr(Beside, "__enter__", begun)
    return workers


@ONLY_LINUX
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of a fork beside threads
@pytest.mark.parametrize("name", ["a number in one language", "a work's key"])
def test_faults_that_are_found_while_pages_are_made_keep_the_old_site(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second makes pages fail, which have nothing to link to, before the checks tell why."""
    with edited_project(name) as (project, _, stands):
        workers = processes_beside(monkeypatch)
        result = taiyaku.build(project, project / "site", jobs=2)
        assert len(workers) == 1
        assert not result.ok
        assert site_in(project / "site") == stands
        # What the checks found was kept, though the pages were not: nothing is checked again.
        assert taiyaku.build(project, project / "site", jobs=2).problems == result.problems
        assert len(workers) == 1


@ONLY_LINUX
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of a fork beside threads
def test_a_page_that_cannot_be_made_of_sound_content_is_a_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a page")

    with edited_project("a sentence") as (project, files, stands):
        workers = processes_beside(monkeypatch)
        with monkeypatch.context() as patch:
            patch.setattr("taiyaku.app.engine.work.plan_unit", broken)
            with pytest.raises(UnitError, match="RuntimeError: a page"):
                taiyaku.build(project, project / "site", jobs=2)
        assert workers
        compared(project, files, stands, None)


@contextmanager
def turns_for_one(monkeypatch: pytest.MonkeyPatch, *, here: bool) -> Iterator[None]:
    """Gives all turns at pages to one of the two processes: this one or the other."""
    process, take = os.getpid(), Turns.__iter__

    def taken(turns: Turns) -> Iterator[int]:
        return take(turns) if (os.getpid() == process) is here else iter(())

    with monkeypatch.context() as patch:
        patch.setattr(Turns, "__iter__", taken)
        yield


@ONLY_LINUX
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of a fork beside threads
@pytest.mark.parametrize("here", [True, False])
def test_pages_are_the_same_whichever_process_makes_them(monkeypatch: pytest.MonkeyPatch, *, here: bool) -> None:
    with edited_project("a sentence") as (project, files, stands):
        workers = processes_beside(monkeypatch)
        with turns_for_one(monkeypatch, here=here):
            assert compared(project, files, stands, None, jobs=2) != stands
        assert len(workers) == 1


@ONLY_LINUX
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of a fork beside threads
@pytest.mark.parametrize("fault", [RuntimeError("a page"), SystemExit(0)])
def test_pages_that_the_other_process_does_not_make_are_made_here(
    fault: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = os.getpid()

    def planned(*given: Any) -> Any:
        if os.getpid() != process:
            raise fault
        return plan_unit(*given)

    with edited_project("a sentence") as (project, files, stands):
        workers = processes_beside(monkeypatch)
        monkeypatch.setattr("taiyaku.app.engine.work.plan_unit", planned)
        with turns_for_one(monkeypatch, here=False):
            compared(project, files, stands, None, jobs=2)
        assert len(workers) == 1


class Interrupted(BaseException):
    """As Ctrl-C is: nothing in a build expects it."""


@pytest.mark.parametrize("name", ["a term", "a wording", "a wording to avoid", "no trial", "a template", "a catalog"])
@pytest.mark.parametrize("method", ["get_ready", "run", "run_beside"])
def test_what_was_interrupted_is_taken_up_where_it_was(method: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise Interrupted

    with edited_project(name) as (project, files, stands):
        with monkeypatch.context() as patch:
            patch.setattr(Engine, method, stopped)
            with pytest.raises(Interrupted):
                taiyaku.build(project, project / "site", jobs=1)
        compared(project, files, stands, None)
