"""Plain values into records: all faults of a node, each told once, in words for somebody who edits YAML."""

from collections.abc import Collection
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from taiyaku.base.names import did_you_mean, nearest
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.bibliography.doubts.doi_faults import likely_doi
from taiyaku.bibliography.formats.type_names import type_meant
from taiyaku.content.yaml_values import PlainValue

R = TypeVar("R", bound=BaseModel)


def decode(model: type[R], value: PlainValue, at: Place) -> tuple[R | None, list[Problem]]:
    """The record that a plain value describes, whole, or None with every problem in it."""
    if not isinstance(value, dict):
        return None, [Problem(at, "wrong-type", f"fields are expected here, not {_what(value)}", "see CONTRIBUTING.md")]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, _problems(model, error.errors(include_url=False), at)


def _problems(model: type[BaseModel], details: list[ErrorDetails], at: Place) -> list[Problem]:
    """A problem for each error; what follows from another is not told again."""
    unknown = [_path(detail) for detail in details if detail["type"] == "extra_forbidden"]
    meant = {(*path[:-1], nearest(str(path[-1]), _field_names(model, path[:-1]))) for path in unknown}
    inside = {_path(detail)[:depth] for detail in details for depth in range(len(_path(detail)))}
    # A list counts as too short, too, when its items are at fault.
    needless: dict[str, Collection[object]] = {"missing": meant, "too_short": inside}
    return [_problem(model, d, at) for d in details if _path(d) not in needless.get(d["type"], ())]


def _problem(model: type[BaseModel], detail: ErrorDetails, at: Place) -> Problem:
    path = _path(detail)
    rule, message, hint = _words(model, detail, path)
    return Problem(at.within(path), rule, message, hint)


def _path(detail: ErrorDetails) -> tuple[int | str, ...]:
    """Where an error is; pydantic adds a step of its own for a mapping's key."""
    loc = detail["loc"]
    return loc[:-1] if loc[-1:] == ("[key]",) and detail["type"] != "extra_forbidden" else loc


def _words(model: type[BaseModel], detail: ErrorDetails, path: tuple[int | str, ...]) -> tuple[str, str, str]:
    """Rule, message and hint for one of pydantic's errors."""
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    given = _what(detail["input"])
    match detail["type"]:
        case "missing":
            words = "field-missing", f"the field '{name}' is missing", ""
        case "extra_forbidden":
            words = (
                "field-unknown",
                f"there is no field '{name}' here",
                did_you_mean(name, _field_names(model, path[:-1])),
            )
        case "enum" | "literal_error":
            words = "value-unknown", f"{given} is not one of the values of '{name}'", _choice(detail)
        case "value_error":
            words = "value-wrong", str(detail["ctx"]["error"]), ""
        case "too_short":
            words = "value-wrong", f"'{name}' is empty", "give at least one"
        case "string_pattern_mismatch":
            words = "value-wrong", f"{given} does not have the form of '{name}'", _form(name, detail["input"])
        case kind if kind in _TYPES:
            words = "wrong-type", f"{_TYPES[kind]} expected here, not {given}", ""
        case _:
            words = "value-wrong", f"{given}: {detail['msg']}", ""
    return words


def _choice(detail: ErrorDetails) -> str:
    """The nearest of the values that a field may have, or all of them."""
    expected = [word.strip("' ") for word in detail["ctx"]["expected"].replace(" or ", ",").split(",")]
    if (meant := type_meant(str(detail["input"]))) in expected:
        return f"did you mean '{meant}'?"
    near = did_you_mean(str(detail["input"]), expected)
    return near if near.startswith("did") else "known: " + ", ".join(expected)


def _form(name: str, given: object) -> str:
    """How a field is written; where the DOI can be made out, that."""
    meant = likely_doi(str(given)) if name == "DOI" else None
    return f"write {meant}" if meant else _FORMS.get(name, "")


_TYPES = {
    "string_type": "a text is",
    "int_parsing": "a whole number is",
    "int_type": "a whole number is",
    "decimal_parsing": "a number is",
    "decimal_type": "a number is",
    "bool_parsing": "true or false is",
    "bool_type": "true or false is",
    "date_from_datetime_parsing": "a date such as 2026-11-22 is",
    "date_parsing": "a date such as 2026-11-22 is",
    "date_type": "a date such as 2026-11-22 is",
    "tuple_type": "a list is",
    "mapping_type": "fields are",
    "dict_type": "fields are",
    "model_type": "fields are",
    "model_attributes_type": "fields are",
}
_FORMS = {
    "p": "write it as printed, without the letter: 0.03 or <0.001",
    "PMID": "the number alone",
    "PMCID": "PMC and the number: PMC1234567",
    "ISSN": "four digits, a hyphen, four more: 0028-4793",
    "ISBN": "10 or 13 digits, with hyphens or without",
    "language": "a language tag: en, ja, ru",
    "DOI": "a DOI begins with 10. and has no address before it: 10.1056/NEJMoa2107322",
    "URL": "an address begins with https:// or http://",
    "sha256": "64 characters 0-9 a-f, as sha256sum prints them",
}


def _what(value: object) -> str:
    """A value in a few words, for a message."""
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "fields"
    text = str(value)
    return f"'{text if len(text) <= 60 else text[:57] + '…'}'"


def _field_names(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """The fields that a record has at a path, under the names that YAML uses."""
    for step in path:
        if isinstance(step, str):
            inner = _record_of(_annotation(model, step))
            if inner is not None:
                model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _annotation(model: type[BaseModel], name: str) -> Any:
    fields = model.model_fields
    found = fields.get(name) or next((f for f in fields.values() if f.alias == name), None)
    return found.annotation if found else None


def _record_of(annotation: Any) -> type[BaseModel] | None:
    """The record type inside an annotation such as `tuple[Pair, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _record_of(inner))), None)
