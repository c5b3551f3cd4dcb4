"""Walking the library: every value and every label in it, each with its place."""

from collections.abc import Iterator

from pydantic import BaseModel

from taiyaku.base.place import Place
from taiyaku.model.library import Library
from taiyaku.model.pair import Label


def everything(library: Library) -> Iterator[tuple[Place, object]]:
    """Every record and every value inside it."""
    for (kind, key), at in library.places.items():
        record = library.site if kind == "site" else getattr(library, kind).get(key)
        if record is not None:
            yield from _within(record, at)


def labels(library: Library) -> Iterator[tuple[Place, Label]]:
    """Every text in two languages: sentences, headings, names, notes."""
    return ((at, value) for at, value in everything(library) if isinstance(value, Label))


def _within(value: object, at: Place) -> Iterator[tuple[Place, object]]:
    """A record and everything in it, each with its place."""
    yield at, value
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from _within(getattr(value, name), at / (field.alias or name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _within(item, at / position)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _within(item, at / key)
