"""CSL-JSON, the format of Zotero and of citation processors: both ways.

What of a record is ours, or finer than CSL can say, stands under `custom`, where CSL leaves room for it.
"""

import json
from collections.abc import Mapping
from typing import Any

from taiyaku.bibliography.formats.csl_fields import NAME_PARTS, TEXTS
from taiyaku.bibliography.formats.csl_read import draft_of
from taiyaku.bibliography.formats.draft import DATES, NAMES
from taiyaku.bibliography.formats.plain import carried, plain
from taiyaku.bibliography.formats.written_names import ET_AL
from taiyaku.bibliography.formats.written_notices import notice_lines
from taiyaku.model.reference import Reference


def csl_item(key: str, record: Reference, *, own: bool = True) -> dict[str, Any]:
    """One record as an item of CSL-JSON; with a field of our own, so that it can be read back whole."""
    fields = plain(record)
    item: dict[str, Any] = {"id": key}
    item |= {name: fields[name] for name in fields if name in TEXTS}
    item |= {name: [_name(each) for each in fields[name]] for name in NAMES if name in fields}
    item |= {
        name: {"date-parts": [[int(part) for part in fields[name].split("-")]]} for name in DATES if name in fields
    }
    if record.page:
        item["page"] = record.page.replace("–", "-")
    if record.keyword:
        item["keyword"] = ", ".join(record.keyword)
    if record.et_al:
        item["author"] = [*item.get("author", []), {"literal": ET_AL}]
    if lines := notice_lines(record):
        item["note"] = "\n".join(lines)
    if own and (rest := carried(record, draft_of(_texts(item), "", 0).completed())):
        item["custom"] = {"taiyaku": json.loads(rest)}
    return item


def _name(fields: Mapping[str, Any]) -> dict[str, str]:
    return {part: fields[part] for part in NAME_PARTS if part in fields}


def _texts(value: Any) -> Any:
    """A value as it is read back: numbers as they are written."""
    if isinstance(value, dict):
        return {name: _texts(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    return str(value) if isinstance(value, int) else value


def csl_text(items: list[dict[str, Any]]) -> str:
    """A file of CSL-JSON."""
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"
