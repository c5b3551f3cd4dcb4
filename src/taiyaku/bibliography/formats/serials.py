"""ISSN and ISBN in what other programs write for them: `0028-4793 (Print)`, `978-3-16-148410-0 (hbk.)`."""

import re

_ISBN = re.compile(r"(?<![\dX-])(?:97[89][ -]?)?\d(?:[ -]?\d){8}[ -]?[\dXx](?![\dX])")
_ISSN = re.compile(r"(?<![\dX-])(\d{4})-?(\d{3}[\dXx])(?![\dX-])")
_WORDS = re.compile(
    r"\b(?:ISSN|ISBN|e-?ISSN|print|printed|electronic|online|linking|hbk|pbk|hardcover|paperback)\b", re.IGNORECASE
)


def read_serial(text: str) -> tuple[list[tuple[str, str]], str]:
    """Every ISSN and ISBN by the name of its field, and what else the text says."""
    found: list[tuple[str, str]] = []

    def isbn(match: re.Match[str]) -> str:
        found.append(("ISBN", match[0].upper()))
        return ""

    def issn(match: re.Match[str]) -> str:
        found.append(("ISSN", f"{match[1]}-{match[2].upper()}"))
        return ""

    rest = _WORDS.sub("", _ISSN.sub(issn, _ISBN.sub(isbn, text)))
    return found, rest.strip(" \t\r\n;,:.()[]-")
