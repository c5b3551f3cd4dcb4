"""The page that tells which files of data there are, what they hold and under which licence."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise, starmap
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

WHOLE, PART, SUMMARIES = 1_000, 200, 50
"""Records that a file may hold; what has more is cut into parts of fewer, so that one record changes a small file. Of
summaries, which are long, a part holds fewest."""


def parts(records: int, summaries: int = 0) -> tuple[range, ...]:
    """Which of so many records each file holds; the first of them are summaries."""
    if records <= WHOLE:
        return (range(records),)
    cuts = [*range(0, summaries, SUMMARIES), *range(summaries, records, PART), records]
    return tuple(starmap(range, pairwise(cuts)))


def part_names(name: str, cut: Sequence[range]) -> tuple[str, ...]:
    """The file, or the files of its parts: `pairs.jsonl`, `pairs-2.jsonl` and so on."""
    stem, _, end = name.partition(".")
    return (name, *(f"{stem}-{n}.{end}" for n in range(2, len(cut) + 1)))


def part_of(keys: Iterable[T], part: range) -> Iterator[T]:
    """The keys of one part."""
    return islice(keys, part.start, part.stop)


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


def parts_of(library: Library, kinds: Sequence[str]) -> tuple[range, ...]:
    """The parts of the records of some kinds, of which the first are the summaries."""
    return parts(sum(len(getattr(library, kind)) for kind in kinds), len(library.sources))


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
    works = parts(len(library.references))
    view = DataView(
        pairs=count(links, "pairs"),
        summaries=summaries,
        sources=tuple((key, desk.title_of("sources", key)) for key in listed),
        references=tuple(part for name in REFERENCE_FILES for part in part_names(name, works)),
        content_parts=part_names("content.json", parts_of(library, CONTENT_KINDS))[1:],
        pair_parts=part_names("pairs.jsonl", parts_of(library, KINDS_WITH_SENTENCES))[1:],
    )
    at = library.place("site", "site")
    yield Page(Route(desk.locale, ("data",)), "data.html", Text("", desk.locale), view, at)
