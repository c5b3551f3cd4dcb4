"""Dates, numbers, lists and units as each language writes them, through Babel."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

from taiyaku.base.locale import Locale

_CLDR_UNITS = {"month": "duration-month", "week": "duration-week"}
"""Units of outcomes that CLDR knows in both languages; the others are messages of the catalogs."""


def number(value: Decimal | int, locale: Locale) -> str:
    """A number with as many decimals as it was written with: 6.0 stays 6.0."""
    return _number(str(value), locale)


@lru_cache(1024)
def _number(written: str, locale: Locale) -> str:
    """By what is written: 6.0 and 6 are equal, but not written alike."""
    value = Decimal(written)
    return format_decimal(value, format=_pattern(value), locale=locale.value)


def _pattern(value: Decimal | int) -> str:
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def with_unit(value: Decimal | int, unit: str, locale: Locale) -> str | None:
    """A number with its unit, or None where CLDR does not know the unit.

    Japanese sets no space between a half-width figure and its unit (house style); CLDR's patterns do.
    """
    return _with_unit(str(value), unit, locale)


@lru_cache(1024)
def _with_unit(written: str, unit: str, locale: Locale) -> str | None:
    value = Decimal(written)
    if unit == "percent":
        return number(value, locale) + "%"
    if unit not in _CLDR_UNITS:
        return None
    length: Literal["long", "short"] = "long" if locale is Locale.EN else "short"
    text = format_unit(value, _CLDR_UNITS[unit], length=length, format=_pattern(value), locale=locale.value)
    return "".join(text.split()) if locale is Locale.JA else text


def day(value: date, locale: Locale) -> str:
    """A date in full: 22 November 2026, 2026年11月22日."""
    return format_date(value, "d MMMM y" if locale is Locale.EN else "long", locale=locale.value)


def partial_date(text: str, locale: Locale) -> str:
    """A date as far as it is known (`2021`, `2021-05`, `2021-05-29`)."""
    parts = [int(part) for part in text.split("-")]
    whole = date(*[*parts, 1, 1][:3])
    if len(parts) == 3:
        return day(whole, locale)
    return format_skeleton("yMMMM" if len(parts) == 2 else "y", whole, locale=locale.value)


def listing(items: Sequence[str], locale: Locale) -> str:
    """A list in words: "a, b and c", 「a、b、c」."""
    return format_list(list(items), locale="en_GB" if locale is Locale.EN else locale.value)
