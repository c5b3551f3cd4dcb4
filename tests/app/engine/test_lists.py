"""Lists in parts: what makes one again, and that they are the same as in a build from nothing."""

import pytest

import taiyaku
from taiyaku.app.engine.work import Bench, Made
from taiyaku.app.files import read_files
from taiyaku.pages.lists import SIZES
from taiyaku.render import sitemap
from tests.app.engine.edits import edits
from tests.app.engine.test_incremental import compared, kept_project, written

LISTS = {"home", "sources", "references", "trials", "glossary", "status", "data", "topics", "feeds"}


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each list is cut after each entry, and the map of the site after a few addresses."""
    for name in SIZES:
        monkeypatch.setitem(SIZES, name, 1)
    monkeypatch.setattr(sitemap, "MOST_ADDRESSES", 7)


GROWING = (
    "a second source",
    "a source by another name",
    "more works",
    "a work's year",
    "a work's key",
    "an author",
    "a term",
    "a wording",
    "no trial",
    "a day",
    "a title",
    "a status",
    "no site",
)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("name", GROWING)
def test_a_list_grows_over_the_border_and_back(name: str) -> None:
    with kept_project() as project:
        files, known = read_files(project), edits()
        stands = compared(project, files, {}, None)
        for edit in (name, name):
            before = dict(files)
            known[edit](files)
            written(before, files, project)
            stands = compared(project, files, stands, None)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of all units that are made."""
    names: list[str] = []
    make = Bench.make

    def noted(bench: Bench, name: str) -> Made:
        names.append(name)
        return make(bench, name)

    monkeypatch.setattr(Bench, "make", noted)
    return names


def lists_made(edit: str, made: list[str]) -> set[str]:
    """The lists that an edit makes again, by name."""
    with kept_project() as project:
        files = read_files(project)
        taiyaku.build(project, project / "site", jobs=1)
        before = dict(files)
        edits()[edit](files)
        written(before, files, project)
        made.clear()
        assert taiyaku.build(project, project / "site", jobs=1).published
    told = [name.split("|") for name in made]
    return {kind for step, kind, key, *_ in told if step in ("pages", "files") and kind in LISTS and not key}


@pytest.mark.parametrize("edit", ["a sentence", "a sentence that cites", "a definition"])
def test_a_sentence_makes_no_list_again(edit: str, made: list[str]) -> None:
    assert lists_made(edit, made) == set()


@pytest.mark.parametrize(
    ("edit", "lists"),
    [
        ("a title", {"home", "sources", "status", "data", "feeds"}),
        ("a day", {"home", "sources", "status", "feeds"}),
        ("a work's year", {"references"}),
        ("a term", {"glossary", "home"}),
    ],
)
def test_a_list_is_made_again_where_a_row_says_something_else(edit: str, lists: set[str], made: list[str]) -> None:
    assert lists_made(edit, made) >= lists
