"""The way back of every link, and what pages tell of records that are not their own.

A record is read once and says all that other pages want to know of it: its facts, each in a table and there under a
key. A page of another record reads these, never that record: so it is known what a page was made from, and no page
needs the whole library.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.model.approval import Change, Tally
from taiyaku.model.claims import Coverage
from taiyaku.model.library import Spot
from taiyaku.model.pair import Label
from taiyaku.model.source import Outcome
from taiyaku.model.walk import Aside, OwnedLabel


class Head(Struct, frozen=True):
    """How a source is named wherever something of it is shown."""

    kind: str
    title: Label
    short_title: Label
    citation: str


class Card(Struct, frozen=True):
    """What lists of sources tell of one besides its name."""

    status: str
    updated: date
    takeaway: Label


class Listing(Struct, frozen=True):
    """A source whose document lists a work, and at which numbers of its list."""

    source: str
    entries: tuple[int, ...]


class Places(NamedTuple):
    """Sentences of one record by their ids, in its order."""

    kind: str
    owner: str
    ids: tuple[str, ...]


class Uses(NamedTuple):
    """Where a source uses a term: the first sentence outside its title, and those that tell what the document says."""

    source: str
    first: str
    telling: tuple[str, ...]


class Result(NamedTuple):
    """That a source reports an outcome: enough to tell where it is shown, and beside which others."""

    source: str
    id: str
    endpoint: str
    statistic: str
    unit: str
    trial: str | None


class Report(Struct, frozen=True):
    """An outcome as one document reports it: how much of the document was read, and the curator's notes about it."""

    source: str
    outcome: Outcome
    depth: str
    notes: tuple[tuple[int, str, Label], ...]


class TrialReport(Struct, frozen=True):
    """A trial that says that a work reports it, and what allows the match."""

    trial: str
    name: str
    basis: Label


class Relation(Struct, frozen=True):
    """A work that another belongs to, or, `reverse`, that belongs to it."""

    kind: str
    reverse: bool
    key: str


class Announced(Struct, frozen=True):
    """What a feed tells of a source beside its head: in which languages, its topics, its document's fingerprint."""

    locales: tuple[Locale, ...]
    topics: tuple[str, ...]
    document: str


class Standings(Struct, frozen=True):
    """How a source stands: in each language, what its claims rest on, and what changed since it was approved."""

    tallies: Mapping[Locale, Tally]
    coverage: Coverage
    changed: tuple[Change, ...]


class Lack(Struct, frozen=True):
    """A text that lacks a language, and the sentence that it is or belongs to: its place on its page, or nothing."""

    text: OwnedLabel
    sentence: str


class Told(Struct, frozen=True):
    """A rule that is set aside, and the sentence of which its text is part, as in a `Lack`."""

    aside: Aside
    sentence: str


ALL = ""
"""The one key of a table whose facts are not parted."""


