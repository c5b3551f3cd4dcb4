"""The lists of the site: in which order each stands, how many entries it has, and where it is cut."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from taiyaku.model.library import Library
from taiyaku.pages.parts import cut
from taiyaku.pages.ways_back import Fact, WaysBack


class _List(NamedTuple):
    """How the entries of a list are found in their order, and how many one page holds."""

    entries: Callable[[Library, WaysBack], Sequence[object]]
    size: int


def _by(table: str) -> Callable[[Library, WaysBack], Sequence[object]]:
    """Entries in the order that the records themselves told; those that are alike in the order of the library."""

    def found(_library: Library, links: WaysBack) -> list[object]:
        return [key for _, key in sorted(links.order.get(table, ()), key=lambda told: told[0])]

    return found


LISTS: Mapping[str, _List] = {
    "references": _List(_by("references"), 100),
}
"""The lists that are cut where they are long."""


def _reference(library: Library, key: str) -> Iterator[Fact]:
    """First author, year, title: the order in which a reader looks a work up."""
    work = library.references[key]
    yield Fact(
        "order", "references", (((work.first_author or work.title).casefold(), work.issued or "", work.title), key)
    )


_ORDERS: Mapping[str, Callable[[Library, str], Iterator[Fact]]] = {
    "references": _reference,
}


def order_of(library: Library, kind: str, key: str) -> Iterator[Fact]:
    """Where a record stands in the lists of its kind."""
    told = _ORDERS.get(kind)
    if told:
        yield from told(library, key)


def cut_list(library: Library, links: WaysBack, kind: str) -> Iterator[Fact]:
    """How many entries a list has, and which of them stand in which part."""
    entries, size = LISTS[kind].entries(library, links), LISTS[kind].size
    yield Fact("counts", kind, len(entries))
    yield from cut(kind, "", entries, size)
