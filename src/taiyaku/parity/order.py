"""Order: values that traded places between arms or endpoints, against an order that only the grammar changed.

Two values of one kind may stand in the other order in the Japanese if what they belong to does so too. What a value
belongs to is read from what both languages name once: terms, arms, names in Latin letters, other numbers.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from taiyaku.language.names import latin_words
from taiyaku.language.quantities import DAY, MONTH, YEAR, Quantity
from taiyaku.language.statement import Statement
from taiyaku.parity.finding import Finding
from taiyaku.parity.pairing import Pairing, fits

Anchors = dict[str, int]
"""What both languages name exactly once (a term, an arm, a name in Latin letters, a number), and its position."""

_TELLING = frozenset({"with", "severity", "test", "sex", "side", "pace", "before", "start"})
"""Axes that name a group rather than what happens in it."""
_TOPICS = frozenset({"endpoint", "statistics", "design", "evidence"})
"""Groups of terms that name what is measured: they stand before all values alike."""
_WINDOW = 8
_CALENDAR = frozenset({YEAR, MONTH, DAY})
_MOST = 200


def swaps(en: Statement, ja: Statement, pairing: Pairing) -> Iterator[Finding]:
    """Pairs of values that change places from one language to the other while what they belong to does not."""
    yield from _fractions(en, ja, pairing)
    facing = _comparable(en, ja, pairing)
    if len(facing) < 2:
        return
    scene = _Scene(en, ja, *_shared_anchors(en, ja))
    for n, one in enumerate(facing):
        for two in facing[n + 1 : n + _WINDOW]:
            if _of_one_kind(one, two) and scene.is_swapped(one, two):
                yield _finding(one, two)


Facing = tuple[Quantity, Quantity]
"""A value in English and the same in Japanese."""


def _finding(one: Facing, two: Facing) -> Finding:
    message = f"'{one[0].text}' and '{two[0].text}' seem to have changed places in the Japanese"
    hint = "see which value belongs to which group, endpoint or time"
    first, last = sorted((one[1], two[1]), key=lambda quantity: quantity.start)
    return Finding("values-swapped", message, (one[0].start, two[0].end), (first.start, last.end), hint)


def _fractions(en: Statement, ja: Statement, pairing: Pairing) -> Iterator[Finding]:
    """A numerator that became the denominator."""
    for i, j in pairing.pairs:
        one, other = en.quantities[i], ja.quantities[j]
        if one.part and other.part and one.part != other.part and one.is_written and other.is_written:
            message = f"'{one.text}' and '{other.text}': the part became the whole"
            yield Finding("values-swapped", message, (one.start, one.end), (other.start, other.end))


def _comparable(en: Statement, ja: Statement, pairing: Pairing) -> list[Facing]:
    """The values that stand once in each language, in the order of the English."""
    facing = [(en.quantities[i], ja.quantities[j]) for i, j in pairing.pairs]
    facing = [(e, j) for e, j in facing if (e.is_written or j.is_written) and fits(e, j)]
    seen_en = Counter((q.value, q.unit) for q in en.quantities)
    seen_ja = Counter((q.value, q.unit) for q in ja.quantities)
    return [(e, j) for e, j in facing if seen_en[e.value, e.unit] == 1 and seen_ja[j.value, j.unit] == 1][:_MOST]


def _of_one_kind(one: Facing, two: Facing) -> bool:
    """Whether two values could be taken for each other: the same unit, neither part of the same date or fraction."""
    if one[0].start == two[0].start or one[1].start == two[1].start or one[0].value == two[0].value:
        return False
    if (one[0].part or two[0].part) and (one[1].part or two[1].part) and _is_one_fraction(one, two):
        return False
    if any(q.unit == "percent" and q.value in (90, 95, 99) and not q.is_bound for q in (one[0], two[0])):
        return False  # the level of an interval
    if any(q.is_bound for q in (one[0], two[0])):
        return _is_range(one, two)
    return all(q.is_written for q in (*one, *two)) and one[0].unit not in _CALENDAR and _same_unit(one, two)


def _is_one_fraction(one: Facing, two: Facing) -> bool:
    return {one[0].part, two[0].part} == {"of", "all"} and abs(two[0].start - one[0].end) < 30


def _is_range(one: Facing, two: Facing) -> bool:
    return all(a.is_bound and b.is_bound for a, b in zip(one, two, strict=True)) and two[0].start - one[0].end < 6


def _same_unit(one: Facing, two: Facing) -> bool:
    if one[1].unit != two[1].unit:
        return False
    return one[0].unit == two[0].unit or (one[1].unit != "" and "" in (one[0].unit, two[0].unit))


def _shared_anchors(en: Statement, ja: Statement) -> tuple[Anchors, Anchors]:
    mine, theirs = _anchors(en), _anchors(ja)
    once_en = {name for name, n in Counter(name for name, _ in mine).items() if n == 1}
    once_ja = {name for name, n in Counter(name for name, _ in theirs).items() if n == 1}
    shared = once_en & once_ja
    return {n: at for n, at in mine if n in shared}, {n: at for n, at in theirs if n in shared}


def _anchors(statement: Statement) -> list[tuple[str, int]]:
    named = [(mention.concept, mention.start) for mention in statement.mentions if mention.group not in _TOPICS]
    named += [(f"{cue.axis}:{cue.pole}", cue.start) for cue in statement.cues if cue.axis in _TELLING]
    names = ((start, word) for start, word in latin_words(statement.folded) if _is_name(word))
    named += [(f"={word.lower()}", start) for start, word in names]
    return named + [(f"#{q.value}", q.start) for q in statement.quantities]


def _is_name(word: str) -> bool:
    return any(c.isupper() for c in word) and len(word) < 24 and word not in ("CI", "HR", "OR", "RR", "IQR", "SD")


_VERSUS = re.compile(r"\b(?:than|versus|vs|compared (?:with|to)|against|relative to|and|or)\b")
_REFERENCE = re.compile(
    r"(?:群|例|者|時|月|年|週|率|値|の場合|で|は|、|が|の|\s?\([^()]*\))*(?:に対し|と比べ|に比べ|と比較|に比し|より|から|であったのに)"
)


@dataclass(frozen=True, slots=True)
class _Scene:
    """Both texts with what they share to hold values by."""

    en: Statement
    ja: Statement
    en_anchors: Anchors
    ja_anchors: Anchors

    def is_swapped(self, one: Facing, two: Facing) -> bool:
        inverted = one[1].start > two[1].start
        if _is_range(one, two):
            return inverted
        first_ja = two[1] if inverted else one[1]
        refers = _REFERENCE.match(self.ja.folded, first_ja.end) is not None
        if inverted:
            turned = self._turned(one, two)
            return not refers if turned is None else not turned
        return self._labels_differ(one, two, refers=refers)

    def _turned(self, one: Facing, two: Facing) -> bool | None:
        """Whether what stands beside the values is in the other order too; the Japanese, which names first, is asked first."""
        taken = {f"#{quantity.value}" for quantity in (*one, *two)}
        for side, anchors in ((1, self.ja_anchors), (0, self.en_anchors)):
            mine = _beside(anchors, one[side], two[side], taken, _REACH_BY_SIDE[side])
            theirs = _beside(anchors, two[side], one[side], taken, _REACH_BY_SIDE[side])
            flips = [self._is_flipped(a, b) for a in mine for b in theirs]
            if flips:
                return sum(flips) * 2 > len(flips)
        return None

    def _is_flipped(self, a: str, b: str) -> bool:
        return (self.en_anchors[a] < self.en_anchors[b]) != (self.ja_anchors[a] < self.ja_anchors[b])

    def _labels_differ(self, one: Facing, two: Facing, *, refers: bool) -> bool:
        """Whether the arms traded places around values that did not: プラセボ群の12.1%に対し for (12.1% vs 18.7% with placebo)."""
        clause = _compared_in_brackets(self.en, one[0], two[0])
        if clause is None:
            return False
        start, cut, end = clause
        wrong = right = 0
        for name, at in self.en_anchors.items():
            if name[0] == "#" or not start <= at < end:
                continue
            owner = _just_before(self.ja, self.ja_anchors[name], one[1], two[1])
            if owner is not None:
                right += owner == (at < cut)
                wrong += owner != (at < cut)
        return wrong > 0 and right == 0 and (wrong > 1 or refers)


_REACH_BY_SIDE = (50, 24)


def _beside(anchors: Anchors, quantity: Quantity, other: Quantity, taken: set[str], reach: int) -> list[str]:
    """The two anchors nearest to a value, nearer to it than to the other."""
    own = []
    for name, at in anchors.items():
        distance = _distance(at, quantity)
        if name not in taken and distance <= reach and distance < _distance(at, other):
            own.append((distance, name))
    return [name for _, name in sorted(own)[:2]]


def _distance(at: int, quantity: Quantity) -> int:
    return quantity.start - at if at < quantity.start else at - quantity.end + 1


def _compared_in_brackets(en: Statement, one: Quantity, two: Quantity) -> tuple[int, int, int] | None:
    """Where the clause before "(12.1% vs 18.7%)" begins, is cut by what compares ("than"), and ends."""
    text = en.folded
    opening = text.rfind("(", max(0, one.start - 6), one.start)
    if opening < 0 or text.find(")", one.end, two.end) >= 0 or two.start - one.end > 12:
        return None
    start = max(text.rfind(". ", 0, opening), text.rfind(";", 0, opening)) + 1
    cuts = [match.start() for match in _VERSUS.finditer(text, start, opening)]
    return (start, cuts[-1], opening) if cuts else None


def _just_before(ja: Statement, at: int, one: Quantity, two: Quantity) -> bool | None:
    """Whether what stands at a position is directly before the first value (True) or the second (False) in the Japanese."""
    for quantity, answer in ((one, True), (two, False)):
        gap = ja.folded[at : quantity.start]
        if 0 < len(gap) <= 24 and not re.search(r"[、。;,]|[0-9]", gap):
            return answer
    return None
