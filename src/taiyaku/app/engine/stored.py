"""The library over a store: nothing is held but what is asked for, and everything that is asked for is written down."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar, cast

from taiyaku.app.engine.store import Store, digest, pack, unpack
from taiyaku.app.engine.tables import take_tables
from taiyaku.base.place import Place
from taiyaku.model.library import KINDS, Library
from taiyaku.model.revision import Revision
from taiyaku.pages.ways_back import WaysBack, from_tables

T = TypeVar("T")
DERIVED = ("wordings", "avoided", "rows")
"""What is derived from the whole library: each is read under `=name`, and has a mark that changes with it."""

HELD = frozenset({"avoided", "rows"})
"""Of this, what the store holds in the form in which it is used."""

KEPT = 128
"""Records and facts of each kind that are kept decoded: what one page reads another often reads too."""

FEW = 16
"""The same for large ones."""

_LARGE = frozenset({"sources", "seeds", "reviews", "content", "pairs"})
"""Kinds of records, and tables, of which one takes hundreds of kilobytes."""

_WIDE = (
    "using",
    "mentioning",
    "citing",
    "listing",
    "stating",
    "on_topic",
    "reporting",
    "reporting_on",
    "reporting_of",
    "reporting_for",
)
"""Tables in which one name may hold something of every source; of each, only what was read last is kept decoded."""


class Reads:
    """The names of all that was read since `begin`, and what was found out to be remembered."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.memos: list[tuple[bytes, bytes]] = []

    def begin(self) -> None:
        """Begins anew."""
        self.names, self.memos = set(), []


class Shelf(Mapping[str, Any]):
    """The records of one kind. A record is read under `kind/id`, the list of all ids under `kind/`."""

    def __init__(self, store: Store, kind: str, reads: Reads) -> None:
        self.store, self.kind, self.reads = store, kind, reads
        self._decoded = lru_cache(FEW if kind in _LARGE else KEPT)(self._decode)
        self._keys: list[str] | None = None

    def forget(self) -> None:
        """Drops what is held."""
        self._decoded.cache_clear()
        self._keys = None

    def _decode(self, key: str) -> Any:
        found = self.store.record(self.kind, key)
        return unpack(found[1]) if found and found[1] is not None else None

    def __getitem__(self, key: str) -> Any:
        self.reads.names.add(f"{self.kind}/{key}")
        record = self._decoded(key)
        if record is None:
            raise KeyError(key)
        return record

    def get(self, key: str, default: Any = None) -> Any:
        """A record, or something else: asked for too often to be raised and caught."""
        self.reads.names.add(f"{self.kind}/{key}")
        record = self._decoded(key)
        return default if record is None else record

    def __contains__(self, key: object) -> bool:
        return self.get(str(key)) is not None

    def __iter__(self) -> Iterator[str]:
        self.reads.names.add(f"{self.kind}/")
        if self._keys is None:
            self._keys = self.store.keys(self.kind)
        return iter(self._keys)

    def __len__(self) -> int:
        self.reads.names.add(f"{self.kind}/")
        return self.store.count(self.kind) if self._keys is None else len(self._keys)


class Places(Mapping[tuple[str, str], Place]):
    """Where each record stands; it changes with the record."""

    def __init__(self, store: Store, reads: Reads) -> None:
        self.store, self.reads = store, reads
        self._decoded = lru_cache(KEPT)(self._decode)

    def forget(self) -> None:
        """Drops what is held."""
        self._decoded.cache_clear()

    def _decode(self, name: tuple[str, str]) -> Place | None:
        found = self.store.record(*name)
        return unpack(found[0]) if found else None

    def __getitem__(self, name: tuple[str, str]) -> Place:
        self.reads.names.add("/".join(name))
        place = self._decoded(name)
        if place is None:
            raise KeyError(name)
        return place

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for kind in (*KINDS, "site"):
            self.reads.names.add(f"{kind}/")
            yield from ((kind, key) for key in self.store.keys_in_file_order(kind))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Table(Mapping[str, tuple[Any, ...]]):
    """The facts of one table, read by key under `table:key`; there is no list of keys, of which no change is told."""

    def __init__(self, store: Store, table: str, reads: Reads) -> None:
        self.store, self.table, self.reads = store, table, reads
        self._decoded = lru_cache(1 if table in _WIDE else FEW if table in _LARGE else KEPT)(self._decode)

    def forget(self) -> None:
        """Drops what is held."""
        self._decoded.cache_clear()

    def _decode(self, name: str) -> tuple[Any, ...]:
        return tuple(unpack(data) for data in self.store.fact_values(name))

    def __getitem__(self, key: str) -> tuple[Any, ...]:
        name = f"{self.table}:{key}"
        self.reads.names.add(name)
        found = self._decoded(name)
        if not found:
            raise KeyError(key)
        return found

    def get(self, key: str, default: Any = None) -> Any:
        """The facts of a key, or something else: most keys have none in most tables."""
        name = f"{self.table}:{key}"
        self.reads.names.add(name)
        return self._decoded(name) or default

    def __iter__(self) -> Iterator[str]:
        raise TypeError(f"the facts in '{self.table}' are read by key")

    def __len__(self) -> int:
        raise TypeError(f"the facts in '{self.table}' are read by key")


