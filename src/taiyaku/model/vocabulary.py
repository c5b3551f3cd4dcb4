"""The small vocabularies: endpoints and topics."""

from taiyaku.model.pair import Label, Pair
from taiyaku.model.record import Record


class Topic(Record):
    """What a source is about."""

    name: Label
    description: Pair


class Endpoint(Record):
    """What an outcome measures; `term` is its entry in the glossary."""

    name: Label
    description: Pair
    term: str | None = None
