"""The pair: the atom of all content, one sentence, heading or label in both languages."""

from typing import Self

from pydantic import model_validator

from taiyaku.base.locale import Locale
from taiyaku.model.record import Record, Slug, Words


class Label(Record):
    """A short text in both languages; one of them may not be there yet."""

    en: Words | None = None
    ja: Words | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.en is None and self.ja is None:
            raise ValueError("neither 'en' nor 'ja' has a text")
        return self

    def text(self, locale: Locale) -> str | None:
        """The text in one language, or None where it is missing."""
        return self.en if locale is Locale.EN else self.ja

    @property
    def missing(self) -> tuple[Locale, ...]:
        """The languages in which there is no text yet."""
        return tuple(locale for locale in Locale if self.text(locale) is None)


class Pair(Label):
    """One sentence in both languages, and the figures of the ledger that it states.

    A figure of another document's ledger is named `source-id/figure-id`.
    """

    id: Slug | None = None
    figures: tuple[str, ...] = ()


class Note(Pair):
    """A curator's note: where the reader must be careful, and the sentences it is about (none: the whole)."""

    about: tuple[str, ...] = ()
