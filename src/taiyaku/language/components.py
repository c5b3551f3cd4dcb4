"""Components: parts of words that are easily taken for each other, found within longer terms too (venous, 静脈; arterial, 動脈)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import ahocorasick
from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.language.folding import lower
from taiyaku.language.kept import kept
from taiyaku.language.tables import rows


class Component(NamedTuple):
    """A part of a word: which of its class, and where."""

    part: str
    start: int
    end: int


class _Wording(Struct, frozen=True):
    """A wording of a part: its class, its rank there (the longest first), and a pattern where it is no plain text."""

    kind: str
    rank: int
    part: str
    length: int
    begins_word: bool
    pattern: re.Pattern[str] | None


_Hit = tuple[int, int, int, str]
"""Where a wording stands: its start, its rank, its end, its part."""
_SYNTAX = re.compile(r"\(\?[^()]*\)|\[[^\]]*\]|\\[bw]|.\?|\*")
"""What is no plain text in a wording."""


@kept(*Locale)
def _wordings(locale: Locale) -> ahocorasick.Automaton:
    """Every wording by the longest plain text in it: to look for all of them at once is cheap."""
    known: dict[str, list[tuple[str, str]]] = {}
    for row in rows("components"):
        known.setdefault(row["class"], []).extend((wording, row["part"]) for wording in row[locale].split("|"))
    by_literal: dict[str, list[_Wording]] = {}
    for kind, wordings in known.items():
        for rank, (wording, part) in enumerate(sorted(wordings, key=lambda each: -len(each[0]))):
            plain = wording.removeprefix("*")
            literal = max(_SYNTAX.split(plain), key=len)
            begins_word = locale is Locale.EN and plain == wording
            pattern = None if literal == plain else re.compile(rf"\b{plain}" if begins_word else plain)
            by_literal.setdefault(literal, []).append(_Wording(kind, rank, part, len(plain), begins_word, pattern))
    automaton = ahocorasick.Automaton()
    for literal, found in by_literal.items():
        automaton.add_word(literal, found)
    automaton.make_automaton()
    return automaton


def components(folded: str, locale: Locale) -> dict[str, list[Component]]:
    """The components of a folded text, in order, for each class of which it holds any."""
    text = lower(folded) if locale is Locale.EN else folded
    hits: dict[str, set[_Hit]] = defaultdict(set)
    for last, wordings in _wordings(locale).iter(text):
        for wording in wordings:
            start = last + 1 - wording.length
            if wording.pattern:
                found = (match.span() for match in wording.pattern.finditer(text))
                hits[wording.kind].update((begin, wording.rank, end, wording.part) for begin, end in found)
            elif not (wording.begins_word and _goes_on(text, start)):
                hits[wording.kind].add((start, wording.rank, last + 1, wording.part))
    return {kind: list(_from_the_left(found)) for kind, found in hits.items() if found}


def _goes_on(text: str, start: int) -> bool:
    """Whether a place lies within a word."""
    before = text[start - 1 : start]
    return before.isalnum() or before == "_"


def _from_the_left(hits: set[_Hit]) -> Iterator[Component]:
    """What was found, from the left, the longest first; none within another."""
    free = 0
    for start, _, end, part in sorted(hits):
        if start >= free:
            yield Component(part, start, end)
            free = end
