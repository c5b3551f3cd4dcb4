"""Which sentences cite a work, mention a trial, use a term: the way back of every link."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from taiyaku.base.locale import Locale
from taiyaku.language.citations import citations, term_links
from taiyaku.model.library import Library, Spot


@dataclass(frozen=True)
class Backlinks:
    """The sentences that cite each work, and those that speak of each term and trial (`glossary/psma`).

    `places` numbers all sentences in the order of the library.
    """

    citing: Mapping[str, tuple[Spot, ...]]
    mentioning: Mapping[str, tuple[Spot, ...]]
    places: Mapping[tuple[str, str, str], int]

    def in_order(self, spots: Iterable[Spot]) -> list[Spot]:
        """The same sentences, each once, in the order of the library."""
        found = {(spot.kind, spot.owner, spot.sentence.id): spot for spot in spots}
        return [found[name] for name in sorted(found, key=self.places.__getitem__)]


def backlinks(library: Library) -> Backlinks:
    """All ways back, from either language of each sentence."""
    citing: dict[str, list[Spot]] = defaultdict(list)
    mentioning: dict[str, list[Spot]] = defaultdict(list)
    places: dict[tuple[str, str, str], int] = {}
    for place, spot in enumerate(library.spots()):
        places[spot.kind, spot.owner, spot.sentence.id] = place
        for key in dict.fromkeys(_cited(spot)):
            citing[key].append(spot)
        for owner in dict.fromkeys(_mentioned(library, spot)):
            mentioning[owner].append(spot)
    return Backlinks({k: tuple(v) for k, v in citing.items()}, {k: tuple(v) for k, v in mentioning.items()}, places)


def _cited(spot: Spot) -> Iterator[str]:
    for locale in Locale:
        for citation in citations(spot.sentence.pair.text(locale) or ""):
            yield citation.key


def _mentioned(library: Library, spot: Spot) -> Iterator[str]:
    for locale in Locale:
        text = spot.sentence.pair.text(locale) or ""
        yield from library.wordings[locale].mentions(text)
        yield from (f"glossary/{key}" for key in term_links(text))
