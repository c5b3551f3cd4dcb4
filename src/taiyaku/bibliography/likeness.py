"""Which records may be the same work, though nothing proves it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from taiyaku.bibliography.identity import Works, author, certain, linked, other_publisher, same_volume
from taiyaku.bibliography.journals import initials
from taiyaku.bibliography.page_ranges import first_page
from taiyaku.bibliography.titles import alike, folded, is_announcement
from taiyaku.model.reference import Reference, WorkType

_REACH = 50
"""How many neighbours a record is compared with among those that share an author and a title's beginning."""


class Likeness(Enum):
    """Why two records may be one work."""

    TITLE = auto()
    PLACE = auto()
    PREPRINT = auto()


@dataclass(frozen=True, slots=True)
class Similar:
    """Two records of what may be one work."""

    key: str
    other: str
    why: Likeness


def similar_works(works: Works) -> Iterator[Similar]:
    """Pairs of records that may be one work, and of which nothing says that they are two."""
    for one, other in sorted(_candidates(works)):
        why = None if linked(works, one, other) else _likeness(works[one], works[other])
        if why is not None and not certain(works, one, other):
            yield Similar(other, one, why)


def _candidates(works: Works) -> set[tuple[str, str]]:
    """Pairs that share a first author and a title's beginning or end, or a place in a journal.

    Every record is compared with those of its blocks only, and there with a few neighbours, so that the work grows
    with the number of records, not with its square.
    """
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, work in works.items():
        for block in _blocks(work):
            blocks[block].append(key)
    found: set[tuple[str, str]] = set()
    for keys in blocks.values():
        keys.sort(key=lambda key: (folded(works[key].title), key))
        for position, key in enumerate(keys):
            found.update((min(key, other), max(key, other)) for other in keys[position + 1 : position + 1 + _REACH])
    return found


def _blocks(work: Reference) -> Iterator[tuple[str, ...]]:
    title = folded(work.title)
    yield "begins", author(work), title[:8]
    yield "ends", author(work), title[-8:]
    page = first_page(work.page)
    if work.container_title and work.volume and page:
        yield "place", initials(work.container_title), work.volume, page


def _likeness(one: Reference, other: Reference) -> Likeness | None:
    if is_announcement(one.title) != is_announcement(other.title):
        return None
    same_author = author(one) == author(other)
    if same_author and _years_apart(one, other) <= 3 and alike(one.title, other.title):
        if (one.type is WorkType.ARTICLE) != (other.type is WorkType.ARTICLE):
            return Likeness.PREPRINT
        if _years_apart(one, other) <= 1 and not other_publisher(one, other):
            return Likeness.TITLE
    if same_volume(one, other) and first_page(one.page) == first_page(other.page):
        apart = not same_author and one.language == other.language and not alike(one.title, other.title)
        return None if apart else Likeness.PLACE
    return None


def _years_apart(one: Reference, other: Reference) -> int:
    """0 where a year is not known."""
    return abs(int(one.issued[:4]) - int(other.issued[:4])) if one.issued and other.issued else 0
