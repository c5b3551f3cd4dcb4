"""A disagreement: one question and what each document says to it, side by side."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from taiyaku.model.pair import Label, Pair
from taiyaku.model.record import Record
from taiyaku.model.source import Sentence, numbered


class Entry(Pair):
    """What one document says, in our words, and the sentences of its summary that state it (`says`).

    `figures` are those of the document's own ledger.
    """

    source: str
    says: Annotated[tuple[str, ...], Field(min_length=1)]


class Disagreement(Record):
    """A question on which documents differ; those without an entry say nothing on it. The remark is the curator's."""

    title: Label
    question: Pair
    entries: Annotated[tuple[Entry, ...], Field(min_length=1)]
    remark: Pair | None = None

    def sentences(self) -> Iterator[Sentence]:
        """Every pair of the disagreement in the order in which the page shows them."""
        yield Sentence(self.question.id or "question", ("question",), "question", self.question)
        yield from numbered("entries", self.entries)
        if self.remark:
            yield Sentence(self.remark.id or "remark", ("remark",), "remark", self.remark)

    def source_of(self, path: tuple[str | int, ...]) -> str:
        """The source of the entry at or around a path; none where the text is not a document's."""
        match path:
            case ("entries", int(position), *_):
                return self.entries[position].source
            case _:
                return ""
