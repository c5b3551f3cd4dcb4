"""The search index of one language: which search word stands in which documents, cut into files of little weight.

Documents are numbered in the order of their rank, so that the first numbers of a word are its best results. All files
are texts of this program's own coding (`search_coding`); nothing in them depends on anything but the documents.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from taiyaku.language.search_words import plain_words, search_words
from taiyaku.render.search_coding import encode, encode_growing

SHARD = 16_000
"""Characters of a shard, about: what a phone fetches for one search word is this at most, before compression."""

ALONE = 6_000
"""Characters of coded numbers from which a word has a file of its own: only a query that needs it fetches it."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Search words that are neighbours in the alphabet: each one's counts, then the coded numbers of all."""

    words: tuple[str, ...]
    counts: str
    numbers: str


@dataclass(frozen=True, slots=True)
class Cut:
    """An index in pieces: shards, the numbers of words that stand alone, and the words that can be misspelt."""

    shards: tuple[Shard, ...]
    alone: tuple[str, ...]
    vocabulary: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Which documents hold each search word, and every word that can be misspelt."""

    numbers: Mapping[str, Sequence[int]]
    plain: frozenset[str]


def index(texts: Iterable[str]) -> Index:
    """The index of texts that are numbered in their order."""
    numbers: dict[str, array[int]] = defaultdict(lambda: array("I"))
    plain: set[str] = set()
    for number, text in enumerate(texts):
        for word in set(search_words(text)):
            numbers[word].append(number)
        plain.update(plain_words(text))
    return Index(numbers, frozenset(plain))


def browser_order(word: str) -> bytes:
    """Sorts as a browser compares texts: by units of UTF-16."""
    return word.encode("utf-16-be")


def cut(whole: Index) -> Cut:
    """An index in pieces; only the documents decide where it is cut."""
    alone: list[str] = []
    shards, words, counts, coded, size = [], [], [], [], 0
    for word in sorted(whole.numbers, key=browser_order):
        numbers = whole.numbers[word]
        text = encode_growing(numbers)
        if len(text) >= ALONE:
            counts.append(encode((len(numbers), 0, len(alone))))
            alone.append(text)
            text = ""
        else:
            counts.append(encode((len(numbers), len(text))))
        words.append(word)
        coded.append(text)
        size += len(text) + len(word) + 3
        if size >= SHARD:
            shards.append(Shard(tuple(words), "".join(counts), "".join(coded)))
            words, counts, coded, size = [], [], [], 0
    if words:
        shards.append(Shard(tuple(words), "".join(counts), "".join(coded)))
    return Cut(tuple(shards), tuple(alone), tuple(_pieces(sorted(whole.plain, key=browser_order), SHARD)))


def _pieces(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """Words in pieces of about so many characters."""
    piece: list[str] = []
    length = 0
    for word in words:
        piece.append(word)
        length += len(word) + 1
        if length >= size:
            yield tuple(piece)
            piece, length = [], 0
    if piece:
        yield tuple(piece)
