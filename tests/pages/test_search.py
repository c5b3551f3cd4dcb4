import pytest

from taiyaku.base.locale import Locale
from taiyaku.content.read import read_project
from taiyaku.model.library import Library
from taiyaku.model.reference import Reference
from taiyaku.pages.search import Passage, passages
from tests.conftest import Files

EN, JA = Locale.EN, Locale.JA


@pytest.fixture(scope="module")
def library(small_base: Files) -> Library:
    found = read_project(small_base).library
    assert found is not None
    return found


def texts(found: list[Passage]) -> list[str]:
    return [each.text.title if isinstance(each.text, Reference) else each.text.markup for each in found]


def leading_to(library: Library, locale: Locale, name: str, fragment: str = "") -> Passage:
    found = passages(library, locale)
    return next(each for each in found if (each.route.name, each.fragment) == (name, fragment))


def test_every_translated_sentence_is_found_in_its_language(library: Library) -> None:
    for locale in Locale:
        sentences = {spot.sentence.pair.text(locale) for spot in library.spots()} - {None}
        assert sentences <= set(texts(passages(library, locale)))


def test_what_is_not_translated_is_not_there(library: Library) -> None:
    assert "This sentence has no translation yet." in texts(passages(library, EN))
    assert "This sentence has no translation yet." not in texts(passages(library, JA))


def test_names_come_before_titles_before_sentences_before_works(library: Library) -> None:
    found = texts(passages(library, EN))
    order = [
        "FERRO · NCT00000001",
        "haemoglobin · Hb",
        "Iron & anaemia: a cohort with 59Fe",
        "Of 40 patients, 12 responded (12/40).",
        "Give iron.",
    ]
    assert sorted(order, key=found.index) == order
    assert found[-2:] == ["Iron & anaemia: a cohort with 59Fe", "The FERRO trial"]


def test_a_term_is_found_by_its_wordings_and_by_how_it_sounds(library: Library) -> None:
    term = leading_to(library, JA, "ja/glossary/haemoglobin/index.html")
    assert texts([term]) == ["ヘモグロビン · Hb · へもぐろびん"]
    assert term.other is not None
    assert (term.other.markup, term.other.lang) == ("haemoglobin", EN)


def test_a_sentence_tells_its_page_and_its_heading(library: Library) -> None:
    own = leading_to(library, EN, "en/sources/doe-2020/index.html", "dosing-1")
    assert own.section == "Dosing"
    assert own.title is not None
    assert own.title.markup == "Iron & anaemia: a cohort with 59Fe"
    assert leading_to(library, EN, "en/sources/doe-2020/index.html", "responders").section == "=results"


def test_a_work_leads_to_its_page_and_is_shared_by_the_languages(library: Library) -> None:
    work = leading_to(library, JA, "ja/references/roe-2019/index.html")
    assert work.rank == max(each.rank for each in passages(library, JA))
    assert texts([work]) == ["The FERRO trial"]