@dataclass(frozen=True)
class WaysBack:
    """All facts by table and key, each key's in the order of the library.

    What may be told of one thing by many records tells only where it stands: `spots` are the sentences
    (`sources/ng-2025/results-1`), `reports` the outcomes (`ng-2025/os-all`) themselves, each under a name of its own,
    so that who shows some reads those alone.

    `citing` are the sentences that cite a work, `mentioning` those that name a trial, `using` the uses of a term in
    sources; `listing`, `summarising`, `reported_by`, `related` lead from a work to sources, trials, works;
    `users` from a ledger to its sources; `on_topic` from a topic to its sources; `named_by` from a term to the subjects
    that it names. `reporting`, `reporting_on`, `reporting_of`, `reporting_for` are the outcomes of an endpoint, of a
    topic's sources, of a trial, and of groups that are named by a term; `stating` are the sentences that state an
    endpoint's outcomes. `called` are the works that have one name (`en/Azad 2024`), `results` how many results an
    endpoint or topic has (`topics/survival`), `overview` what the overview of the comparison shows of an endpoint.
    `entries` are a work in BibTeX, RIS and CSL-JSON, `content` and `pairs` what a record adds to the files of data
    (`sources/ng-2025`), where it is known how these are written.
    `years` are those in which somebody worked on a record, `newest` the last of them.
    `heads`, `cards`, `standings` and `announced` are one a source, `whole` are the numbers of pairs in both languages.
    `lacking` and `aside` are the texts that lack a language and the rules set aside, of each source, and under one key
    of all else; `set_aside`, `marked`, `checked` are told under one key: all rules set aside, the works with notices,
    those looked up.
    `row` is what a list tells of a record, `order` what each record is sorted by, with its key, `counts` how many
    entries a list has; `part`, `parts`, `several` are where long pages are cut (see `parts.py`), `within` in which part
    of a list a record stands if not in the first, `initials` where each initial of the glossary stands.
    """

    heads: Mapping[str, tuple[Head, ...]]
    cards: Mapping[str, tuple[Card, ...]]
    spots: Mapping[str, tuple[Spot, ...]]
    reports: Mapping[str, tuple[Report, ...]]
    citing: Mapping[str, tuple[Places, ...]]
    mentioning: Mapping[str, tuple[Places, ...]]
    using: Mapping[str, tuple[Uses, ...]]
    listing: Mapping[str, tuple[Listing, ...]]
    summarising: Mapping[str, tuple[str, ...]]
    users: Mapping[str, tuple[str, ...]]
    on_topic: Mapping[str, tuple[str, ...]]
    named_by: Mapping[str, tuple[tuple[str, str, Label], ...]]
    reporting: Mapping[str, tuple[Result, ...]]
    reporting_on: Mapping[str, tuple[Result, ...]]
    reporting_of: Mapping[str, tuple[Result, ...]]
    reporting_for: Mapping[str, tuple[Result, ...]]
    stating: Mapping[str, tuple[Places, ...]]
    reported_by: Mapping[str, tuple[TrialReport, ...]]
    related: Mapping[str, tuple[Relation, ...]]
    called: Mapping[str, tuple[str, ...]]
    results: Mapping[str, tuple[int, ...]]
    overview: Mapping[str, tuple[Any, ...]]
    standings: Mapping[str, tuple[Standings, ...]]
    announced: Mapping[str, tuple[Announced, ...]]
    whole: Mapping[str, tuple[int, ...]]
    lacking: Mapping[str, tuple[Lack, ...]]
    aside: Mapping[str, tuple[Told, ...]]
    set_aside: Mapping[str, tuple[Aside, ...]]
    entries: Mapping[str, tuple[tuple[str, str, str], ...]]
    content: Mapping[str, tuple[bytes, ...]]
    pairs: Mapping[str, tuple[bytes, ...]]
    years: Mapping[str, tuple[int, ...]]
    newest: Mapping[str, tuple[int, ...]]
    marked: Mapping[str, tuple[str, ...]]
    checked: Mapping[str, tuple[str, ...]]
    row: Mapping[str, tuple[Any, ...]]
    order: Mapping[str, tuple[tuple[Any, str], ...]]
    counts: Mapping[str, tuple[int, ...]]
    part: Mapping[str, tuple[tuple[Any, ...], ...]]
    parts: Mapping[str, tuple[int, ...]]
    several: Mapping[str, tuple[tuple[str, str, int], ...]]
    within: Mapping[str, tuple[int, ...]]
    initials: Mapping[str, tuple[tuple[tuple[str, int, int], ...], ...]]

    def head(self, source: str) -> Head:
        """How a source is named."""
        return self.heads[source][0]

    def card(self, source: str) -> Card:
        """What lists tell of a source besides."""
        return self.cards[source][0]

    def own_title(self, work: str) -> Label | None:
        """What this site calls a work that it summarises."""
        sources = self.summarising.get(work, ())
        return self.head(sources[-1]).short_title if sources else None

    def spots_at(self, places: Iterable[Places]) -> Iterator[Spot]:
        """The sentences that stand at some places."""
        for each in places:
            for name in each.ids:
                yield from self.spots.get(f"{each.kind}/{each.owner}/{name}", ())

    def report(self, result: Result) -> Report:
        """An outcome as its source reports it."""
        return self.reports[f"{result.source}/{result.id}"][0]


class Fact(Struct, frozen=True):
    """What one record says for others: in which table, under which key."""

    table: str
    key: str
    value: Any


def ways_back(facts: Iterable[Fact]) -> WaysBack:
    """All facts of a library, held in memory, in the order given."""
    tables: dict[str, dict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        tables[fact.table][fact.key].append(fact.value)
    return from_tables(lambda table: {key: tuple(values) for key, values in tables[table].items()})


def from_tables(table: Callable[[str], Mapping[str, tuple[Any, ...]]]) -> WaysBack:
    """The ways back over tables that are held elsewhere."""
    return WaysBack(**{field.name: table(field.name) for field in fields(WaysBack)})
