"""A project that is held open while it is served: changes are read at once, a page is made when it is asked for.

The site on disk is left as it is. What it lacks stands in the store, as after a build that was interrupted, and the
next build works it off.
"""

from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from taiyaku.app.engine.engine import EVERYTHING, VERSION, Engine, lists_anew
from taiyaku.app.engine.executors import Crew
from taiyaku.app.engine.inputs import Folder, Parsed, parsed, take
from taiyaku.app.engine.store import alone, digest, open_store, unpack
from taiyaku.app.engine.work import SEPARATOR, Bench, TemplateFault, UnitError, page_at
from taiyaku.app.files import Stamp
from taiyaku.app.version import program_version
from taiyaku.base.problem import Problem, in_order, stops_build
from taiyaku.render.site import Files, make_files

GATHERED = ("facts", "sums", "names")
"""The steps on which pages rest; checks can wait until there is time."""

_EMPTY = digest(b"")


class Answer(Struct, frozen=True):
    """What stands at a path: the published file, or `data` that were just made, or nothing any more (`gone`).

    `problems` are faults of templates for which a page cannot be made.
    """

    data: bytes | None = None
    gone: bool = False
    problems: tuple[Problem, ...] = ()


AS_PUBLISHED = Answer()


class Seen(Struct, frozen=True):
    """Files that may have changed, as they were read, with their stamps; and those that are gone."""

    read: tuple[tuple[Parsed, Stamp], ...]
    gone: tuple[str, ...]

    @property
    def may_be_half(self) -> bool:
        """Whether a file may be in the midst of being saved: it is away, empty, or not to be understood."""
        return bool(self.gone) or any(
            each.digest == _EMPTY or (each.problems is not None and stops_build(unpack(each.problems)))
            for each, _ in self.read
        )


