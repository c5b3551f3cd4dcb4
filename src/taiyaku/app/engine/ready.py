"""What is made ready before the steps: templates and catalogs, and what is derived from the whole library."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from taiyaku.app.engine.store import Store, digest, pack
from taiyaku.app.engine.stored import HELD, open_library
from taiyaku.app.engine.tables import has_tables, keep_tables, take_tables
from taiyaku.base.problem import Problem
from taiyaku.model.library import Library, wordings_of

T = TypeVar("T")

TO_DERIVE = "derive"
"""A note of the store that stands as long as what is derived from the whole library may be out of date."""

DERIVED_FROM = ("glossary/", "trials/")
"""Of which records it is derived."""


def _derive(library: Library) -> Iterator[tuple[str, object]]:
    """What is derived from the whole library, in a form that can be compared."""
    from taiyaku.checks.fidelity import lexicon_rows  # noqa: PLC0415 - most builds derive nothing
    from taiyaku.checks.wordings import avoided_wordings  # noqa: PLC0415

    yield "wordings", {locale: dict(index.owners) for locale, index in wordings_of(library).items()}
    yield "avoided", avoided_wordings(library)
    yield "rows", lexicon_rows(library)


Derived = Mapping[str, bytes]
"""What is derived from the whole library, by name, packed."""


def derived(store: Store) -> Derived:
    """What is derived from the library that the store holds, where that changed."""
    library = open_library(store) if store.note(TO_DERIVE) else None
    if library is None:
        return {}
    if store.path is not None and has_tables(store):
        take_tables(store)
    return {name: pack(value) for name, value in _derive(library)}


def derived_with_tables(store: Store) -> Derived:
    """The same for a first build, which makes with it what texts are compared by, and keeps that."""
    found = derived(store)
    if store.note("pair_checks") is not False:
        keep_tables(store)
    return found


def keep_derived(store: Store, found: Derived) -> set[str]:
    """Keeps what was derived; the names of what is another than it was."""
    changed = set()
    for name, value in found.items():
        mark = digest(value)
        if store.note(f"={name}") != mark:
            if name in HELD:
                store.set_packed(name, value)
            store.set_note(f"={name}", mark)
            changed.add(f"={name}")
    store.set_note(TO_DERIVE, None)
    return changed


Interface = tuple[bytes, list[Problem]]
"""Templates and catalogs, compiled, and what is wrong with them."""


def interface(store: Store) -> Interface | None:
    """The templates and catalogs that the store holds, ready to be used; None where they are."""
    if store.note("interface_problems") is not None:
        return None
    from taiyaku.app.engine.interface import compiled_interface  # noqa: PLC0415 - few builds need what reads catalogs

    return compiled_interface(store.note("interface") or {}, store.note("compiled"))


def keep_interface(store: Store, found: Interface | None) -> None:
    """Keeps templates and catalogs that were made ready."""
    if found is not None:
        compiled, problems = found
        store.set_note("compiled", compiled)
        store.set_note("interface_problems", problems)


def of_file(path: Path, make: Callable[[Store], T]) -> T:
    """What is made of the store in a file, as it was last kept: in a process of its own."""
    store = Store(path, read_only=True)
    try:
        return make(store)
    finally:
        store.close()
