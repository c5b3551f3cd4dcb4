"""Dates as other programs write them, into `2020`, `2020-05`, `2020-05-29`."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:[a-z]*)\.?"
_YEAR = r"(1[4-9]\d\d|20\d\d)"
_FORMS = (
    re.compile(rf"{_YEAR}(?:[-/](?P<month>\d{{0,2}}))?(?:[-/](?P<day>\d{{0,2}}))?(?:/(?P<rest>.*))?"),
    re.compile(rf"{_YEAR}(?:[-./](?P<month>\d{{1,2}}))(?:[-./](?P<day>\d{{1,2}}))?(?:T.*)?"),
    re.compile(rf"{_YEAR}[\s,]+(?P<name>{_MONTH})(?:\s+(?P<day>\d{{1,2}}))?(?P<rest>\s*[-–,;:(].*)?", re.IGNORECASE),
    re.compile(rf"(?P<name>{_MONTH})\s+(?:(?P<day>\d{{1,2}})\s*,?\s+)?{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?P<day>\d{{1,2}})\.?\s+(?P<name>{_MONTH})\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"{_YEAR}年(?:(?P<month>\d{{1,2}})月)?(?:(?P<day>\d{{1,2}})日)?"),
)
_SPAN = re.compile(rf"^\s*[-–]\s*(?:{_MONTH}|\d{{1,4}}\b)", re.IGNORECASE)


def read_date(text: str) -> tuple[str | None, str]:
    """The date as far as it is a year, a month or a day, and what else the text says: `2020 Spring`, `2020 May-Jun`."""
    text = " ".join(text.split())
    for form in _FORMS:
        if match := form.fullmatch(text):
            return _from(match, text)
    match = re.search(rf"(?<!\d){_YEAR}(?!\d)", text)
    return (match[1], _without(text, match[1])) if match else (None, text)


def _from(match: re.Match[str], text: str) -> tuple[str | None, str]:
    parts = match.groupdict()
    year = next(group for group in match.groups() if group and re.fullmatch(_YEAR, group))
    rest = (parts.get("rest") or "").strip()
    if _SPAN.match(rest):
        return _of_span(match, year, text)
    month = _number(parts.get("month") or parts.get("name"))
    day = _number(parts.get("day"))
    known = [int(year), *([month] if month else []), *([day] if month and day else [])]
    if not _is_in_calendar(known) or (day and not month):
        return year, _without(text, year)
    return "-".join([year, *(f"{part:02}" for part in known[1:])]), rest


def _of_span(match: re.Match[str], year: str, text: str) -> tuple[str | None, str]:
    """`1998 Dec 12-19` keeps its month, `2020 May-Jun` and `2019 Dec-2020 Jan` only their year."""
    parts = match.groupdict()
    month = _number(parts.get("name"))
    if parts.get("day") and month and re.fullmatch(r"[-–]\s*\d{1,2}", (parts["rest"] or "").strip()):
        return f"{year}-{month:02}", (parts["day"] or "") + (parts["rest"] or "")
    return year, _without(text, year)


def _number(text: str | None) -> int:
    if not text:
        return 0
    return int(text) if text.isdecimal() else 1 + _MONTHS.index(text[:3].lower())


def _is_in_calendar(parts: list[int]) -> bool:
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True


def _without(text: str, year: str) -> str:
    return text.replace(year, "", 1).strip(" ,;/-.")
