"""Records of works as the text of a file in content/references: always the same for the same records."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from taiyaku.content.write import WIDTH, OneLine, Writer

_BREAKS = re.compile("[\x85\u2028\u2029]")
"""What YAML takes for the end of a line where it stands as it is."""


class _Escaped(str):
    """A text that is written in double quotes, with escapes."""

    __slots__ = ()


Writer.add_representer(_Escaped, lambda to, data: to.represent_scalar("tag:yaml.org,2002:str", str(data), style='"'))


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
            return tuple(_text(each) for each in value)
        return [_value(each) for each in value]
    if isinstance(value, dict):
        is_small = all(isinstance(each, str) for each in value.values())
        return (
            OneLine({name: _text(each) for name, each in value.items()})
            if is_small
            else {name: _value(each) for name, each in value.items()}
        )
    if isinstance(value, bool):
        return "true" if value else "false"
    return _text(value)


def _text(value: Any) -> str:
    text = str(value)
    return _Escaped(text) if _BREAKS.search(text) else text
