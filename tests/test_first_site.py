"""The first site: every real content file is a test case, and what the site promises holds for all of it."""

import re
from pathlib import PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from taiyaku.app.build import Built
from taiyaku.app.files import read_files
from taiyaku.base.locale import Locale
from taiyaku.checks.figures import carried
from taiyaku.model.library import Library
from taiyaku.model.source import Status
from tests.conftest import ROOT, Files

CONTENT = sorted(str(path) for path in read_files(ROOT) if path.parts[0] in ("content", "seeds"))
SOURCES = [
    "lesions-after-two-cycles",
    "lupsma-liver-metastasis",
    "ng-2025",
    "psma-positive-mcrpc-treatment",
    "volkova-2025",
]
TRIALS = {*"vision therap psmafore card lupsma enza-p upfrontpsma lutectomy reality alsympca cctg-pr21".split()}  # noqa: SIM905


@pytest.fixture(scope="module")
def library(real: Built) -> Library:
    assert real.library is not None
    return real.library


@pytest.mark.parametrize("file", CONTENT)
def test_a_content_file_has_no_problem(real: Built, file: str) -> None:
    assert [p.message for p in real.problems if str(p.at.file) == file] == []


@pytest.mark.parametrize("file", CONTENT)
def test_a_content_file_ends_lines_as_everybody_does(real_files: Files, file: str) -> None:
    text = real_files[PurePosixPath(file)].decode()
    assert "\r" not in text
    assert "\t" not in text
    assert text.endswith("\n")


def test_the_first_site_holds_what_was_asked_for(library: Library) -> None:
    assert list(library.sources) == SOURCES
    assert set(library.trials) == TRIALS
    assert len(library.glossary) >= 60
    assert len(library.references) == 38 + 5 + 2 + 5


@pytest.mark.parametrize("source", SOURCES)
def test_every_figure_of_a_document_is_stated_in_both_languages(library: Library, source: str) -> None:
    reported = [entry for entry in carried(library, source) if entry.figure.report]
    assert [(entry.figure.id, entry.missing) for entry in reported if entry.missing] == []


@pytest.mark.parametrize("source", SOURCES)
def test_nothing_is_called_reviewed_that_is_not(library: Library, source: str) -> None:
    assert library.sources[source].status is Status.SUBMITTED


def test_the_document_that_lists_a_work_twice_leads_to_one_record(library: Library) -> None:
    listed = library.sources["volkova-2025"].references
    assert len(listed) == 39
    assert [position for position, key in enumerate(listed, start=1) if key == "violet-2020"] == [10, 12]


def test_a_damaged_doi_is_not_repaired(library: Library) -> None:
    rosar = library.references["rosar-2024"]
    assert rosar.doi is None
    assert "10.1007/s00259-024-068s25-4" in [printed.printed for printed in rosar.as_printed]


@pytest.mark.parametrize("trial", ["vision", "card", "lupsma", "alsympca"])
def test_a_trial_that_no_document_matches_with_a_work_has_none(library: Library, trial: str) -> None:
    assert library.trials[trial].references == ()


def test_both_languages_have_the_same_pages_and_the_same_places(real: Built) -> None:
    pages = {str(path): data for path, data in real.files.items() if path.suffix == ".html"}
    english = {path.removeprefix("en/") for path in pages if path.startswith("en/")}
    assert english == {path.removeprefix("ja/") for path in pages if path.startswith("ja/")}
    for path in english - {
        "glossary/index.html"
    }:  # its sections are letters in one language, rows of kana in the other
        places = [_ids(pages[f"{locale}/{path}"]) for locale in Locale]
        assert places[0] == places[1], path


def _ids(page: bytes) -> list[str | None]:
    """The places of a page, but for the terms at its foot: those that this language uses."""
    return [node.attributes["id"] for node in LexborHTMLParser(page.decode()).css("main [id]:not(.meanings *)")]


def test_every_page_leads_to_itself_in_the_other_language(real: Built) -> None:
    for path, data in real.files.items():
        if path.suffix == ".html" and path.parts[0] in ("en", "ja"):
            other = "ja" if path.parts[0] == "en" else "en"
            depth = "../" * (len(path.parts) - 1)
            switches = LexborHTMLParser(data.decode()).css("a[data-switch]")
            assert [a.attributes["href"] for a in switches] == [f"{depth}{other}/{'/'.join(path.parts[1:])}"]


JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


def test_japanese_on_english_pages_is_marked_as_japanese(real: Built) -> None:
    for path, data in real.files.items():
        if path.suffix == ".html" and path.parts[0] == "en":
            tree = LexborHTMLParser(data.decode())
            for marked in tree.css('body [lang="ja"]'):
                marked.decompose()
            found = JAPANESE.search(tree.body.text() if tree.body else "")
            assert found is None, f"{path}: {found}"


def test_nothing_of_the_makers_machine_is_published(real: Built) -> None:
    for path, data in real.files.items():
        assert str(ROOT).encode() not in data, path
        assert b"file://" not in data, path
