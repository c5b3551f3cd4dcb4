"""Holds JSON-LD to the vocabulary of schema.org: types and properties exist, stand where they may, and their values fit."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "data" / "schema-org.tsv"
FORMS = {
    "Text": r"(?s).+",
    "URL": r"https?://\S+",
    "Date": r"\d{4}(-\d{2}(-\d{2})?)?",
    "DateTime": r"\d{4}-\d{2}-\d{2}T\S+",
}


@dataclass(frozen=True)
class Property:
    """The types that have a property, those of its values, and whether its use is still advised."""

    owners: frozenset[str]
    values: frozenset[str]
    advised: bool


@dataclass(frozen=True)
class Vocabulary:
    parents: Mapping[str, frozenset[str]]
    properties: Mapping[str, Property]

    @cached_property
    def lines(self) -> dict[str, frozenset[str]]:
        """Each type with all that it descends from."""
        return {name: frozenset(self._line(name)) for name in self.parents}

    def _line(self, name: str) -> Iterator[str]:
        yield name
        for parent in self.parents.get(name, ()):
            yield from self._line(parent)

    def faults(self, value: Any, at: str = "") -> Iterator[str]:
        """Everything in a node that the vocabulary does not know or allow."""
        kind = value.get("@type")
        if kind not in self.lines:
            yield f"{at}: there is no type {kind}"
            return
        for name, found in value.items():
            for each in found if isinstance(found, list) else [found]:
                if not name.startswith("@"):
                    yield from self._property(kind, name, each, f"{at}/{kind}.{name}")

    def _property(self, kind: str, name: str, value: Any, at: str) -> Iterator[str]:
        known = self.properties.get(name.removesuffix("-input") if kind.endswith("Action") else name)
        if known is None:
            yield f"{at}: there is no such property"
        elif not known.owners & self.lines[kind]:
            yield f"{at}: it belongs to {', '.join(sorted(known.owners))}"
        elif not known.advised:
            yield f"{at}: its use is no longer advised"
        elif isinstance(value, dict) and "@type" in value:
            if not known.values & self.lines.get(value["@type"], frozenset()) and value["@type"] in self.lines:
                yield f"{at}: {value['@type']} is none of {', '.join(sorted(known.values))}"
            yield from self.faults(value, at)
        elif not isinstance(value, dict) and not name.endswith("-input"):
            yield from self._plain(known, value, at)

    def _plain(self, known: Property, value: Any, at: str) -> Iterator[str]:
        """A text or a number; bool counts as a number in Python, and is none here."""
        if isinstance(value, int) and not isinstance(value, bool):
            fits = bool(known.values & {"Integer", "Number"})
        else:
            forms = [FORMS[each] for each in known.values if each in FORMS]
            fits = isinstance(value, str) and any(re.fullmatch(form, value) for form in forms)
        if not fits:
            yield f"{at}: {value!r} is none of {', '.join(sorted(known.values))}"


def read_vocabulary() -> Vocabulary:
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    types = {row[1]: frozenset(" ".join(row[2:]).split()) for row in rows if row[0] == "type"}
    properties = {
        row[1].removeprefix("-"): Property(
            frozenset(row[2].split()), frozenset(" ".join(row[3:]).split()), not row[1].startswith("-")
        )
        for row in rows
        if row[0] == "property"
    }
    return Vocabulary(types | {"Thing": frozenset()}, properties)
