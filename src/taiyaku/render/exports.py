"""The references in the formats of other programs: each for itself, those of each source, the whole library.

Written once a record and put together, so that three sizes of file cost little more than one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from taiyaku.base.locale import Locale
from taiyaku.bibliography.formats.bibtex_write import bibtex
from taiyaku.bibliography.formats.csl import csl_item, csl_text
from taiyaku.bibliography.formats.ris import ris
from taiyaku.bibliography.own import own_record, summary_title
from taiyaku.bibliography.setting.style import entry_text
from taiyaku.model.library import Library
from taiyaku.model.reference import Reference
from taiyaku.pages.cite import works_of
from taiyaku.pages.route import Route
from taiyaku.render.markup import plain


@dataclass(frozen=True, slots=True)
class Forms:
    """A work in every form in which it can be cited; `file` names its downloads below the site's root, but the end."""

    key: str
    record: Reference
    file: str

    @property
    def text(self) -> str:
        """The work as an entry of a list."""
        return entry_text(self.record)

    @property
    def bibtex(self) -> str:
        """The work in BibTeX, as far as other programs need it."""
        return bibtex(self.key, self.record, own=False)

    @property
    def ris(self) -> str:
        """The work in RIS, as far as other programs need it."""
        return ris(self.key, self.record, own=False)

    @property
    def csl(self) -> str:
        """The work in CSL-JSON, as far as other programs need it."""
        return csl_text([csl_item(self.key, self.record, own=False)])


@dataclass(frozen=True, slots=True)
class _Entry:
    """A work as it stands in files."""

    bibtex: str
    ris: str
    item: dict[str, Any]


def export_files(library: Library) -> dict[PurePosixPath, bytes]:
    """Every file of references, for the works of the library and for the site's own summaries."""
    works = {key: _entry(key, record) for key, record in library.references.items()}
    files: dict[PurePosixPath, bytes] = {}
    for key, entry in works.items():
        files |= _files([entry], f"data/references/{key}")
    for source in library.sources:
        files |= _files([works[key] for key in works_of(library, source)], f"data/sources/{source}/references")
        for own in own_forms(library, source).values():
            files |= _files([_entry(own.key, own.record)], own.file)
    return files | _files(works.values(), "data/references")


def own_forms(library: Library, source: str) -> dict[Locale, Forms]:
    """A summary of ours in each language that it has a title in: never in the name of those whom it summarises."""
    found = {}
    for locale in library.site.locales:
        title = library.sources[source].title.text(locale)
        if title is not None:
            address = Route(locale, ("sources", source)).address
            own = summary_title(plain(title), locale)
            record = own_record(library.site, locale, own, address, library.sources[source].updated)
            found[locale] = Forms(f"{source}-summary-{locale}", record, f"data/sources/{source}/summary-{locale}")
    return found


def document_forms(library: Library, source: str) -> Forms:
    """The document that a source summarises."""
    key = library.sources[source].citation
    return Forms(key, library.references[key], f"data/references/{key}")


def _entry(key: str, record: Reference) -> _Entry:
    return _Entry(bibtex(key, record), ris(key, record), csl_item(key, record))


def _files(entries: Iterable[_Entry], name: str) -> dict[PurePosixPath, bytes]:
    """The three files of some works."""
    given = list(entries)
    texts = {
        "bib": "\n".join(each.bibtex for each in given),
        "ris": "\n".join(each.ris for each in given),
        "json": csl_text([each.item for each in given]),
    }
    return {PurePosixPath(f"{name}.{end}"): text.encode("utf-8") for end, text in texts.items()}
