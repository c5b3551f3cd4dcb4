"""Long pages in parts: what is longer than a page holds is cut in its order, and each part is a page of its own.

Part 1 stands where the whole would stand, part n beside it as `page-<n>.html`. Where a list is cut is a fact like any
other (`cut`): under `part` the entries of one part, under `parts` how many there are, so that a page reads its own
part alone, and `several` names all that have more than one, from which the site's plan knows its pages.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from taiyaku.pages.ways_back import ALL, Fact, WaysBack

_NEAR = 1
"""So many parts on either side of the one that is read are linked by number, and so many at either end."""


class Part(Struct, frozen=True):
    """Which part of how many a page is."""

    number: int
    count: int

    @property
    def turns(self) -> tuple[int | None, ...]:
        """The parts to link by number: the ends and those near; None where some are left out, never for one alone."""
        near = range(self.number - _NEAR, self.number + _NEAR + 1)
        kept = [n for n in range(1, self.count + 1) if n in near or n <= _NEAR or n > self.count - _NEAR]
        found: list[int | None] = []
        for before, n in zip([0, *kept], kept, strict=False):
            left_out = n - before - 1
            found += [n - 1] if left_out == 1 else [None] if left_out else []
            found.append(n)
        return tuple(found)


def _name(kind: str, key: str) -> str:
    return f"{kind}/{key}" if key else kind


def cut(kind: str, key: str, entries: Sequence[object], size: int) -> Iterator[Fact]:
    """The facts of a page that shows so many entries a part; without a key, of a list."""
    name = _name(kind, key)
    count = max(1, -(-len(entries) // size))
    for n in range(count):
        yield Fact("part", f"{name}#{n + 1}", tuple(entries[n * size : (n + 1) * size]))
    yield Fact("parts", name, count)
    if count > 1:
        yield Fact("several", ALL, (kind, key, count))


def entries_in(links: WaysBack, kind: str, key: str, number: int) -> tuple[Any, ...]:
    """The entries of one part; none where there is no such part."""
    (found,) = links.part.get(f"{_name(kind, key)}#{number}", ((),))
    return tuple(found)


def part_in(links: WaysBack, kind: str, key: str, number: int) -> Part | None:
    """Which part of how many a page is; None where it is the whole."""
    (count,) = links.parts.get(_name(kind, key), (1,))
    return Part(number, count) if count > 1 else None


def counts(links: WaysBack) -> Mapping[tuple[str, str], int]:
    """In how many parts each page is, of those in several."""
    return {(kind, key): count for kind, key, count in links.several.get(ALL, ())}
