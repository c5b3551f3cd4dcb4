"""Which records may be the same work, though nothing proves it."""

from collections.abc import Iterator
from enum import Enum, auto

from msgspec import Struct

from taiyaku.bibliography.doubts.page_ranges import first_page
from taiyaku.bibliography.identity import Works, author, certain, linked, other_publisher, same_volume
from taiyaku.bibliography.journals import initials
from taiyaku.bibliography.titles import alike, folded, is_announcement
from taiyaku.model.reference import Reference, WorkType

_PREPRINT = WorkType.ARTICLE
_REACH = 10
"""How many neighbours a record is compared with among those that share an author and a title's beginning."""


class Likeness(Enum):
    """Why two records may be one work."""

    TITLE = auto()
    PLACE = auto()
    PREPRINT = auto()


class Similar(Struct, frozen=True):
    """Two records of what may be one work."""

    key: str
    other: str
    why: Likeness


def similar_works(works: Works) -> Iterator[Similar]:
    """Pairs of records that may be one work, and of which nothing says that they are two."""
    for one, other in sorted(_candidates(works) - linked(works)):
        why = _likeness(works[one], works[other])
        if why is not None and not certain(works[one], works[other]):
            yield Similar(other, one, why)


def _candidates(works: Works) -> set[tuple[str, str]]:
    """Pairs that share a first author and a title's beginning or end, or a place in a journal.

    Every record is compared with those of its blocks only, and there with a few neighbours, so that the work grows
    with the number of records, not with its square.
    """
    found: set[tuple[str, str]] = set()
    for kind, keys in _shared_blocks(works):
        step = -1 if kind == "ends" else 1
        keys.sort(key=lambda key: (folded(works[key].title)[::step], key))
        for position, key in enumerate(keys):
            found.update((min(key, other), max(key, other)) for other in keys[position + 1 : position + 1 + _REACH])
    return found


def _shared_blocks(works: Works) -> Iterator[tuple[str, list[str]]]:
    """The blocks that hold more than one record, each with its kind: most hold one, and are known by a hash alone."""
    first: dict[int, str] = {}
    shared: dict[int, tuple[str, list[str]]] = {}
    for key, work in works.items():
        for block in {*_blocks(work)}:
            mark = hash(block)
            if mark in first:
                shared.setdefault(mark, (block[0], [first[mark]]))[1].append(key)
            else:
                first[mark] = key
    yield from shared.values()


def _blocks(work: Reference) -> Iterator[tuple[str, ...]]:
    title, first = folded(work.title), author(work)
    for reach in (12, 4) if len(title) < 25 else (12,):
        yield "begins", first, title[:reach]
        yield "ends", first, title[-reach:]
    page = first_page(work.page)
    if work.container_title and work.volume and page:
        yield "place", initials(work.container_title), work.volume, page


def _likeness(one: Reference, other: Reference) -> Likeness | None:
    same_author, preprint = author(one) == author(other), (one.type is _PREPRINT) != (other.type is _PREPRINT)
    if same_author and _years_apart(one, other) <= (3 if preprint else 1) and alike(one.title, other.title):
        if preprint:
            return Likeness.PREPRINT
        if not other_publisher(one, other):
            return Likeness.TITLE
    return Likeness.PLACE if _same_place(one, other) else None


def _same_place(one: Reference, other: Reference) -> bool:
    """Whether both begin on one page; two short works by different authors may, and so may a paper and its erratum."""
    if not same_volume(one, other) or first_page(one.page) != first_page(other.page):
        return False
    if is_announcement(one.title) != is_announcement(other.title):
        return False
    return author(one) == author(other) or one.language != other.language or alike(one.title, other.title)


def _years_apart(one: Reference, other: Reference) -> int:
    """0 where a year is not known."""
    return abs(int(one.issued[:4]) - int(other.issued[:4])) if one.issued and other.issued else 0
