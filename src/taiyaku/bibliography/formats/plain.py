"""A record as plain values, and what of it a format cannot hold, carried in a field of our own.

The own field lists only what other programs' fields do not bring back, with a digest of what those fields said: where
somebody has edited them in the meantime, theirs counts.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from typing import Any

from taiyaku.model.reference import Reference

Plain = dict[str, Any]
"""The fields of a record under the names that YAML uses."""

OURS = ("note", "as_printed", "not_printed", "notices", "checked", "related", "set_aside")
"""What is ours and not the work's: only CSL-JSON carries it."""

ALL = frozenset(field.alias or name for name, field in Reference.model_fields.items())
"""Every field, under the name that YAML uses."""

PREFIX = "taiyaku: "


def plain(record: Reference) -> Plain:
    """A record's fields, in the order of the model, without those that say nothing; the language always."""
    dumped = record.model_dump(mode="json", by_alias=True, exclude_defaults=True) | {"language": record.language}
    order = [field.alias or name for name, field in Reference.model_fields.items()]
    return {name: dumped[name] for name in order if name in dumped}


def carried(record: Reference, read_back: Mapping[str, Any], *, but: Collection[str] = ()) -> str:
    """The text of our own field: all that is not read back from the format's; empty where everything is."""
    whole, back = plain(record), _told(read_back)
    names = [name for name in {**whole, **back} if name not in but and whole.get(name) != back.get(name)]
    if not names:
        return ""
    content = {"of": _digest(back, names), "fields": {name: whole.get(name) for name in names}}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def restored(text: str, read: Mapping[str, Any]) -> Plain | None:
    """The fields with what our own field carries; None where that does not belong to them any more."""
    try:
        content = json.loads(text)
        fields, of = content["fields"], content["of"]
        is_ours = isinstance(fields, dict) and fields.keys() <= ALL
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not is_ours or of != _digest(_told(read), list(fields)):
        return None
    return {name: value for name, value in {**read, **fields}.items() if value is not None}


def _told(read: Mapping[str, Any]) -> Plain:
    return {"language": "en", **{name: value for name, value in read.items() if value not in (None, [], False)}}


def _digest(read: Mapping[str, Any], names: list[str]) -> str:
    values = json.dumps([[name, read.get(name)] for name in sorted(names)], ensure_ascii=True)
    return hashlib.sha256(values.encode()).hexdigest()[:8]
