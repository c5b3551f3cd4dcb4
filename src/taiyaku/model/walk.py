"""Walking the library: every value and every label in it, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from pydantic import BaseModel

from taiyaku.base.place import Place
from taiyaku.model.library import Library
from taiyaku.model.pair import Label, SetAside

Path = tuple[str | int, ...]
"""Where something is within a record."""


@dataclass(frozen=True, slots=True)
class OwnedLabel:
    """A text in two languages, its place, the record that holds it (`kind`: `sources`, `seeds` …), its path in that."""

    kind: str
    owner: str
    at: Place
    label: Label
    path: Path


def everything(library: Library) -> Iterator[tuple[Place, object]]:
    """Every record and every value inside it, but for reviews: what was approved is kept as it read then."""
    for _, _, at, record in _records(library):
        yield from _within(record, at)


def labels(library: Library) -> Iterator[tuple[Place, Label]]:
    """Every text in two languages: sentences, headings, names, notes."""
    return ((each.at, each.label) for each in owned_labels(library))


def owned_labels(library: Library) -> Iterator[OwnedLabel]:
    """Every text in two languages with the record that holds it."""
    for kind, owner, place, record in _records(library):
        for path, label in _labels_in(record, ()):
            yield OwnedLabel(kind, owner, Place(place.file, place.path + path), label, path)


def set_asides(library: Library) -> Iterator[tuple[OwnedLabel, SetAside]]:
    """Every rule that is set aside, with the text for which it is; for a work as a whole, with its title."""
    for each in owned_labels(library):
        for set_aside in each.label.set_aside:
            yield each, set_aside
    for key, work in library.references.items():
        for set_aside in work.set_aside:
            yield OwnedLabel("references", key, library.place("references", key), Label(en=work.title), ()), set_aside


def _records(library: Library) -> Iterator[tuple[str, str, Place, BaseModel]]:
    for (kind, key), at in library.places.items():
        record = library.site if kind == "site" else getattr(library, kind).get(key)
        if record is not None and kind != "reviews":
            yield kind, key, at, record


def _labels_in(value: object, path: Path) -> Iterator[tuple[Path, Label]]:
    """A label, or every label in a record, each with its path in it."""
    if isinstance(value, Label):
        yield path, value
    if isinstance(value, BaseModel):
        for name, step in _fields_with_labels(type(value)):
            yield from _labels_in(getattr(value, name), (*path, step))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _labels_in(item, (*path, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _labels_in(item, (*path, key))


@cache
def _fields_with_labels(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of record in which a label may stand, and their names in a file: most hold none."""
    fields = model.model_fields.items()
    return tuple((name, field.alias or name) for name, field in fields if _may_hold_labels(field.annotation))


def _may_hold_labels(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return issubclass(annotation, Label) or bool(_fields_with_labels(annotation))
    return any(map(_may_hold_labels, get_args(annotation)))


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
