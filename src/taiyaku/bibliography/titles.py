"""Titles of works: whether two of them are one title, and what looks wrong in one."""

import html
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from msgspec import Struct

from taiyaku.language.search_fold import fold

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:]*(?:\s[^<>]*)?/?>")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]+|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_SUBTITLE = re.compile(r":\s|：|\s[–—―-]\s|—|――|──")
_ANNOUNCEMENT = re.compile(
    r"(?:author |publisher |in )?(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|retract(?:ion|ed)|addendum|comments?|"
    r"commentary|reply|repl(?:y|ies)|response|re|expression of concern|editorial comment)\b|訂正|正誤|撤回|論文撤回"
)
_SPELLINGS = tuple(
    (re.compile(pattern), same)
    for pattern, same in (
        (r"[ao]e", "e"),
        (r"our(?=s|ed|ing|al|able|ite|\b)", "or"),
        (r"(?<=[a-z]{2})s(?=e|ing|ation)", "z"),
        (r"(?<=[a-z]{2})([bt])re(?=s?\b)", r"\1er"),
        (r"ll(?=ed|ing|er|ation)", "l"),
        (r"ogue\b", "og"),
        (r"mme\b", "m"),
    )
)
"""British and American spelling become one; what else they change does not matter, since both titles are changed."""

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8"}
_ALIKE = 0.93
_SHORTEST_MAIN = 20  # bytes: about three words, or seven kanji


class _Folded(Struct, frozen=True):
    """A title, or the part before its subtitle, as letters and digits alone, and the numbers in it."""

    letters: str
    numbers: tuple[str, ...]


@lru_cache(maxsize=1 << 12)
def folded(title: str) -> str:
    """What all ways of writing one title share: its letters and digits, in one spelling."""
    return _folded(title).letters


@lru_cache(maxsize=1 << 12)
def _folded(title: str) -> _Folded:
    text = fold(plain(title)).replace("&", " and ")
    for pattern, same in _SPELLINGS:
        text = pattern.sub(same, text)
    words = re.findall(r"[^\W_]+", text)
    if words and words[0] in ("the", "a", "an"):
        words = words[1:]
    return _Folded("".join(words), tuple(sorted(number for word in words for number in _numbers(word))))


def _numbers(word: str) -> Iterator[str]:
    """What tells one part, phase or year from another, and no typing slip does: digits, Roman numerals, letters."""
    if word in _ROMAN:
        yield _ROMAN[word]
    elif len(word) == 1 and word.isascii() and word != "a":
        yield word
    else:
        yield from re.findall(r"[0-9]+", word)


@lru_cache(maxsize=1 << 12)
def _main(title: str) -> _Folded | None:
    """The title before its subtitle; None where there is no subtitle, or too little before it."""
    parts = _SUBTITLE.split(plain(title), maxsplit=1)
    if len(parts) == 1:
        return None
    main = _folded(parts[0])
    return main if len(main.letters.encode()) >= _SHORTEST_MAIN else None


@lru_cache(maxsize=1 << 12)
def is_announcement(title: str) -> bool:
    """Whether a title is that of a correction, a retraction or a reply: it repeats the title of what it is about."""
    return _ANNOUNCEMENT.match(plain(title).lower()) is not None


def alike(one: str, other: str) -> bool:
    """Whether two titles are one but for spelling, punctuation, a subtitle or a slip of the pen.

    Titles with different numbers (a year, a phase, a part) are two.
    """
    first, second = _folded(one), _folded(other)
    mains = _main(one), _main(other)
    without_subtitle = (mains[0] is None) != (mains[1] is None)
    near = _near(first, second) or (without_subtitle and _near(mains[0] or first, mains[1] or second))
    return near and is_announcement(one) == is_announcement(other)


def _near(one: _Folded, other: _Folded) -> bool:
    if one.numbers != other.numbers:
        return False
    if one.letters == other.letters:
        return True
    lengths = sorted((len(one.letters), len(other.letters)))
    needed = min(_ALIKE, 1 - 1.1 / lengths[1])
    if lengths[0] < 8 or 2 * lengths[0] < needed * sum(lengths):
        return False
    matcher = SequenceMatcher(None, one.letters, other.letters, autojunk=False)
    return matcher.quick_ratio() >= needed and matcher.ratio() >= needed


def plain(title: str) -> str:
    """A title without HTML tags and entities."""
    if "<" in title:
        title = _TAG.sub("", title)
    return html.unescape(title) if "&" in title else title


def title_doubts(title: str) -> Iterator[tuple[str, str]]:
    """What looks wrong in a title, each with a hint."""
    if marks := [*_TAG.findall(title), *_ENTITY.findall(title)]:
        yield f"the title holds HTML: {marks[0]}", f"write the characters themselves: {plain(title)}"
    if _all_capitals(title):
        yield "the title is in capitals throughout", "write it in ordinary letters"
    if _ends_in_a_stop(title):
        yield "the title ends in a stop", "leave the stop out: it is set where the work is listed"


def _all_capitals(title: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", plain(title))
    return len(words) >= 3 and sum(map(len, words)) >= 12 and all(word.isupper() for word in words)


def _ends_in_a_stop(title: str) -> bool:
    """A stop that ends a sentence, not an abbreviation (U.S., vs., No. 1.)."""
    last = title.rsplit(maxsplit=1)[-1]
    return last.endswith("。") or (bool(re.search(r"[^\W\d_]{4,}[)\]”’\"']?\.$", last)) and last.count(".") == 1)
