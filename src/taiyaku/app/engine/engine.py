"""The engine: what changed is read again, and what was made from it is made again; nothing else is.

A step (`STAGES`) makes units; each unit's readings are kept. A reading that has another value than before is a change,
and each later step makes those units again that read it. What a step has not yet worked off is kept with its results,
so that an interrupted build, or one that stopped at an error, is taken up where it was.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from os import urandom
from pathlib import Path
from typing import Any

from taiyaku.app.beside import Beside, Turns
from taiyaku.app.engine.executors import Crew
from taiyaku.app.engine.inputs import Changes
from taiyaku.app.engine.ready import (
    DERIVED_FROM,
    TO_DERIVE,
    Derived,
    Interface,
    derived,
    derived_with_tables,
    interface,
    keep_derived,
    keep_interface,
    of_file,
)
from taiyaku.app.engine.store import Store, digest, pack, unpack
from taiyaku.app.engine.tables import drop_tables, has_tables, keep_tables
from taiyaku.app.engine.work import (
    SEARCH,
    SEVERAL,
    STAGES,
    Bench,
    Made,
    Output,
    make_all,
    make_in_turn,
    make_shared,
    output,
    staged,
)
from taiyaku.base.problem import Problem
from taiyaku.render.links import as_text, ids_of

EVERYTHING = "*"
"""Among changes: whatever was read, make it again."""

VERSION = "changed"
"""A note of the store that is another after every change of records and of facts."""

_FEW = 200
"""So many changed addresses are written into their parts of the map; of more, all parts are made anew. And so many
paths are looked up one by one; of more, all are."""


def lists_anew(changes: set[str]) -> bool:
    """Whether units may have come or gone by these changes."""
    return not changes.isdisjoint((EVERYTHING, SEVERAL)) or any(name.endswith("/") for name in changes)


class Engine:
    """A store and those who work on it."""

    def __init__(self, store: Store, crew: Crew, told: Callable[[str, int, int], None] | None = None) -> None:
        self.store, self.crew, self.told = store, crew, told
        self.files: dict[str, bytes] = {}
        self.gone: set[str] = set()
        self.made_paths: set[str] = set()
        # What pages may have linked to; they do not link to the files that are made outside the steps.
        self.more_pages = self.more_files = 0
        self.lost_ids: set[tuple[str, str]] = set()
        self.lost_files: set[str] = set()
        self._ahead: dict[str, Made] = {}
        self.bench: Callable[[], Bench] = self._open_bench
        self._opened: Bench | None = None

    def _open_bench(self) -> Bench:
        """A bench of the store as it is now; what an earlier one holds is dropped, which Python would do late."""
        if self._opened:
            self._opened.library.drop()
        self._opened = Bench(self.store)
        return self._opened

    def take_in(self, changes: Changes) -> set[str]:
        """Notes for every step what changed; the names of it. What follows from it first is to be made ready next."""
        names = {EVERYTHING} if changes.everything else set(changes.names)
        if changes.everything or any(name.startswith(DERIVED_FROM) for name in names):
            self.store.set_note(TO_DERIVE, "yes")
        self.add(STAGES, names)
        if changes.interface:
            self.store.set_note("interface_problems", None)
            self.add(("pages",), {EVERYTHING})
        return names

    def get_ready(self) -> set[str]:
        """Makes templates and catalogs ready, and what is derived from the whole library; the names of what changed.

        What changed must be kept before, for a first build does this in other processes.
        """
        store = self.store
        if store.path is None or self.crew.jobs == 1 or not store.note(TO_DERIVE) or has_tables(store):
            return self._keep_ready(interface(store), derived(store))
        import_module("taiyaku.checks.every")  # once, for all processes that will make checks
        # What the tables take to be made is to go with the process that makes them.
        with (
            self.crew.apart("the templates", of_file, store.path, interface) as compiled,
            self.crew.apart("the glossary", of_file, store.path, derived_with_tables) as found,
        ):
            return self._keep_ready(compiled(), found())

    def _keep_ready(self, compiled: Interface | None, found: Derived) -> set[str]:
        self.store.begin()
        keep_interface(self.store, compiled)
        changed = keep_derived(self.store, found)
        self.add(STAGES, changed)
        return changed

    def pending(self, stage: str) -> set[str]:
        """The changes that a step has not worked off."""
        return self.store.note(f"pending:{stage}") or set()

    def add(self, stages: tuple[str, ...], names: set[str]) -> None:
        """Notes changes for some steps."""
        if not names or not stages:
            return
        for stage in stages:
            known = self.pending(stage)
            # What is made again as a whole is made whatever else changed: of a large site those are very many names.
            self.store.set_note(f"pending:{stage}", known if EVERYTHING in known else known | names)
        self.store.set_note(VERSION, urandom(8))

    def run(self, stage: str, staging: Path | None = None) -> set[str]:
        """Makes what a step has to make; the names of the facts that are others than before.

        The store's last step must be kept, and this one is left under way.
        """
        changes = self.pending(stage)
        if not changes:
            return set()
        wanted, gone = self.wanted(stage, changes)
        return self._take(stage, gone, len(wanted), self._make(stage, wanted, staging))

    def run_beside(self, stage: str, later: str, staging: Path) -> None:
        """The same, by another process, while this one makes the units of a later step that uses nothing of this one.

        Then both take turns at these, which are kept when their step is run. Only this one is run unless both have few.
        """
        (first, gone), path = self.wanted(stage, self.pending(stage)), self.store.path
        may_share = self.crew.has_one_beside(len(first)) and self._has_what_compares()
        ahead = self._few_ahead(later) if may_share else []
        found: Iterable[Made]
        if path is None or not ahead:
            found = self._make(stage, first, None)
        else:
            with Turns(len(ahead)) as turns, Beside(partial(make_shared, path, staging, first, ahead, turns)) as other:
                made = make_in_turn(self.bench(), staging, ahead, turns)
                found, more = other.result()
            self._ahead = {each.name: each for each in (*made, *more)}
        self._take(stage, gone, len(first), found)

    def _few_ahead(self, stage: str) -> list[str]:
        """The units that a step has to make, if one process would make them; the last of them are light."""
        changes = self.pending(stage)
        names = self.wanted(stage, changes)[0] if EVERYTHING not in changes else []
        few = names if self.crew.has_one_beside(len(names)) else []
        # What read much when it was last made takes long, and of what is new it is not known.
        query = "SELECT LENGTH(reads) FROM units WHERE name = ?"
        sizes = {name: self.store.db.execute(query, (name,)).fetchone() for name in few}
        return sorted(few, key=lambda name: sizes[name] or (sys.maxsize,), reverse=True)

    def _has_what_compares(self) -> bool:
        return self.store.note("pair_checks") is False or has_tables(self.store)

    def _take(self, stage: str, gone: Iterable[str], number: int, found: Iterable[Made]) -> set[str]:
        self.store.begin()
        # Of steps that make everything again nothing more need be known: a first build does not gather all names.
        later = tuple(each for each in STAGES[STAGES.index(stage) + 1 :] if EVERYTHING not in self.pending(each))
        changed: set[str] = set()
        for name in gone:
            changed |= self._forget(name)
        for n, made in enumerate(found, start=1):
            told = self._keep(made, stage)
            # No unit reads the pieces of the search: its files follow from which pieces changed.
            changed |= {name for name in told if not name.startswith(SEARCH)} if later else set()
            if self.told:
                self.told(stage, n, number)
        self.store.set_note(f"pending:{stage}", set())
        self.add(later, changed)
        return changed

    def _make(self, stage: str, names: list[str], staging: Path | None) -> Iterator[Made]:
        store = self.store
        if store.path is None or self.crew.is_alone(len(names)):
            bench = None
            for name in names:
                if name not in self._ahead:
                    bench = bench or self.bench()
                    self._ahead[name] = staged(bench.make(name), staging)
                yield self._ahead.pop(name)
        else:
            if stage == "checks" and not self._has_what_compares():
                keep_tables(store)  # once, for all processes, which take what is kept
                drop_tables()
            tools = (store.path, urandom(8), staging)
            yield from self.crew.spread(make_all, tools, names)

    def wanted(self, stage: str, changes: set[str]) -> tuple[list[str], list[str]]:
        """The units to make, in their order, and those that are no more."""
        stale = self._users(stage, changes)
        if not lists_anew(changes):
            return sorted(stale), []
        listed = list(self.bench().names(stage))
        known = {name for (name,) in self.store.db.execute("SELECT name FROM units WHERE stage = ?", (stage,))}
        everything = EVERYTHING in changes
        wanted = [name for name in listed if everything or name not in known or name in stale]
        return wanted, sorted(known - set(listed))

    def _users(self, stage: str, changes: set[str]) -> set[str]:
        """The units of a step that read one of these."""
        # CROSS JOIN: those who read a name are few, the units of a step many, which SQLite cannot know.
        found = "uses CROSS JOIN units ON units.id = uses.unit WHERE uses.name = ? AND units.stage = ?"
        query = f"SELECT units.name FROM {found}"  # noqa: S608 - ours
        return {name for change in changes for (name,) in self.store.db.execute(query, (change, stage))}

    def _keep(self, made: Made, stage: str) -> set[str]:
        """Keeps what was made; the names of the facts that are others than before."""
        db = self.store.db
        before = db.execute("SELECT id, reads, facts FROM units WHERE name = ?", (made.name,)).fetchone()
        reads = sorted(made.reads)
        marks = [(name, rank, owner, seq, digest(data)) for name, rank, owner, seq, data in made.facts]
        problems = pack(made.problems) if made.problems else None
        old_reads, old = (unpack(before[1]), unpack(before[2])) if before else ([], [])
        unit = before[0] if before else self._new_unit(made.name, stage)
        db.execute(
            "UPDATE units SET reads = ?, facts = ?, problems = ? WHERE id = ?",
            (pack(reads), pack(marks), problems, unit),
        )
        if old_reads != reads:
            db.executemany("DELETE FROM uses WHERE name = ? AND unit = ?", [(name, unit) for name in old_reads])
            db.executemany("INSERT INTO uses VALUES (?, ?)", [(name, unit) for name in reads])
        self._keep_outputs(made, unit)
        self.store.remember(made.memos)
        return self._keep_facts(made, old, marks)

    def _new_unit(self, name: str, stage: str) -> int:
        unit = self.store.db.execute("INSERT INTO units(name, stage) VALUES (?, ?)", (name, stage)).lastrowid
        assert unit is not None
        return unit

    def _keep_facts(self, made: Made, old: list[Any], marks: list[Any]) -> set[str]:
        if old == marks:
            return set()
        db = self.store.db
        gone, new = set(old) - set(marks), set(marks) - set(old)
        self._note_pieces(gone, new, made.name)
        places = "DELETE FROM facts WHERE name = ? AND rank = ? AND owner = ? AND unit = ? AND seq = ?"
        db.executemany(places, [(name, rank, owner, made.name, seq) for name, rank, owner, seq, _ in gone])
        rows = [
            (name, rank, owner, made.name, seq, data)
            for (name, rank, owner, seq, data), mark in zip(made.facts, marks, strict=True)
            if mark in new
        ]
        db.executemany("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)", rows)
        return {mark[0] for mark in gone | new}

    def _keep_outputs(self, made: Made, unit: int) -> None:
        db = self.store.db
        known = db.execute("SELECT path, links, address, day FROM outputs WHERE unit = ?", (unit,)).fetchall()
        before = {path: links for path, links, _, _ in known}
        self.more_files += len(made.outputs) - len(known)
        self.more_pages += sum(1 for each in made.outputs if each.anchors)
        self.more_pages -= sum(1 for links in before.values() if links is not None)
        for path in before.keys() - {each.path for each in made.outputs}:
            db.execute("DELETE FROM outputs WHERE path = ? AND unit = ?", (path, unit))
            self.gone.add(path)
            self.lost_files.add(path)
        for each in made.outputs:
            old = before.get(each.path)
            lost = ids_of(old) - each.anchors.ids if old and each.anchors else frozenset()
            self.lost_ids |= {(each.path, name) for name in lost}
            self._keep_output(each, unit)
        self._note_addresses(
            {path: (address, day) for path, _, address, day in known if address},
            {each.path: _address(each) for each in made.outputs if each.address},
        )

    def _keep_output(self, made: Output, unit: int) -> None:
        fresh = made.data is not None
        if fresh and self.store.path is None:
            self.files[made.path] = made.data or b""
        page = (as_text(made.anchors), pack(made.source)) if made.anchors else (None, None)
        if len(self.made_paths) <= _FEW:
            self.made_paths.add(made.path)
        row = (made.path, unit, made.digest, fresh, *_address(made), *page)
        self.store.db.execute("INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def paths_twice(self) -> list[str]:
        """The paths at which two units put something: only what is made now can have brought that about."""
        db = self.store.db
        if len(self.made_paths) > _FEW:
            return [path for (path,) in db.execute("SELECT path FROM outputs GROUP BY path HAVING COUNT(*) > 1")]
        query = "SELECT COUNT(*) FROM outputs WHERE path = ?"
        return [path for path in sorted(self.made_paths) if db.execute(query, (path,)).fetchone()[0] > 1]

    # The addresses of the map of the site, of which parts are written again.

    def changed_addresses(self) -> set[str] | None:
        """The pages of which the map tells something else than when it was last made; None where some came or went."""
        found: set[str] | None = self.store.note("addresses")
        return found

    def forget_changed_addresses(self) -> None:
        """The map is what the addresses say."""
        self.store.set_note("addresses", set())

    def _note_addresses(self, before: Mapping[str, object], now: Mapping[str, object]) -> None:
        changed = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
        known = self.changed_addresses() if changed else None
        if known is not None:
            is_few = before.keys() == now.keys() and len(known | changed) <= _FEW
            self.store.set_note("addresses", known | changed if is_few else None)

    # The pieces of the search, of which the files are changed in place.

    def changed_pieces(self) -> dict[tuple[str, str, int], bytes] | None:
        """What each changed piece was when the search was last made; None where pieces came or went."""
        found: dict[tuple[str, str, int], bytes] | None = self.store.note("pieces")
        return found

    def forget_changed_pieces(self) -> None:
        """The search is what the pieces say."""
        self.store.set_note("pieces", {})

    def _note_pieces(self, gone: set[Any], new: set[Any], unit: str) -> None:
        places = [{mark[:4] for mark in marks if mark[0].startswith(SEARCH)} for marks in (gone, new)]
        known = self.changed_pieces() if places[0] | places[1] else None
        if known is None:
            return
        if places[0] != places[1]:
            self.store.set_note("pieces", None)
            return
        for name, rank, owner, seq in places[0]:
            place = (name, rank, owner, unit, seq)
            query = "SELECT data FROM facts WHERE name = ? AND rank = ? AND owner = ? AND unit = ? AND seq = ?"
            (before,) = self.store.db.execute(query, place).fetchone()
            known.setdefault((name, owner, seq), before)
        self.store.set_note("pieces", known)

    def keep_all(self, unit: str, files: Iterable[tuple[str, bytes]], staging: Path | None) -> None:
        """Keeps all files of a unit that is made outside the steps, one after another."""
        kept = set()
        for path, data in files:
            self.keep_some(unit, {path: data}, staging)
            kept.add(path)
        known = self.store.db.execute("SELECT path FROM outputs WHERE unit = ?", (self._unit(unit),))
        self.keep_some(unit, {path: None for (path,) in known.fetchall() if path not in kept}, staging)

    def keep_some(self, unit: str, files: Mapping[str, bytes | None], staging: Path | None) -> None:
        """Keeps some files of such a unit; None for one that goes."""
        number, db = self._unit(unit), self.store.db
        for path, data in files.items():
            stood = db.execute("SELECT COUNT(*) FROM outputs WHERE path = ? AND unit = ?", (path, number)).fetchone()[0]
            self.more_files += (data is not None) - stood
            if data is None:
                db.execute("DELETE FROM outputs WHERE path = ? AND unit = ?", (path, number))
                self.gone.add(path)
            else:
                made = staged(Made(unit, frozenset(), outputs=(output(self.store, path, data),)), staging)
                self._keep_output(made.outputs[0], number)

    def _unit(self, name: str) -> int:
        found = self.store.db.execute("SELECT id FROM units WHERE name = ?", (name,)).fetchone()
        return int(found[0]) if found else self._new_unit(name, "last")

    def _forget(self, name: str) -> set[str]:
        """Forgets a unit that is no more."""
        gone = Made(name, frozenset())
        changed = self._keep(gone, "")
        self.store.db.execute("DELETE FROM units WHERE name = ?", (name,))
        return changed

    def problems(self, stage: str) -> list[Problem]:
        """Every problem that is known of the units of a step."""
        query = "SELECT problems FROM units WHERE problems IS NOT NULL AND stage = ?"
        return [problem for (told,) in self.store.db.execute(query, (stage,)) for problem in unpack(told)]

    def problems_of_files(self) -> list[Problem]:
        """Every problem that was met in reading."""
        query = "SELECT problems FROM files WHERE problems IS NOT NULL"
        return [problem for (told,) in self.store.db.execute(query) for problem in unpack(told)]


def _address(made: Output) -> tuple[str | None, str | None]:
    """What the map tells of a page, and the day of its last change, as they are kept."""
    address = made.address
    return (address.text, address.updated.isoformat() if address.updated else None) if address else (None, None)
