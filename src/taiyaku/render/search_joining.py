"""Joins the pieces of all records into the files of one language's search, one after another.

A record's number is its kind's first number and its place in that kind. Words are joined group by group; what is held
is the lists of one group, and for each shard the word that it begins with.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from taiyaku.base.locale import Locale
from taiyaku.pages.search import KINDS
from taiyaku.render.search_coding import BLOCK, RECORDS, block_head
from taiyaku.render.search_pieces import GROUPS, Piece
from taiyaku.render.search_shards import (
    LONGEST_NAME,
    Entry,
    File,
    browser_order,
    fingerprint,
    name_of,
    script,
    shard_file,
    shards,
    values_of,
    written,
)

KIND = 2**19
"""Pieces that a kind may have."""

TOGETHER, NAMES = 16, 64
"""Records of which the texts stand in one file: the leading ones of sources, the others of short records; names."""

ALONE = 6_000
"""Characters of coded numbers from which a word has a file of its own: only a query that needs it fetches it."""

STAR = "*"

VERSIONS = 2**40

Numbered = Iterable[tuple[int, Piece]]


@dataclass
class Overview:
    """What a browser must know first; `version` stands in the addresses of all other files, so that none is stale."""

    version: int = 0
    documents: int = 0
    index: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, data: bytes) -> "Overview":
        """The overview that a file holds."""
        (told,) = values_of(data)
        return cls(int(told["version"], 16), told["documents"], told["index"].split(" "), told["words"].split(" "))

    def count(self, data: bytes, times: int = 1) -> None:
        """Counts one more file in the version, or with -1 one less."""
        self.version = (self.version + times * fingerprint(data)) % VERSIONS

    def file(self, locale: Locale) -> File:
        """The overview's own file."""
        told = {
            "version": f"{self.version:010x}",
            "documents": self.documents,
            "index": " ".join(self.index),
            "words": " ".join(self.words),
        }
        return script(locale, "meta", told)


def numbered(pieces: Mapping[str, Iterable[Piece]]) -> Iterator[tuple[int, Piece]]:
    """The pieces of all kinds with their numbers."""
    for kind, first in FIRSTS.items():
        for place, piece in enumerate(pieces.get(kind, ())):
            if place >= KIND:
                raise OverflowError(f"the search cannot hold more than {KIND:,} {kind}")
            yield first + place, piece


FIRSTS = {kind: n * KIND for n, kind in enumerate(KINDS)}
"""The first number of each kind: what is added to one moves no other."""


def joined(pieces: Callable[[], Numbered], locale: Locale, passes: int = 1) -> Iterator[File]:
    """Every file of one language. The pieces are read once for the texts and in so many passes for the words."""
    overview = Overview()
    for file in _all_but_overview(pieces, locale, passes, overview):
        overview.count(file[1])
        yield file
    yield overview.file(locale)


def _all_but_overview(
    pieces: Callable[[], Numbered], locale: Locale, passes: int, overview: Overview
) -> Iterator[File]:
    yield from text_files(_counted(pieces(), overview), locale)
    vocabulary: list[Entry] = []
    alone: list[File] = []
    for start, shard in shards(lightened(_entries(pieces, passes, vocabulary), locale, alone)):
        overview.index.append(start)
        yield shard_file(locale, "i", start, shard)
        yield from alone
        alone.clear()
    for start, shard in shards(vocabulary):
        overview.words.append(start)
        yield shard_file(locale, "w", start, shard)


def _counted(pieces: Numbered, overview: Overview) -> Iterator[tuple[int, Piece]]:
    for number, piece in pieces:
        overview.documents += piece.documents
        yield number, piece


def text_files(pieces: Numbered, locale: Locale) -> Iterator[File]:
    """The files of texts."""
    for _, together in groupby(pieces, key=lambda each: each[0] // NAMES):
        files: dict[str, list[str]] = {}
        for number, piece in together:
            for name, text in texts_of(number, piece):
                files.setdefault(name, []).append(text)
        for name, texts in files.items():
            yield written(locale, name, ",".join(texts))


def texts_of(number: int, piece: Piece) -> Iterator[tuple[str, str]]:
    """The leading texts of a piece and its others, each with the file in which it stands; they are numbered there."""
    block = number // TOGETHER
    names = (f"h{block}", f"b{number}") if number < KIND else (f"n{number // NAMES}", f"t{block}")
    for n, (name, text) in enumerate(zip(names, (piece.leading, piece.others), strict=True)):
        if text:
            yield name, f"[{number * 2 + n},{text}]"


def _entries(pieces: Callable[[], Numbered], passes: int, vocabulary: list[Entry]) -> Iterator[Entry]:
    """Every search word with its list; what can be misspelt is added to the vocabulary."""
    step = -(-GROUPS // passes)
    for first in range(0, GROUPS, step):
        plain: Counter[str] = Counter()
        lists = _lists(pieces(), first, first + step, plain)
        for word in sorted(lists, key=browser_order):
            yield word, lists.pop(word).decode()
        vocabulary += ((word, str(plain[word])) for word in sorted(plain, key=browser_order))


def _lists(pieces: Numbered, first: int, last: int, plain: Counter[str]) -> dict[str, bytearray]:
    """The lists of the words in some groups; the words that can be misspelt are counted."""
    lists: dict[str, bytearray] = {}
    for block, together in groupby(pieces, key=lambda each: each[0] // BLOCK):
        head = block_head(block)
        for word, text in _block(together, first, last, plain).items():
            own = (head + text).encode()
            if word in lists:
                lists[word] += b"." + own
            else:
                lists[word] = bytearray(own)
    return lists


def _block(pieces: Numbered, first: int, last: int, plain: Counter[str]) -> dict[str, str]:
    words: list[str] = []
    units: list[str] = []
    spoken: list[str] = []
    for number, piece in pieces:
        record = RECORDS[number % BLOCK]
        groups = [group for group in piece.groups[first:last] if group.words]
        words += [group.words for group in groups]
        units += [record + group.places.replace(" ", f" {record}") for group in groups]
        spoken += [group.plain for group in groups if group.plain]
    plain.update(" ".join(spoken).split())
    texts: dict[str, str] = {}
    known = texts.get
    for word, unit in zip(" ".join(words).split(), " ".join(units).split(), strict=True):
        texts[word] = known(word, "") + unit
    return texts


def lightened(entries: Iterable[Entry], locale: Locale, alone: list[File]) -> Iterator[Entry]:
    """The same entries; the lists of words that stand alone become files, and a star with their size in bits stays."""
    for word, text in entries:
        if len(text) < ALONE or len(word) > LONGEST_NAME:
            yield word, text
            continue
        alone.append(script(locale, name_of("a", word), text))
        yield word, f"{STAR}{len(text).bit_length()}"
