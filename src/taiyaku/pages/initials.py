"""The order of terms in each language, and the initials under which they stand."""

import re
from collections.abc import Sequence
from itertools import groupby

from taiyaku.base.locale import Locale
from taiyaku.model.term import Term
from taiyaku.pages.view import pick

Place = tuple[str, str, str]
"""Where a term stands in a list: its initial, how it is spoken, how it is written."""


def place_in(term: Term, locale: Locale) -> Place:
    """Where a term stands in the list of a language."""
    written = pick(term.term, locale).markup
    spoken = reading(term) if locale is Locale.JA else re.sub(r"[^a-z]", "", written.casefold())
    return _initial(spoken, locale), spoken, written


def reading(term: Term) -> str:
    """How a term is read in Japanese."""
    return term.reading or term.term.ja or ""


_ROWS = "あかさたなはまやらわ"
_ROW_ENDS = "おごぞどのぽもよろん"


def _initial(spoken: str, locale: Locale) -> str:
    """The letter, or the row of the kana table, under which a word stands."""
    if locale is Locale.EN or not spoken:
        return spoken[:1].upper()
    return next((row for row, end in zip(_ROWS, _ROW_ENDS, strict=True) if spoken[0] <= end), spoken[0])


def firsts(initials: Sequence[str], size: int) -> tuple[tuple[str, int, int], ...]:
    """Each initial of a list that is cut: in which part it first stands, and as which group of that part."""
    found: dict[str, tuple[int, int]] = {}
    for start in range(0, len(initials), size):
        for n, (initial, _) in enumerate(groupby(initials[start : start + size]), start=1):
            found.setdefault(initial, (start // size + 1, n))
    return tuple((initial, *at) for initial, at in found.items())
