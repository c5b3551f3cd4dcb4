"""The files of the search: joined from the pieces of all records, or changed where the pieces of some have changed."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from taiyaku.app.engine.engine import Engine
from taiyaku.app.engine.store import unpack
from taiyaku.app.engine.work import SEARCH, pieces_table
from taiyaku.base.locale import Locale
from taiyaku.pages.search import KINDS
from taiyaku.render.search_editing import Change, edited
from taiyaku.render.search_joining import FIRSTS, joined, numbered
from taiyaku.render.search_pieces import Piece

Read = Callable[[str], bytes | None]

_FEW = 200
"""So many changed pieces are put in place one by one; of more, all are joined anew."""


_AT_ONCE = 2_000
"""So many pieces may have their words in memory together (about 15 MB); of more, some groups of words at a time."""

_OF_SEARCH = f"FROM facts INDEXED BY facts_of_search WHERE name = ? AND name >= '{SEARCH}' AND name < '{SEARCH[:-1]}0'"


def join_search(engine: Engine, locales: tuple[Locale, ...], read: Read, staging: Path | None) -> None:
    """Makes the files of the search what the pieces say, in the step under way."""
    changes = engine.changed_pieces()
    if changes == {}:
        return
    for locale in locales:
        unit = f"files|search|{locale.value}"
        few = None if changes is None or len(changes) > _FEW else _changes(engine, changes, locale)
        if few is None or read(f"assets/search/{locale.value}/meta.js") is None:
            found = joined(partial(_pieces, engine, locale), locale, 1 + _count(engine, locale) // _AT_ONCE)
            engine.keep_all(unit, ((str(path), data) for path, data in found), staging)
        elif few:
            made = edited(few, locale, lambda path: read(str(path)))
            engine.keep_some(unit, {str(path): data for path, data in made.items()}, staging)
    engine.forget_changed_pieces()


def _count(engine: Engine, locale: Locale) -> int:
    """How many pieces there are."""
    asked = (engine.store.db.execute(f"SELECT COUNT(*) {_OF_SEARCH}", (_name(kind, locale),)) for kind in KINDS)
    return sum(found.fetchone()[0] for found in asked)


def _name(kind: str, locale: Locale) -> str:
    """The name under which the pieces of a kind are kept."""
    return f"{pieces_table(kind, locale)}:{kind}"


def _pieces(engine: Engine, locale: Locale) -> Iterator[tuple[int, Piece]]:
    def of_kind(kind: str) -> Iterator[Piece]:
        return map(unpack, engine.store.fact_values(_name(kind, locale)))

    return numbered({kind: of_kind(kind) for kind in KINDS})


def _changes(engine: Engine, changes: dict[tuple[str, str, int], bytes], locale: Locale) -> list[Change] | None:
    """The changed pieces of a language with their numbers; None where that is no longer known."""
    found = []
    for (name, owner, seq), before in changes.items():
        kind = name.partition(":")[2]
        if name != _name(kind, locale):
            continue
        db = engine.store.db
        after = db.execute(f"SELECT data {_OF_SEARCH} AND owner = ? AND seq = ?", (name, owner, seq)).fetchone()
        (place,) = db.execute(f"SELECT COUNT(*) {_OF_SEARCH} AND (owner, seq) < (?, ?)", (name, owner, seq)).fetchone()
        if after is None:
            return None
        found.append(Change(FIRSTS[kind] + place, unpack(before), unpack(after[0])))
    return found
