"""The pair: the atom of all content, one sentence, heading or label in both languages."""

from typing import Self

from pydantic import model_validator

from taiyaku.base.locale import Locale
from taiyaku.model.record import Record, Slug, Words


class SetAside(Record):
    """A rule that does not hold in one place, and why: the status page lists every one."""

    rule: str
    why: Words


class Label(Record):
    """A short text in both languages; one of them may not be there yet."""

    en: Words | None = None
    ja: Words | None = None
    set_aside: tuple[SetAside, ...] = ()

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.en is None and self.ja is None:
            raise ValueError("neither 'en' nor 'ja' has a text")
        return self

    def text(self, locale: Locale) -> str | None:
        """The text in one language, or None where it is missing."""
        return self.en if locale is Locale.EN else self.ja

    def either(self, locale: Locale) -> str:
        """The text in one language, or in the other where it is missing: one of them is always there."""
        return self.text(locale) or self.text(locale.other) or ""

    @property
    def missing(self) -> tuple[Locale, ...]:
        """The languages in which there is no text yet."""
        return tuple(locale for locale in Locale if self.text(locale) is None)


class Pair(Label):
    """One sentence in both languages, and what it rests on.

    `figures` names the ledger's figures that it states, another document's as `source-id/figure-id`; `derived` gives
    the arithmetic of numbers that we computed from them (`17 = 30 - 13`); `at` tells where in the document it stands,
    for a sentence without figures.
    """

    id: Slug | None = None
    figures: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    at: Words | None = None


class Note(Pair):
    """A curator's note: where the reader must be careful, and the sentences it is about (none: the whole)."""

    about: tuple[str, ...] = ()
