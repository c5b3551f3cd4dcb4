"""BibTeX and BibLaTeX: records out of entries.

bibtexparser finds the entries: it goes on after a brace that is never closed, and keeps lines. Strings that are put
together, `crossref`, groups in braces and the letters of TeX are read here: the library leaves the first two as they
are written and divides a group by the words in its name. (pybtex gives the whole file up at the first fault.)
"""

import logging
import re
from collections.abc import Mapping
from typing import Any

from taiyaku.bibliography.formats import bibtex_fields as known
from taiyaku.bibliography.formats.bibtex_names import take_names
from taiyaku.bibliography.formats.draft import UNCHECKED, UNKNOWN, At, Draft
from taiyaku.bibliography.formats.gathered import Gathered, shortened
from taiyaku.bibliography.formats.tex import plain_text
from taiyaku.bibliography.formats.written_notices import is_notice

_MONTHS = {name: name.capitalize() for name in "jan feb mar apr may jun jul aug sep oct nov dec".split()}  # noqa: SIM905
_PIECE = re.compile(r'\s*(?:(\{)|(")|([^\s#{}"]+))(?:\s*#)?')

_TOGETHER = {"crossref", "title", "subtitle", "year", "month", "eprinttype", "archiveprefix"}
"""Fields that are read with others."""

Values = dict[str, tuple[str, int]]
"""The fields of an entry in TeX, by their names in small letters, and their lines."""


def read_bibtex(text: str, found: Gathered) -> None:
    """Gathers the works of a text in BibTeX."""
    entries: list[tuple[str, int, Values, str]] = []
    macros = dict(_MONTHS)
    for block in _blocks(text):
        line = block.start_line + 1
        match type(block).__name__:
            case "String":
                macros[block.key.lower()] = _value(str(block.value), macros, found, At(block.key, line))
            case "Entry" | "DuplicateFieldKeyBlock" | "DuplicateBlockKeyBlock":
                entry = getattr(block, "ignore_error_block", None) or block
                entries.append((entry.entry_type.lower(), line, _values(entry, macros, found), entry.key))
            case "Preamble":
                found.left_out("@preamble", str(block.value), "what it defines for TeX is not read", line)
            case "ImplicitComment" | "ExplicitComment":
                _comment(block, found, line)
            case _:
                hint = "close every brace and quotation mark; the entries after it are read"
                found.tell("import-syntax", f"the entry cannot be read: '{shortened(block.raw)}'", line, 1, hint)
    parents = {key.lower(): values for _, _, values, key in entries}
    for kind, line, values, key in entries:
        draft = draft_of(kind, line, _with_parent(values, parents, found))
        draft.file_name = key
        draft.finish(found)


def _blocks(text: str) -> list[Any]:
    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - only an import needs it

    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    logging.getLogger("bibtexparser").propagate = False
    return list(parse_string(text, parse_stack=[]).blocks)


def _comment(block: Any, found: Gathered, line: int) -> None:
    """What stands between entries is a comment; an entry that lost its beginning is worth a word."""
    said = re.sub(r"(?m)^\s*%.*$", "", str(block.comment)).strip()
    if type(block).__name__ == "ImplicitComment" and said:
        found.left_out("text", said, "it stands outside of every entry", line)


def _values(entry: Any, macros: Mapping[str, str], found: Gathered) -> Values:
    values: Values = {}
    for field in entry.fields:
        name, line = field.key.lower(), (field.start_line or 0) + 1
        value = _value(str(field.value), macros, found, At(name, line))
        if name in values:
            found.left_out(name, value, f"'{name}' is given already", line)
        else:
            values[name] = (value, line)
    return values


def _value(raw: str, macros: Mapping[str, str], found: Gathered, at: At) -> str:
    """A value with its strings put in and put together; TeX's braces inside it stay."""
    parts, position, raw = [], 0, raw.strip()
    while position < len(raw):
        match = _PIECE.match(raw, position)
        if match is None:
            return raw
        if match[1] or match[2]:
            begin = match.start(1) if match[1] else match.start(2)
            end = _closing(raw, begin)
            parts.append(raw[begin + 1 : end])
            after = re.compile(r"\s*#?").match(raw, end + 1)
            position = after.end() if after else len(raw)
            continue
        name, position = match[3], match.end()
        if not name.isdecimal() and name.lower() not in macros:
            found.left_out(at.tag, name, "no @string defines this name: it is taken as the text itself", at.line)
        parts.append(name if name.isdecimal() else macros.get(name.lower(), name))
    return "".join(parts)


