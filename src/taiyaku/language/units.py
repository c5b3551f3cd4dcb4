"""Units: what a quantity is counted in, one name for all its spellings in English and Japanese."""

import re
from collections.abc import Mapping
from decimal import Decimal

from taiyaku.base.locale import Locale
from taiyaku.language.tables import rows

_FACTORS: Mapping[str, tuple[str, str]] = {
    "year": ("month", "12"),
    "week": ("day", "7"),
    "day": ("hour", "24"),
    "hour": ("minute", "60"),
    "minute": ("second", "60"),
    "decade": ("year", "10"),
    "GBq": ("MBq", "1000"),
    "MBq": ("kBq", "1000"),
    "kBq": ("Bq", "1000"),
    "kg": ("g", "1000"),
    "g": ("mg", "1000"),
    "mg": ("ug", "1000"),
    "ug": ("ng", "1000"),
    "ng": ("pg", "1000"),
    "L": ("dL", "10"),
    "dL": ("mL", "100"),
    "mL": ("uL", "1000"),
    "mol": ("mmol", "1000"),
    "mmol": ("umol", "1000"),
    "umol": ("nmol", "1000"),
    "Gy": ("mGy", "1000"),
    "Sv": ("mSv", "1000"),
    "km": ("m", "1000"),
    "m": ("cm", "100"),
    "cm": ("mm", "10"),
    "Ci": ("mCi", "1000"),
    "second": ("millisecond", "1000"),
}
"""What one of a unit is in the next smaller one."""

COUNTS = frozenset({"person", "study", "site", "country", "lesion", "time", "tablet", "item"})
"""Units that only say what is counted: the two languages choose among them freely."""

_COUNTRY_COUNTS = frozenset({"country", "site", "person"})
"""Counts that are never taken for each other: 11 countries, 92 sites."""

TIMES = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "decade"})

_ALIKE = (
    {"point", "percentage_point"},
    {"degree", "celsius", "item"},
    {"U", "IU", "item", "point"},
    {"mL", "cm3"},
    {"uL", "mm3"},
    {"bpm", "time"},
    {"breaths", "bpm", "time"},
    {"person_year", "year", "person"},
    {"point", "item", "time"},
    {"fold", "time"},
    {"pack_year", "year"},
)
"""Units that may face each other: ポイント is a point of a scale or a percentage point."""


def _pattern(locale: Locale) -> re.Pattern[str]:
    spellings = [(row["unit"], row[locale]) for row in rows("units") if row[locale]]
    parts = "|".join(f"(?P<{unit}>{patterns.replace(';', '|')})" for unit, patterns in spellings)
    # A word goes on to its end: "5 months", never "5 mon".
    whole = r"(?:(?<![A-Za-z])|(?![A-Za-z]))"
    return re.compile(rf"[\s-]?(?:{parts}){whole}" if locale is Locale.EN else rf"\s?(?:{parts})")


_PATTERNS = {locale: _pattern(locale) for locale in Locale}
"""From data/units.tsv: the spellings of a unit are patterns; the first that fits is the unit."""


def unit_at(folded: str, position: int, locale: Locale) -> tuple[str, int] | None:
    """The unit that begins at a position of a folded text, and where it ends; None where there is none."""
    match = _PATTERNS[locale].match(folded, position)
    if match is None and locale is Locale.JA:
        match = _PATTERNS[Locale.EN].match(folded, position)
    return (match.lastgroup or "", match.end()) if match else None


def may_face(one: str, other: str) -> bool:
    """Whether a quantity in one unit may stand for the same quantity in the other: counts may, GBq and MBq may not."""
    if one == other:
        return True
    if one in COUNTS and other in COUNTS:
        return not ("country" in (one, other) and {one, other} <= _COUNTRY_COUNTS)
    return any(one in alike and other in alike for alike in _ALIKE)


def same_amount(value: Decimal, unit: str, other: Decimal, other_unit: str) -> bool:
    """Whether two quantities are the same amount in two units: 24 months and 2 years, 7.4 GBq and 7400 MBq."""
    first, second = _in_smallest(value, unit), _in_smallest(other, other_unit)
    return first == second and unit != other_unit


def _in_smallest(value: Decimal, unit: str) -> tuple[Decimal, str]:
    while unit in _FACTORS:
        unit, factor = _FACTORS[unit]
        value *= Decimal(factor)
    return value, unit
