"""EndNote's XML: read only. A file that declares entities is refused: a few lines of them can stand for gigabytes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from msgspec import Struct

from taiyaku.bibliography.formats.draft import ABSTRACT, BOOKKEEPING, UNKNOWN, At, Draft
from taiyaku.bibliography.formats.gathered import Gathered, shortened

_TYPES = {
    "Journal Article": "article-journal",
    "Electronic Article": "article-journal",
    "Magazine Article": "article-magazine",
    "Newspaper Article": "article-newspaper",
    "Book": "book",
    "Edited Book": "book",
    "Electronic Book": "book",
    "Book Section": "chapter",
    "Electronic Book Section": "chapter",
    "Conference Paper": "paper-conference",
    "Conference Proceedings": "paper-conference",
    "Report": "report",
    "Government Document": "report",
    "Thesis": "thesis",
    "Web Page": "webpage",
    "Blog": "post-weblog",
    "Dataset": "dataset",
    "Computer Program": "software",
    "Patent": "patent",
    "Standard": "standard",
    "Statute": "legislation",
    "Dictionary": "entry-dictionary",
    "Encyclopedia": "entry-encyclopedia",
    "Film or Broadcast": "motion_picture",
    "Manuscript": "manuscript",
    "Unpublished Work": "article",
    "Generic": "document",
}
_FIELDS = {
    "contributors/authors/author": "author",
    "contributors/secondary-authors/author": "editor",
    "contributors/subsidiary-authors/author": "translator",
    "titles/title": "title",
    "titles/tertiary-title": "collection-title",
    "periodical/full-title": "container-title",
    "periodical/abbr-1": "container-title-short",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "edition": "edition",
    "section": "section",
    "publisher": "publisher",
    "pub-location": "publisher-place",
    "work-type": "genre",
    "access-date": "accessed",
    "electronic-resource-num": "DOI",
    "isbn": "ISBN",
    "urls/related-urls/url": "URL",
    "urls/web-urls/url": "URL",
    "keywords/keyword": "keyword",
    "language": "language",
}
_BOOKKEEPING = {
    *("rec-number", "foreign-keys/key", "database", "source-app", "label", "accession-num", "caption"),
    *("remote-database-name", "remote-database-provider", "language-code", "modified-date"),
    *("custom1", "custom2", "custom3", "custom4", "custom5", "custom6", "custom7"),
}
_LEFT_OUT = {
    "abstract": ABSTRACT,
    "notes": "notes are not taken over: write one in both languages",
    "research-notes": "notes are not taken over: write one in both languages",
    "auth-address": "addresses of authors are not taken over: the file does not say whose they are",
    "urls/pdf-urls/url": "files stay where they are",
}
_WITH_SERIES = {"book", "report", "thesis"}


class _EntitiesError(Exception):
    """The file declares entities of its own."""


class _Value(Struct, frozen=True):
    """The text of an element by its path below `record`, and the line at which it begins."""

    path: str
    text: str
    line: int


@dataclass
class _Entry:
    """A `record` while it is read."""

    line: int
    kind: str = ""
    values: list[_Value] = field(default_factory=list)


def read_endnote(data: bytes, found: Gathered, encoding: str | None = None) -> None:
    """Gathers the works of a file of EndNote's XML; an `encoding` that is given counts, whatever the file declares."""
    _Reader(found, encoding).read(data)


