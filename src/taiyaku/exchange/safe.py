"""Anybody's characters made fit for output that people and machines read."""

import unicodedata

from taiyaku.exchange.gathering import LONE_SURROGATE

_UNKNOWN = "\ufffd"
_BIDIRECTIONAL = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def whole(text: str) -> str:
    """The text with U+FFFD for each half of a character: it can be encoded."""
    return LONE_SURROGATE.sub(_UNKNOWN, text)


def visible(text: str) -> str:
    """The text on one line, sign for sign: what steers a terminal or turns a line around becomes a visible sign."""
    return "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character.isprintable() and character not in _BIDIRECTIONAL:
        return character
    if character < " ":
        return chr(0x2400 + ord(character))
    is_harmful = unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} or character in _BIDIRECTIONAL
    return _UNKNOWN if is_harmful else character


def width(character: str) -> int:
    """How many columns a character takes at a terminal."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
