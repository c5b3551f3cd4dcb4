"""What is told on pages of others: an edit makes again the pages that show it, in whatever part, and no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import taiyaku
from taiyaku.app.engine import work
from taiyaku.app.engine.work import Bench, Made
from taiyaku.app.files import read_files
from taiyaku.pages import laid, panels
from tests.app.engine.edits import SECOND, edits, second_source
from tests.app.engine.test_incremental import compared, kept_project, written
from tests.checks.told import SOURCE
from tests.conftest import Files


@pytest.fixture
def project() -> Iterator[Path]:
    """The small project with a second document, built."""
    with kept_project() as folder:
        files = read_files(folder)
        before = dict(files)
        second_source(files)
        written(before, files, folder)
        yield folder


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of all units that are made, in their order."""
    names: list[str] = []
    make = Bench.make

    def noted(bench: Bench, name: str) -> Made:
        names.append(name)
        return make(bench, name)

    monkeypatch.setattr(work.Bench, "make", noted)
    return names


def pages_made(project: Path, made: list[str], file: str, old: str, new: str) -> set[str]:
    """The units of pages of records that are made after an edit."""
    assert taiyaku.build(project, project / "site", jobs=1).published
    made.clear()
    path = project / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    assert taiyaku.build(project, project / "site", jobs=1).published
    kinds = ("sources", "trials", "glossary", "references", "endpoints", "topics", "compare/topics")
    units = (name.split("|", 2) for name in made)
    return {f"{kind}/{key}" for stage, kind, key in units if stage == "pages" and kind in kinds and key}


def test_the_words_of_a_sentence_are_made_again_where_it_is_quoted(project: Path, made: list[str]) -> None:
    changed = pages_made(project, made, SOURCE, "Haemoglobin was low;", "Haemoglobin was very low;")
    assert changed == {"sources/doe-2020", "glossary/haemoglobin", "endpoints/response"}


def test_the_words_of_a_later_sentence_of_a_term_are_not_quoted_on_its_page(project: Path, made: list[str]) -> None:
    path = project / SOURCE
    path.write_text(path.read_text().replace("en: A single group.", "en: A single group with haemoglobin."))
    changed = pages_made(project, made, SOURCE, "group with haemoglobin", "group, all with haemoglobin")
    assert changed == {"sources/doe-2020"}


def test_the_words_of_a_sentence_that_cites_are_made_again_on_the_page_of_the_work(
    project: Path, made: list[str]
) -> None:
    changed = pages_made(project, made, SOURCE, "The study does not say how FERRO", "The study never says how FERRO")
    assert changed == {
        "sources/doe-2020",
        "references/roe-2019",
        "trials/ferro",
        "compare/topics/anaemia",
        "endpoints/response",
    }


def test_a_sentence_that_nobody_quotes_is_made_again_on_its_own_page_alone(project: Path, made: list[str]) -> None:
    assert pages_made(project, made, SOURCE, "en: Give iron.", "en: Give them iron.") == {"sources/doe-2020"}


def test_a_part_is_made_again_by_itself(project: Path, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laid, "DOCUMENTS", 1)
    changed = pages_made(project, made, SECOND, "Haemoglobin was low;", "Haemoglobin was very low;")
    assert changed == {"sources/poe-2021", "glossary/haemoglobin|2", "endpoints/response|2"}


SHORT = ("a second source", "a term is spoken of no more", "a work is cited for the first time", "a trial's outcome")


@pytest.mark.parametrize("name", SHORT)
def test_parts_come_and_go_as_a_build_from_nothing_makes_them(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, constant in ((laid, "DOCUMENTS"), (panels, "STUDIES"), (panels, "FIRST")):
        monkeypatch.setattr(module, constant, 1)
    with kept_project() as folder:
        files: Files = read_files(folder)
        before = dict(files)
        if name != "a second source":
            second_source(files)
            written(before, files, folder)
        stands, edit = compared(folder, files, {}, None), edits()[name]
        for _ in range(2):
            before = dict(files)
            edit(files)
            written(before, files, folder)
            stands = compared(folder, files, stands, None)
