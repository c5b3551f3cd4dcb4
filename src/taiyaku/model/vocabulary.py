"""The small vocabularies: endpoints, and what sentences are about: topics, groups of patients, drugs."""

from taiyaku.model.pair import Label
from taiyaku.model.record import Record


class Subject(Record):
    """What the documents speak of; `terms` are those of the glossary by which a sentence speaks of it."""

    name: Label
    description: Label | None = None
    terms: tuple[str, ...] = ()


SUBJECTS = ("topics", "populations", "drugs")
"""The kinds of subjects, in the order of their lists."""


class Topic(Subject):
    """What a source is about."""

    description: Label


class Population(Subject):
    """A group of patients; without a description, its terms say what is meant."""


class Drug(Subject):
    """A drug, or a class of drugs; without a description, its terms say what is meant."""


class Endpoint(Record):
    """What an outcome measures; `term` is its entry in the glossary, `unlike` are endpoints it is easily taken for."""

    name: Label
    description: Label
    term: str | None = None
    unlike: tuple[str, ...] = ()
