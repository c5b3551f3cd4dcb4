"""The coding of the search index: in which documents a word stands, as ASCII that a browser decodes when it needs it.

A document is known by its record's number, its rank and its position among the record's documents of that rank. Rank
and position are two characters, its place. Records stand in blocks of 64. The list of a word is the blocks in which it
stands, parted by dots: a block's number, then for each record one character, which no rank has, and its places. So the
places of a record are coded before its number is known, and one record is changed in a list without decoding others.
"""

import re
from collections.abc import Iterator

RANKS = "0123456789!#$%&'"
POSITIONS = RECORDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz()+,-/:;<=>?"
"""The characters of a place, and of a record in its block."""

BLOCK = len(RECORDS)
"""Records of a block."""

SEPARATOR = "."
_UNIT = re.compile(rf"([{re.escape(RECORDS)}])((?:[{re.escape(RANKS)}].)+)")


def place(rank: int, position: int) -> str:
    """The code of a place."""
    return RANKS[rank] + POSITIONS[position]


def places(text: str) -> list[tuple[int, int]]:
    """Ranks and positions of coded places."""
    return [(RANKS.index(rank), POSITIONS.index(at)) for rank, at in zip(text[::2], text[1::2], strict=True)]


def block_head(number: int) -> str:
    """How a block begins."""
    return f"{number:x}_"


def records(text: str) -> Iterator[tuple[int, str]]:
    """The records of a word's list, each with its coded places."""
    for block in text.split(SEPARATOR) if text else ():
        yield from _records_of(block)


def _records_of(block: str) -> Iterator[tuple[int, str]]:
    head, _, units = block.partition("_")
    first = int(head, 16) * BLOCK
    return ((first + RECORDS.index(record), coded) for record, coded in _UNIT.findall(units))


def with_record(text: str, record: int, coded: str) -> str:
    """A word's list with other coded places of one record, or without it where there are none."""
    number, head = record // BLOCK, block_head(record // BLOCK)
    blocks = text.split(SEPARATOR) if text else []
    at = next((n for n, each in enumerate(blocks) if int(each.partition("_")[0], 16) >= number), len(blocks))
    held = dict(_records_of(blocks.pop(at))) if at < len(blocks) and blocks[at].startswith(head) else {}
    held[record] = coded
    units = "".join(RECORDS[each % BLOCK] + held[each] for each in sorted(held) if held[each])
    if units:
        blocks.insert(at, head + units)
    return SEPARATOR.join(blocks)
