"""What the search holds of one record: a piece, made from its documents alone and kept until they change.

A document's place in its record is its rank and its position among the record's documents of that rank, so that a
browser has the best results of all records first without a number that spans them. Where a record has more of a rank
than there are positions, it makes several pieces; most make one.
"""

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from taiyaku.language.search_words import can_be_misspelt, items, words_of
from taiyaku.render.search_coding import POSITIONS, place
from taiyaku.render.search_texts import Document

LEADING = 4
"""Ranks below this are leading: names, titles and first sentences. Their texts stand apart from the others."""

_STARTS = ["0", "2", "b", "d", "g", "m", "p", "s", "い", "か", "す", "と", "は", "一", "前", "治"]
"""The first characters at which a new group of words begins; in real texts, the groups are of like size."""

GROUPS = len(_STARTS)
"""Groups of words that are joined one after another, so that never more than one is in memory."""


class Words(Struct, frozen=True):
    """Search words of a piece that begin alike, their coded places, and the words that can be misspelt."""

    words: str
    places: str
    plain: str


class Piece(Struct, frozen=True):
    """How many documents, their words by group, and their texts as JSON: the leading ones and the others."""

    documents: int
    groups: tuple[Words, ...]
    leading: str
    others: str


def pieces(documents: Sequence[Document]) -> tuple[Piece, ...]:
    """The pieces of a record, at least one; its documents come in the order of their ranks."""
    parts: dict[int, list[tuple[str, Document]]] = {0: []}
    for rank, alike in groupby(documents, key=lambda each: each.rank):
        for n, each in enumerate(alike):
            part, position = divmod(n, len(POSITIONS))
            parts.setdefault(part, []).append((place(rank, position), each))
    return tuple(_piece(part) for part in parts.values())


def _piece(part: Sequence[tuple[str, Document]]) -> Piece:
    places: dict[str, str] = {}
    known, met = places.get, set[str]()
    for at, each in part:
        own = items(f"{each.text} {each.other}" if each.other else each.text)
        met.update(own)
        for word in set().union(*map(words_of, own)):
            places[word] = known(word, "") + at
    plain = sorted(filter(can_be_misspelt, met))
    leading = sum(each.rank < LEADING for _, each in part)
    return Piece(len(part), _groups(places, plain), _texts(part[:leading]), _texts(part[leading:]))


def _groups(places: Mapping[str, str], plain: Sequence[str]) -> tuple[Words, ...]:
    words = sorted(places)
    coded = [places[word] for word in words]
    cuts, plain_cuts = _cuts(words), _cuts(plain)
    return tuple(
        Words(" ".join(words[start:end]), " ".join(coded[start:end]), " ".join(plain[plain_start:plain_end]))
        for (start, end), (plain_start, plain_end) in zip(pairwise(cuts), pairwise(plain_cuts), strict=True)
    )


def _cuts(words: Sequence[str]) -> list[int]:
    """Where the groups of sorted words begin and end."""
    return [0, *(bisect_left(words, start) for start in _STARTS[1:]), len(words)]


def _texts(part: Sequence[tuple[str, Document]]) -> str:
    """The texts of a record: its pages and headings once each, then a line for each document; nothing for none."""
    if not part:
        return ""
    own = [(_below_language(each.path), each.title) for _, each in part]
    pages = {page: str(n) for n, page in enumerate(dict.fromkeys(own))}
    sections = {section: str(n) for n, section in enumerate(dict.fromkeys(each.section for _, each in part))}
    rows = (
        (
            at,
            pages[page],
            sections[each.section],
            each.fragment,
            each.lang,
            each.text,
            each.other,
        )
        for page, (at, each) in zip(own, part, strict=True)
    )
    texts = (
        "\n".join("\t".join(page) for page in pages),
        "\n".join(sections),
        "\n".join("\t".join(row).rstrip("\t") for row in rows),
    )
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def _below_language(path: str) -> str:
    """A page's path without its language, so that a work makes the same piece in both."""
    return path.partition("/")[2]