@dataclass(frozen=True, kw_only=True)
class StoredLibrary(Library):
    """A library of which every reading is tracked; what is derived from all of it is read under `=name`."""

    memory: Store
    rules: bytes
    marks: Mapping[str, bytes]
    reads: Reads
    links: WaysBack

    def forget(self, names: Iterable[str]) -> None:
        """Drops what is held of records and facts of these kinds, which changed; other names are not for this."""
        for name in {name.partition(":")[0].partition("/")[0] for name in names}:
            for holder in (getattr(self.links, name, None), getattr(self, name, None)):
                if isinstance(holder, Shelf | Table):
                    holder.forget()
        assert isinstance(self.places, Places)
        self.places.forget()

    def drop(self) -> None:
        """Drops everything that is held: what is read once more is decoded once more."""
        for holder in (*(getattr(self, kind) for kind in KINDS), *vars(self.links).values(), self.places):
            holder.forget()

    def derived(self, name: str, make: Callable[[Library], T]) -> T:
        """What is made of the whole library once: what that reads is not the reader's, who reads the whole."""
        self.reads.names.add(f"={name}")
        if name in HELD:
            return super().derived(name, lambda _: cast("T", self.memory.note(name)))
        kept, self.reads.names = self.reads.names, set()
        try:
            return super().derived(name, make)
        finally:
            self.reads.names = kept

    def version(self) -> Revision | None:
        """Which version of the project this is, where that is known."""
        self.reads.names.add("=revision")
        return self.revision

    def recall(self, of: tuple[str, ...], make: Callable[[], T], *, by: str) -> T:
        """What was made of the same texts by the same rules, in this build or an earlier one."""
        self.reads.names.add(f"={by}")
        mark = digest(pack((self.rules, self.marks[by], of)))
        found: T | None = self.memory.memo(mark)
        if found is None:
            take_tables(self.memory)
            found = make()
            self.reads.memos.append((mark, pack(found)))
        return found

    def newest_year(self) -> int | None:
        """The year in which somebody last worked on a record, as far as records tell."""
        (found,) = self.links.newest.get("", (None,))
        year: int | None = found
        return year

    def users_of(self, seed: str) -> tuple[str, ...]:
        """The sources whose document a seed is, in their order."""
        return self.links.users.get(seed, ())

    def in_file_order(self, kind: str) -> Iterator[str]:
        """The ids of a kind in the order in which their files tell them."""
        self.reads.names.add(f"{kind}/")
        records, places = getattr(self, kind), self.whole.places
        assert isinstance(places, Places)
        return (key for key in places.store.keys_in_file_order(kind) if key in records)


def open_library(store: Store) -> StoredLibrary | None:
    """The library as the store has it now; None where there is no site."""
    reads = Reads()
    shelves: dict[str, Shelf] = {kind: Shelf(store, kind, reads) for kind in KINDS}
    links = from_tables(lambda table: Table(store, table, reads))
    found = store.record("site", "site")
    if found is None or found[1] is None:
        return None
    return StoredLibrary(
        site=store.note("site") or unpack(found[1]),
        places=Places(store, reads),
        broken=store.broken(),
        incomplete=store.note("incomplete") or frozenset(),
        revision=store.note("revision"),
        memory=store,
        rules=store.note("version"),
        marks={name: store.note(f"={name}") for name in DERIVED},
        reads=reads,
        links=links,
        **shelves,  # type: ignore[arg-type]
    )
