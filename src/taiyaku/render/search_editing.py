"""Changes the search of one language where the pieces of some records have changed, without reading the others.

The files that come of it are those that joining all pieces again would make. That holds while no record is added or
removed, and none grows into more pieces, since these move the numbers of those that follow; then all is joined again.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from taiyaku.base.locale import Locale
from taiyaku.render.search_coding import with_record
from taiyaku.render.search_joining import STAR, Overview, VERSIONS, lightened, text_names
from taiyaku.render.search_pieces import Piece
from taiyaku.render.search_shards import (
    Entry,
    File,
    browser_order,
    entries_of,
    fingerprint,
    name_of,
    path_of,
    shard_file,
    shards,
    values_of,
    written,
)

Read = Callable[[PurePosixPath], bytes]
"""Gives a file of the search as it stands."""

Apply = Callable[[str, str], str]
"""Gives a word's new value from its old one: nothing for a word that is not there."""


@dataclass(frozen=True, slots=True)
class Change:
    """A record's number, what its piece was, and what it is."""

    number: int
    before: Piece
    after: Piece


def edited(changes: Iterable[Change], locale: Locale, read: Read) -> Iterator[tuple[PurePosixPath, bytes | None]]:
    """Every file that the changes touch, as it is now; None for one that is no longer there."""
    ...
