"""Characters that look right and are wrong: they come from copied PDFs and break search, copying and reading aloud."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suspect:
    """A character that should not stand in a text, its position, and the one to use instead.

    `instead` is empty where the character is to be left out, or where Unicode's normalisation names no other.
    """

    position: int
    character: str
    instead: str

    @property
    def is_lookalike(self) -> bool:
        """Whether it looks like another character, rather than like nothing."""
        return _is_lookalike(self.character)

    @property
    def name(self) -> str:
        """What the character is, as Unicode names it: `U+2F74 KANGXI RADICAL STAND`."""
        return f"U+{ord(self.character):04X} {unicodedata.name(self.character, 'unnamed')}"


def suspects(text: str) -> Iterator[Suspect]:
    """Every suspect character of a text: radicals, half-width kana, invisible and control characters.

    Radicals and half-width kana are replaced by Unicode's own compatibility mapping; ¹⁷⁷ ² ① are left alone.
    """
    for position, character in enumerate(text):
        if _is_lookalike(character):
            ordinary = unicodedata.normalize("NFKC", character)
            yield Suspect(position, character, "" if ordinary == character else ordinary)
        elif _is_invisible(character):
            yield Suspect(position, character, "")


def _is_lookalike(character: str) -> bool:
    if "\uf900" <= character <= "\ufaff":  # twelve of this block are ordinary ideographs that nothing replaces
        return unicodedata.normalize("NFKC", character) != character
    return "\u2e80" <= character <= "\u2fdf" or "\uff61" <= character <= "\uff9f"


def _is_invisible(character: str) -> bool:
    return character == "\ufffd" or (unicodedata.category(character) in {"Cf", "Cc", "Co", "Cs"} and character != "\n")
