"""Changes the search of one language where the pieces of some records have changed, without reading the others.

The files that come of it are those that joining all pieces again would make. That holds while no record is added or
removed, and none grows into more pieces, since these move the numbers of those that follow; then all is joined again.
"""

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import PurePosixPath

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.render.search_coding import with_record
from taiyaku.render.search_joining import STAR, Overview, lightened, texts_of
from taiyaku.render.search_pieces import Piece
from taiyaku.render.search_shards import (
    Entry,
    File,
    browser_order,
    entries_of,
    name_of,
    path_of,
    script,
    shard_file,
    shards,
    values_of,
)

Read = Callable[[PurePosixPath], bytes | None]
"""Gives a file of the search as it stands, None for one that does not."""

Files = dict[PurePosixPath, bytes | None]
"""Files as they become; None for one that goes."""

Edit = Callable[[str], str]
"""Gives a word's new value from its old one; no value for a word that is not there."""


class Change(Struct, frozen=True):
    """A record's number, what its piece was, and what it is."""

    number: int
    before: Piece
    after: Piece


def edited(changes: Sequence[Change], locale: Locale, read: Read) -> Files:
    """Every file that the changes touch, as it becomes."""
    found = read(path_of(locale, "meta"))
    assert found is not None
    overview = Overview.read(found)
    files = _texts(changes, locale, read)
    files |= _index(changes, locale, read, overview)
    files |= _vocabulary(changes, locale, read, overview)
    for path, data in files.items():
        before = read(path)
        if before is not None:
            overview.count(before, -1)
        if data is not None:
            overview.count(data)
    overview.documents += sum(each.after.documents - each.before.documents for each in changes)
    return files | dict([overview.file(locale)])


def _texts(changes: Iterable[Change], locale: Locale, read: Read) -> Files:
    """The files of texts of which some have changed."""
    changed: dict[str, dict[int, str]] = defaultdict(dict)
    for each in changes:
        before, after = (dict(_numbered_texts(each.number, piece)) for piece in (each.before, each.after))
        for name, number in before | after:
            if before.get((name, number)) != after.get((name, number)):
                changed[name][number] = after.get((name, number), "")
    files: Files = {}
    for name, own in changed.items():
        data = read(path_of(locale, name))
        texts: dict[int, list[str] | None] = dict(values_of(data)) if data else {}
        texts |= {number: json.loads(text) if text else None for number, text in own.items()}
        kept = [[number, texts[number]] for number in sorted(texts) if texts[number]]
        path, new = script(locale, name, *kept)
        files[path] = new if kept else None
    return files


def _numbered_texts(number: int, piece: Piece) -> Iterator[tuple[tuple[str, int], str]]:
    for name, text in texts_of(number, piece):
        own, _, rest = text[1:-1].partition(",")
        yield (name, int(own)), rest


def _index(changes: Iterable[Change], locale: Locale, read: Read, overview: Overview) -> Files:
    """The shards and the lists of words that stand alone, of which some have changed."""
    edits: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for each in changes:
        before, after = _places(each.before), _places(each.after)
        for word in before.keys() | after.keys():
            if before.get(word) != after.get(word):
                edits[word].append((each.number, after.get(word, "")))
    gone: Files = {}

    def edit(word: str, value: str) -> str:
        if value.startswith(STAR):
            path = path_of(locale, name_of("a", word))
            gone[path] = None
            (value,) = values_of(read(path) or b"")
        for number, places in edits[word]:
            value = with_record(value, number, places)
        return value

    alone: list[File] = []
    recut = _Recut("i", locale, read, overview.index, lambda entries: lightened(entries, locale, alone))
    files = recut.files({word: partial(edit, word) for word in edits})
    return gone | dict(alone) | files


def _places(piece: Piece) -> dict[str, str]:
    return {
        word: places
        for group in piece.groups
        if group.words
        for word, places in zip(group.words.split(" "), group.places.split(" "), strict=True)
    }


def _vocabulary(changes: Iterable[Change], locale: Locale, read: Read, overview: Overview) -> Files:
    """The shards of words that can be misspelt, of which some came or went."""
    counts: Counter[str] = Counter()
    for each in changes:
        counts.update(word for group in each.after.groups for word in group.plain.split())
        counts.subtract(word for group in each.before.groups for word in group.plain.split())

    def edit(more: int, value: str) -> str:
        count = int(value or "0") + more
        return str(count) if count else ""

    edits = {word: partial(edit, more) for word, more in counts.items() if more}
    return _Recut("w", locale, read, overview.words, iter).files(edits)


@dataclass
class _Recut:
    """The shards of one kind, which are cut anew from the first that changes until an end is where it was."""

    kind: str
    locale: Locale
    read: Read
    starts: list[str]
    light: Callable[[Iterable[Entry]], Iterator[Entry]]
    edits: dict[int, dict[str, Edit]] = field(default_factory=dict)

    def files(self, edits: Mapping[str, Edit]) -> Files:
        """The shards that change; the words with which shards begin become what they are then."""
        keys = [browser_order(start) for start in self.starts]
        for word, edit in edits.items():
            self.edits.setdefault(bisect_right(keys, browser_order(word)) - 1, {})[word] = edit
        spans: list[tuple[int, int, list[tuple[str, list[Entry]]]]] = []
        after = 0
        for n in sorted(self.edits):
            while n >= after:
                first = n - 1 if n > after and self._loses_its_name(n) else n
                after, made = self._span(first)
                spans.append((first, after, made))
        files: Files = {}
        for first, end, _ in spans:
            files |= {path_of(self.locale, name_of(self.kind, start)): None for start in self.starts[first:end]}
        for first, end, made in reversed(spans):
            files |= dict(shard_file(self.locale, self.kind, start, held) for start, held in made)
            self.starts[first:end] = [start for start, _ in made]
        return files

    def _loses_its_name(self, n: int) -> bool:
        start = self.starts[n]
        return start in self.edits[n] and all(word != start for word, _ in self._entries(n))

    def _entries(self, n: int) -> Iterable[Entry]:
        """The entries of a shard, edited."""
        held = entries_of(self.read(path_of(self.locale, name_of(self.kind, self.starts[n]))) or b"")
        if n not in self.edits:
            return held
        entries = dict(held)
        entries |= {word: edit(entries.get(word, "")) for word, edit in self.edits[n].items()}
        kept = ((word, value) for word, value in entries.items() if value)
        return sorted(kept, key=lambda entry: browser_order(entry[0]))

    def _span(self, first: int) -> tuple[int, list[tuple[str, list[Entry]]]]:
        """The first shard that stays after this one, and the shards that come in the place of those before it."""
        taken: list[int] = []

        def entries() -> Iterator[Entry]:
            for n in range(first, len(self.starts)):
                for entry in self._entries(n):
                    taken.append(n)
                    yield entry

        light = self.light(entries())
        begin = next(light, None)
        if begin is None:
            return len(self.starts), [("", [])] if first == 0 else []
        made: list[tuple[str, list[Entry]]] = []
        in_them = 0
        for start, held in shards(chain([begin], light), "" if first == 0 else begin[0]):
            made.append((start, held))
            in_them += len(held)
            if in_them < len(taken) and taken[-1] != taken[-2]:  # the next shard began where one began before
                return taken[-1], made
        return len(self.starts), made
