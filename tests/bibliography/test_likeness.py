from typing import Any

import pytest

from taiyaku.bibliography.likeness import Likeness, Similar, similar_works
from tests.bibliography.works import work

FULL = "Iron and anaemia in adults: a cohort study"


def similar(one: dict[str, Any], other: dict[str, Any]) -> list[Likeness]:
    found = list(similar_works({"a": work(**one), "b": work(**other)}))
    assert [(each.key, each.other) for each in found] == [("b", "a")] * len(found)
    return [each.why for each in found]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"title": "Iron and anaemia in adults"}, Likeness.TITLE),
        ({"title": "Iron and anaemia in aduts: a cohort study"}, Likeness.TITLE),
        ({"title": "Ion and anaemia in adults: a cohort study"}, Likeness.TITLE),
        ({"issued": "2021"}, Likeness.TITLE),
        ({"issued": "2019", "title": "Iron and anemia in adults: cohort study"}, Likeness.TITLE),
        ({"issued": None}, Likeness.TITLE),
        ({"title": "Zinc in children", "issued": "2015"}, Likeness.PLACE),
        ({"title": "成人の鉄と貧血", "language": "ja", "author": [{"family": "土井"}]}, Likeness.PLACE),
        ({"author": [{"family": "Roe"}]}, Likeness.PLACE),
        ({"author": [{"family": "Roe"}], "container_title": "J. Test", "page": "10"}, Likeness.PLACE),
        ({"type": "article", "container_title": None, "issued": "2018"}, Likeness.PREPRINT),
    ],
)
def test_what_may_be_one_work(other: dict[str, Any], why: Likeness) -> None:
    assert similar({}, other) == [why]


def test_other_identifiers_make_one_title_two_works_that_must_be_explained() -> None:
    elsewhere = {"DOI": "10.1000/b", "container_title": "J Other", "volume": "9", "page": "1"}
    assert similar({"DOI": "10.1000/a"}, elsewhere) == [Likeness.TITLE]


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Iron and anaemia in infants: a trial of dosing", "page": "30"},
        {"issued": "2023", "page": "30"},
        {"author": [{"family": "Roe"}], "page": "30"},
        {"author": [{"family": "Roe"}], "title": "A letter on the same page"},
        {"title": f"Correction: {FULL}"},
        {"title": f"{FULL} 2", "page": "30"},
        {"related": [{"kind": "update_of", "key": "a"}], "issued": "2021"},
        {"notices": [{"kind": "correction", "key": "a"}], "checked": "2026-11-22", "issued": "2021"},
        {"type": "article", "container_title": None, "issued": "2012"},
    ],
)
def test_what_is_another_work(other: dict[str, Any]) -> None:
    assert similar({}, other) == []


def test_what_is_surely_one_work_is_not_told_here_again() -> None:
    assert similar({"DOI": "10.1000/a"}, {"DOI": "10.1000/a", "title": "Iron and anaemia in adults"}) == []
    assert similar({}, {}) == []


def test_no_work_is_like_itself() -> None:
    assert list(similar_works({"a": work(title="前立腺癌")})) == []


def test_works_of_two_publishers_without_authors_are_two() -> None:
    page = {"type": "webpage", "author": None, "container_title": None, "volume": None, "page": None}
    assert similar({**page, "publisher": "A"}, {**page, "publisher": "B", "issued": "2021"}) == []
    assert similar({**page, "publisher": "A"}, {**page, "publisher": "A", "issued": "2021"}) == [Likeness.TITLE]


def test_in_a_crowd_of_one_author_the_likely_pair_is_still_found() -> None:
    crowd = {f"w{n}": work(title=f"Iron and anaemia in adults of {word}", page=str(n)) for n, word in enumerate(WORDS)}
    crowd["x"] = work(title=f"Iron and anaemia in adults of {WORDS[20][:-1]}e", page="900")
    found = [each for each in similar_works(crowd) if "x" in (each.key, each.other)]
    assert found == [Similar("x", "w20", Likeness.TITLE)]


WORDS = [f"{'abcdefghij'[n // 10] * 9}{'klmnopqrst'[n % 10] * 9}" for n in range(100)]
