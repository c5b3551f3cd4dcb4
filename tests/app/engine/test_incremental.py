"""What is made of what was there before is, byte for byte, what is made anew: after any sequence of edits."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import taiyaku
from taiyaku.app.build import Built, assemble
from taiyaku.app.engine.engine import Engine
from taiyaku.app.files import read_files
from taiyaku.app.publish import MARKER
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


def compared(project: Path, files: Files, before: Files, address: str | None) -> Files:
    """Builds with what is remembered, and anew; the site that stands afterwards."""
    result = taiyaku.build(project, project / "site", base_url=address, jobs=1)
    clean: Built = assemble(files, base_url=address)
    assert result.problems == clean.problems
    assert result.published == clean.ok
    stands = site_in(project / "site") if (project / "site").exists() else {}
    expected = dict(clean.files) if clean.ok else before
    assert stands.keys() == expected.keys()
    assert {path for path, data in stands.items() if expected[path] != data} == set()
    if clean.ok:
        assert (result.pages, result.files) == (clean.pages, len(clean.files))
    again = taiyaku.build(project, project / "site", base_url=address, jobs=1)
    assert (again.problems, again.published, again.changed) == (result.problems, result.published, 0)
    return stands


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
def test_an_edit_and_its_undoing(name: str) -> None:
    with kept_project() as project:
        files, edit = read_files(project), edits()[name]
        stands = compared(project, files, {}, None)
        for _ in range(2):
            before = dict(files)
            edit(files)
            written(before, files, project)
            stands = compared(project, files, stands, None)


class Interrupted(BaseException):
    """As Ctrl-C is: nothing in a build expects it."""


@pytest.mark.parametrize("name", ["a term", "a wording", "a wording to avoid", "no trial", "a template", "a catalog"])
@pytest.mark.parametrize("method", ["get_ready", "run"])
def test_what_was_interrupted_is_taken_up_where_it_was(method: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise Interrupted

    with kept_project() as project:
        files = read_files(project)
        stands = compared(project, files, {}, None)
        before = dict(files)
        edits()[name](files)
        written(before, files, project)
        with monkeypatch.context() as patch:
            patch.setattr(Engine, method, stopped)
            with pytest.raises(Interrupted):
                taiyaku.build(project, project / "site", jobs=1)
        compared(project, files, stands, None)
