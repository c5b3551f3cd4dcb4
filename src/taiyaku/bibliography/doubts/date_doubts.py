"""Dates of a work that can hardly be right."""

from collections.abc import Iterator

from taiyaku.model.reference import Reference

_EARLIEST = 1600

Doubt = tuple[str, str, str]
"""The field, what looks wrong, and what to do."""


def date_doubts(work: Reference, newest: int | None) -> Iterator[Doubt]:
    """Dates before 1600 or after the year `newest` (None: nobody knows it), and works read before they were issued."""
    dates = {
        "issued": work.issued,
        "available-date": work.epub,
        "event-date": work.event_date,
        "accessed": work.accessed,
    }
    for field, given in dates.items():
        year = int(given[:4]) if given else _EARLIEST
        if year < _EARLIEST:
            yield field, f"the year {year} is before {_EARLIEST}", "compare with the document"
        elif newest is not None and year > newest:
            yield field, f"the year {year} lies in the future", "compare with the document"
    published = min((d for d in (work.issued, work.epub) if d), default=None)
    if published and work.accessed and _later(published, work.accessed):
        hint = "compare with the document; of a page that changes, 'issued' is the state that was read"
        yield "accessed", f"the work was read on {work.accessed}, before it was issued ({published})", hint


def _later(one: str, other: str) -> bool:
    """Whether a date is later than another, as far as both are known."""
    known = min(len(one), len(other))
    return one[:known] > other[:known]
