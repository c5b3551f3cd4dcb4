"""RIS, which every program for references reads: records out of its entries, and entries out of records.

Written by hand and not by a library, so that a build needs none and the bytes are always the same; what is written is
read back with rispy in the tests.
"""

import re
from collections.abc import Iterator, Sequence

from taiyaku.bibliography.formats import ris_tags as tags
from taiyaku.bibliography.formats.draft import UNCHECKED, UNKNOWN, At, Draft
from taiyaku.bibliography.formats.gathered import Gathered
from taiyaku.bibliography.formats.plain import OURS, PREFIX, carried
from taiyaku.bibliography.formats.tagged import Tagged, tagged_lines
from taiyaku.bibliography.formats.written_names import ET_AL
from taiyaku.bibliography.formats.written_notices import is_notice, notice_lines
from taiyaku.model.reference import Name, Reference

FORM = re.compile(r"\s*([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$")

_TOGETHER = {"SP", "EP", "C7", "AN"}
"""Tags that are read with others."""


def read_ris(text: str, found: Gathered) -> None:
    """Gathers the works of a text in RIS."""
    entry: list[Tagged] = []
    for each in tagged_lines(text, FORM):
        if each.tag == "TY":
            _close(entry, found, f"its end (ER) is missing: it is taken up to line {each.line}")
            entry = [each]
        elif each.tag == "ER":
            _close(entry, found)
            entry = []
        elif entry and each.tag:
            entry.append(each)
        else:
            why = "it stands outside of every entry" if not entry else "the line has no tag"
            found.left_out(each.tag or "text", each.value, why, each.line)
    _close(entry, found, "its end (ER) is missing: it is taken up to the end of the file")


def _close(entry: list[Tagged], found: Gathered, unusual: str = "") -> None:
    if not entry:
        return
    draft = draft_of(entry)
    if unusual:
        draft.changed(At("TY", entry[0].line), entry[0].value, unusual)
    draft.finish(found)


def draft_of(entry: Sequence[Tagged]) -> Draft:
    """The work that the lines of one entry describe."""
    draft = Draft(entry[0].line)
    _type(draft, entry[0])
    given = [each for each in entry[1:] if each.value]
    for each in sorted(given, key=lambda line: line.tag == "JO"):  # T2 and JF say it in full
        _take(draft, each, At(each.tag, each.line))
    _first_and_last_page(draft, {each.tag: each for each in reversed(given)})
    _accession(draft, {each.tag: each for each in reversed(given)})
    return draft


def _type(draft: Draft, first: Tagged) -> None:
    kind = tags.TYPES.get(first.value.upper())
    draft.fields["type"] = kind or "document"
    if kind is None:
        draft.changed(At("TY", first.line), first.value, "the type is not known: taken as a document", "type")
    if first.value.upper() == "INPR":
        draft.put("status", "in press", At("TY", first.line))


def _take(draft: Draft, each: Tagged, at: At) -> None:
    """Puts one line where it belongs."""
    kind, value = draft.fields["type"], each.value
    match each.tag:
        case tag if tag in tags.FIELDS:
            draft.take(tags.FIELDS[tag], value, at)
        case "T2":
            draft.text("collection-title" if kind in tags.WITH_SERIES else "container-title", value, at)
        case "JO":
            in_full = draft.fields.get("container-title", value)
            draft.text("container-title" if in_full == value else "container-title-short", value, at)
        case "SN" if kind == "report" and not re.search(r"\d{4}-?\d{3}[\dXx]", value):
            draft.text("number", value, at)
        case "SN":
            draft.serial(value, at)
        case "C2" if re.fullmatch(r"PMC\d+", value):
            draft.pmcid(value, at)
        case tag if tag not in _TOGETHER:
            _take_rest(draft, each, at)


def _take_rest(draft: Draft, each: Tagged, at: At) -> None:
    """What is no field of a record, or only in our own words."""
    value = each.value
    match each.tag:
        case "ID":
            draft.file_name = value
        case "DB" if value.lower() in {"pubmed", "medline"}:
            pass  # tells what the accession number is
        case "N1" if is_notice(value):
            draft.left_out(at, value, UNCHECKED, "notices")
        case "U1" if value.startswith(PREFIX):
            draft.carried = (value.removeprefix(PREFIX), at)
        case tag:
            draft.left_out(at, value, tags.LEFT_OUT.get(tag, UNKNOWN))


