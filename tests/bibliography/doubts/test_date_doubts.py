from typing import Any

import pytest

from taiyaku.bibliography.doubts.date_doubts import date_doubts
from tests.bibliography.works import work

HINT = "compare with the document"
CHANGING = "compare with the document; of a page that changes, 'issued' is the state that was read"


@pytest.mark.parametrize(
    ("fields", "field", "message", "hint"),
    [
        ({"issued": "2201"}, "issued", "the year 2201 lies in the future", HINT),
        ({"issued": "1199"}, "issued", "the year 1199 is before 1600", HINT),
        ({"available_date": "2052-05-01"}, "available-date", "the year 2052 lies in the future", HINT),
        ({"accessed": "2062-09-16"}, "accessed", "the year 2062 lies in the future", HINT),
        ({"accessed": "2019-09-16"}, "accessed", "the work was read on 2019-09-16, before it was issued (2020)", CHANGING),
        ({"issued": "2020-10", "accessed": "2020-09-16"}, "accessed", "the work was read on 2020-09-16, before it was issued (2020-10)", CHANGING),
    ],
)  # fmt: skip
def test_a_date_that_can_hardly_be_right_is_told(fields: dict[str, Any], field: str, message: str, hint: str) -> None:
    assert list(date_doubts(work(**fields), 2027)) == [(field, message, hint)]


@pytest.mark.parametrize(
    "fields",
    [
        {"issued": "2027"},
        {"issued": "1600"},
        {"issued": None},
        {"issued": "2020", "accessed": "2020-01-01"},
        {"issued": "2025-12", "available_date": "2025-05-29", "accessed": "2025-09-16"},
    ],
)
def test_a_date_that_can_be_right(fields: dict[str, Any]) -> None:
    assert list(date_doubts(work(**fields), 2027)) == []


def test_without_a_newest_year_nothing_lies_in_the_future() -> None:
    assert list(date_doubts(work(issued="2201"), None)) == []
