"""The map of the site: written of the addresses of all pages, or again only where an address tells something else."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from taiyaku.app.engine.engine import Engine
from taiyaku.app.engine.store import Store
from taiyaku.model.site import Site
from taiyaku.render import sitemap

_UNIT = "files|map|"


class _Row(NamedTuple):
    """A page's file, its piece of the map, and the day of its last change."""

    path: str
    text: str
    day: str | None


class _Mark(NamedTuple):
    """A part of the map: after which file it begins, and the day of the latest change in it."""

    after: str
    day: str | None


def make_map(engine: Engine, site: Site, staging: Path | None) -> None:
    """Makes the map what the addresses say, in the step under way."""
    store, changes = engine.store, engine.changed_addresses()
    if changes is None:
        marks: list[_Mark] = []
        engine.keep_all(_UNIT, _all(store, site, marks), staging)
    elif changes:
        marks = [_Mark(*mark) for mark in store.note("map")]
        engine.keep_some(_UNIT, dict(_some(store, site, marks, changes)), staging)
    else:
        return
    store.set_note("map", [tuple(mark) for mark in marks])
    engine.forget_changed_addresses()


def _all(store: Store, site: Site, marks: list[_Mark]) -> Iterator[tuple[str, bytes]]:
    (addresses,) = store.db.execute("SELECT COUNT(*) FROM outputs WHERE address IS NOT NULL").fetchone()
    count, after = max(1, -(-addresses // sitemap.MOST_ADDRESSES)), ""
    for number in range(1, count + 1):
        rows = _rows(store, after)
        marks.append(_mark(after, rows))
        yield _file(number, count, rows)
        after = rows[-1].path if rows else after
    yield from _index(site, marks)


def _some(store: Store, site: Site, marks: list[_Mark], changes: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    firsts = [mark.after for mark in marks]
    for number in sorted({bisect_left(firsts, path) for path in changes}):
        rows = _rows(store, firsts[number - 1])
        marks[number - 1] = _mark(firsts[number - 1], rows)
        yield _file(number, len(marks), rows)
    yield from _index(site, marks)


def _rows(store: Store, after: str) -> list[_Row]:
    query = "SELECT path, address, day FROM outputs WHERE address IS NOT NULL AND path > ? ORDER BY path LIMIT ?"
    return [_Row(*row) for row in store.db.execute(query, (after, sitemap.MOST_ADDRESSES))]


def _mark(after: str, rows: list[_Row]) -> _Mark:
    return _Mark(after, max((row.day for row in rows if row.day), default=None))


def _file(number: int, count: int, rows: list[_Row]) -> tuple[str, bytes]:
    return sitemap.sitemap_name(number, count), sitemap.sitemap_file(row.text for row in rows)


def _index(site: Site, marks: list[_Mark]) -> Iterator[tuple[str, bytes]]:
    if len(marks) > 1:
        days = [date.fromisoformat(mark.day) if mark.day else None for mark in marks]
        yield "sitemap.xml", sitemap.sitemap_index(days, site)
