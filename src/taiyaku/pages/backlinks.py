"""Which sentences cite a work, mention a trial, use a term: the way back of every link."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taiyaku.base.locale import Locale
from taiyaku.language.citations import citations, term_links
from taiyaku.model.library import Library, Spot


@dataclass(frozen=True)
class Backlinks:
    """The sentences that cite each work, and those that speak of each term and trial (`glossary/psma`)."""

    citing: Mapping[str, tuple[Spot, ...]]
    mentioning: Mapping[str, tuple[Spot, ...]]


def backlinks(library: Library) -> Backlinks:
    """All ways back, from either language of each sentence."""
    citing: dict[str, list[Spot]] = defaultdict(list)
    mentioning: dict[str, list[Spot]] = defaultdict(list)
    for spot in library.spots():
        for key in dict.fromkeys(_cited(spot)):
            citing[key].append(spot)
        for owner in dict.fromkeys(_mentioned(library, spot)):
            mentioning[owner].append(spot)
    return Backlinks({k: tuple(v) for k, v in citing.items()}, {k: tuple(v) for k, v in mentioning.items()})


def _cited(spot: Spot) -> Iterator[str]:
    for locale in Locale:
        for citation in citations(spot.sentence.pair.text(locale) or ""):
            yield citation.key


def _mentioned(library: Library, spot: Spot) -> Iterator[str]:
    for locale in Locale:
        text = spot.sentence.pair.text(locale) or ""
        yield from library.wordings[locale].mentions(text)
        yield from (f"glossary/{key}" for key in term_links(text))
