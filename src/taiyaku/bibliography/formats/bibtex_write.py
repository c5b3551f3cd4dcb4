"""Entries of BibTeX out of records, with BibLaTeX's names where BibTeX has none.

Written by hand and not by a library, so that a build needs none and the bytes are always the same; what is written is
read back with pybtex in the tests.
"""

import re
from collections.abc import Iterator

from taiyaku.bibliography.formats import bibtex_fields as known
from taiyaku.bibliography.formats.bibtex import draft_of
from taiyaku.bibliography.formats.plain import OURS, carried
from taiyaku.bibliography.formats.tex import written
from taiyaku.bibliography.formats.written_notices import notice_lines
from taiyaku.model.reference import Name, Reference, WorkType

_IN_JOURNALS = {"article-journal", "article-magazine", "article-newspaper"}


def bibtex(key: str, record: Reference, *, own: bool = True) -> str:
    """One record as an entry of BibTeX; with a field of our own, so that it can be read back whole."""
    kind = known.WRITTEN.get(record.type.value, "misc")
    fields = dict(_fields(record))
    read = draft_of(kind, 0, {name: (value, 0) for name, value in fields.items()}).completed()
    if own and (rest := carried(record, read, but=OURS)):
        fields["taiyaku"] = _for_braces(rest)
    body = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items())
    return f"@{kind}{{{key}{body}\n}}\n"


def _for_braces(own: str) -> str:
    """JSON in which nothing can end the field early: the braces and at signs of its texts are escaped."""

    def escape(match: re.Match[str]) -> str:
        return re.sub(r"[{}@]", lambda sign: f"\\u{ord(sign[0]):04x}", match[0])

    return re.sub(r'"(?:\\.|[^"\\])*"', escape, own)


def _fields(record: Reference) -> Iterator[tuple[str, str]]:
    """Names and values in TeX, in the order in which an entry is read."""
    kind = record.type.value
    container = "journal" if kind in _IN_JOURNALS else "booktitle"
    publisher = {WorkType.REPORT: "institution", WorkType.THESIS: "school"}.get(record.type, "publisher")
    yield from _names(record)
    yield "title", f"{{{_escaped(record.title)}}}"
    texts = (
        ("origtitle", record.original_title),
        (container, record.container_title),
        ("shortjournal", record.container_title_short),
        ("series", record.collection_title),
        ("volume", record.volume),
        ("number", record.issue if kind in _IN_JOURNALS else record.number),
        ("pages", (record.page or "").replace("–", "--")),
        ("pagetotal", record.number_of_pages),
        ("edition", record.edition),
        ("version", record.version),
        ("type", record.genre),
        (publisher, record.publisher),
        ("address", record.publisher_place),
        ("eventtitle", record.event_title),
        ("venue", record.event_place),
        ("eventdate", record.event_date),
        ("pubstate", record.status),
        ("note", "; ".join(notice_lines(record))),
    )
    yield from ((name, _escaped(value)) for name, value in texts if value)
    yield from _when_and_where(record)


def _names(record: Reference) -> Iterator[tuple[str, str]]:
    given = (("author", record.author), ("editor", record.editor), ("translator", record.translator))
    for role, names in given:
        more = ("others",) if role == "author" and record.et_al else ()
        if names or more:
            yield role, " and ".join((*map(_name, names), *more))


def _name(name: Name) -> str:
    if name.family is None:
        return f"{{{_escaped(name.literal or '')}}}"
    family = _part(name.family, is_family=True)
    family = " ".join(part for part in (_escaped(name.particle or ""), family) if part)
    return ", ".join(part for part in (family, _part(name.suffix or ""), _part(name.given or "")) if part)


def _part(text: str, *, is_family: bool = False) -> str:
    """A part of a name, in braces where a small first word or what divides names would be read as such."""
    escaped = _escaped(text)
    is_divided = "," in text or " and " in f" {escaped} "
    return f"{{{escaped}}}" if is_divided or (is_family and text[0].islower()) else escaped


def _when_and_where(record: Reference) -> Iterator[tuple[str, str]]:
    """The year for BibTeX, the whole date for BibLaTeX; then numbers and addresses, in which signs are themselves."""
    if record.issued:
        yield "year", record.issued[:4]
        yield from [("date", record.issued)] if len(record.issued) > 4 else []
    yield from [("langid", record.language)] if record.language != "en" else []
    plain = (
        ("urldate", record.accessed),
        ("doi", record.doi),
        ("pmid", record.pmid),
        ("pmcid", record.pmcid),
        ("isbn", record.isbn),
        ("issn", record.issn),
        ("url", record.url),
    )
    yield from ((name, re.sub(r"[{}\\]", lambda sign: f"%{ord(sign[0]):02X}", value)) for name, value in plain if value)
    if record.keyword:
        yield "keywords", _escaped(", ".join(record.keyword))


def _escaped(text: str) -> str:
    return written(" ".join(text.split()))