class Live:
    """A project's store, with what was read of it and its templates at hand."""

    def __init__(self, project: Path, file: Path) -> None:
        self.inputs, self.file = Folder(project), file
        self.sound = False
        self._open()

    def _open(self) -> None:
        self.store = open_store(self.file, program_version().encode())
        self._inode = self.file.stat().st_ino
        self.engine = Engine(self.store, Crew(jobs=1))
        self.engine.bench = self._opened
        self._drop()
        self._version: bytes | None = None

    def close(self) -> None:
        """Ends the use of the store."""
        self.store.close()

    def _drop(self) -> None:
        """Drops what is held of the store."""
        self._bench: Bench | None = None
        self._files: dict[str, Files] = {}
        self._wanted: tuple[frozenset[str], frozenset[str]] | None = None

    def _opened(self) -> Bench:
        if self._bench is None:
            self._bench = Bench(self.store)
        return self._bench

    # What changed.

    def look(self, names: Collection[str]) -> Seen:
        """Reads the files of these names, which may be those of folders, too."""
        listed = self.inputs.stamps(names)
        known = {path for name in names for path in self._known(name)}
        read = tuple((parsed(path, self.inputs.read(path)), stamp) for path, stamp in sorted(listed.items()))
        return Seen(read, tuple(sorted(known - listed.keys())))

    def _known(self, name: str) -> list[str]:
        """The files of a name that were there."""
        below = "SELECT path FROM files WHERE path = ? OR path > ? AND path < ?"
        return [path for (path,) in self.store.db.execute(below, (name, f"{name}/", f"{name}0"))]

    def is_new(self, seen: Seen) -> bool:
        """Whether any file is another than it was."""
        known = "SELECT digest FROM files WHERE path = ?"
        return bool(seen.gone) or any(
            self.store.db.execute(known, (each.path,)).fetchone() != (each.digest,) for each, _ in seen.read
        )

    def take(self, seen: Seen) -> bool:
        """Keeps what was seen, and gathers what pages need of it; whether anything changed.

        Raises BusyError while another process builds this project.
        """
        with alone(self.file.parent, patience=0):
            self.refresh()
            self.store.begin()
            try:
                changes = take(self.store, self.inputs, seen.read, seen.gone)
                changed = self.engine.take_in(changes) | self.engine.get_ready()
                self.store.commit()
            finally:
                self.store.roll_back()
            self._follow(changed, interface=changes.interface)
            self._gather()
            self._version = self.store.note(VERSION)
        return bool(changed) or changes.interface

    def _follow(self, changed: set[str], *, interface: bool = False) -> None:
        """Drops what is held of what changed; templates stay ready as long as they and the wordings are the same."""
        self._files, self._wanted = {}, None
        if interface or any(name.endswith("/") or name.startswith("=") or name == EVERYTHING for name in changed):
            self._drop()
        elif self._bench is not None:
            self._bench.library.forget(changed)

    def _gather(self) -> None:
        """Makes what pages need of others; where content is not sound this may fail, and the checks will tell why."""
        self.sound = self.store.record("site", "site") is not None and not stops_build(self.engine.problems_of_files())
        try:
            for stage in GATHERED if self.sound else ():
                self._follow(self.engine.run(stage))
                self.store.commit()
        except UnitError:
            self.store.roll_back()
            self._drop()
            self.sound = False

    def refresh(self) -> bool:
        """Drops what is held where another process has changed records or facts; whether one has."""
        if not self.file.exists() or self.file.stat().st_ino != self._inode:
            self.store.close()
            self._open()
        version = self.store.note(VERSION)
        if version == self._version:
            return False
        self._drop()
        self._version = version
        waiting = any(self.engine.pending(stage) for stage in GATHERED)
        site = self.store.record("site", "site")
        self.sound = not waiting and bool(site and site[1]) and not stops_build(self.engine.problems_of_files())
        return True

    def problems(self) -> list[Problem]:
        """What was met in reading files, templates and catalogs."""
        return in_order([*self.engine.problems_of_files(), *(self.store.note("interface_problems") or ())])

    # What is asked for.

    def answer(self, path: str) -> Answer:
        """What stands at a path now."""
        self.refresh()
        self.store.db.execute("BEGIN")
        try:
            return self._answer(path)
        except TemplateFault as fault:
            return Answer(problems=(fault.problem,))
        finally:
            self.store.roll_back()

    def _answer(self, path: str) -> Answer:
        pending = self.engine.pending("pages")
        if not self.sound or not pending:
            return AS_PUBLISHED
        found = self.store.db.execute(_OF_PATH, (path,)).fetchone()
        if found and found[2] != "pages":  # made of all others: the map, the search
            return AS_PUBLISHED
        if found and not self._is_gone(found[1], pending):
            return self._made(found[1], path) if self._is_stale(found[0], pending) else AS_PUBLISHED
        for name in self._may_make(path, pending):
            made = self._made(name, path)
            if not made.gone:
                return made
        return Answer(gone=True) if found else AS_PUBLISHED

    def _is_stale(self, unit: int, pending: set[str]) -> bool:
        read = "SELECT 1 FROM uses WHERE name = ? AND unit = ?"
        return EVERYTHING in pending or any(self.store.db.execute(read, (name, unit)).fetchone() for name in pending)

    def _is_gone(self, name: str, pending: set[str]) -> bool:
        if not lists_anew(pending):
            return False
        return name in self._all_wanted(pending)[1]

    def _all_wanted(self, pending: set[str]) -> tuple[frozenset[str], frozenset[str]]:
        """The units of pages and files that are to be made, and those that are no more."""
        if self._wanted is None:
            wanted, gone = self.engine.wanted("pages", pending)
            self._wanted = frozenset(wanted), frozenset(gone)
        return self._wanted

    def _may_make(self, path: str, pending: set[str]) -> list[str]:
        """The units to be made that may put a file at a path where none was: a new record's, or a list's."""
        words = {word for part in PurePosixPath(path).parts for word in (part, part.partition(".")[0])}
        found = []
        for name in self._all_wanted(pending)[0]:
            _, kind, key, *_ = name.split(SEPARATOR)
            if (key or kind) in words:
                found.append(name)
        return sorted(found)

    def _made(self, name: str, path: str) -> Answer:
        """A file of a unit, made now; where content is not sound enough for that, the published one."""
        stage, kind, key = name.split(SEPARATOR, 2)
        bench = self._opened()
        bench.library.reads.begin()
        try:
            if stage == "files":
                data = self._files_of(bench, kind, key).get(PurePosixPath(path))
            else:
                faults = tuple(self.store.note("interface_problems") or ())
                if stops_build(faults):
                    return Answer(problems=faults)
                data = page_at(bench, kind, key, path)
        except TemplateFault:
            raise
        except Exception:  # noqa: BLE001 - it was not checked yet: the build that follows tells what is wrong
            return AS_PUBLISHED
        return Answer(data, gone=data is None)

    def _files_of(self, bench: Bench, kind: str, key: str) -> Mapping[PurePosixPath, bytes]:
        name = f"{kind}{SEPARATOR}{key}"
        if name not in self._files:
            self._files = {name: make_files(bench.library, bench.links, bench.files, (kind, key))}
        return self._files[name]


_OF_PATH = (
    "SELECT units.id, units.name, units.stage FROM outputs CROSS JOIN units ON units.id = outputs.unit "
    "WHERE outputs.path = ? ORDER BY units.id"
)
