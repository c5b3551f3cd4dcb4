"""The references in the formats of other programs: each for itself, those of each source, the whole library.

Written once a record and put together, so that three sizes of file cost little more than one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from taiyaku.base.locale import Locale
from taiyaku.base.remembering import remembered
from taiyaku.bibliography.formats.bibtex_write import bibtex
from taiyaku.bibliography.formats.csl import csl_item, csl_text
from taiyaku.bibliography.formats.ris import ris
from taiyaku.bibliography.own import own_record, summary_title
from taiyaku.bibliography.setting.style import entry_text
from taiyaku.model.library import Library
from taiyaku.model.reference import Reference
from taiyaku.model.site import Site
from taiyaku.model.source import Source
from taiyaku.pages.cite import works_of
from taiyaku.pages.data import REFERENCE_FILES, part_names, part_of, parts
from taiyaku.pages.route import Route
from taiyaku.render.markup import plain


@dataclass(frozen=True)
class Forms:
    """A work in every form in which it can be cited; `file` names its downloads below the site's root, but the end."""

    key: str
    record: Reference
    file: str

    @cached_property
    def text(self) -> str:
        """The work as an entry of a list."""
        return entry_text(self.record)

    @cached_property
    def bibtex(self) -> str:
        """The work in BibTeX, as far as other programs need it."""
        return bibtex(self.key, self.record, own=False)

    @cached_property
    def ris(self) -> str:
        """The work in RIS, as far as other programs need it."""
        return ris(self.key, self.record, own=False)

    @cached_property
    def csl(self) -> str:
        """The work in CSL-JSON, as far as other programs need it."""
        return csl_text([csl_item(self.key, self.record, own=False)])


class Entry(NamedTuple):
    """A work as it stands in files: the piece of its record."""

    bibtex: str
    ris: str
    csl: str


Entries = Callable[[str], Entry]
"""Gives a work as it stands in files."""


def work_files(entry_of: Entries, key: str) -> dict[PurePosixPath, bytes]:
    """The files of one work."""
    return _files([entry_of(key)], f"data/references/{key}")


def source_files(library: Library, entry_of: Entries, source: str) -> dict[PurePosixPath, bytes]:
    """The files of a source: the works of its page, and our summary in each language."""
    works = [entry_of(key) for key in works_of(library, source)]
    files = _files(works, f"data/sources/{source}/references")
    for own in own_forms(library, source).values():
        files |= _files([work_entry(own.key, own.record)], own.file)
    return files


def works_parts(library: Library) -> int:
    """In how many parts the files of all works are cut."""
    return len(parts(len(library.references)))


def library_part(library: Library, entry_of: Entries, number: int) -> dict[PurePosixPath, bytes]:
    """One part of the files of all works, in their order."""
    cut = parts(len(library.references))
    names = [part_names(name, cut)[number] for name in REFERENCE_FILES]
    entries = [entry_of(key) for key in part_of(library.references, cut[number])]
    data = _files(entries, "data/references").values()
    return {PurePosixPath("data", name): each for name, each in zip(names, data, strict=True)}


def own_forms(library: Library, source: str) -> dict[Locale, Forms]:
    """A summary of ours in each language that it has a title in: never in the name of those whom it summarises."""
    return _own_forms(source, library.sources[source], library.site)


def _own_forms_anew(key: str, source: Source, site: Site) -> dict[Locale, Forms]:
    found = {}
    for locale in site.locales:
        title = source.title.text(locale)
        if title is not None:
            address = Route(locale, ("sources", key)).address
            own = summary_title(plain(title), locale)
            record = own_record(site, locale, own, address, source.updated)
            found[locale] = Forms(f"{key}-summary-{locale}", record, f"data/sources/{key}/summary-{locale}")
    return found


_own_forms = remembered(_own_forms_anew, 16)
"""The page that shows them is made in one language after the other."""


def document_forms(library: Library, source: str) -> Forms:
    """The document that a source summarises."""
    key = library.sources[source].citation
    return _document_forms(key, library.references[key])


_document_forms = remembered(lambda key, record: Forms(key, record, f"data/references/{key}"), 16)


def work_entry(key: str, record: Reference) -> Entry:
    """A work as it stands in files."""
    return Entry(bibtex(key, record), ris(key, record), csl_text([csl_item(key, record)])[2:-3])


def _files(entries: Sequence[Entry], name: str) -> dict[PurePosixPath, bytes]:
    """The three files of some works."""
    texts = {
        "bib": "\n".join(each.bibtex for each in entries),
        "ris": "\n".join(each.ris for each in entries),
        "json": "[\n" + ",\n".join(each.csl for each in entries) + "\n]\n" if entries else csl_text([]),
    }
    return {PurePosixPath(f"{name}.{end}"): text.encode("utf-8") for end, text in texts.items()}
