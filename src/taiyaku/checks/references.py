"""One work, one record."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator

from taiyaku.base.problem import Problem, Severity
from taiyaku.model.library import Library
from taiyaku.model.reference import Reference


def one_work_one_record(library: Library) -> Iterator[Problem]:
    """Two records with one DOI, or with one title, year and first author, are one work.

    Bad:  violet-2020 and hofman-2020, both with DOI 10.2967/jnumed.119.236414
    Good: violet-2020, with `as_printed` for the second entry
    """
    seen: dict[Hashable, str] = {}
    for key, reference in library.references.items():
        for identity in _identities(reference):
            if identity in seen:
                at, other = library.place("references", key), library.place("references", seen[identity])
                yield Problem(
                    at,
                    "work-twice",
                    f"'{key}' is the same work as '{seen[identity]}'",
                    "keep one record",
                    also=(other,),
                )
                break
            seen[identity] = key


def _identities(reference: Reference) -> Iterator[Hashable]:
    if reference.doi:
        yield "doi", reference.doi.lower()
    if reference.issued:
        title = re.sub(r"\W+", "", reference.title).lower()
        yield "title", title, reference.issued[:4], reference.first_author.lower()


def lists_name_a_work_once(library: Library) -> Iterator[Problem]:
    """A list names a work once; where the document itself lists it twice, the record says so in `as_printed`.

    Bad:  references: [violet-2020, violet-2020]
    Good: the same, with `as_printed: [{source: volkova-2025, entry: 12, …}]` in violet-2020
    """
    for source_id, source in library.sources.items():
        for key, times in Counter(source.references).items():
            reference = library.references.get(key)
            if times == 1 or reference is None or any(p.source == source_id for p in reference.as_printed):
                continue
            position = len(source.references) - 1 - source.references[::-1].index(key)
            at = library.place("sources", source_id) / "references" / position
            hint = "take one out; or, if the document lists it twice, say so in 'as_printed' of the record"
            yield Problem(at, "work-listed-twice", f"the work '{key}' is listed {times} times", hint, Severity.WARNING)


def page_ranges_ascend(library: Library) -> Iterator[Problem]:
    """The last page of a range is not lower than the first.

    Bad:  page: 1045–103
    Good: page: 1045, with the printed range in `as_printed`
    """
    for key, reference in library.references.items():
        match = re.fullmatch(r"(\d+)[–-](\d+)", reference.page or "")
        if match and int(match[2]) < int(match[1]):
            at = library.place("references", key) / "page"
            hint = "write the range in full, or the first page and the printed range in 'as_printed'"
            yield Problem(at, "page-range", f"the range '{reference.page}' ends before it begins", hint)
