"""What is wrong with one bibliographic record by itself."""

from collections.abc import Iterator

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.bibliography.doubts.date_doubts import date_doubts
from taiyaku.bibliography.doubts.doi_faults import doi_faults, likely_doi
from taiyaku.bibliography.doubts.identifier_faults import identifier_faults
from taiyaku.bibliography.doubts.name_doubts import name_doubt
from taiyaku.bibliography.doubts.page_ranges import range_faults, tidy
from taiyaku.bibliography.doubts.wanted import wanting
from taiyaku.bibliography.identifiers import same_doi
from taiyaku.bibliography.titles import title_doubts
from taiyaku.model.library import Library
from taiyaku.model.reference import Reference


def _works(library: Library) -> Iterator[tuple[Place, Reference]]:
    for key, work in library.references.items():
        yield library.place("references", key), work


def fields_are_there(library: Library) -> Iterator[Problem]:
    """A record has what its type wants, or says that no document prints it.

    Bad:  type: article-journal, without container-title
    Good: the same, with `not_printed: [container-title]`
    """
    for at, work in _works(library):
        for names in wanting(work):
            listed = " or ".join(f"'{name}'" for name in names)
            hint = f"add it; or, if no document prints it: not_printed: [{', '.join(names)}]"
            message = f"a record of type '{work.type.value}' wants {listed}"
            yield Problem(at, "field-wanted", message, hint, Severity.WARNING)


def page_ranges_ascend(library: Library) -> Iterator[Problem]:
    """The last page of a range is not lower than the first, and written in full.

    Bad:  page: 1045–103
    Good: page: 1045, with the printed range in `as_printed`
    """
    for at, work in _works(library):
        for message, meant in range_faults(work.page or ""):
            first = "the first page, and the printed range in 'as_printed'"
            hint = f"write it in full: {meant}; or, if that cannot be, {first}" if meant else f"write {first}"
            yield Problem(at / "page", "page-range", message, hint)


def pages_are_written_plainly(library: Library) -> Iterator[Problem]:
    """Pages are numbers, and a range has an en dash.

    Bad:  page: pp. 637-640
    Good: page: 637–640
    """
    for at, work in _works(library):
        if work.page and not [*range_faults(work.page)] and (plain := tidy(work.page)) != work.page:
            message = f"the pages are written '{work.page}'"
            yield Problem(at / "page", "page-form", message, f"write {plain}", Severity.WARNING)


def dois_are_whole(library: Library) -> Iterator[Problem]:
    """A DOI has nothing before or after it, and is not damaged.

    Bad:  DOI: 10.1056/NEJMoa2107322.
    Good: DOI: 10.1056/NEJMoa2107322
    """
    for at, work in _works(library):
        dois = {at / "DOI": work.doi} | {at / "notices" / n / "DOI": each.doi for n, each in enumerate(work.notices)}
        for where, doi in dois.items():
            if doi:
                yield from (Problem(where, "doi-malformed", said, _instead(doi)) for said in doi_faults(doi))


def _instead(doi: str) -> str:
    meant = likely_doi(doi)
    return f"probably {meant}" if meant else "leave it out, and tell what is printed in 'as_printed'"


def addresses_of_dois_are_dois(library: Library) -> Iterator[Problem]:
    """An address at doi.org is written as the DOI.

    Bad:  URL: https://doi.org/10.1056/NEJMoa2107322
    Good: DOI: 10.1056/NEJMoa2107322
    """
    for at, work in _works(library):
        doi = likely_doi(work.url) if work.url and "doi.org/" in work.url else None
        if doi and work.doi is None:
            yield Problem(at / "URL", "doi-in-url", "the address holds a DOI", f"write DOI: {doi}", Severity.WARNING)
        elif doi and work.doi and same_doi(doi) != same_doi(work.doi):
            message = f"the address leads to another DOI than '{work.doi}'"
            yield Problem(at / "URL", "doi-in-url", message, "keep the right one, as 'DOI'", Severity.WARNING)


def identifiers_can_be_right(library: Library) -> Iterator[Problem]:
    """The check digit of an ISBN, ISSN or ORCID is right, and a registry number has its length.

    Bad:  ISSN: 0028-4794
    Good: ISSN: 0028-4793
    """
    for at, work in _works(library):
        for path, message, hint in identifier_faults(work):
            yield Problem(at.within(path), "identifier-wrong", message, hint)


def names_are_in_order(library: Library) -> Iterator[Problem]:
    """A name is one person's, its parts in their fields, without degrees and marks.

    Bad:  {family: Harris WP, MD}
    Good: {family: Harris, given: W. P.}
    """
    for at, work in _works(library):
        for field, names in (("author", work.author), ("editor", work.editor), ("translator", work.translator)):
            for position, name in enumerate(names):
                if doubt := name_doubt(name):
                    yield Problem(at / field / position, "name-doubtful", *doubt, Severity.WARNING)


def titles_are_plain(library: Library) -> Iterator[Problem]:
    """A title is a text without HTML, not in capitals throughout, without a stop at its end.

    Bad:  title: IRON &amp; ANAEMIA IN ADULTS.
    Good: title: Iron & anaemia in adults
    """
    for at, work in _works(library):
        for message, hint in title_doubts(work.title):
            yield Problem(at / "title", "title-doubtful", message, hint, Severity.WARNING)


def dates_are_possible(library: Library) -> Iterator[Problem]:
    """No work is issued in the future, before 1600, or after it was read.

    What is the future is told by the newest day on which somebody worked on the site: no check looks at a clock. One
    year more is allowed, since journals date ahead.

    Bad:  issued: 2201
    Good: issued: 2021
    """
    newest = library.newest_year()
    for at, work in _works(library):
        for field, message, hint in date_doubts(work, newest and newest + 1):
            yield Problem(at / field, "date-doubtful", message, hint, Severity.WARNING)