def _first_and_last_page(draft: Draft, entry: dict[str, Tagged]) -> None:
    first, last = (entry.get(tag, Tagged("", "", 0)) for tag in ("SP", "EP"))
    if draft.fields["type"] == "book" and first.value.isdecimal() and not last.value:
        draft.text("number-of-pages", first.value, At("SP", first.line))
    elif first.value or last.value:
        both = "-".join(value for value in (first.value, last.value) if value)
        whole = first.value if re.search(r"\d\s*[-–]", first.value) else both
        draft.pages(whole, At("SP" if first.value else "EP", first.line or last.line))
    if "C7" in entry:
        draft.pages(entry["C7"].value, At("C7", entry["C7"].line))


def _accession(draft: Draft, entry: dict[str, Tagged]) -> None:
    """A number of PubMed, where the entry names that database; any other is bookkeeping."""
    if "AN" not in entry:
        return
    value, at = entry["AN"].value, At("AN", entry["AN"].line)
    databases = " ".join(entry[tag].value.lower() for tag in ("DB", "DP") if tag in entry)
    if re.search(r"pubmed|medline|nlm", databases) or value.lower().startswith("pmid"):
        draft.pmid(value, at)
    else:
        draft.left_out(at, value, "no database that is known here has given the number")


def ris(key: str, record: Reference, *, own: bool = True) -> str:
    """One record as an entry of RIS; with our own field, so that it can be read back whole."""
    lines = [(tag, " ".join(value.split())) for tag, value in _lines(record)]
    read = draft_of([Tagged(tag, value, 0) for tag, value in lines]).completed()
    if own and (rest := carried(record, read, but=OURS)):
        lines.append(("U1", PREFIX + rest))
    return "".join(f"{tag}  - {value}\n" for tag, value in (lines[0], ("ID", key), *lines[1:], ("ER", "")))


def _lines(record: Reference) -> Iterator[tuple[str, str]]:
    """Tags and values, in the order in which other programs write them."""
    kind = record.type.value
    yield "TY", tags.WRITTEN[kind]
    yield from (("AU", _name(name)) for name in record.author)
    yield from [("AU", ET_AL)] if record.et_al else []
    yield "TI", record.title
    in_series = kind in tags.WITH_SERIES
    given = (
        ("JF" if in_series else "T2", record.container_title),
        ("J2", record.container_title_short),
        ("T2" if in_series else "T3", record.collection_title),
        *(("ED", _name(name)) for name in record.editor),
        *(("A4", _name(name)) for name in record.translator),
        ("PY", (record.issued or "")[:4]),
        ("DA", _day(record.issued) if len(record.issued or "") > 4 else ""),
        ("VL", record.volume),
        ("IS", record.issue),
        *_pages(record),
        ("M1", record.number),
        ("ET", record.edition),
        ("M3", record.genre),
        ("SE", record.section),
        ("PB", record.publisher),
        ("CY", record.publisher_place),
        ("SN", record.issn),
        ("SN", record.isbn),
        ("DO", record.doi),
        ("AN", record.pmid),
        ("DB", record.pmid and "PubMed"),
        ("C2", record.pmcid),
        ("UR", record.url),
        ("Y2", _day(record.accessed)),
        ("LA", record.language),
        *(("KW", word) for word in record.keyword),
        *(("N1", line) for line in notice_lines(record)),
    )
    yield from ((tag, value) for tag, value in given if value)


def _name(name: Name) -> str:
    """`Family, Given, Jr`; a group ends in a comma where its own name would be read as a person's."""
    if name.family is None:
        return f"{name.literal},"
    family = " ".join(part for part in (name.particle, name.family) if part)
    return ", ".join(part for part in (family, name.given or (name.suffix and " "), name.suffix) if part)


def _day(day: str | None) -> str:
    return "/".join([*day.split("-"), "", "", ""][:3]) + "/" if day else ""


def _pages(record: Reference) -> tuple[tuple[str, str | None], ...]:
    if record.type == "book" and not record.page:
        return (("SP", record.number_of_pages),)
    first, _, last = (record.page or "").replace("–", "-").partition("-")
    return ("SP", first), ("EP", last)
