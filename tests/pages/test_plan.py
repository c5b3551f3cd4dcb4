from collections.abc import Sequence
from pathlib import PurePosixPath

import pytest

from taiyaku.base.locale import Locale
from taiyaku.content.read import read_project
from taiyaku.model.library import Library
from taiyaku.pages.facts import all_facts
from taiyaku.pages.plan import plan
from taiyaku.pages.route import Route
from taiyaku.pages.sources import ParallelView, SourceView
from taiyaku.pages.trials import TrialView
from taiyaku.pages.view import Page
from taiyaku.pages.ways_back import Uses
from taiyaku.pages.works import ReferenceView
from tests.conftest import Files

EN, JA = Locale.EN, Locale.JA


@pytest.fixture(scope="module")
def library(small_base: Files) -> Library:
    found = read_project(small_base).library
    assert found is not None
    return found


@pytest.fixture(scope="module")
def pages(library: Library) -> list[Page]:
    return plan(library)


def page(pages: Sequence[Page], locale: Locale, *parts: str) -> Page:
    return next(p for p in pages if p.route == Route(locale, parts))


def test_both_languages_have_the_same_pages(pages: list[Page]) -> None:
    by_locale = {loc: {p.route.parts for p in pages if p.route.locale is loc} for loc in Locale}
    assert by_locale[EN] == by_locale[JA]
    assert ("sources", "doe-2020", "parallel") in by_locale[EN]


def test_no_two_pages_stand_at_one_address(pages: list[Page]) -> None:
    names = [page.route.name for page in pages]
    assert len(names) == len(set(names))


def test_a_note_is_numbered_and_stands_at_its_sentence(pages: list[Page]) -> None:
    view = page(pages, EN, "sources", "doe-2020").view
    assert isinstance(view, SourceView)
    assert view.note_numbers == {"commentary-1": 1}
    results = next(s for s in view.sections if s.key == "results")
    assert [(s.id, s.notes) for s in results.sentences] == [("responders", ("commentary-1",)), ("results-2", ())]


def test_a_section_of_its_own_has_its_heading_a_known_one_the_catalogs(pages: list[Page]) -> None:
    view = page(pages, JA, "sources", "doe-2020").view
    assert isinstance(view, SourceView)
    assert {s.key: s.heading and s.heading.markup for s in view.sections} == {
        "background": None,
        "results": None,
        "dosing": "用法",
    }


def test_missing_translations_are_counted_for_the_language_that_lacks_them(pages: list[Page]) -> None:
    views = {loc: page(pages, loc, "sources", "doe-2020").view for loc in Locale}
    assert {loc: view.missing for loc, view in views.items() if isinstance(view, SourceView)} == {EN: 0, JA: 1}


def test_the_facing_view_holds_every_sentence_in_the_order_of_the_page(library: Library, pages: list[Page]) -> None:
    view = page(pages, EN, "sources", "doe-2020", "parallel").view
    assert isinstance(view, ParallelView)
    rows = [row for part in view.parts for row in part.rows]
    assert [row.id for row in rows] == [s.id for s in library.sources["doe-2020"].sentences()]
    lacking = next(row for row in rows if row.id == "results-2")
    assert lacking.ja is None
    assert lacking.en is not None


def test_a_reference_leads_back_to_every_sentence_that_cites_it(pages: list[Page]) -> None:
    view = page(pages, EN, "references", "roe-2019").view
    assert isinstance(view, ReferenceView)
    cited = [(group.kind, group.owner, [s.id for s in group.sentences]) for group in view.cited_by]
    assert cited == [("sources", "doe-2020", ["commentary-1"])]
    assert [(listing.source, listing.entries) for listing in view.listed_in] == [("doe-2020", (1,))]
    assert [(key, name) for key, name, _ in view.trials] == [("ferro", "FERRO")]
    assert [(a.field, a.printed) for a in view.as_printed] == [("page", "5-3")]


def test_a_trial_shows_the_sentences_that_mention_it_but_not_its_own(pages: list[Page]) -> None:
    view = page(pages, JA, "trials", "ferro").view
    assert isinstance(view, TrialView)
    assert [(g.owner, [s.id for s in g.sentences]) for g in view.mentions] == [
        ("doe-2020", ["responders", "commentary-1"]),
    ]


def test_a_work_leads_back_to_every_kind_of_page_that_cites_it(small: Files) -> None:
    term = PurePosixPath("content/glossary/haemoglobin.yaml")
    small[term] = small[term].replace(b"carries oxygen.", b"carries oxygen [@doe-2020].")
    about = PurePosixPath("content/pages/about.yaml")
    small[about] = small[about].replace(b"It is small.", b"'It is small [@doe-2020].'")
    library = read_project(small).library
    assert library is not None
    view = page(plan(library), JA, "references", "doe-2020").view
    assert isinstance(view, ReferenceView)
    assert [(group.kind, group.owner, group.title.markup) for group in view.cited_by] == [
        ("trials", "ferro", "FERRO"),
        ("glossary", "haemoglobin", "ヘモグロビン"),
        ("pages", "about", "このサイトについて"),
    ]


def test_ways_back_come_from_both_languages(library: Library) -> None:
    ways = all_facts(library)
    assert {k: len(v) for k, v in ways.citing.items()} == {"roe-2019": 1, "doe-2020": 1}
    assert ways.using["haemoglobin"] == (Uses("doe-2020", "background-1", ("background-1",)),)
