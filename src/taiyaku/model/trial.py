"""A named trial, and what the documents say about it."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from taiyaku.model.pair import Label, Pair
from taiyaku.model.record import Record, Words
from taiyaku.model.source import Sentence, numbered


class Report(Record):
    """A work that reports a trial, and what in the documents allows the match."""

    key: str
    basis: Label


class Trial(Record):
    """A named trial; `mentions` are the strings in a text that mean it."""

    name: Words
    mentions: Annotated[tuple[Words, ...], Field(min_length=1)]
    registry: Words | None = None
    summary: tuple[Pair, ...] = ()
    references: tuple[Report, ...] = ()
    notes: tuple[Pair, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """Every pair of the trial's page, in order."""
        yield from numbered("summary", self.summary)
        yield from numbered("notes", self.notes)
