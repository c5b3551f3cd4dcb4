"""An entry of a bibliography in pieces, so that a page can set its title, journal and identifiers as they deserve."""

import re
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What a piece of an entry is."""

    PLAIN = "plain"
    NAMES = "names"
    TITLE = "title"
    CONTAINER = "container"
    IDENTIFIER = "identifier"


class Piece(Struct, frozen=True):
    """A stretch of an entry; `href` is where an identifier leads."""

    text: str
    role: Role = Role.PLAIN
    href: str | None = None


Pieces = tuple[Piece, ...]
"""Part of an entry; empty where the record has nothing to say."""

_ENDED = re.compile(r"[.?!。．？！…][”’\"'」』]?$")


def said(text: str | None, role: Role = Role.PLAIN, href: str | None = None) -> Pieces:
    """A field of the record on one line, or nothing."""
    one_line = " ".join((text or "").split())
    return (Piece(one_line, role, href),) if one_line else ()


def around(before: str, pieces: Pieces, after: str = "") -> Pieces:
    """Pieces with a text before and after them, or nothing where there are none."""
    return (*_literal(before), *pieces, *_literal(after)) if pieces else ()


def _literal(text: str) -> Pieces:
    return (Piece(text),) if text else ()


def joined(parts: Iterable[Pieces], between: str) -> Pieces:
    """Those parts that say something, with a text between them."""
    found: list[Piece] = []
    for part in parts:
        if part:
            found += [Piece(between), *part] if found else part
    return tuple(found)


def closed(pieces: Pieces, stop: str) -> Pieces:
    """A sentence with its full stop, unless it has one."""
    return pieces if not pieces or _ENDED.search(text_of(pieces)) else (*pieces, Piece(stop))


def text_of(pieces: Pieces) -> str:
    """What the pieces say, as plain text."""
    return "".join(piece.text for piece in pieces)


def ends_in_address(pieces: Pieces) -> bool:
    """Whether an address stands last, so that a full stop would seem to be part of it."""
    return bool(pieces) and pieces[-1].role is Role.IDENTIFIER and pieces[-1].text.startswith("http")


def tidy(pieces: Pieces) -> Pieces:
    """The same text in as few pieces as there can be."""
    found: list[Piece] = []
    for piece in pieces:
        if found and piece.role is found[-1].role is Role.PLAIN:
            found[-1] = Piece(found[-1].text + piece.text)
        elif piece.text:
            found.append(piece)
    return tuple(found)
