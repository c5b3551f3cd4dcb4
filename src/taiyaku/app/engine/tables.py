"""What comparing texts needs of the shipped tables, kept in a file beside the store; each process takes it once.

It takes most of a second to be made, and a hundredth of that to be taken back.
"""

import pickle
from functools import cache
from pathlib import Path

from taiyaku.app.engine.store import Store, digest
from taiyaku.language import kept


def has_tables(store: Store) -> bool:
    """Whether they are kept, by this version of the program."""
    mark = _mark(store)
    try:
        with _file(store).open("rb") as file:
            return file.read(len(mark)) == mark
    except FileNotFoundError:
        return False


def keep_tables(store: Store) -> None:
    """Makes and keeps them; a file that stands is replaced as a whole."""
    new = _file(store).with_suffix(".new")
    new.write_bytes(_mark(store) + kept.pack())
    new.replace(_file(store))


@cache
def take_tables(store: Store) -> None:
    """Takes them; what is not kept yet is kept from now on, by whoever may write."""
    if store.path is None:
        return
    if has_tables(store):
        try:
            kept.unpack(memoryview(_file(store).read_bytes())[len(_mark(store)) :])
        except (pickle.UnpicklingError, EOFError):  # damaged: they are made anew, like a damaged store
            _file(store).unlink()
    if not store.read_only and not has_tables(store):
        keep_tables(store)


def drop_tables() -> None:
    """Drops them: a process that has done so does other work next."""
    take_tables.cache_clear()
    kept.forget()


def _file(store: Store) -> Path:
    assert store.path is not None
    return store.path.with_name("tables.bin")


def _mark(store: Store) -> bytes:
    """How the file begins, which tells of which version of the program it is."""
    return digest(store.note("version"))
