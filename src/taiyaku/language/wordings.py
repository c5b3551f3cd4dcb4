"""Finding approved wordings in running text: terms of the glossary, names of trials."""

import string
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

import ahocorasick
from msgspec import Struct

from taiyaku.base.locale import Locale

_ASCII_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_LATIN = frozenset(string.ascii_letters + string.digits + "-")
_KATAKANA = frozenset(map(chr, range(ord("ァ"), ord("ヺ") + 1))) | {"ー"}

_REMEMBERED = 1024
"""Texts of which the wordings are remembered: facts, checks and several pages ask for the same ones."""


class Wording(Struct, frozen=True):
    """A wording as it stands in a text, and who owns it."""

    start: int
    end: int
    owner: str


class WordingIndex:
    """Wordings of one language, each with its owner, ready to be found.

    The longest is found first. English wordings are whole words, in any case unless they are written with capitals
    (ARPI); Japanese has no word boundaries, but a wording in Latin letters or katakana is not found inside a longer
    run of the same script.
    """

    def __init__(self, owners: Mapping[str, str], locale: Locale) -> None:
        self.owners, self._locale = owners, locale
        by_key: dict[str, list[str]] = defaultdict(list)
        for wording in sorted(owners):
            by_key[wording.translate(_ASCII_LOWER)].append(wording)
        # One pass over a text, however many wordings there are (Aho and Corasick 1975).
        self._automaton = ahocorasick.Automaton()
        for key, wordings in by_key.items():
            self._automaton.add_word(key, tuple(wordings))
        self._automaton.make_automaton()
        self.found = lru_cache(_REMEMBERED)(self._found)

    def owner(self, found: str) -> str:
        """The owner of a wording as it was found; at the beginning of a sentence it may be capitalised."""
        return self.owners.get(found) or self.owners[found.lower()]

    def mentions(self, text: str) -> Iterator[str]:
        """The owner of each wording that a text holds, in order."""
        return (wording.owner for wording in self.found(text))

    def _found(self, text: str) -> tuple[Wording, ...]:
        """Every wording that a text holds, in order; none inside another."""
        chosen: list[Wording] = []
        for start, end, wording in sorted(self._candidates(text), key=lambda each: (each[0], -each[1], each[2])):
            if not chosen or start >= chosen[-1].end:
                chosen.append(Wording(start, end, self.owners[wording]))
        return tuple(chosen)

    def _candidates(self, text: str) -> Iterator[tuple[int, int, str]]:
        if not self.owners:
            return
        for last, wordings in self._automaton.iter(text.translate(_ASCII_LOWER)):
            end = last + 1
            for wording in wordings:
                start = end - len(wording)
                if self._is_written_so(wording, text[start:end]) and _stands_alone(text, start, end):
                    yield start, end, wording

    def _is_written_so(self, wording: str, found: str) -> bool:
        return found == wording or (self._locale is Locale.EN and wording.islower())


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter beside a wording makes it a part of something longer."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return before not in _joining(text[start]) and after not in _joining(text[end - 1])


def _joining(edge: str) -> frozenset[str]:
    """What must not stand beside a wording that begins or ends with this character."""
    if edge in _KATAKANA:
        return _KATAKANA
    return _LATIN if edge.isascii() and edge.isalnum() else frozenset()
