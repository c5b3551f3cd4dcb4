"""Pairing: which quantity of one language is which of the other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from taiyaku.language.quantities import DAY, MONTH, YEAR, Quantity
from taiyaku.language.units import COUNTS, may_face, same_amount

_CALENDAR = frozenset({YEAR, MONTH, DAY})
_CROWD = 400
_BARE = COUNTS | {"phase", "grade", "point", ""}


class Pairing(Struct, frozen=True):
    """Which quantities face each other (positions in both lists), and which stand alone."""

    pairs: tuple[tuple[int, int], ...]
    en_left: tuple[int, ...]
    ja_left: tuple[int, ...]


def fits(one: Quantity, other: Quantity) -> bool:
    """Whether the units of two quantities may face each other; a unit may be left unsaid, a percent sign may not."""
    first, second = one.unit, other.unit
    if first == second or may_face(first, second):
        return True
    if "percent" in (first, second) or "percentage_point" in (first, second):
        return False
    if first in _CALENDAR or second in _CALENDAR:
        return {first, second} <= {DAY, "day", ""} or "" in (first, second) or {first, second} == {YEAR, "year"}
    return first == "" or second == "" or (first in _BARE and second in _BARE)


def pair_up(en: Sequence[Quantity], ja: Sequence[Quantity]) -> Pairing:
    """Pairs equal values first, those that agree in more first of all; then the same amounts said otherwise."""
    taken_en: dict[int, int] = {}
    taken_ja: set[int] = set()
    by_value: dict[Decimal, list[int]] = defaultdict(list)
    for position, quantity in enumerate(ja):
        by_value[quantity.value].append(position)
    same: dict[Decimal, list[int]] = defaultdict(list)
    for position, quantity in enumerate(en):
        if quantity.value in by_value:
            same[quantity.value].append(position)
    for value, mine in same.items():
        for i, j in _best(mine, by_value[value], en, ja):
            taken_en[i] = j
            taken_ja.add(j)
    _otherwise(en, ja, taken_en, taken_ja)
    return Pairing(
        tuple(sorted(taken_en.items())),
        tuple(i for i in range(len(en)) if i not in taken_en),
        tuple(j for j in range(len(ja)) if j not in taken_ja),
    )


def _best(
    mine: list[int], theirs: list[int], en: Sequence[Quantity], ja: Sequence[Quantity]
) -> Iterator[tuple[int, int]]:
    if len(mine) == len(theirs) == 1:
        yield mine[0], theirs[0]
        return
    if len(mine) * len(theirs) > _CROWD:
        yield from zip(mine, theirs, strict=False)
        return
    ranked = sorted(
        ((-_likeness(en[i], ja[j]), abs(n - m), i, j) for n, i in enumerate(mine) for m, j in enumerate(theirs))
    )
    used_en, used_ja = set(), set()
    for _, _, i, j in ranked:
        if i not in used_en and j not in used_ja:
            used_en.add(i)
            used_ja.add(j)
            yield i, j


def _likeness(one: Quantity, other: Quantity) -> int:
    likeness = 8 if one.unit == other.unit else 5 if fits(one, other) else 0
    likeness += 4 * (one.firm == other.firm) + 6 * (str(one.value) == str(other.value)) + 2 * (one.part == other.part)
    signs = [q.comparator.sign if q.comparator else "" for q in (one, other)]
    return likeness + 3 * (signs[0] == signs[1]) + (one.is_negative == other.is_negative)


def _otherwise(en: Sequence[Quantity], ja: Sequence[Quantity], taken_en: dict[int, int], taken_ja: set[int]) -> None:
    """Pairs what is left and the same all the same: 24 months and 2 years, half and 50 %."""
    free = [j for j in range(len(ja)) if j not in taken_ja]
    if len(free) > _CROWD:
        return
    for i, quantity in enumerate(en):
        if i in taken_en or not free:
            continue
        for j in free:
            if _same_otherwise(quantity, ja[j]):
                taken_en[i] = j
                taken_ja.add(j)
                free.remove(j)
                break


def _same_otherwise(one: Quantity, other: Quantity) -> bool:
    if same_amount(one.value, one.unit, other.value, other.unit):
        return True
    for first, second in ((one, other), (other, one)):
        for value, unit in first.also:
            if value == second.value and unit in ("", second.unit):
                return True
        if any((v, u) in second.also for v, u in first.also):
            return True
    return False
