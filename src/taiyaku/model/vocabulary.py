"""The small vocabularies: endpoints and topics."""

from taiyaku.model.pair import Label
from taiyaku.model.record import Record


class Topic(Record):
    """What a source is about."""

    name: Label
    description: Label


class Endpoint(Record):
    """What an outcome measures; `term` is its entry in the glossary, `unlike` are endpoints it is easily taken for."""

    name: Label
    description: Label
    term: str | None = None
    unlike: tuple[str, ...] = ()
