"""A review: who approved which sentences of a source, when, and as they read then; written by `taiyaku approve`."""

import hashlib
from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import Field, model_validator

from taiyaku.base.locale import Locale
from taiyaku.model.pair import Pair
from taiyaku.model.record import Day, Record, Slug, Words

Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
"""What a text is known by: the beginning of its SHA-256."""


def digest(text: str) -> str:
    """The digest of a text; where its lines break makes no difference."""
    return hashlib.sha256(collapsed(text).encode()).hexdigest()[:16]


def collapsed(text: str) -> str:
    """A text with each run of whitespace as one space."""
    return " ".join(text.split())


class Digests(Record):
    """The digests of a pair's texts; None where there was no text."""

    en: Digest | None = None
    ja: Digest | None = None

    def of(self, locale: Locale) -> str | None:
        """The digest of one language."""
        return self.en if locale is Locale.EN else self.ja


def digests(pair: Pair) -> Digests:
    """The digests of a pair as it reads now."""
    texts = {locale.value: pair.text(locale) for locale in Locale}
    return Digests(**{name: digest(text) for name, text in texts.items() if text is not None})


class Approval(Record):
    """What one person approved on one day: the texts in `locales`, each as facing the other one recorded with it."""

    by: Words
    on: Day
    locales: Annotated[tuple[Locale, ...], Field(min_length=1)]
    pairs: Annotated[Mapping[Slug, Digests], Field(min_length=1)]

    def covers(self, pair: str, locale: Locale) -> bool:
        """Whether it approves the text of a pair in one language."""
        return locale in self.locales and pair in self.pairs and self.pairs[pair].of(locale) is not None


class Review(Record):
    """Every approval of a source, the oldest first, and the approved texts by their digests."""

    approvals: Annotated[tuple[Approval, ...], Field(min_length=1)]
    texts: Mapping[Digest, Words]

    @model_validator(mode="after")
    def _texts_are_the_approved_ones(self) -> Self:
        for key, text in self.texts.items():
            if digest(text) != key:
                raise ValueError(f"the text under '{key}' is not the one that was approved: its digest is another")
        for key in self._mentioned():
            if key not in self.texts:
                raise ValueError(f"there is no text under '{key}', which an approval names")
        return self

    def _mentioned(self) -> list[str]:
        pairs = (pair for approval in self.approvals for pair in approval.pairs.values())
        return [key for pair in pairs for locale in Locale if (key := pair.of(locale)) is not None]

    def newest(self, pair: str, locale: Locale) -> Approval | None:
        """The approval that counts for a pair in one language: the newest, whatever it was that it approved."""
        return next((each for each in reversed(self.approvals) if each.covers(pair, locale)), None)
