"""A record while it is read from another program's entry: each value is cleaned, put in its field, or told."""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote

from msgspec import Struct
from pydantic import ValidationError

from taiyaku.bibliography.formats.cleaning import one_line, without_e_mail, without_hidden, without_marks, without_stop
from taiyaku.bibliography.formats.gathered import Gathered, Remark, Work
from taiyaku.bibliography.formats.languages import by_script, language_tag
from taiyaku.bibliography.formats.plain import Plain, restored
from taiyaku.bibliography.formats.serials import read_serial
from taiyaku.bibliography.formats.written_dates import read_date
from taiyaku.bibliography.formats.written_names import Fields, is_et_al, read_name
from taiyaku.bibliography.formats.written_pages import full_range
from taiyaku.bibliography.identifiers import bare_doi
from taiyaku.model.reference import Reference

ABSTRACT = "abstracts belong to their publishers"
BOOKKEEPING = "the database's own bookkeeping"
UNCHECKED = "add it under 'notices', with `checked: YYYY-MM-DD`, the day on which somebody looked"
UNKNOWN = "no field of a record holds it"
NAMES = ("author", "editor", "translator")
DATES = ("issued", "available-date", "accessed", "event-date")
_SPECIAL = {
    "title": "title",
    "page": "pages",
    "volume": "volume",
    "issue": "issue",
    "language": "language",
    "keyword": "keyword",
    "DOI": "doi",
    "URL": "url",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "ISSN": "serial",
    "ISBN": "serial",
}
"""Fields with rules of their own, and the method that knows them."""


class At(Struct, frozen=True):
    """Where a value stands in a file: the name of its field there, and the line."""

    tag: str
    line: int


