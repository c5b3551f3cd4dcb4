"""The lists of the site: in which order each stands, how many entries it has, and where it is cut.

A record says what it is sorted by (`order_of`); from that alone each list is put in order and cut (`LISTS`), so that a
page of a list is made again only where its own entries, or what they say, are others.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from taiyaku.base.locale import Locale
from taiyaku.model.library import Library
from taiyaku.pages.initials import firsts, place_in
from taiyaku.pages.parts import cut
from taiyaku.pages.view import covered
from taiyaku.pages.ways_back import ALL, Fact, WaysBack

SIZES = {"sources": 50, "references": 100, "trials": 100, "glossary": 300, "status": 50, "home": 12, "feed": 100}
"""How many entries a page of each list holds."""


def order_of(library: Library, kind: str, key: str) -> Iterator[Fact]:
    """What a record is sorted by in the lists that it stands in."""
    told = _ORDERS.get(kind)
    if told:
        yield from (Fact("order", table, (by, key)) for table, by in told(library, key))


def _source(library: Library, key: str) -> Iterator[tuple[str, Any]]:
    """The newest first."""
    source = library.sources[key]
    age = -source.updated.toordinal()
    yield "newest", age
    yield from ((f"feed/{locale}", age) for locale in covered(source))


def _work(library: Library, key: str) -> Iterator[tuple[str, Any]]:
    """First author, year, title: the order in which a reader looks a work up."""
    work = library.references[key]
    yield "references", ((work.first_author or work.title).casefold(), work.issued or "", work.title)


def _trial(library: Library, key: str) -> Iterator[tuple[str, Any]]:
    yield "trials", library.trials[key].name.casefold()


def _term(library: Library, key: str) -> Iterator[tuple[str, Any]]:
    yield from ((f"glossary/{locale}", place_in(library.glossary[key], locale)) for locale in Locale)


_ORDERS: Mapping[str, Callable[[Library, str], Iterator[tuple[str, Any]]]] = {
    "sources": _source,
    "trials": _trial,
    "glossary": _term,
    "references": _work,
}


def _ordered(links: WaysBack, table: str) -> list[tuple[Any, str]]:
    """The records of a list, each with what it is sorted by; those that are alike in the order of the library."""
    return sorted(links.order.get(table, ()), key=lambda told: told[0])


def _keys(links: WaysBack, table: str) -> list[str]:
    return [key for _, key in _ordered(links, table)]


def _sources(library: Library, _links: WaysBack) -> Iterator[Fact]:
    yield Fact("counts", "sources", len(library.sources))
    yield from cut("sources", "", tuple(library.sources), SIZES["sources"])


def _references(_library: Library, links: WaysBack) -> Iterator[Fact]:
    keys = _keys(links, "references")
    yield Fact("counts", "references", len(keys))
    yield from cut("references", "", keys, SIZES["references"])


def _trials(_library: Library, links: WaysBack) -> Iterator[Fact]:
    keys = _keys(links, "trials")
    yield Fact("counts", "trials", len(keys))
    yield from cut("trials", "", keys, SIZES["trials"])


def _glossary(_library: Library, links: WaysBack) -> Iterator[Fact]:
    """An entry has a term for each language, since each has its own order; a term is told with its initial."""
    lists = [[(by[0], key) for by, key in _ordered(links, f"glossary/{locale}")] for locale in Locale]
    yield Fact("counts", "glossary", len(lists[0]))
    yield from cut("glossary", "", list(zip(*lists, strict=True)), SIZES["glossary"])
    for locale, terms in zip(Locale, lists, strict=True):
        yield Fact("initials", locale.value, firsts([initial for initial, _ in terms], SIZES["glossary"]))


def _status(library: Library, _links: WaysBack) -> Iterator[Fact]:
    size, keys = SIZES["status"], tuple(library.sources)
    yield from cut("status", "", keys, size)
    yield from (Fact("within", f"status/{key}", n // size + 1) for n, key in enumerate(keys) if n >= size)


def _home(_library: Library, links: WaysBack) -> Iterator[Fact]:
    """The newest summaries; where there are few, all in their usual order."""
    size, told = SIZES["home"], links.order.get("newest", ())
    keys = _keys(links, "newest") if len(told) > size else [key for _, key in told]
    yield Fact("part", "home#1", tuple(keys[:size]))


def _feed(library: Library, links: WaysBack) -> Iterator[Fact]:
    for locale in library.site.locales:
        yield Fact("part", f"feed/{locale.value}#1", tuple(_keys(links, f"feed/{locale}")[: SIZES["feed"]]))


def _data(_library: Library, links: WaysBack) -> Iterator[Fact]:
    yield Fact("counts", "pairs", sum(links.whole.get(ALL, ())))
    yield Fact("counts", "checked", len(links.checked.get(ALL, ())))


LISTS: Mapping[str, Callable[[Library, WaysBack], Iterator[Fact]]] = {
    "sources": _sources,
    "references": _references,
    "trials": _trials,
    "glossary": _glossary,
    "status": _status,
    "home": _home,
    "feed": _feed,
    "data": _data,
}
"""How each list is put in order, counted and cut."""


def count(links: WaysBack, name: str) -> int:
    """How many there are of what a list counts."""
    (found,) = links.counts.get(name, (0,))
    return found
