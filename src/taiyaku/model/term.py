"""A term of the glossary: approved wording in each language, and its meaning for lay readers."""

from collections.abc import Iterator

from taiyaku.base.locale import Locale
from taiyaku.model.pair import Label, Pair
from taiyaku.model.record import Record, Words
from taiyaku.model.source import Sentence, numbered


class Wordings(Record):
    """Several wordings a language."""

    en: tuple[Words, ...] = ()
    ja: tuple[Words, ...] = ()

    def of(self, locale: Locale) -> tuple[str, ...]:
        """The wordings of one language."""
        return self.en if locale is Locale.EN else self.ja


class Term(Record):
    """A term.

    `reading` is how the Japanese wording sounds, in hiragana; `verified` tells whether it was seen in use (`seen_in`).
    """

    term: Label
    abbreviation: Words | None = None
    reading: Words | None = None
    plain: Label | None = None
    definition: tuple[Pair, ...]
    also: Wordings = Wordings()
    avoid: Wordings = Wordings()
    related: tuple[str, ...] = ()
    seen_in: Label | None = None
    verified: bool

    def wordings(self, locale: Locale) -> tuple[str, ...]:
        """All approved wordings of one language, the abbreviation among them."""
        own = self.term.text(locale)
        first = (own,) if own else ()
        short = (self.abbreviation,) if self.abbreviation else ()
        return (*first, *short, *self.also.of(locale))

    def sentences(self) -> Iterator[Sentence]:
        """Every pair of the term's page, in order."""
        yield from numbered("definition", self.definition)
