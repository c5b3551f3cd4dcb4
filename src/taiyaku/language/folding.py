"""Folding: one spelling for characters that mean the same, position by position, so that spans stay true."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SAME = {
    "\u3000": " ",
    "\u00a0": " ",
    "\u202f": "\u2009",
    "−": "-",
    "‐": "-",
    "‑": "-",
    "—": "–",
    "‒": "–",
    "―": "–",
    "〜": "~",
    "∼": "~",
    "〰": "~",
    "∶": ":",
    "µ": "μ",
    "⁄": "/",
    "∕": "/",
    "≦": "≤",
    "≧": "≥",
    "⩽": "≤",
    "⩾": "≥",
    "’": "'",
    "𝑃": "P",
    "𝑝": "p",
}
_TABLE: dict[int, int | str | None] = {**_FULL_WIDTH, **{ord(old): new for old, new in _SAME.items()}}
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def fold(text: str) -> str:
    """The text with full-width forms, dashes and spaces made one; as long as it was, so that positions stay true."""
    return text if text.isascii() else text.translate(_TABLE)


def lower(text: str) -> str:
    """The text with A–Z in lower case; as long as it was (`str.lower` is not: İ becomes two characters)."""
    return text.lower() if text.isascii() else text.translate(_LOWER)


def plain_digits(superscripts: str) -> str:
    """Superscript digits as ordinary ones: ⁻⁹ is -9."""
    return superscripts.translate(_SUPERSCRIPTS)
