from datetime import date
from decimal import Decimal

import pytest

from taiyaku.base.locale import Locale
from taiyaku.render.formats import day, listing, number, partial_date, with_unit

EN, JA = Locale.EN, Locale.JA


@pytest.mark.parametrize(
    ("value", "expected"),
    [("6.0", "6.0"), ("8.35", "8.35"), ("48", "48"), ("1589", "1,589"), ("0.019", "0.019"), ("30.230", "30.230")],
)
def test_a_number_keeps_the_decimals_it_was_printed_with(value: str, expected: str) -> None:
    assert number(Decimal(value), EN) == number(Decimal(value), JA) == expected


@pytest.mark.parametrize(
    ("value", "unit", "english", "japanese"),
    [
        ("9.3", "month", "9.3 months", "9.3か月"),
        ("6.0", "month", "6.0 months", "6.0か月"),
        ("1", "month", "1 month", "1か月"),
        ("6", "week", "6 weeks", "6週間"),
        ("30.23", "percent", "30.23%", "30.23%"),
        ("3", "cycle", None, None),
    ],
)
def test_units(value: str, unit: str, english: str | None, japanese: str | None) -> None:
    assert with_unit(Decimal(value), unit, EN) == english
    assert with_unit(Decimal(value), unit, JA) == japanese


def test_dates() -> None:
    assert day(date(2026, 11, 22), EN) == "22 November 2026"
    assert day(date(2026, 11, 22), JA) == "2026年11月22日"


@pytest.mark.parametrize(
    ("text", "english", "japanese"),
    [
        ("2021", "2021", "2021年"),
        ("2025-12", "December 2025", "2025年12月"),
        ("2025-05-29", "29 May 2025", "2025年5月29日"),
    ],
)
def test_dates_as_far_as_they_are_known(text: str, english: str, japanese: str) -> None:
    assert partial_date(text, EN) == english
    assert partial_date(text, JA) == japanese


def test_lists() -> None:
    assert listing(["10", "12"], EN) == "10 and 12"
    assert listing(["10", "12"], JA) == "10、12"
