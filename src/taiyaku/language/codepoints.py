"""Characters that look right and are wrong: they come from copied PDFs and break search, copying and reading aloud."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suspect:
    """A character that should not stand in a text, its position, and the one to use instead (empty: leave it out)."""

    position: int
    character: str
    instead: str

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
            yield Suspect(position, character, unicodedata.normalize("NFKC", character))
        elif _is_invisible(character):
            yield Suspect(position, character, "")


def _is_lookalike(character: str) -> bool:
    return "\u2e80" <= character <= "\u2fdf" or "\uff61" <= character <= "\uff9f" or "\uf900" <= character <= "\ufaff"


def _is_invisible(character: str) -> bool:
    return character == "\ufffd" or (unicodedata.category(character) in {"Cf", "Cc", "Co", "Cs"} and character != "\n")
