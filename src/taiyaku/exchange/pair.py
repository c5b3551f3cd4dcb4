"""A pair as it stands in somebody else's file."""

from msgspec import Struct


class TextPair(Struct, frozen=True):
    """A text in both languages, with the id and the line (from 1) by which it is found again in its file."""

    id: str
    en: str
    ja: str
    line: int
