"""CSL-JSON: records out of items."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from taiyaku.bibliography.formats.csl_fields import NAME_PARTS, TEXTS
from taiyaku.bibliography.formats.draft import ABSTRACT, DATES, NAMES, UNCHECKED, UNKNOWN, At, Draft
from taiyaku.bibliography.formats.gathered import Gathered
from taiyaku.bibliography.formats.plain import Plain
from taiyaku.bibliography.formats.written_names import is_et_al
from taiyaku.bibliography.formats.written_notices import is_notice
from taiyaku.model.reference import WorkType

_TYPES = {
    "article-newspaper": "article-newspaper",
    "periodical": "article-journal",
    "review-book": "review",
    "bill": "legislation",
    "legal_case": "legislation",
    "regulation": "legislation",
    "post": "post-weblog",
    "pamphlet": "document",
    "broadcast": "motion_picture",
    "collection": "book",
    "classic": "book",
    "entry": "entry-dictionary",
}
_RENAMED = {"event": "event-title", "journalAbbreviation": "container-title-short", "shortTitle": "title-short"}
_LEFT_OUT = {
    "abstract": ABSTRACT,
    "note": "notes are not taken over: write one in both languages",
    "annote": "notes are not taken over: write one in both languages",
}
_OWN_MARKS = {"id", "citation-key", "custom", "type"}


class _Twice(dict[str, Any]):
    """An object in which a name stood twice, and what was lost by it."""

    lost: tuple[tuple[str, Any], ...] = ()


def read_csl(text: str, found: Gathered) -> None:
    """Gathers the works of a text in CSL-JSON: a list of items, one item, or Zotero's `{"items": […]}`."""
    line, counted = 1, 0
    for item, start, end in _items(text, found):
        line, counted = line + text.count("\n", counted, start), start
        if isinstance(item, Mapping):
            draft_of(item, text[start:end], line).finish(found)
        else:
            found.tell("import-syntax", "this is no item: an object is expected", line, 1, "see CSL-JSON's `type`")


def _items(text: str, found: Gathered) -> Iterator[tuple[Any, int, int]]:
    """Every item with the place where it stands; what cannot be read ends the list and is told."""
    begin = re.match(r"\s*(?:\{\s*\"items\"\s*:\s*)?(\[?)\s*", text)
    assert begin is not None
    position, is_list = begin.end(), bool(begin[1])
    try:
        while position < len(text) and not (is_list and text[position] == "]"):
            item, end = _DECODER.raw_decode(text, position)
            yield item, position, end
            rest = re.compile(r"\s*,?\s*").match(text, end)
            position = rest.end() if rest else end
            if not is_list:
                break
    except json.JSONDecodeError as error:
        hint = "the items before this place are read; export the file again"
        found.tell("import-syntax", f"this is not JSON: {error.msg}", error.lineno, error.colno, hint)
    except (ValueError, RecursionError) as error:
        line = text.count("\n", 0, position) + 1
        message = str(error) if isinstance(error, ValueError) else "the brackets are nested too deeply"
        found.tell("import-syntax", f"the item cannot be read: {message}", line, 1, "export the file again")


def _object(members: list[tuple[str, Any]]) -> dict[str, Any]:
    whole = _Twice()
    for name, value in members:
        if name in whole:
            whole.lost = (*whole.lost, (name, value))
        else:
            whole[name] = value
    return whole


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"there is no {constant} in JSON")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=str, parse_float=str, parse_constant=_refuse)


def draft_of(item: Mapping[str, Any], text: str, line: int) -> Draft:
    """The work that an item describes; its own text tells on which line each field stands."""
    draft = Draft(line, file_name=str(item.get("id") or ""))
    _type(draft, item, At("type", _line(text, "type", line)))
    for name, value in [*item.items(), *getattr(item, "lost", ())]:
        if value not in (None, "", [], {}) and name not in _OWN_MARKS:
            _take(draft, _RENAMED.get(name, name), value, At(name, _line(text, name, line)))
    custom = item.get("custom")
    if isinstance(custom, Mapping):
        own = custom.get("taiyaku")
        if own is not None:
            draft.carried = (json.dumps(own, ensure_ascii=False), At("custom", _line(text, "custom", line)))
        for name in custom.keys() - {"taiyaku"}:
            draft.left_out(At("custom", line), f"{name}: {custom[name]}", UNKNOWN)
    return draft


