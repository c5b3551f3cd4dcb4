"""Records of works as the text of a file in content/references: always the same for the same records."""

from collections.abc import Mapping
from typing import Any

import yaml

from taiyaku.content.write import WIDTH, OneLine, Writer


def references_text(records: Mapping[str, Mapping[str, Any]], head: str) -> str:
    """The text of a file of records by their keys, under a comment; read back as what they were."""
    comment = "".join(f"# {line}\n" for line in head.splitlines())
    return "\n".join([comment, *(_block({key: _laid_out(fields)}) for key, fields in records.items())])


def _block(value: Mapping[str, Any]) -> str:
    return yaml.dump(dict(value), Dumper=Writer, allow_unicode=True, sort_keys=False, width=WIDTH)


def _laid_out(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Names, keywords and what else is small in one line each, as they are written by hand."""
    return {name: _value(value) for name, value in fields.items()}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        if all(isinstance(each, str) for each in value):
            return tuple(value)
        return [_value(each) for each in value]
    if isinstance(value, dict):
        is_small = all(isinstance(each, str) for each in value.values())
        return OneLine(value) if is_small else {name: _value(each) for name, each in value.items()}
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
