"""The files of a project: which changed since they were last read, and what content they hold."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from msgspec import Struct

from taiyaku.app.engine.executors import Crew
from taiyaku.app.engine.store import Store, digest, pack
from taiyaku.app.files import FOLDERS, UNKNOWN, Stamp, read_one, settled_stamps
from taiyaku.content.read import FileRead, Found, missing_kinds, read_file

INTERFACE = ("templates", "locales")
"""The folders of what is not content."""


class Inputs(Protocol):
    """Where the files of a project come from."""

    def stamps(self) -> dict[str, Stamp]:
        """Every file with its stamp."""
        ...

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        ...


@dataclass(frozen=True)
class Folder:
    """The files of a project's folder."""

    project: Path

    def stamps(self, names: Collection[str] = FOLDERS) -> dict[str, Stamp]:
        """Every file with its stamp, or those of some names; one that may change again unseen has none."""
        return settled_stamps(self.project, names)

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return read_one(self.project / path)


@dataclass(frozen=True)
class Given:
    """Files in memory."""

    files: Mapping[PurePosixPath, bytes]

    def stamps(self) -> dict[str, Stamp]:
        """Every file, to be read."""
        return {str(name): UNKNOWN for name in self.files}

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.files[PurePosixPath(path)]


class Changes(Struct, frozen=True):
    """What reading the changed files changed: names of records and lists of ids; whether all must be made anew."""

    names: frozenset[str]
    interface: bool
    everything: bool


class Parsed(Struct, frozen=True):
    """A file as it is kept: its digest, its problems, and its records with their places, packed."""

    path: str
    digest: bytes
    problems: bytes | None
    incomplete: str
    rows: tuple[tuple[str, str, bytes, bytes, bytes | None], ...]


def parsed(path: str, data: bytes) -> Parsed:
    """A file, read."""
    read = FileRead() if path.startswith(INTERFACE) else read_file(PurePosixPath(path), data)
    problems = pack(read.problems) if read.problems else None
    return Parsed(path, digest(data), problems, " ".join(sorted(read.incomplete)), tuple(map(_row, read.found)))


def _row(found: Found) -> tuple[str, str, bytes, bytes, bytes | None]:
    at, record = pack(found.at), None if found.record is None else pack(found.record)
    return found.kind, found.key, at, digest(at + (record or b"")), record


def parse_all(inputs: Inputs, paths: list[str]) -> list[Parsed]:
    """Reads files, in whatever process."""
    return [parsed(path, inputs.read(path)) for path in paths]


def update(store: Store, inputs: Inputs, listed: Mapping[str, Stamp], crew: Crew) -> Changes:
    """Reads what changed into the store, in the step that is under way."""
    known = {path: (m, s) for path, m, s in store.db.execute("SELECT path, mtime, size FROM files")}
    gone = known.keys() - listed.keys()
    doubtful = sorted(p for p, stamp in listed.items() if stamp == UNKNOWN or known.get(p) != stamp)
    read = crew.spread(parse_all, (inputs,), doubtful)
    return take(store, inputs, ((each, listed[each.path]) for each in read), sorted(gone))


def take(store: Store, inputs: Inputs, read: Iterable[tuple[Parsed, Stamp]], gone: Collection[str]) -> Changes:
    """Takes files as they were read into the store, and forgets those that are gone."""
    names, interface = set[str](), any(path.startswith(INTERFACE) for path in gone)
    other_files = bool(gone)
    for path in gone:
        names |= _put(store, path, ())
        store.db.execute("DELETE FROM files WHERE path = ?", (path,))
    for each, stamp in read:
        kept = store.db.execute("SELECT digest, incomplete FROM files WHERE path = ?", (each.path,)).fetchone()
        if kept and kept[0] == each.digest:
            store.db.execute("UPDATE files SET mtime = ?, size = ? WHERE path = ?", (*stamp, each.path))
            continue
        other_files |= not kept or kept[1] != each.incomplete
        interface |= each.path.startswith(INTERFACE)
        names |= _put(store, each.path, each.rows)
        row = (each.path, *stamp, each.digest, each.problems, each.incomplete)
        store.db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", row)
    if interface:
        files = {PurePosixPath(path): inputs.read(path) for path in known_files(store) if path.startswith(INTERFACE)}
        store.set_note("interface", files)
    lists_changed = any(name.endswith("/") for name in names)
    if lists_changed or (names and store.note("twice")):
        store.set_note("twice", list(store.claimed_twice()))
    everything = (other_files and _note_incomplete(store)) or "site/site" in names
    return Changes(frozenset(names), interface, everything)


def known_files(store: Store) -> list[str]:
    """Every file that was there when the project was last looked at, in order."""
    return [path for (path,) in store.db.execute("SELECT path FROM files ORDER BY path")]


def _note_incomplete(store: Store) -> bool:
    """Notes the kinds of which nobody knows what they hold; whether that changed."""
    told = store.db.execute("SELECT incomplete FROM files WHERE incomplete != ''")
    missing = missing_kinds(known_files(store))
    incomplete = missing | {kind for (kinds,) in told for kind in kinds.split()}
    before = store.note("incomplete")
    if before != incomplete:
        store.set_note("incomplete", incomplete)
    return before is not None and before != incomplete


_Rows = Sequence[tuple[str, str, bytes, bytes, bytes | None]]


def _put(store: Store, path: str, rows: _Rows) -> set[str]:
    """Puts a file's records in the place of those that it held; the names of what changed."""
    before = store.db.execute(
        "SELECT kind, key, digest, NOT readable FROM claims WHERE file = ? ORDER BY seq", (path,)
    ).fetchall()
    now = [(kind, key, mark, record is None) for kind, key, _, mark, record in rows]
    old, new = ({(kind, key): rest for kind, key, *rest in each} for each in (before, now))
    changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    same_order = [name[:2] for name in before] == [name[:2] for name in now]
    if not same_order:
        changed = old.keys() | new.keys()
    store.db.executemany("DELETE FROM claims WHERE file = ? AND kind = ? AND key = ?", [(path, *n) for n in changed])
    store.db.executemany(
        "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(r[0], r[1], path, seq, r[4] is not None, *r[2:]) for seq, r in enumerate(rows) if r[:2] in changed],
    )
    names = {"/".join(name) for name in changed}
    readable = [{name: rest[1] for name, rest in each.items()} for each in (old, new)]
    if not same_order or readable[0] != readable[1]:
        names |= {f"{kind}/" for kind, _ in changed}
    return names