class _Reader:
    """Follows the events of the XML parser."""

    def __init__(self, found: Gathered, encoding: str | None) -> None:
        self._found = found
        self._entry: _Entry | None = None
        self._path: list[str] = []
        self._texts: list[tuple[list[str], int]] = []
        self._root = ""
        self._parser = expat.ParserCreate(encoding)
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._refuse

    def read(self, data: bytes) -> None:
        """Reads all; what stands before a fault is kept."""
        hint = "what stands before this is read; what follows is not"
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - the parser's signature
        except expat.ExpatError as error:
            message = f"this is not XML: {expat.ErrorString(error.code)}"
            self._found.tell("import-syntax", message, error.lineno, error.offset + 1, hint)
        except _EntitiesError:
            message, line = "the file declares entities", self._parser.CurrentLineNumber
            self._found.tell("import-syntax", message, line, 1, "write the characters themselves")
        except (ValueError, LookupError) as error:  # an encoding that the parser does not know
            self._found.tell("import-syntax", str(error), 1, 1, "save the file as UTF-8")
        if self._root and self._root not in {"xml", "records"}:
            message = f"the file's root is <{shortened(self._root)}>, not <xml> as in EndNote's export"
            self._found.tell("import-syntax", message, 1, 1, "export the references from EndNote as XML")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._root = self._root or name
        line = self._parser.CurrentLineNumber
        if self._entry is None:
            self._entry = _Entry(line) if name == "record" else None
        elif name != "style":  # only how the words look
            self._path.append(name)
            self._texts.append(([], line))
            if name == "ref-type":
                self._entry.kind = attributes.get("name", "")

    def _end(self, name: str) -> None:
        if self._entry is None or name == "style":
            return
        if not self._path:
            draft_of(self._entry).finish(self._found)
            self._entry = None
            return
        parts, line = self._texts.pop()
        if text := "".join(parts).strip():
            self._entry.values.append(_Value("/".join(self._path), text, line))
        self._path.pop()

    def _characters(self, text: str) -> None:
        if self._texts:
            self._texts[-1][0].append(text)

    def _refuse(self, *_: object) -> None:
        raise _EntitiesError


def draft_of(entry: _Entry) -> Draft:
    """The work that a record describes."""
    draft = Draft(entry.line, {"type": _TYPES.get(entry.kind, "document")})
    if entry.kind not in _TYPES:
        draft.changed(At("ref-type", entry.line), entry.kind, "the type is not known: taken as a document", "type")
    for value in sorted(entry.values, key=lambda each: not each.path.startswith("periodical/")):
        _take(draft, value, At(value.path.rpartition("/")[2], value.line), entry.values)
    return draft


def _take(draft: Draft, value: _Value, at: At, entry: Sequence[_Value]) -> None:
    """Puts one value where it belongs."""
    match value.path:
        case path if path in _FIELDS:
            draft.take(_FIELDS[path], value.text, at)
        case "titles/secondary-title":
            _second_title(draft, value.text, at)
        case "dates/year":
            draft.date("issued", _whole_date(value.text, entry), at)
        case "dates/pub-dates/date":
            if not any(other.path == "dates/year" for other in entry):
                draft.date("issued", value.text, at)
        case "custom2" if re.fullmatch(r"PMC\d+", value.text):
            draft.pmcid(value.text, at)
        case "accession-num" if _is_pubmed(entry) and value.text.isdecimal():
            draft.pmid(value.text, at)
        case "remote-database-name" | "remote-database-provider" if _is_pubmed(entry):
            pass  # tells what the accession number is
        case "ref-type":
            pass  # read by its name
        case path:
            draft.left_out(at, value.text, BOOKKEEPING if path in _BOOKKEEPING else _LEFT_OUT.get(path, UNKNOWN))


def _second_title(draft: Draft, text: str, at: At) -> None:
    """A series, or the journal or book, whose short form it is where `full-title` says more."""
    in_full = draft.fields.get("container-title", "")
    if draft.fields["type"] in _WITH_SERIES:
        draft.text("collection-title", text, at)
    elif len(text) < len(in_full):
        draft.text("container-title-short", text, at)
    else:
        draft.text("container-title", text, at)


def _is_pubmed(entry: Sequence[_Value]) -> bool:
    names = " ".join(value.text for value in entry if value.path.startswith("remote-database"))
    return re.search(r"pubmed|medline|nlm", names, re.IGNORECASE) is not None


def _whole_date(year: str, entry: Sequence[_Value]) -> str:
    """The year with the month and day that stand beside it (`May 29`)."""
    more = next((value.text for value in entry if value.path == "dates/pub-dates/date"), "")
    if not more or not re.fullmatch(r"\d{4}", year):
        return f"{year} {more}".strip()
    return more if year in more else f"{year} {more}"