def _closing(raw: str, begin: int) -> int:
    """Where what opens at `begin` is closed; the last sign where it never is."""
    quoted, depth = raw[begin] == '"', 0
    for match in re.compile(r'\\.|[{}"]', re.DOTALL).finditer(raw, begin + quoted):
        sign = match[0]
        depth += {"{": 1, "}": -1}.get(sign, 0)
        is_end = (sign == '"' and depth == 0) if quoted else (sign == "}" and depth == 0)
        if is_end and (not quoted or re.match(r"\s*(?:#|$)", raw[match.end() :])):
            return match.start()
    return len(raw) - 1


def _with_parent(values: Values, parents: Mapping[str, Values], found: Gathered) -> Values:
    """An entry with what it takes from the one that its `crossref` names, and from that one's in turn."""
    seen: set[str] = set()
    whole, at = dict(values), values.get("crossref")
    while at:
        key = at[0].lower()
        if key in seen or key not in parents:
            why = "the entry is its own parent" if key in seen else "there is no entry of this name in the file"
            found.left_out("crossref", at[0], why, at[1])
            break
        seen.add(key)
        parent = parents[key]
        inherited = {
            known.FROM_PARENT.get(name, name): value
            for name, value in parent.items()
            if name not in known.NOT_FROM_PARENT
        }
        whole |= {name: value for name, value in inherited.items() if name not in whole}
        at = parent.get("crossref")
    return whole


def draft_of(kind: str, line: int, values: Values) -> Draft:
    """The work that the fields of one entry describe."""
    draft = Draft(line, {"type": _type(kind, values)})
    if kind not in known.TYPES:
        draft.changed(At(f"@{kind}", line), kind, "the type is not known: taken as a document", "type")
    if kind in {"phdthesis", "mastersthesis"} and "type" not in values:
        draft.fields["genre"] = "PhD thesis" if kind == "phdthesis" else "Master's thesis"
    for name, (tex, at) in values.items():
        if name in known.NAMES:
            take_names(draft, name, tex, At(name, at))
        elif name not in _TOGETHER:
            _take(draft, name, tex, At(name, at))
    _title(draft, values)
    _date(draft, values)
    return draft


def _type(kind: str, values: Values) -> str:
    if kind == "misc" and values.get("eprint") and values.get("eprinttype", values.get("archiveprefix", ("",)))[0]:
        return "article"
    return known.TYPES.get(kind, "document")


def _take(draft: Draft, name: str, tex: str, at: At) -> None:
    """Puts one field where it belongs."""
    text = re.sub(r"\\([&%$#_{}])", r"\1", tex) if name in known.VERBATIM else _text(draft, tex, at)
    match name:
        case "taiyaku":
            draft.carried = (tex, at)
        case _ if name in known.FIELDS:
            draft.take(known.FIELDS[name], text, at)
        case _ if name in known.DATES:
            draft.date(known.DATES[name], text.split("/")[0], at)
            if "/" in text:
                draft.left_out(at, text, "only the first day of a span is kept")
        case "number":
            draft.take("issue" if draft.fields["type"] in known.NUMBER_IS_ISSUE else "number", text, at)
        case "keywords" | "keyword":
            for word in re.split(r"\s*[;,]\s*", text):
                draft.keyword(word, at)
        case "howpublished" if re.match(r"<?https?://", text):
            draft.url(text.strip("<>"), at)
        case "eprint" if re.fullmatch(r"\d{1,8}", text):
            draft.pmid(text, at)
        case _:
            told = name == "note" and is_notice(text)
            draft.left_out(
                at, text, UNCHECKED if told else known.LEFT_OUT.get(name, UNKNOWN), "notices" if told else ""
            )


def _text(draft: Draft, tex: str, at: At) -> str:
    text, unknown = plain_text(tex)
    for command in unknown:
        draft.left_out(at, command, "the command of TeX is not known")
    return " ".join(text.split())


def _title(draft: Draft, values: Values) -> None:
    parts = [(name, *values[name]) for name in ("title", "subtitle") if name in values]
    if parts:
        at = At("title", parts[0][2])
        draft.title(": ".join(_text(draft, tex, at) for _, tex, _ in parts), at)


def _date(draft: Draft, values: Values) -> None:
    """Year and month, where no whole date is given."""
    if "year" not in values:
        return
    year, line = values["year"]
    month = values.get("month", ("", line))[0]
    at = At("year", line)
    text = " ".join(_text(draft, part, at) for part in (year, month) if part)
    draft.date("issued", f"{year}-{int(month):02}" if month.isdecimal() and len(month) < 3 else text, at)
