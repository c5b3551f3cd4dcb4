from typing import Any

import pytest

from taiyaku.bibliography.identity import Same, same_works
from tests.bibliography.works import work

BOOK = {"type": "book", "container_title": None, "volume": None, "page": None, "publisher": "Test Press"}
ENTRY = {"type": "dataset", "container_title": None, "volume": None, "page": None, "title": "A", "issued": None}


def same(one: dict[str, Any], other: dict[str, Any]) -> list[Same]:
    return list(same_works({"a": work(**one), "b": work(**other)}))


OTHER = {"title": "Something else", "author": [{"family": "Roe"}], "issued": "2011", "page": "99"}


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ({"DOI": "10.1000/Test.1"}, {**OTHER, "DOI": "10.1000/tEST.1"}, "DOI 10.1000/test.1"),
        ({"PMID": "12345"}, {**OTHER, "PMID": "12345"}, "PMID 12345"),
        ({"PMCID": "PMC12"}, {**OTHER, "PMCID": "PMC12"}, "PMCID PMC12"),
        ({**BOOK, "ISBN": "0-306-40615-2"}, {**BOOK, "title": "B", "ISBN": "9780306406157"}, "ISBN 9780306406157"),
        ({**ENTRY, "registry": ["NCT04663997"]}, {**ENTRY, "title": "B", "registry": ["NCT04663997"]}, "registry number NCT04663997"),
        ({}, {"title": "IRON & ANAEMIA in adults — a cohort study"}, "title, year and first author"),
        ({}, {"title": "Iron and anemia in adults: a cohort study", "issued": "2020-11"}, "title, year and first author"),
        ({"DOI": "10.1000/a"}, {}, "title, year and first author"),
        ({"author": [{"family": "Bögemann"}]}, {"author": [{"family": "Boegemann", "given": "M"}]}, "title, year and first author"),
        ({"author": None}, {"author": None}, "title, year and first author"),
        ({"page": "10-2"}, {"page": "10–12"}, "title, year and first author"),
    ],
)  # fmt: skip
def test_one_work_under_two_keys(one: dict[str, Any], other: dict[str, Any], shared: str) -> None:
    assert same(one, other) == [Same("b", "a", shared)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"DOI": "10.1000/a"}, {"DOI": "10.1000/b"}),
        ({"PMID": "1"}, {"PMID": "2"}),
        ({"page": "10–12"}, {"page": "13"}),
        ({"type": "article"}, {}),
        ({}, {"issued": "2021"}),
        ({}, {"author": [{"family": "Roe"}]}),
        ({}, {"related": [{"kind": "comment_on", "key": "a"}]}),
        ({"issued": None}, {"issued": None}),
        ({"author": None, "publisher": "A", "container_title": None}, {"author": None, "publisher": "B", "container_title": None}),
        ({**BOOK, "ISBN": "0306406152", "type": "chapter"}, {**BOOK, "title": "B", "ISBN": "0306406152", "type": "chapter"}),
        ({**BOOK, "ISBN": "0306406152", "volume": "1"}, {**BOOK, "title": "B", "ISBN": "0306406152", "volume": "2"}),
        ({"registry": ["NCT04663997"]}, {**OTHER, "registry": ["NCT04663997"]}),
        ({**ENTRY, "type": "webpage", "registry": ["NCT04663997"]}, {**ENTRY, "type": "webpage", "title": "B", "registry": ["NCT04663997"]}),
    ],
)  # fmt: skip
def test_two_works_that_share_less(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert same(one, other) == []


def test_an_identifier_that_both_have_is_told_even_where_they_are_related() -> None:
    related = [{"kind": "translation_of", "key": "a"}]
    assert same({"DOI": "10.1000/a"}, {"DOI": "10.1000/a", "related": related}) == [Same("b", "a", "DOI 10.1000/a")]


def test_a_trials_entry_is_known_by_its_address_too() -> None:
    page = {
        **ENTRY,
        "type": "webpage",
        "registry": ["NCT04663997"],
        "URL": "https://clinicaltrials.gov/study/NCT04663997",
    }
    assert same(page, {**page, "title": "B"}) == [Same("b", "a", "registry number NCT04663997")]


def test_each_record_is_told_once_and_none_is_lost_behind_another() -> None:
    works = {
        "a": work(DOI="10.1000/a"),
        "b": work(DOI="10.1000/A", PMID="7", title="Another title"),
        "c": work(PMID="7", title="A third title"),
    }
    assert list(same_works(works)) == [Same("b", "a", "DOI 10.1000/a"), Same("c", "b", "PMID 7")]
