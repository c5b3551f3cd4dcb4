"""One work, one record: which records are the same work."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from taiyaku.bibliography.doubts.page_ranges import first_page
from taiyaku.bibliography.identifiers import registry_address, same_doi
from taiyaku.bibliography.journals import same_journal
from taiyaku.bibliography.titles import folded
from taiyaku.language.search_fold import fold
from taiyaku.model.reference import Reference, WorkType

Works = Mapping[str, Reference]

_WHOLE_BOOKS = {WorkType.BOOK, WorkType.REPORT, WorkType.THESIS, WorkType.STANDARD}


class Same(Struct, frozen=True):
    """Two records of one work: what both say."""

    key: str
    other: str
    shared: str


def same_works(works: Works) -> Iterator[Same]:
    """Each record that is the same work as one before it, told once."""
    # By their hashes: of a large library the titles alone would take tens of megabytes.
    seen: dict[int, tuple[str, ...]] = {}
    two = linked(works)
    for key, work in works.items():
        mine = list(_identities(work))
        earlier = ((identity, other) for identity in mine for other in seen.get(hash(identity), ()))
        for identity, other in earlier:
            if identity not in _identities(works[other]):
                continue
            apart = (min(key, other), max(key, other)) in two or differ(work, works[other])
            if identity[0] != "title" or not apart:
                yield Same(key, other, _shared(identity))
                break
        for identity in mine:
            seen[hash(identity)] = (*seen.get(hash(identity), ()), key)


def _identities(work: Reference) -> Iterator[tuple[str, str]]:
    yield from identifiers(work)
    yield from _titles(work)


def _shared(identity: tuple[str, str]) -> str:
    kind, value = identity
    return "title, year and first author" if kind == "title" else f"{kind} {value}"


def identifiers(work: Reference) -> Iterator[tuple[str, str]]:
    """What names a work and no other: kind and value."""
    if work.doi:
        yield "DOI", same_doi(work.doi)
    if work.pmid:
        yield "PMID", work.pmid.lstrip("0")
    if work.pmcid:
        yield "PMCID", work.pmcid
    if work.isbn and work.type in _WHOLE_BOOKS:
        yield "ISBN", _isbn(work.isbn) + (f", volume {work.volume}" if work.volume else "")
    if len(work.registry) == 1 and _is_entry_of_register(work):
        yield "registry number", work.registry[0]


def _isbn(isbn: str) -> str:
    """The ISBN of 13 digits without hyphens; one of 10 as the one of 13 that stands for the same book."""
    digits = re.sub(r"[\s-]", "", isbn)
    body = f"978{digits[:9]}" if len(digits) == 10 else digits[:12]
    return f"{body}{-sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(body)) % 10}"


def _is_entry_of_register(work: Reference) -> bool:
    """Whether the record is a trial's entry in its register itself, not a work that reports the trial."""
    if work.type is WorkType.DATASET:
        return True
    number = work.registry[0]
    address = registry_address(number)
    leads_there = work.url is not None and (number in work.url or work.url == address)
    return work.type is WorkType.WEBPAGE and leads_there


def _titles(work: Reference) -> Iterator[tuple[str, str]]:
    if work.issued:
        yield "title", f"{folded(work.title)}|{work.issued[:4]}|{author(work)}"


@lru_cache(maxsize=1 << 12)
def _folded_name(name: str) -> str:
    return re.sub(r"[\W_]|(?<=[aou])e", "", fold(name))


def author(work: Reference) -> str:
    """The first author, folded: Bögemann, Boegemann and BÖGEMANN are one."""
    return _folded_name(work.first_author)


def linked(works: Works) -> frozenset[tuple[str, str]]:
    """Pairs of which one record names the other, so that somebody has seen that they are two; smaller key first."""
    return frozenset(
        (min(key, other), max(key, other))
        for key, work in works.items()
        for other in (*(relation.key for relation in work.related), *(notice.key for notice in work.notices))
        if other is not None
    )


def differ(one: Reference, other: Reference) -> bool:
    """Whether two records with one title contradict each other: identifiers, a preprint, another place or publisher."""
    mine, theirs = dict(identifiers(one)), dict(identifiers(other))
    return (
        any(mine[kind] != theirs[kind] for kind in mine.keys() & theirs.keys())
        or (one.type is WorkType.ARTICLE) != (other.type is WorkType.ARTICLE)
        or (same_volume(one, other) and first_page(one.page) != first_page(other.page))
        or other_publisher(one, other)
    )


def same_volume(one: Reference, other: Reference) -> bool:
    """Whether both stand in the same volume of a journal, each with its page."""
    return bool(
        one.volume
        and one.volume == other.volume
        and one.page
        and other.page
        and one.container_title
        and other.container_title
        and same_journal(one.container_title, other.container_title)
    )


def other_publisher(one: Reference, other: Reference) -> bool:
    """Whether two works without authors come from different publishers."""
    mine, theirs = _publisher(one), _publisher(other)
    return not one.author and not other.author and bool(mine) and bool(theirs) and mine != theirs


def _publisher(work: Reference) -> str:
    return fold(work.publisher or work.container_title or "")


def certain(one: Reference, other: Reference) -> bool:
    """Whether two records are the same work beyond doubt."""
    if set(identifiers(one)) & set(identifiers(other)):
        return True
    return bool(set(_titles(one)) & set(_titles(other))) and not differ(one, other)
