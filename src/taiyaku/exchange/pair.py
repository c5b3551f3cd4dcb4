"""A pair as it stands in somebody else's file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextPair:
    """A text in both languages, with the id and the line (from 1) by which it is found again in its file."""

    id: str
    en: str
    ja: str
    line: int
