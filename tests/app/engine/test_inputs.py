import os
from pathlib import Path, PurePosixPath

import pytest

from taiyaku.app.build import Settings, list_files
from taiyaku.app.engine.executors import Crew
from taiyaku.app.engine.inputs import Changes, Folder, Given, update
from taiyaku.app.engine.store import Store, open_store
from taiyaku.app.files import UNKNOWN
from tests.conftest import Files

LATER = 4_000_000_000
LONG_AGO = 1_000_000_000


@pytest.fixture
def store() -> Store:
    return open_store(None, b"1")


def taken_in(store: Store, files: Files) -> Changes:
    inputs = Given(files)
    return update(store, inputs, inputs.stamps(), Crew(jobs=1))


def test_a_file_that_may_change_again_unseen_has_no_stamp(project: Path) -> None:
    file = project / "content" / "site.yaml"
    os.utime(file, (LONG_AGO, LONG_AGO))
    stamps = Folder(project).stamps()
    assert stamps["content/site.yaml"] == (LONG_AGO * 10**9, file.stat().st_size)
    os.utime(file, (LATER, LATER))
    assert Folder(project).stamps()["content/site.yaml"] == UNKNOWN


def test_at_first_everything_has_changed(store: Store, small: Files) -> None:
    found = taken_in(store, small)
    assert {"sources/doe-2020", "sources/", "references/roe-2019", "site/site"} <= found.names
    assert (found.interface, found.everything) == (True, True)


def test_what_did_not_change_is_not_told(store: Store, small: Files) -> None:
    taken_in(store, small)
    assert taken_in(store, small) == Changes(frozenset(), interface=False, everything=False)


@pytest.mark.parametrize(
    ("file", "old", "new", "names"),
    [
        ("content/sources/doe-2020.yaml", "Give iron.", "Give more iron.", {"sources/doe-2020"}),
        ("content/references/works.yaml", "issued: 2019", "issued: 2018", {"references/roe-2019"}),
        ("content/references/works.yaml", "roe-2019:", "roe-2018:", {"references/roe-2019", "references/roe-2018", "references/doe-2020", "references/"}),
        ("content/glossary/haemoglobin.yaml", "term:", "trem:", {"glossary/haemoglobin", "glossary/"}),
        ("content/sources/doe-2020.yaml", "title:", "# a remark\ntitle:", set()),
    ],
)  # fmt: skip
def test_a_change_names_the_records_that_are_others_than_before(
    store: Store, small: Files, file: str, old: str, new: str, names: set[str]
) -> None:
    taken_in(store, small)
    path = PurePosixPath(file)
    small[path] = small[path].replace(old.encode(), new.encode(), 1)
    assert taken_in(store, small).names == names


def test_a_file_by_another_name_is_a_change_of_its_records(store: Store, small: Files) -> None:
    taken_in(store, small)
    small[PurePosixPath("content/references/b.yaml")] = small.pop(PurePosixPath("content/references/works.yaml"))
    assert taken_in(store, small).names == {"references/", "references/doe-2020", "references/roe-2019"}


def test_a_template_is_told_apart_from_content(store: Store, small: Files) -> None:
    taken_in(store, small)
    small[PurePosixPath("templates/home.html")] += b" "
    assert taken_in(store, small) == Changes(frozenset(), interface=True, everything=False)


def test_while_a_file_may_change_again_unseen_nothing_counts_as_unchanged(project: Path) -> None:
    for file in (each for each in project.rglob("*") if each.is_file()):
        os.utime(file, (LONG_AGO, LONG_AGO))

    def mark() -> bytes:
        return list_files(project, Settings()).state

    assert mark() == mark()
    os.utime(project / "content" / "site.yaml")
    assert mark() != mark()
