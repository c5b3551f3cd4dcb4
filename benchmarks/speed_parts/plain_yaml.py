"""YAML as a person writes it: nested mappings and lists, long texts in quotes; many times as fast as PyYAML's own."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_PLAIN = re.compile(r"[A-Za-z\u3040-\u9fff](?:[^:#\[\]{}\"'\n]|:(?=[^\s]))*[^\s:#\[\]{}\"'\n]")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off"})


def dumped(value: Mapping[str, Any]) -> str:
    """The text of a file."""
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, each in value.items():
        if isinstance(each, Mapping):
            yield f"{indent}{key}:"
            yield from _lines(each, f"{indent}  ")
        elif isinstance(each, list) and any(isinstance(item, Mapping) for item in each):
            yield f"{indent}{key}:"
            for item in each:
                first, *others = _lines(item, "")
                yield f"{indent}  - {first}"
                yield from (f"{indent}    {line}" for line in others)
        else:
            yield f"{indent}{key}: {_scalar(each)}"


def _scalar(value: object) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(json.dumps(each) if "," in str(each) else _scalar(each) for each in value) + "]"
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and value.lower() not in _WORDS
        return value if plain else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)
