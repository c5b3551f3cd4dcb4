"""What every planner has at hand: the library, its ways back, and the language of the pages being planned."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeVar

from taiyaku.base.locale import Locale
from taiyaku.model.approval import Standing, Tally, standing
from taiyaku.model.library import Library, Spot
from taiyaku.model.pair import Label
from taiyaku.model.reference import Reference
from taiyaku.model.source import Recommendation, Sentence
from taiyaku.pages.route import anchor
from taiyaku.pages.view import ChangePlace, QuotesView, SentenceView, Text, WorkView, pick
from taiyaku.pages.ways_back import Places, WaysBack

T = TypeVar("T")


@dataclass(frozen=True)
class Desk:
    """A library seen in one language; `shared` is kept from one language to the next, for the pages of one unit."""

    library: Library
    links: WaysBack
    locale: Locale
    shared: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What is the same in every language, made for the first."""
        if name not in self.shared:
            self.shared[name] = make()
        found: T = self.shared[name]
        return found

    def text(self, label: Label) -> Text:
        """A label in the page's language, or the other, marked."""
        return pick(label, self.locale)

    def work(self, key: str) -> WorkView:
        """A work of the bibliography."""
        return WorkView(key, self.library.references[key])

    def title_of(self, kind: str, owner: str) -> Text:
        """What a page that holds sentences is called."""
        match kind:
            case "sources":
                return self.text(self.links.head(owner).title)
            case "trials":
                return Text(self.library.trials[owner].name, Locale.EN)
            case "glossary":
                return self.text(self.library.glossary[owner].term)
            case "differences":
                return self.text(self.library.differences[owner].title)
            case _:
                return self.text(self.library.pages[owner].title)

    def document(self, kind: str, owner: str) -> Reference | None:
        """The work that a source summarises."""
        return self.library.references[self.links.head(owner).citation] if kind == "sources" else None

    def tallies(self, source: str) -> dict[Locale, Tally]:
        """How many sentences of a source are translated, approved, and changed since, in each language."""
        found = self.links.standings[source][0].tallies
        return {each: found[each] for each in self.library.site.locales}

    def change(self, source: str, sentence: Sentence, *locales: Locale) -> ChangePlace | None:
        """Where the status page shows how a sentence changed since one of these languages was approved, if it did."""
        review = self.library.reviews.get(source)
        changed = any(standing(review, sentence, locale) is Standing.CHANGED for locale in locales)
        if not changed:
            return None
        (part,) = self.links.within.get(f"status/{source}", (1,))
        return ChangePlace(change_id(source, sentence.id), part)

    def quotes(self, spots: Iterable[Spot]) -> tuple[QuotesView, ...]:
        """Sentences for showing on another page than their own, grouped by where they stand."""
        return tuple(
            QuotesView(
                kind, owner, self.title_of(kind, owner), tuple(map(self._quote, group)), self.document(kind, owner)
            )
            for (kind, owner), group in groupby(spots, key=lambda s: (s.kind, s.owner))
        )

    def quotes_at(self, places: Iterable[Places]) -> tuple[QuotesView, ...]:
        """The sentences at some places, each in the order of its record."""
        return self.quotes(sorted(self.links.spots_at(places), key=lambda spot: spot.order))

    def _quote(self, spot: Spot) -> SentenceView:
        pair = spot.sentence.pair
        graded = pair if isinstance(pair, Recommendation) else None
        return SentenceView(
            anchor(spot.kind, spot.owner, spot.sentence.id),
            self.text(pair),
            section=_section(spot),
            strength=graded.strength.value if graded else "",
            population=self.text(graded.population) if graded and graded.population else None,
        )


def _section(spot: Spot) -> str:
    """The section of a sentence, where it is not simply what the page says."""
    if spot.sentence.section in ("commentary", "notes", "remark"):
        return "commentary"
    return spot.sentence.section if spot.kind == "sources" and spot.sentence.path[0] != "abstract" else ""


def change_id(source: str, sentence: str) -> str:
    """The id of a changed sentence on the status page; ids hold no two hyphens in a row, so it is unique."""
    return f"{source}--{sentence}"
