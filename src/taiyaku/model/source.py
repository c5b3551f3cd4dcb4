"""A source: the curated summary of one document."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from msgspec import Struct
from pydantic import Field, PlainSerializer, PlainValidator, model_validator

from taiyaku.model.pair import Label, Note, Pair
from taiyaku.model.record import NUMBER_FORM, Count, Day, Number, Record, SectionKey, Slug


class Kind(StrEnum):
    """What sort of document is summarised."""

    RANDOMIZED_TRIAL = "randomized_trial"
    COHORT_STUDY = "cohort_study"
    REVIEW = "review"
    CLINICAL_QA = "clinical_qa"
    GUIDELINE = "guideline"


class Status(StrEnum):
    """How far our summary has been reviewed; shown to the reader, never flattered."""

    SUBMITTED = "submitted"
    UNDER_REVIEW = "under_review"
    APPROVED = "approved"


class Strength(StrEnum):
    """How strongly the document recommends."""

    STRONG = "strong"
    WEAK = "weak"
    NOT_GRADED = "not_graded"


class Recommendation(Pair):
    """What the document recommends, how strongly and for whom."""

    strength: Strength
    population: Label | None = None


class Statistic(StrEnum):
    """What an outcome's value is."""

    MEDIAN = "median"
    MEAN = "mean"
    PROPORTION = "proportion"
    HAZARD_RATIO = "hazard_ratio"
    COUNT = "count"


class Unit(StrEnum):
    """What an outcome's value is counted in."""

    MONTH = "month"
    WEEK = "week"
    PERCENT = "percent"
    CYCLE = "cycle"
    POINT = "point"
    RATIO = "ratio"
    PATIENT = "patient"


class Interval(StrEnum):
    """What `low` and `high` enclose."""

    CI95 = "ci95"
    IQR = "iqr"
    RANGE = "range"


def _amount(value: object) -> Decimal | Literal["not_reached"]:
    """A number as written, or that the median was not reached; one message for whatever else it is."""
    if value == "not_reached":
        return "not_reached"
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and re.fullmatch(NUMBER_FORM, value):
        return Decimal(value)
    raise ValueError(f"'{value}' is neither a number nor not_reached")


def _check_interval(low: Decimal | None, high: Decimal | None, interval: Interval | None) -> None:
    """Raises where an interval is not whole or runs backwards; whether it holds its value is as printed."""
    if low is None and high is None and interval is None:
        return
    if low is None or high is None or interval is None:
        raise ValueError("an interval is written with all three: 'low', 'high' and 'interval'")
    if low > high:
        raise ValueError(f"the interval {low}–{high} runs backwards")


class Group(Record):
    """An outcome in one group of patients: as printed, nothing computed."""

    population: Label
    n: Count | None = None
    events: Count | None = None
    value: Annotated[Decimal | Literal["not_reached"], PlainValidator(_amount), PlainSerializer(str, when_used="json")]
    low: Number | None = None
    high: Number | None = None
    interval: Interval | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.events is not None and (self.n is None or self.events > self.n):
            raise ValueError(f"'events' ({self.events}) needs an 'n' that is no less")
        _check_interval(self.low, self.high, self.interval)
        return self


class Effect(Record):
    """The effect between an outcome's groups, as printed."""

    statistic: Statistic
    value: Number
    low: Number | None = None
    high: Number | None = None
    interval: Interval | None = None

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        _check_interval(self.low, self.high, self.interval)
        return self


class Outcome(Record):
    """A result as data: one endpoint, one or more groups (the comparator last)."""

    id: Slug
    endpoint: str
    statistic: Statistic
    unit: Unit
    trial: str | None = None
    groups: Annotated[tuple[Group, ...], Field(min_length=1)]
    effect: Effect | None = None
    p: str | None = Field(default=None, pattern=r"^[<>≤≥=]?[0-9]*\.?[0-9]+$")
    figures: tuple[str, ...] = ()


class Sentence(Struct, frozen=True):
    """A pair in its place: its id on the page and the path of its node in the file."""

    id: str
    path: tuple[str | int, ...]
    section: str
    pair: Pair

    @property
    def tells(self) -> bool:
        """Whether it is one of a source's sentences that tell, in full, what the document says.

        Not so what retells it in brief or in plain words, and what the curator remarks.
        """
        return self.path[0] in ("abstract", "recommendations", "pitfalls", "remarks")


class Source(Record):
    """The curated summary of one document; the order of the fields is the order of CONTRIBUTING.md."""

    kind: Kind
    seed: str
    citation: str
    topics: tuple[str, ...] = ()
    status: Status
    updated: Day
    title: Pair
    short_title: Label | None = None
    takeaway: Pair
    aim: Pair | None = None
    design: Pair | None = None
    participants: Pair | None = None
    plain_summary: tuple[Pair, ...]
    abstract: Mapping[SectionKey, tuple[Pair, ...]]
    headings: Mapping[SectionKey, Label] = {}
    key_points: tuple[Pair, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    pitfalls: tuple[Pair, ...] = ()
    remarks: tuple[Pair, ...] = ()
    commentary: tuple[Note, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    keywords: tuple[Pair, ...] = ()
    limitations: tuple[Pair, ...] = ()
    references: tuple[str, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """Every pair of the summary in the order in which a page shows them."""
        for name in ("title", "takeaway"):
            pair: Pair = getattr(self, name)
            yield Sentence(pair.id or name, (name,), name, pair)
        for name in GLANCE:
            glance: Pair | None = getattr(self, name)
            if glance is not None:
                yield Sentence(glance.id or f"glance-{name}", (name,), name, glance)
        yield from numbered("plain_summary", self.plain_summary)
        for section, pairs in self.abstract.items():
            yield from numbered(section, pairs, "abstract")
        for name in LISTS:
            yield from numbered(name, getattr(self, name))


GLANCE = ("aim", "design", "participants")
"""What a reader wants to know of a document at a glance; each may be left out. Ids begin with `glance-`."""

LISTS = ("key_points", "recommendations", "pitfalls", "remarks", "commentary", "limitations", "keywords")
"""The lists of pairs that follow the abstract, in the order of the page."""


def numbered(section: str, pairs: tuple[Pair, ...], parent: str = "") -> Iterator[Sentence]:
    """The pairs of a section with their ids: given, or the section's name and the position from 1 (`results-3`)."""
    for position, pair in enumerate(pairs):
        path = (parent, section, position) if parent else (section, position)
        yield Sentence(pair.id or f"{section.replace('_', '-')}-{position + 1}", path, section, pair)
