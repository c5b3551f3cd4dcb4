"""Components: parts of words that are easily taken for each other, found within longer terms too (venous, 静脈; arterial, 動脈)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import ahocorasick

from taiyaku.base.locale import Locale
from taiyaku.language.folding import lower
from taiyaku.language.tables import rows


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a word: which of its class, and where."""

    part: str
    start: int
    end: int


@cache
def _wordings(locale: Locale) -> dict[str, list[tuple[str, str]]]:
    """For each class of parts that may be confused, every wording and the part that it stands for; the longest first."""
    known: dict[str, list[tuple[str, str]]] = {}
    for row in rows("components"):
        known.setdefault(row["class"], []).extend((wording, row["part"]) for wording in row[locale].split("|"))
    return {kind: sorted(wordings, key=lambda each: -len(each[0])) for kind, wordings in known.items()}


@cache
def _pattern(kind: str, locale: Locale) -> tuple[re.Pattern[str], list[str]]:
    """The pattern of all wordings of a class, each a group, and the parts that the groups stand for."""
    wordings = _wordings(locale)[kind]
    groups = (_anywhere(wording, locale) for wording, _ in wordings)
    return re.compile("|".join(f"({group})" for group in groups)), [part for _, part in wordings]


def _anywhere(wording: str, locale: Locale) -> str:
    """In English a wording begins a word, unless a star says that it may stand anywhere in it."""
    return wording.removeprefix("*") if locale is Locale.JA or wording.startswith("*") else rf"\b{wording}"


_SYNTAX = re.compile(r"\(\?[^()]*\)|\[[^\]]*\]|\\b|.\?|\*")


@cache
def _hints(locale: Locale) -> ahocorasick.Automaton:
    """What must stand in a text for a class to be found there: to look for all classes at once is cheap."""
    classes: dict[str, set[str]] = {}
    for kind, wordings in _wordings(locale).items():
        for wording, _ in wordings:
            classes.setdefault(max(_SYNTAX.split(wording), key=len), set()).add(kind)
    automaton = ahocorasick.Automaton()
    for literal, kinds in classes.items():
        automaton.add_word(literal, kinds)
    automaton.make_automaton()
    return automaton


def classes_in(folded: str, locale: Locale) -> set[str]:
    """The classes of which a folded text may hold a component."""
    return set[str]().union(*(kinds for _, kinds in _hints(locale).iter(_cased(folded, locale))))


def components(folded: str, locale: Locale, kinds: Iterable[str]) -> dict[str, list[Component]]:
    """The components of a folded text, in order, for each of some classes."""
    text, found = _cased(folded, locale), {}
    for kind in kinds:
        pattern, parts = _pattern(kind, locale)
        found[kind] = [
            Component(parts[(match.lastindex or 1) - 1], match.start(), match.end()) for match in pattern.finditer(text)
        ]
    return found


def _cased(folded: str, locale: Locale) -> str:
    return lower(folded) if locale is Locale.EN else folded
