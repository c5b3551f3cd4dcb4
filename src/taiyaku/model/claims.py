"""What a statement rests on: figures of the document's ledger, a place in the document, a work that it cites."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.language.citations import citations
from taiyaku.model.pair import Pair
from taiyaku.model.source import Sentence, Source


class Basis(StrEnum):
    """What a reader is led to from a statement."""

    FIGURES = "figures"
    PLACE = "place"
    CITATION = "citation"


_NO_STATEMENT = ("title", "keywords", "commentary")
"""Sections that state nothing of the document: its name, search words, our own notes."""


def basis(pair: Pair) -> frozenset[Basis]:
    """What a pair rests on; a citation counts where each of its texts has one."""
    texts = [text for locale in Locale if (text := pair.text(locale)) is not None]
    found = {
        Basis.FIGURES: bool(pair.figures),
        Basis.PLACE: pair.at is not None,
        Basis.CITATION: all(any(citations(text)) for text in texts),
    }
    return frozenset(kind for kind, holds in found.items() if holds)


def statements(source: Source) -> Iterator[Sentence]:
    """The sentences of a summary that state something of the document, in full, in brief or in plain words."""
    return (sentence for sentence in source.sentences() if sentence.section not in _NO_STATEMENT)


class Coverage(Struct, frozen=True):
    """How many statements there are, how many lead anywhere, and how many to each kind of basis."""

    statements: int
    covered: int
    figures: int
    place: int
    citation: int


def claim_coverage(source: Source) -> Coverage:
    """How many of a summary's statements lead to the document's ledger, a place in the document, or a work."""
    found = [basis(sentence.pair) for sentence in statements(source)]
    by_kind = {kind.value: sum(kind in each for each in found) for kind in Basis}
    return Coverage(len(found), sum(map(bool, found)), **by_kind)
