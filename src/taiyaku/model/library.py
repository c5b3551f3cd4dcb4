"""The library: all content of a project, with look-ups."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.remembering import remembered
from taiyaku.language.wordings import WordingIndex
from taiyaku.model.disagreement import Disagreement
from taiyaku.model.page import Page
from taiyaku.model.reference import Reference
from taiyaku.model.review import Review
from taiyaku.model.revision import Revision
from taiyaku.model.seed import Figure, Seed
from taiyaku.model.site import Site
from taiyaku.model.source import Sentence, Source
from taiyaku.model.term import Term
from taiyaku.model.trial import Trial
from taiyaku.model.vocabulary import Drug, Endpoint, Population, Topic

R = TypeVar("R")
T = TypeVar("T")


class Spot(Struct, frozen=True):
    """A sentence of the library and the record that holds it: `kind` is `sources`, `trials` or another.

    `position` counts the sentences of the record.
    """

    kind: str
    owner: str
    sentence: Sentence
    position: int = 0

    @property
    def order(self) -> tuple[int, str, int]:
        """Sorts in the order of the library: by kind, then id, then position."""
        return KINDS_WITH_SENTENCES.index(self.kind), self.owner, self.position


KINDS = (
    "sources",
    "trials",
    "glossary",
    "pages",
    "reviews",
    "seeds",
    "references",
    "endpoints",
    "topics",
    "populations",
    "drugs",
    "differences",
)
"""All kinds of records of which there may be several, in the order of the library."""

KINDS_WITH_SENTENCES = ("sources", "trials", "glossary", "pages", "differences")
"""The kinds of records that hold sentences, in the order in which a library tells them."""

WithSentences = Source | Trial | Term | Page | Disagreement


def spots_in(kind: str, owner: str, record: WithSentences) -> Iterator[Spot]:
    """Every sentence of one record."""
    for position, sentence in enumerate(record.sentences()):
        yield Spot(kind, owner, sentence, position)


class Focused(Mapping[str, R]):
    """Records of one kind, of which only some are walked over; all of them can be looked up."""

    def __init__(self, records: Mapping[str, R], walked: tuple[str, ...]) -> None:
        self.records, self.walked = records, walked

    def __getitem__(self, key: str) -> R:
        return self.records[key]

    def get(self, key: str, default: Any = None) -> Any:
        """A record, or something else."""
        return self.records.get(key, default)

    def __contains__(self, key: object) -> bool:
        return key in self.records

    def __iter__(self) -> Iterator[str]:
        return iter(self.walked)

    def __len__(self) -> int:
        return len(self.walked)


@dataclass(frozen=True)
class Library:
    """Frozen facts by id; `places` tells where each record was read, `broken` which ids exist but could not be read.

    `incomplete` are the kinds of which a file or folder could not be read at all, so that nobody knows what it holds.
    """

    site: Site
    sources: Mapping[str, Source] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    trials: Mapping[str, Trial] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    endpoints: Mapping[str, Endpoint] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    populations: Mapping[str, Population] = field(default_factory=dict)
    drugs: Mapping[str, Drug] = field(default_factory=dict)
    differences: Mapping[str, Disagreement] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    seeds: Mapping[str, Seed] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    broken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()
    revision: Revision | None = None
    unfocused: "Library | None" = None

    def version(self) -> Revision | None:
        """Which version of the project this is, where that is known."""
        return self.revision

    @property
    def whole(self) -> "Library":
        """The library as it was before it was focused."""
        return self.unfocused or self

    def focus(self, kind: str, key: str) -> "Library":
        """The same library, of which one record alone is walked over: what is asked of all is asked of that one."""
        walked = {
            name: Focused(getattr(self, name), (key,) if name == kind and key in getattr(self, name) else ())
            for name in KINDS
        }
        return replace(self, **walked, places=Focused(self.places, ((kind, key),)), unfocused=self)  # type: ignore[arg-type]

    def derived(self, name: str, make: "Callable[[Library], T]") -> T:
        """What is made of the whole library once, under a name of its own, and asked for by many."""
        known = self.whole.remembered
        if name not in known:
            known[name] = make(self.whole)
        found: T = known[name]
        return found

    def ids(self, kind: str) -> frozenset[str]:
        """Every id of a kind, also of records that could not be read: who names one of them is not to blame."""
        return frozenset(getattr(self.whole, kind)) | self.broken.get(kind, frozenset())

    def in_file_order(self, kind: str) -> Iterator[str]:
        """The ids of a kind in the order in which their files tell them."""
        records = getattr(self, kind)
        return (key for each, key in self.places if each == kind and key in records)

    def knows(self, kind: str, key: str) -> bool:
        """Whether there is a record of this id, readable or not: `ids` without gathering them all."""
        return key in getattr(self.whole, kind) or key in self.broken.get(kind, ())

    def place(self, kind: str, key: str) -> Place:
        """Where a record was read."""
        return self.places[kind, key]

    def spots(self) -> Iterator[Spot]:
        """Every sentence of the library, in the order of kinds and ids."""
        return iter(self._spots_of_one) if self.unfocused else self._spots()

    @cached_property
    def _spots_of_one(self) -> tuple[Spot, ...]:
        """The sentences of the record in focus, for which many checks ask."""
        return tuple(self._spots())

    def _spots(self) -> Iterator[Spot]:
        for kind in KINDS_WITH_SENTENCES:
            records: Mapping[str, WithSentences] = getattr(self, kind)
            for owner, record in records.items():
                yield from spots_in(kind, owner, record)

    def place_of(self, spot: Spot) -> Place:
        """Where a sentence stands."""
        return self.place(spot.kind, spot.owner).within(spot.sentence.path)

    def ledger_of(self, spot: Spot) -> str:
        """The source whose figures a sentence may name by their ids alone."""
        return self.ledger_at(spot.kind, spot.owner, spot.sentence.path)

    def ledger_at(self, kind: str, owner: str, path: tuple[str | int, ...]) -> str:
        """The same for a text at a path inside its record."""
        return self.differences[owner].source_of(path) if kind == "differences" else owner

    def figure(self, owner: str, name: str) -> Figure | None:
        """A figure by its name in a pair: of the owner's own ledger, or of another's as `source-id/figure-id`."""
        source_id, _, figure_id = name.rpartition("/")
        source = self.sources.get(source_id or owner)
        seed = self.seeds.get(source.seed) if source else None
        if seed is None:
            return None
        return _ledger(seed).get(figure_id)

    def recall(self, of: tuple[str, ...], make: "Callable[[], T]", *, by: str) -> T:  # noqa: ARG002 - see below
        """What is made of some texts and of what is derived under a name; a library that remembers makes it once."""
        return make()

    @cached_property
    def remembered(self) -> dict[str, Any]:
        """What was derived already."""
        return {}

    @property
    def all_read(self) -> bool:
        """Whether every file could be read."""
        return not any(self.broken.values()) and not self.incomplete

    def newest_year(self) -> int | None:
        """The year in which somebody last worked on a record, as far as records tell."""
        return self.derived("newest", _newest_year)

    def users_of(self, seed: str) -> tuple[str, ...]:
        """The sources whose document a seed is, in their order."""
        return self.derived("users", _users).get(seed, ())

    @property
    def wordings(self) -> Mapping[Locale, WordingIndex]:
        """For each language, the approved wordings of terms and the names of trials, ready to be looked for.

        Owners are named `glossary/psma`, `trials/vision`; a trial's name wins over a term's wording.
        """
        return self.derived("wordings", wordings_of)


def _by_id(seed: Seed) -> dict[str, Figure]:
    """The figures of a document by their ids; of two with one id, the first."""
    return {figure.id: figure for figure in reversed(seed.figures)}


_ledger = remembered(_by_id, 16)
"""Checks ask for every figure that a sentence names."""


def wordings_of(library: Library) -> dict[Locale, WordingIndex]:
    """The approved wordings and names of a library."""
    return {locale: WordingIndex(_owners(library, locale), locale) for locale in Locale}


def _owners(library: Library, locale: Locale) -> dict[str, str]:
    owners = {w: f"glossary/{key}" for key, term in library.glossary.items() for w in term.wordings(locale)}
    owners |= {name: f"trials/{key}" for key, trial in library.trials.items() for name in trial.mentions}
    return owners


def _newest_year(library: Library) -> int | None:
    kinds = ("sources", "seeds", "references")
    return max(
        (year for kind in kinds for key in getattr(library, kind) for year in years_in(library, kind, key)),
        default=None,
    )


def years_in(library: Library, kind: str, key: str) -> Iterator[int]:
    """The year in which somebody worked on a source, read a document, or looked a work up."""
    match None if kind == "site" else getattr(library, kind)[key]:
        case Source(updated=day):
            yield day.year
        case Seed(read_on=day):
            yield int(day[:4])
        case Reference(checked=date(year=year)):
            yield year


def _users(library: Library) -> dict[str, tuple[str, ...]]:
    users: dict[str, tuple[str, ...]] = {}
    for key, source in library.sources.items():
        users[source.seed] = (*users.get(source.seed, ()), key)
    return users