@dataclass
class Draft:
    """The fields of one work so far; `remarks` are kept with the field they are about.

    `carried` is the text of our own field, if the entry has it; `file_name` is what the file calls the work.
    """

    line: int
    fields: Plain = field(default_factory=dict)
    remarks: list[tuple[str, Remark]] = field(default_factory=list)
    carried: tuple[str, At] | None = None
    file_name: str = ""

    def left_out(self, at: At, value: str, why: str, name: str = "") -> None:
        """Remarks on a value that is not taken over."""
        self.remarks.append((name, Remark(at.tag, value, why, at.line)))

    def changed(self, at: At, value: str, why: str, name: str = "") -> None:
        """Remarks on a value that is taken over otherwise than it was written."""
        self.remarks.append((name, Remark(at.tag, value, why, at.line, lost=False)))

    def put(self, name: str, value: str, at: At) -> None:
        """Sets a field; another value than the one that is there already is told."""
        if not value:
            return
        if self.fields.setdefault(name, value) != value:
            self.left_out(at, value, f"'{name}' is given already", name)

    def take(self, name: str, value: str, at: At) -> None:
        """A value for a field, by the rules of that field."""
        if name in DATES:
            self.date(name, value, at)
        elif name in NAMES:
            self.name(name, value, at)
        elif name in _SPECIAL:
            getattr(self, _SPECIAL[name])(value, at)
        else:
            self.text(name, value, at)

    def text(self, name: str, value: str, at: At) -> None:
        """A text without hidden signs and marks of HTML."""
        self.put(name, self._clean(name, value, at), at)

    def title(self, value: str, at: At, *, stop_is_usual: bool = False) -> None:
        """The title, without the stop that some lists end it with."""
        clean = self._clean("title", value, at)
        bare = without_stop(clean)
        if bare != clean and not stop_is_usual:
            self.changed(at, clean, "the stop at the end was taken off", "title")
        self.put("title", bare, at)

    def _clean(self, name: str, value: str, at: At) -> str:
        bare = without_marks(value)
        if bare != value:
            self.changed(at, value, "marks of HTML were taken out", name)
        shown = without_hidden(bare)
        if shown != bare:
            self.changed(at, value, "signs that cannot be shown were taken out", name)
        return one_line(shown)

    def doi(self, value: str, at: At) -> None:
        """A DOI, also as an address."""
        text = one_line(without_hidden(value))
        doi = bare_doi(unquote(text) if "%" in text and "doi.org/" in text else text)
        if doi is None:
            self.left_out(at, value, "this is no DOI", "DOI")
        else:
            self.put("DOI", doi, at)

    def url(self, value: str, at: At) -> None:
        """An address; that of a DOI is the DOI."""
        text = one_line(without_hidden(value))
        doi = bare_doi(text) if "doi.org/" in text.lower() else None
        if doi is not None:
            self.put("DOI", doi, at)
        elif text.startswith(("http://", "https://")) and " " not in text:
            self.put("URL", text, at)
        elif text.startswith("www.") and " " not in text:
            self.put("URL", "https://" + text, at)
        else:
            self.left_out(at, value, "this is no address of a page", "URL")

    def pmid(self, value: str, at: At) -> None:
        """A number of PubMed."""
        number = value.lower().removeprefix("pmid").strip(" :")
        self._number("PMID", number, value, at)

    def pmcid(self, value: str, at: At) -> None:
        """A number of PubMed Central, with or without its letters."""
        number = value.upper().strip().removeprefix("PMCID").strip(" :").removeprefix("PMC")
        self._number("PMCID", number, value, at, "PMC")

    def _number(self, name: str, number: str, value: str, at: At, prefix: str = "") -> None:
        if number.isascii() and number.isdecimal():
            self.put(name, prefix + number, at)
        else:
            self.left_out(at, value, f"this is no {name}", name)

    def serial(self, value: str, at: At) -> None:
        """An ISSN or ISBN; of several, one of each sort is kept."""
        found, rest = read_serial(value)
        for name, number in found:
            self.put(name, number, at)
        if rest:
            self.left_out(at, rest, "this is neither an ISSN nor an ISBN", "ISSN")

    def date(self, name: str, value: str, at: At) -> None:
        """A date as far as it is known; the more exact one counts where one contains the other."""
        text = self._clean(name, value, at)
        day, rest = read_date(text) if text else (None, "")
        if rest:
            why = "no date is in it" if day is None else f"more than the date {day}"
            self.left_out(at, rest, why, name)
        known = str(self.fields.get(name, ""))
        if day and known and day.startswith(known):
            self.fields[name] = day
        elif day and not known.startswith(day):
            self.put(name, day, at)

    def pages(self, value: str, at: At) -> None:
        """Pages, with short ranges in full."""
        pages, odd = full_range(self._clean("page", value, at))
        if odd:
            self.left_out(at, odd, "the range ends before it begins: its first page is kept", "page")
        self.put("page", pages, at)

    def volume(self, value: str, at: At) -> None:
        """A volume; the word for it that Japanese databases write behind the figure is none of it."""
        self.text("volume", re.sub(r"^(?:第\s*)?(\d+)\s*巻$", r"\1", value.strip()), at)

    def issue(self, value: str, at: At) -> None:
        """An issue, without the word for it."""
        self.text("issue", re.sub(r"^(?:第\s*)?(\d+)\s*号$", r"\1", value.strip()), at)

    def language(self, value: str, at: At) -> None:
        """The language of the work."""
        tag = language_tag(value)
        if tag is None:
            self.left_out(at, value, "the language is not known", "language")
        else:
            self.put("language", tag, at)

    def keyword(self, value: str, at: At) -> None:
        """One keyword; a second of the same words is nothing new."""
        word = self._clean("keyword", value, at)
        words = self.fields.setdefault("keyword", [])
        if word and word not in words:
            words.append(word)

    def name(self, role: str, value: str, at: At) -> None:
        """A name in one of the usual forms, or the word that there are more."""
        text = self._clean(role, value, at)
        if is_et_al(text):
            self.more(role, text, at)
        elif text:
            fields, doubt = read_name(text)
            if doubt:
                self.changed(at, text, doubt, role)
            self.person(role, fields)

    def more(self, role: str, text: str, at: At) -> None:
        """Notes that there are more names than those given."""
        if role == "author":
            self.fields["et_al"] = True
        else:
            self.left_out(at, text, f"only authors can be more than are named, not '{role}'", "et_al")

    def person(self, role: str, fields: Fields) -> None:
        """A name that is divided already."""
        names: list[Any] = self.fields.setdefault(role, [])
        names.append(dict(fields))

    def affiliation(self, value: str, at: At) -> None:
        """Where the author who was named last works, without e-mail addresses."""
        clean = self._clean("author", value, at)
        bare = without_e_mail(clean)
        if bare != clean:
            self.left_out(at, "…", "e-mail addresses are not taken over", "author")
        if self.fields.get("author") and bare:
            self.fields["author"][-1].setdefault("affiliation", []).append(bare)

    def finish(self, found: Gathered) -> None:
        """Puts the finished work among those found, or tells why it is none."""
        self._restore()
        record = self._valid()
        remarks = tuple(remark for _, remark in self.remarks)
        found.remarks += remarks
        if record is None:
            hint = "add the title in the file, or write the record by hand"
            found.tell("import-refused", "the work has no title: it is not taken over", self.line, 1, hint)
        else:
            found.works.append(Work(record, self.line, self.file_name, remarks))

    def completed(self) -> Plain:
        """The fields with what follows from others: a type, the language by the letters of the title."""
        fields = {name: value for name, value in self.fields.items() if value not in ("", [], None)}
        fields.setdefault("type", "document")
        tag = by_script(str(fields.get("title", "")))
        return fields if "language" in fields or not tag else {**fields, "language": tag}

    def _restore(self) -> None:
        self.fields = self.completed()
        if self.carried is None:
            return
        text, at = self.carried
        fields = restored(text, self.fields)
        if fields is None:
            self.left_out(at, text, "the other fields of the entry were edited since, or it was damaged")
            return
        settled = {name for name in {**fields, **self.fields} if fields.get(name) != self.fields.get(name)}
        self.remarks = [(name, remark) for name, remark in self.remarks if name not in settled]
        self.fields = fields

    def _valid(self) -> Reference | None:
        """The record; what does not have the form of its field is left out and told. None without a title."""
        while True:
            try:
                return Reference.model_validate(self.fields)
            except ValidationError as error:
                # A fault without a place is one between fields: notices for which nobody looked, or a field that
                # 'not_printed' denies.
                between = "notices" if "notices" in self.fields and "checked" not in self.fields else "not_printed"
                names = dict.fromkeys(str(each["loc"][0]) if each["loc"] else between for each in error.errors())
                if "title" in names:
                    return None
                for name in names:
                    self._drop(name, error)

    def _drop(self, name: str, error: ValidationError) -> None:
        alias = next((f.alias or n for n, f in Reference.model_fields.items() if name in (n, f.alias)), name)
        said = next((str(d["msg"]) for d in error.errors() if not d["loc"] or str(d["loc"][0]) == name), "")
        said = UNCHECKED if name == "notices" and "checked" not in self.fields else said
        self.left_out(At(alias, self.line), _quoted(self.fields.pop(alias, "")), said, alias)
        if alias == "type":
            self.fields["type"] = "document"


def _quoted(value: object) -> str:
    return value if isinstance(value, str) else quote(repr(value), safe=" :,'[]{}()/-")
