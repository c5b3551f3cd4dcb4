"""The page that tells which files of data there are, what they hold and under which licence."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from msgspec import Struct

from taiyaku.model.library import KINDS_WITH_SENTENCES, Library
from taiyaku.pages.desk import Desk
from taiyaku.pages.lists import count
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, Text

T = TypeVar("T")

REFERENCE_FILES = ("references.bib", "references.ris", "references.json")
"""The files of the whole bibliography that are published below `data/`."""

LISTED = 100
"""So many files of single summaries are listed; of more it is told how they are called."""

WHOLE, PART = 1_000, 200
"""Records that a file may hold; what has more is cut into parts of fewer, so that one record changes a small one."""


def part_names(name: str, records: int) -> tuple[str, ...]:
    """The file of so many records, or the files of its parts: `pairs.jsonl`, `pairs-2.jsonl` and so on."""
    stem, _, end = name.partition(".")
    parts = 1 if records <= WHOLE else -(-records // PART)
    return (name, *(f"{stem}-{n}.{end}" for n in range(2, parts + 1)))


def part_of(keys: Iterable[T], records: int, number: int) -> Iterator[T]:
    """The keys of one part of so many records."""
    return iter(keys) if records <= WHOLE else islice(keys, number * PART, (number + 1) * PART)


CONTENT_KINDS = (
    "sources",
    "seeds",
    "references",
    "trials",
    "glossary",
    "endpoints",
    "topics",
    "populations",
    "drugs",
    "differences",
    "pages",
    "reviews",
)
"""The kinds of records in content.json, in their order."""


def records(library: Library, kinds: Iterable[str]) -> int:
    """How many records of some kinds there are."""
    return sum(len(getattr(library, kind)) for kind in kinds)


class DataView(Struct, frozen=True):
    """What the files hold: how many pairs and summaries, the summaries' own files if few, the files of all works.

    `content_parts` and `pair_parts` are the files that follow content.json and pairs.jsonl where these are cut.
    """

    pairs: int
    summaries: int
    sources: tuple[tuple[str, Text], ...]
    references: tuple[str, ...]
    content_parts: tuple[str, ...] = ()
    pair_parts: tuple[str, ...] = ()


def plan_data(desk: Desk) -> Iterator[Page]:
    """The page of the data."""
    library, links = desk.library, desk.links
    summaries = count(links, "sources")
    listed = library.sources if summaries <= LISTED else ()
    view = DataView(
        pairs=count(links, "pairs"),
        summaries=summaries,
        sources=tuple((key, desk.title_of("sources", key)) for key in listed),
        references=tuple(part for name in REFERENCE_FILES for part in part_names(name, len(library.references))),
        content_parts=part_names("content.json", records(library, CONTENT_KINDS))[1:],
        pair_parts=part_names("pairs.jsonl", records(library, KINDS_WITH_SENTENCES))[1:],
    )
    at = library.place("site", "site")
    yield Page(Route(desk.locale, ("data",)), "data.html", Text("", desk.locale), view, at)
