"""The files of the search: scripts that call one function, since `file://` lets a page read no others.

A shard holds words that are neighbours in the alphabet, each with its value. A shard ends after a word that a hash
chooses, so that a change moves the ends near it and no others, and is named after the word it begins with; so the files
follow from the words alone, in whatever order these came.
"""

import json
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Any
from zlib import crc32

from taiyaku.base.locale import Locale

FOLDER = PurePosixPath("assets/search")

LEAST, MEAN, MOST = 6_000, 8_000, 24_000
"""Characters of a shard: a hash chooses ends from the least on, of which every so many characters have one."""

LONGEST_NAME = 40
"""Letters of a word that a file can be named after."""

_BEFORE, _AFTER = "taiyakuSearch(", ");\n"
_OTHER = re.compile(r"[^a-z0-9]")

Entry = tuple[str, str]
"""A word and its value."""

File = tuple[PurePosixPath, bytes]


def browser_order(word: str) -> bytes:
    """Sorts as a browser compares texts: by units of UTF-16."""
    return word.encode("utf-16-be")


def name_of(kind: str, word: str) -> str:
    """The name of the file of a word or of the shard that begins with it; different words have different names."""
    return f"{kind}-{_OTHER.sub(lambda match: f'_{ord(match[0]):x}_', word)}"


def path_of(locale: Locale, name: str) -> PurePosixPath:
    """Where a file of the search stands."""
    return FOLDER / locale.value / f"{name}.js"


def script(locale: Locale, name: str, *values: Any) -> File:
    """A file that hands over its name and some values."""
    given = ",".join(json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values)
    return written(locale, name, given)


def written(locale: Locale, name: str, values: str) -> File:
    """The same with values that are written as JSON already."""
    return path_of(locale, name), f'{_BEFORE}"{locale}/{name}",{values}{_AFTER}'.encode()


def values_of(data: bytes) -> list[Any]:
    """The values that a file hands over after its name."""
    values: list[Any] = json.loads(f"[{data.decode()[len(_BEFORE) : -len(_AFTER)]}]")
    return values[1:]


def fingerprint(data: bytes) -> int:
    """Of one file; the sum of all tells one index from another, and follows a changed file without the others."""
    return int.from_bytes(blake2b(data, digest_size=5).digest())


def shards(entries: Iterable[Entry], start: str = "") -> Iterator[tuple[str, list[Entry]]]:
    """Entries in shards, each with the word that it is named after: none for the first, so that it is always there.

    A shard comes when the first entry of the next has been taken. `start` is the name of the first where it is another.
    """
    held, size, due = list[Entry](), 0, False
    for word, value in entries:
        if due and len(word) <= LONGEST_NAME:
            yield start, held
            start, held, size, due = word, [], 0, False
        held.append((word, value))
        weight = len(word) + len(value) + 2
        size += weight
        due = due or size >= MOST or (size >= LEAST and crc32(word.encode()) * MEAN < weight << 32)
    yield start, held


def shard_file(locale: Locale, kind: str, start: str, entries: Iterable[Entry]) -> File:
    """The file of a shard."""
    held = list(entries)
    return script(
        locale, name_of(kind, start), " ".join(word for word, _ in held), " ".join(value for _, value in held)
    )


def entries_of(data: bytes) -> list[Entry]:
    """The entries of a shard's file."""
    words, values = values_of(data)
    return list(zip(words.split(" "), values.split(" "), strict=True)) if words else []