def _type(draft: Draft, item: Mapping[str, Any], at: At) -> None:
    kind = str(item.get("type", ""))
    kind = _TYPES.get(kind, kind)
    draft.fields["type"] = kind if kind in set(WorkType) else "document"
    if kind not in set(WorkType):
        draft.changed(at, kind, "the type is not known: taken as a document", "type")


def _line(text: str, name: str, line: int) -> int:
    """The line of a field, where its name stands only once in the item; else that of the item."""
    places = [match.start() for match in re.finditer(rf'"{re.escape(name)}"\s*:', text)]
    return line + text.count("\n", 0, places[0]) if len(places) == 1 else line


def _take(draft: Draft, name: str, value: Any, at: At) -> None:
    """Puts one field where it belongs."""
    if name in NAMES and isinstance(value, list):
        for each in value:
            _take_name(draft, name, each, at)
    elif name in DATES:
        _take_date(draft, name, value, at)
    elif isinstance(value, (str, bool, int)):
        _take_text(draft, name, str(value), at)
    elif isinstance(value, list) and all(isinstance(each, str) for each in value):
        for each in value:
            _take_text(draft, name, each, at)
    else:
        draft.left_out(at, json.dumps(value, ensure_ascii=False), _LEFT_OUT.get(name, UNKNOWN))


def _take_text(draft: Draft, name: str, value: str, at: At) -> None:
    if name == "keyword":
        for word in re.split(r"\s*[,;]\s*", value):
            draft.keyword(word, at)
    elif name in TEXTS:
        draft.take(name, value, at)
    elif name == "note":
        for line in value.splitlines():
            _take_line(draft, line.strip(), at)
    else:
        draft.left_out(at, value, _LEFT_OUT.get(name, UNKNOWN))


def _take_line(draft: Draft, line: str, at: At) -> None:
    """A line of a note: Zotero keeps numbers there for which it has no field, and we write notices."""
    number = re.fullmatch(r"(PMID|PMCID|DOI|ISBN|ISSN)\s*:\s*(\S.*)", line, re.IGNORECASE)
    if number:
        draft.take(number[1].upper(), number[2], at)
    elif is_notice(line):
        draft.left_out(at, line, UNCHECKED, "notices")
    elif line:
        draft.left_out(at, line, _LEFT_OUT["note"])


def _take_name(draft: Draft, role: str, value: Any, at: At) -> None:
    parts = {part: text for part, text in value.items() if text} if isinstance(value, Mapping) else {}
    known: Plain = {part: str(parts[part]).strip() for part in NAME_PARTS if str(parts.get(part, "")).strip()}
    for part in parts.keys() - known.keys() - {"parse-names", "static-ordering", "isInstitution"}:
        draft.left_out(at, f"{part}: {parts[part]}", UNKNOWN, role)
    if "family" in known:
        known.pop("literal", None)
        draft.person(role, known)
    elif "literal" in known or "given" in known:
        literal = known.get("literal") or known["given"]
        draft.more(role, literal, at) if is_et_al(literal) else draft.person(role, {"literal": literal})
    elif value:
        draft.left_out(at, str(value), "this is no name", role)


def _take_date(draft: Draft, name: str, value: Any, at: At) -> None:
    """Date parts, or the texts that programs write instead; the end of a span and a season are told."""
    if isinstance(value, str):
        draft.date(name, value, at)
        return
    if not isinstance(value, Mapping):
        draft.left_out(at, str(value), "this is no date", name)
        return
    parts = value.get("date-parts")
    spans = [each for each in parts if isinstance(each, list)] if isinstance(parts, list) else []
    if spans and spans[0]:
        draft.date(name, "-".join(str(part).zfill(2) for part in spans[0] if part is not None), at)
    for said in ("raw", "literal"):
        if isinstance(value.get(said), str) and not (spans and spans[0]):
            draft.date(name, value[said], at)
    rest = {each: value[each] for each in value if each not in {"date-parts", "raw", "literal"} and value[each]}
    for each, said in [*rest.items(), *([("until", spans[1])] if len(spans) > 1 else [])]:
        draft.left_out(at, f"{each}: {said}", "only a day, a month or a year is kept", name)
