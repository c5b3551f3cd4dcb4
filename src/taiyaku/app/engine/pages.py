"""The look at the pages that were made: each stands alone at its address, and its links lead somewhere."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from taiyaku.app.engine.engine import Engine
from taiyaku.app.engine.store import Store, unpack
from taiyaku.base.names import did_you_mean
from taiyaku.base.problem import Problem
from taiyaku.render.links import faults, from_text, ids_of, parsed

_FEW = 50
"""So many places that are gone are looked for in what pages link to; of more, all links are looked at."""


_PLAIN = re.compile(r"#?[\w./-]+", re.ASCII)


def clashes(engine: Engine) -> Iterator[Problem]:
    """Pages that would stand at one address."""
    of_path = "SELECT source FROM outputs WHERE path = ? AND links IS NOT NULL ORDER BY unit"
    for path in engine.paths_twice():
        first, *others = (unpack(data) for (data,) in engine.store.db.execute(of_path, (path,)))
        for at in others:
            yield Problem(at, "address-twice", f"another page already stands at '{path}'", also=(first,))


class Standing:
    """What the site has, as the store knows it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.has = lru_cache(1 << 14)(self._has)
        self._ids = lru_cache(1 << 14)(self._ids_of)

    def _has(self, path: str) -> bool:
        return self.store.db.execute("SELECT 1 FROM outputs WHERE path = ? LIMIT 1", (path,)).fetchone() is not None

    def _ids_of(self, path: str) -> str | None:
        """The ids of a page, each between line ends: one text takes a tenth of what a set does."""
        found = self.store.db.execute("SELECT links FROM outputs WHERE path = ? LIMIT 1", (path,)).fetchone()
        return "\n".join(("", *ids_of(found[0]), "")) if found and found[0] is not None else None

    def has_id(self, path: str, fragment: str) -> bool:
        """Whether a page has a place; what is no page has every one."""
        ids = self._ids(path)
        return ids is None or f"\n{fragment}\n" in ids

    def near(self, path: str) -> str:
        """What may have been meant."""
        return did_you_mean(path, [each for (each,) in self.store.db.execute("SELECT path FROM outputs ORDER BY path")])


def dead_links(engine: Engine, read: Callable[[str], bytes]) -> Iterator[Problem]:
    """The broken links of new pages, and of those that may link to what is gone."""
    site = Standing(engine.store)
    for path, links, at in _to_look_at(engine):
        if any(faults(path, from_text(path, links), at, site)):
            yield from faults(path, parsed(path, read(path)), at, site)


def _to_look_at(engine: Engine) -> Iterator[tuple[str, str, Any]]:
    """The pages to look at, with their links and where their content stands."""
    asked: list[tuple[str, tuple[str, ...]]] = [("INDEXED BY outputs_new WHERE fresh", ())]
    if engine.lost_ids or engine.lost_files:
        where, names = _linking_to(engine.lost_ids, engine.lost_files)
        asked.append((f"{where} AND NOT fresh", names))
    for where, given in asked:
        query = f"SELECT path, links, source FROM outputs {where} AND links IS NOT NULL"  # noqa: S608 - ours
        for path, links, at in engine.store.db.execute(query, given):
            yield path, links, unpack(at)


def _linking_to(ids: set[tuple[str, str]], files: set[str]) -> tuple[str, tuple[str, ...]]:
    """How the pages are found that may link to what is gone: by the end of a link as it is written.

    A link to a file names it and the folder that holds it; but links from within that folder need not.
    """
    ends = {f"#{name}" for _, name in ids} | {"/".join(PurePosixPath(file).parts[-2:]) for file in files}
    if len(ends) > _FEW or not all(map(_PLAIN.fullmatch, ends)):  # what is not plain may be written in other ways
        return "WHERE TRUE", ()
    folders = sorted({file.rpartition("/")[0] for file in files})
    within = [bound for folder in folders for bound in (f"{folder}/", f"{folder}0")]
    tests = ["instr(links, ?)"] * len(ends) + ["path BETWEEN ? AND ?"] * len(folders)
    return f"WHERE ({' OR '.join(tests)})", (*sorted(ends), *within)
