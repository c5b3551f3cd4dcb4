"""What earlier builds found out, in one SQLite file: records, facts, units of work, and what each of them read.

Memory does not grow with the site: records and facts are fetched when they are asked for. Every write of a build's
step is one transaction, so that an interrupted build leaves the store as some step left it.
"""

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any

from taiyaku.app.usage import UsageError
from taiyaku.base.packing import name_shortly

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value BLOB);
CREATE TABLE IF NOT EXISTS files(
    path TEXT PRIMARY KEY, mtime INT, size INT, digest BLOB, problems BLOB, incomplete TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS claims(
    kind TEXT, key TEXT, file TEXT, seq INT, readable INT, at BLOB, digest BLOB, data BLOB,
    PRIMARY KEY(kind, key, file, seq)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claims_by_file ON claims(file);
CREATE INDEX IF NOT EXISTS files_in_doubt ON files(path) WHERE problems IS NOT NULL;
CREATE INDEX IF NOT EXISTS claims_by_name ON claims(kind, key);
CREATE INDEX IF NOT EXISTS claims_readable ON claims(kind, readable, key);
CREATE INDEX IF NOT EXISTS claims_broken ON claims(kind, key) WHERE NOT readable;
CREATE TABLE IF NOT EXISTS facts(
    name TEXT, rank INT, owner TEXT, unit TEXT, seq INT, data BLOB, PRIMARY KEY(name, rank, owner, unit, seq)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS facts_of_search ON facts(name, owner, seq) WHERE name >= 'search/' AND name < 'search0';
CREATE TABLE IF NOT EXISTS units(
    id INTEGER PRIMARY KEY, name TEXT UNIQUE, stage TEXT, reads BLOB, facts BLOB, problems BLOB
);
CREATE INDEX IF NOT EXISTS units_by_stage ON units(stage, name);
CREATE INDEX IF NOT EXISTS units_in_doubt ON units(stage) WHERE problems IS NOT NULL;
CREATE TABLE IF NOT EXISTS uses(name TEXT, unit INT, PRIMARY KEY(name, unit)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outputs(
    path TEXT, unit INT, digest BLOB, fresh INT, address TEXT, day TEXT, links TEXT, source BLOB,
    PRIMARY KEY(path, unit)
);
CREATE INDEX IF NOT EXISTS outputs_by_unit ON outputs(unit);
CREATE INDEX IF NOT EXISTS outputs_new ON outputs(path) WHERE fresh;
CREATE INDEX IF NOT EXISTS outputs_pages ON outputs(path) WHERE links IS NOT NULL;
CREATE TABLE IF NOT EXISTS memos(digest BLOB PRIMARY KEY, data BLOB) WITHOUT ROWID;
"""

_READABLE = "SELECT DISTINCT key FROM claims INDEXED BY claims_readable WHERE kind = ? AND readable = 1"

name_shortly(
    (
        "pathlib:PurePosixPath",
        "datetime:date",
        "decimal:Decimal",
        "taiyaku.base.place:Place",
        "taiyaku.model.library:Spot",
        "taiyaku.model.pair:Label",
        "taiyaku.model.pair:Note",
        "taiyaku.model.pair:Pair",
        "taiyaku.model.record:_restored",
        "taiyaku.model.reference:Name",
        "taiyaku.model.reference:Reference",
        "taiyaku.model.reference:WorkType",
        "taiyaku.model.seed:Figure",
        "taiyaku.model.seed:FigureUnit",
        "taiyaku.model.source:Group",
        "taiyaku.model.source:Outcome",
        "taiyaku.model.source:Sentence",
        "taiyaku.model.source:Statistic",
        "taiyaku.model.source:Unit",
        "taiyaku.model.term:Wordings",
        "taiyaku.pages.ways_back:Card",
        "taiyaku.pages.ways_back:Head",
        "taiyaku.pages.ways_back:Listing",
        "taiyaku.pages.ways_back:Places",
        "taiyaku.pages.ways_back:Report",
        "taiyaku.pages.ways_back:Result",
        "taiyaku.pages.ways_back:Uses",
        "taiyaku.render.links:_restored",
        "taiyaku.render.search_pieces:Piece",
        "taiyaku.render.search_pieces:Words",
    )
)
"""What most records and facts are made of: a class that is written by its name is looked for at every value read."""


def digest(data: bytes) -> bytes:
    """A fingerprint of bytes: 16 of them, so that two never share one by chance."""
    return blake2b(data, digest_size=16).digest()


def pack(value: object) -> bytes:
    """A value as bytes: equal values as equal bytes, whichever process does it, but for the order within sets."""
    written = BytesIO()
    pickler = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    # What occurs twice is written twice: whether two equal texts are one object differs from process to process.
    pickler.fast = True
    pickler.dump(value)
    return written.getvalue()


def unpack(data: bytes) -> Any:
    """The value of bytes that `pack` made; the store is this program's own file, in the project's own folder."""
    return pickle.loads(data)  # noqa: S301 - see above


class Store:
    """An open store; `path` is None for one in memory."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self.path, self.read_only = path, read_only
        if path is None:
            self.db = sqlite3.connect(":memory:", isolation_level=None)
        elif read_only:
            self.db = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=60)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            self.db = sqlite3.connect(path, isolation_level=None, timeout=60)
            self.db.execute("PRAGMA journal_mode=WAL")
            self.db.execute("PRAGMA synchronous=NORMAL")
        # Kibibytes, in each process: the system keeps the file's pages for all of them; more makes nothing faster.
        self.db.execute("PRAGMA cache_size=-4000")
        if not read_only:
            self.db.executescript(_SCHEMA)

    def close(self) -> None:
        """Ends the use of the store."""
        self.db.close()

    def begin(self) -> None:
        """Begins a step; a step that is under way goes on."""
        if not self.db.in_transaction:
            self.db.execute("BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Keeps what was written since the step began."""
        if self.db.in_transaction:
            self.db.execute("COMMIT")

    def roll_back(self) -> None:
        """Forgets what was written since the step began."""
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")

    # Small values by name.

    def note(self, name: str) -> Any:
        """A value that was noted, or None."""
        found = self.db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return unpack(found[0]) if found else None

    def set_note(self, name: str, value: object) -> None:
        """Notes a value."""
        self.set_packed(name, pack(value))

    def set_packed(self, name: str, data: bytes) -> None:
        """Notes a value that is packed already."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, data))

    # Records: what files claim; the first file that claims an id has it.

    def keys(self, kind: str) -> list[str]:
        """The ids of a kind of which there is a record, in order."""
        found = self.db.execute(f"{_READABLE} ORDER BY key", (kind,))
        return [key for (key,) in found]

    def count(self, kind: str) -> int:
        """How many these are."""
        (found,) = self.db.execute(f"SELECT COUNT(*) FROM ({_READABLE})", (kind,)).fetchone()  # noqa: S608 - ours
        return int(found)

    def keys_in_file_order(self, kind: str) -> list[str]:
        """The ids of a kind, also of records that cannot be read, as their files tell them."""
        found = self.db.execute("SELECT key FROM claims WHERE kind = ? ORDER BY file, seq", (kind,))
        return list(dict.fromkeys(key for (key,) in found))

    def record(self, kind: str, key: str) -> tuple[bytes, bytes | None] | None:
        """Where a record stands, and the record (None: it cannot be read); None where nobody claims the id."""
        found: tuple[bytes, bytes | None] | None = self.db.execute(
            "SELECT at, data FROM claims WHERE kind = ? AND key = ? ORDER BY file, seq LIMIT 1", (kind, key)
        ).fetchone()
        return found

    def broken(self) -> dict[str, frozenset[str]]:
        """The ids of which the records cannot be read."""
        found: dict[str, set[str]] = {}
        # SQLite would look through all records, in an index that holds what is asked for of each.
        query = "SELECT kind, key FROM claims INDEXED BY claims_broken WHERE NOT readable"
        for kind, key in self.db.execute(query):
            found.setdefault(kind, set()).add(key)
        return {kind: frozenset(keys) for kind, keys in found.items()}

    def claimed_twice(self) -> Iterator[tuple[str, bytes, bytes]]:
        """Each id that is claimed again: the id, where, and where first."""
        several = "SELECT kind, key FROM claims GROUP BY kind, key HAVING COUNT(*) > 1"
        for kind, key in self.db.execute(several).fetchall():
            first, *others = self.db.execute(
                "SELECT at FROM claims WHERE kind = ? AND key = ? ORDER BY file, seq", (kind, key)
            )
            yield from ((key, at, first[0]) for (at,) in others)

    # Facts.

    def fact_values(self, name: str) -> Iterator[bytes]:
        """The facts of one name, in the order of the library, one after another."""
        found = self.db.execute("SELECT data FROM facts WHERE name = ? ORDER BY rank, owner, unit, seq", (name,))
        return (data for (data,) in found)

    # What comparisons found.

    def memo(self, key: bytes) -> Any:
        """What was remembered, or None."""
        found = self.db.execute("SELECT data FROM memos WHERE digest = ?", (key,)).fetchone()
        return unpack(found[0]) if found else None

    def remember(self, found: Iterable[tuple[bytes, bytes]]) -> None:
        """Remembers packed values."""
        self.db.executemany("INSERT OR IGNORE INTO memos VALUES (?, ?)", found)


class BusyError(UsageError):
    """Another build of the project is under way."""


@contextmanager
def alone(folder: Path, patience: float = 60) -> Iterator[None]:
    """Lets one build of a project work at a time; a build that ends in whatever way lets go.

    Raises BusyError where another one has not ended after so many seconds.
    """
    lock = sqlite3.connect(folder / "lock.sqlite", isolation_level=None, timeout=patience)
    try:
        lock.execute("BEGIN EXCLUSIVE")
        yield
    except sqlite3.OperationalError as error:
        if lock.in_transaction:
            raise
        raise BusyError(f"another build of this project is under way ({error}); try again when it has ended") from None
    finally:
        lock.close()


def open_store(path: Path | None, version: bytes) -> Store:
    """The store of a project, begun anew where it was written by another version of the program or is damaged."""
    if path is not None:
        with suppress(sqlite3.DatabaseError, pickle.UnpicklingError):
            store = Store(path)
            if store.note("version") == version:
                return store
            store.close()
        # Nothing in it is of use, and to empty a large one takes a minute.
        for end in ("", "-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)
    store = Store(path)
    store.set_note("version", version)
    return store


def read_note(path: Path, name: str) -> Any:
    """A value that was noted in a store, or None; also where the store is damaged."""
    try:
        store = Store(path, read_only=True)
        try:
            return store.note(name)
        finally:
            store.close()
    except (sqlite3.DatabaseError, pickle.UnpicklingError, ValueError):  # ValueError: another version's classes
        return None
