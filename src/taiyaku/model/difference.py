"""The difference between two texts, word by word; in Japanese, which has no spaces, by runs of one script."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct


class Fate(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Segment(Struct, frozen=True):
    """A piece of text and what became of it."""

    fate: Fate
    text: str


_JAPANESE = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORDS = re.compile(
    rf"\s+|[ぁ-ゖ]+|[ァ-ヺー]+|[^\W{_JAPANESE}]+(?:[.,/'’–-][^\W{_JAPANESE}]+)*|.",
)
"""Whitespace, a run of hiragana or of katakana, a word or figure (`12/40`, `9.3`, `follow-up`), any other sign."""


def words(text: str) -> list[str]:
    """The pieces that are compared as wholes; together they are the text."""
    return _WORDS.findall(text)


def difference(old: str, new: str) -> tuple[Segment, ...]:
    """What stayed, went and came, in order: without what came it reads as the old text, without what went as the new.

    What went stands before what came in its place; a space between two changes counts as changed with them.
    """
    segments: list[Segment] = []
    for before, after, is_same in _joined(_blocks(words(old), words(new))):
        if is_same:
            segments.append(Segment(Fate.SAME, before))
        else:
            segments += [Segment(f, t) for f, t in ((Fate.REMOVED, before), (Fate.ADDED, after)) if t]
    return tuple(segments)


_Block = tuple[str, str, bool]
"""The old text, the new one, and whether they are the same."""


def _blocks(old: list[str], new: list[str]) -> Iterator[_Block]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield "".join(old[i1:i2]), "".join(new[j1:j2]), tag == "equal"


def _joined(blocks: Iterator[_Block]) -> list[_Block]:
    """The blocks, changes that only a space parts made one."""
    every = list(blocks)
    joined: list[_Block] = []
    for number, (before, after, is_same) in enumerate(every):
        changed = not is_same or (before.isspace() and 0 < number < len(every) - 1)
        if changed and joined and not joined[-1][2]:
            joined[-1] = (joined[-1][0] + before, joined[-1][1] + after, False)
        else:
            joined.append((before, after, not changed))
    return joined
