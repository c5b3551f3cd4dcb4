"""JSON Lines: one object a line, `{"id": …, "en": …, "ja": …}`."""

import json
from collections import Counter
from pathlib import PurePosixPath
from typing import Any, NoReturn

from taiyaku.exchange.gathering import LONE_SURROGATE, Gathering, shortened

_HINT = 'write one whole object on each line: {"id": "…", "en": "…", "ja": "…"}'


class _Members(list[tuple[str, Any]]):
    """An object's members in their order, so that a name that is given twice is seen."""


class _Integer(str):
    """An integer as it is written: it may be an id, and is never reckoned with."""

    __slots__ = ()


def read_json_lines(data: bytes, file: PurePosixPath, source: str, target: str) -> Gathering:
    """The pairs of a file in JSON Lines; `source` and `target` are the names of the two texts in each object."""
    found = Gathering(file)
    text = found.decode(data)
    if _is_array(text):
        found.tell("json-array", "the file is one JSON array, not a line for each pair", 1, 1, _HINT)
        return found
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and found.is_decodable(line, number):
            _read_line(found, line.removesuffix("\r"), number, (source, target))
    return found


def _is_array(text: str) -> bool:
    if not text.lstrip().startswith("["):
        return False
    try:
        return isinstance(json.loads(text), list)
    except (ValueError, RecursionError):
        return False  # then each line is told for itself


def _read_line(found: Gathering, line: str, number: int, names: tuple[str, str]) -> None:
    start = len(line) - len(line.lstrip()) + 1
    try:
        entry = _DECODER.decode(line)
    except json.JSONDecodeError as error:
        found.tell("json-syntax", f"this is not JSON: {error.msg}", number, error.colno, _HINT)
    except ValueError as error:
        found.tell("json-syntax", f"this is not JSON: {error}", number, start, "write null, or leave it out")
    except RecursionError:
        found.tell("json-syntax", "the brackets are nested too deeply", number, start, _HINT)
    else:
        if isinstance(entry, _Members):
            _read_entry(found, entry, (number, start), names)
        else:
            found.tell("wrong-type", f"this is {_name(entry)}, not an object", number, start, _HINT)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"there is no {constant} in it")  # Python's own reader would take NaN and Infinity


_DECODER = json.JSONDecoder(object_pairs_hook=_Members, parse_int=_Integer, parse_constant=_refuse)


def _read_entry(found: Gathering, members: _Members, at: tuple[int, int], names: tuple[str, str]) -> None:
    line, column = at
    entry = dict(members)
    faults = [("duplicate-key", f"'{key}' is given twice") for key in _twice(members) if key in ("id", *names)]
    faults += [fault for name in names if (fault := _fault(entry, name))]
    for rule, message in faults:
        found.tell(rule, message, line, column, _HINT)
    identity = _identity(found, entry.get("id"), at)
    if not faults:
        found.add(identity, entry[names[0]], entry[names[1]], line, names)


def _twice(members: _Members) -> list[str]:
    return [name for name, times in Counter(name for name, _ in members).items() if times > 1]


def _fault(entry: dict[str, Any], name: str) -> tuple[str, str] | None:
    if name not in entry:
        return "field-missing", f"there is no '{name}'"
    if not _is_text(entry[name]):
        return "wrong-type", f"'{name}' is {_name(entry[name])}, not a text"
    if LONE_SURROGATE.search(entry[name]):
        return "lone-surrogate", f"'{name}' holds half a character, such as \\ud800 without its other half"
    return None


def _identity(found: Gathering, given: object, at: tuple[int, int]) -> str:
    """The id of an entry, or its line where it has none that can be used."""
    line, column = at
    if given is None:
        return str(line)
    if not isinstance(given, str) or not given.strip() or LONE_SURROGATE.search(given):
        what = _name(given) if not _is_text(given) else "empty, or holds half a character"
        found.tell("wrong-type", f"'id' is {what}; it must be a text or an integer", line, column)
        return str(line)
    found.claim(given, shortened(given), line)
    return str(given)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not isinstance(value, _Integer)


def _name(value: object) -> str:
    """What JSON calls a value's type."""
    match value:
        case None:
            return "null"
        case bool():
            return "true or false"
        case _Integer() | float():
            return "a number"
        case str():
            return "a text"
        case _Members():
            return "an object"
    return "an array"
