"""Walking the library: every value and every label in it, each with its place."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import get_args

from msgspec import Struct
from pydantic import BaseModel

from taiyaku.base.place import Place
from taiyaku.model.library import Library
from taiyaku.model.pair import Label, SetAside

Path = tuple[str | int, ...]
"""Where something is within a record."""


class OwnedLabel(Struct, frozen=True):
    """A text in two languages, its place, the record that holds it (`kind`: `sources`, `seeds` …), its path in that."""

    kind: str
    owner: str
    at: Place
    label: Label
    path: Path


def records(library: Library) -> Iterator[tuple[Place, BaseModel]]:
    """Every record with its place, but for reviews: what was approved is kept as it read then."""
    return ((at, record) for _, _, at, record in _records(library))


def labels(library: Library) -> Iterator[tuple[Place, Label]]:
    """Every text in two languages: sentences, headings, names, notes."""
    return ((each.at, each.label) for each in owned_labels(library))


def owned_labels(library: Library) -> Iterator[OwnedLabel]:
    """Every text in two languages with the record that holds it."""
    found = (each for at in _records(library) for each in _labels_in(*at))
    if library.unfocused is None:
        return found
    known = library.remembered  # of the record in focus many checks ask
    if "labels" not in known:
        known["labels"] = tuple(found)
    return iter(known["labels"])


def owned_labels_of(library: Library, kind: str, owner: str) -> Iterator[OwnedLabel]:
    """Every text in two languages of one record."""
    return _labels_in(kind, owner, library.place(kind, owner), _record(library, kind, owner))


def _labels_in(kind: str, owner: str, place: Place, record: BaseModel | None) -> Iterator[OwnedLabel]:
    for path, label in _labels_within(record, ()):
        yield OwnedLabel(kind, owner, place.within(path), label, path)


def _labels_within(value: object, path: Path) -> Iterator[tuple[Path, Label]]:
    """A label, or every label in a record, each with its path in it."""
    if isinstance(value, Label):
        yield path, value
    if isinstance(value, BaseModel):
        for name, step in _fields_with_labels(type(value)):
            yield from _labels_within(getattr(value, name), (*path, step))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _labels_within(item, (*path, position))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _labels_within(item, (*path, key))


@cache
def _fields_with_labels(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of record in which a label may stand, and their names in a file: most hold none."""
    fields = model.model_fields.items()
    return tuple((name, field.alias or name) for name, field in fields if _may_hold_labels(field.annotation))


def _may_hold_labels(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return issubclass(annotation, Label) or bool(_fields_with_labels(annotation))
    return any(map(_may_hold_labels, get_args(annotation)))


class Aside(Struct, frozen=True):
    """A rule that is set aside, the text for which it is, and the place where this is said."""

    text: OwnedLabel
    said: SetAside
    at: Place


def set_asides(library: Library) -> Iterator[Aside]:
    """Every rule that is set aside, with the text for which it is; for a work as a whole, with its title."""
    for kind, owner, _, _ in _records(library):
        yield from set_asides_of(library, kind, owner)


def set_asides_of(library: Library, kind: str, owner: str) -> Iterator[Aside]:
    """The same for one record."""
    return set_asides_among(library, kind, owner, owned_labels_of(library, kind, owner))


def set_asides_among(library: Library, kind: str, owner: str, labels: Iterable[OwnedLabel]) -> Iterator[Aside]:
    """The same for one record, given its texts."""
    texts = [(each, each.label.set_aside) for each in labels if each.label.set_aside]
    if kind == "references":
        work = library.references[owner]
        texts.append((OwnedLabel(kind, owner, library.place(kind, owner), Label(en=work.title), ()), work.set_aside))
    for text, told in texts:
        for position, said in enumerate(told):
            yield Aside(text, said, text.at / "set_aside" / position)


def _records(library: Library) -> Iterator[tuple[str, str, Place, BaseModel]]:
    for kind, key in library.places:
        record = None if kind == "reviews" else _record(library, kind, key)
        if record is not None:
            yield kind, key, library.place(kind, key), record


def _record(library: Library, kind: str, key: str) -> BaseModel | None:
    found: BaseModel | None = library.site if kind == "site" else getattr(library, kind).get(key)
    return found


def everything_in(value: object, at: Place) -> Iterator[tuple[Place, object]]:
    """A record and everything in it, each with its place."""
    yield at, value
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield from everything_in(getattr(value, name), at / (field.alias or name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from everything_in(item, at / position)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from everything_in(item, at / key)
