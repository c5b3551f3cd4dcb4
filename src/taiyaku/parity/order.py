"""Order: values that traded places between arms or endpoints, against an order that only the grammar changed."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from taiyaku.language.katakana import same_names
from taiyaku.language.quantities import DAY, MONTH, YEAR, Quantity
from taiyaku.language.statement import Statement
from taiyaku.language.tokens import Token
from taiyaku.parity.alignment import Alignment
from taiyaku.parity.finding import Finding
from taiyaku.parity.labels import Anchor, Label, Scene, anchors
from taiyaku.parity.pairing import Pairing, fits

_WINDOW = 8
_CALENDAR = frozenset({YEAR, MONTH, DAY})
_MOST = 200
_COMMON = frozenset({"ポイント", "ハザード", "オッズ", "グレード", "パーセント"})
"""Words that go with any value."""


def swaps(en: Statement, ja: Statement, pairing: Pairing, alignment: Alignment) -> Iterator[Finding]:
    """Pairs of values that change places from one language to the other while what they belong to does not."""
    yield from _fractions(en, ja, pairing)
    yield from _ratios(en, ja)
    facing = _comparable(en, ja, pairing)
    pairs = [
        (one, two)
        for n, one in enumerate(facing)
        for two in facing[n + 1 : n + _WINDOW]
        if _of_one_kind(one, two) and _are_bounds_alike(en, ja, one, two) and _same_statistic(en, ja, one, two)
    ]
    if not pairs:
        return
    spelled = [(at, where, f"~{run}") for at, where, run in same_names(en.folded, ja.folded) if run not in _COMMON]
    scenes = _scenes(en, ja, spelled)
    if all(one[1].start < two[1].start for one, two in pairs) and _are_in_step(*(scene.anchors for scene in scenes)):
        return
    wide = _scenes(en, ja, [*spelled, *_names(alignment)])
    for one, two in pairs:
        if _is_swapped(scenes, one, two, facing) or _is_crossed(scenes, wide, one, two):
            yield _finding(one, two)


def _scenes(en: Statement, ja: Statement, same: list[tuple[int, int, str]]) -> tuple[Scene, Scene]:
    """Both texts with what is named in them; `same` is what only both together tell: two places and a name."""
    mine, theirs = ((at, name) for at, _, name in same), ((at, name) for _, at, name in same)
    return Scene(en, anchors(en, mine)), Scene(ja, anchors(ja, theirs))


def _names(alignment: Alignment) -> Iterator[tuple[int, int, str]]:
    """The words that answer to each other and to no others, as names of what a value may belong to."""
    for m, n in alignment.certain:
        word, answer = alignment.en[m], alignment.ja[n]
        if _may_name(word, answer):
            yield word.start, answer.start, f"~{word.start}"


def _may_name(word: Token, answer: Token) -> bool:
    """Whether a word may name what a value belongs to: terms are anchors already, a lone character says too little."""
    said = word.meanings & answer.meanings
    return answer.end - answer.start > 1 and not any(meaning.startswith(("term ", "#", "name ")) for meaning in said)


def _are_in_step(mine: list[Anchor], theirs: list[Anchor]) -> bool:
    """Whether what both texts name stands in the same order in both, so that nothing can have changed places."""
    places = {name: at for at, name in reversed(theirs)}
    order = [places[name] for name in dict.fromkeys(name for _, name in mine) if name in places]
    return all(one <= two for one, two in pairwise(order))


Facing = tuple[Quantity, Quantity]
"""A value in English and the same in Japanese."""


def _finding(one: Facing, two: Facing) -> Finding:
    message = f"'{one[0].text}' and '{two[0].text}' seem to have changed places in the Japanese"
    hint = "see which value belongs to which group, endpoint or time"
    first, last = sorted((one[1], two[1]), key=lambda quantity: quantity.start)
    return Finding("values-swapped", message, (one[0].start, two[0].end), (first.start, last.end), hint)


def _is_swapped(scenes: tuple[Scene, Scene], one: Facing, two: Facing, facing: list[Facing]) -> bool:
    is_inverted = one[1].start > two[1].start
    if _is_range(one, two) or _is_ratio(scenes, one, two):
        return is_inverted
    mine = scenes[0].labels(one[0], two[0])
    theirs = scenes[1].labels(one[1], two[1])
    if all(label.is_bare for label in (*mine, *theirs)):
        return is_inverted and not theirs[0].is_turned and _are_adjacent(facing, one, two)
    straight, crossed = _straight(mine, theirs), _crossed(mine, theirs)
    if all(crossed):
        return sum(crossed) > 2 * straight
    may_tell = is_inverted and all(quantity.is_written for quantity in (*one, *two))
    if straight or not may_tell or not _are_adjacent(facing, one, two):
        return False
    if any(crossed):
        return not (mine[0].is_listed or theirs[0].is_listed)
    return not (_is_told(theirs, scenes[1], one, two) or _is_context_turned(scenes, one, two))


def _is_crossed(scenes: tuple[Scene, Scene], wide: tuple[Scene, Scene], one: Facing, two: Facing) -> bool:
    """Whether terms tell nothing of two values, and other words stand beside each that stand beside the other there."""
    if _is_range(one, two) or _is_ratio(scenes, one, two):
        return False
    if _straight(scenes[0].labels(one[0], two[0]), scenes[1].labels(one[1], two[1])):
        return False
    if any(_JOINED.fullmatch(scene.text, a.end, b.start) for scene, a, b in zip(scenes, one, two, strict=True)):
        return False
    mine, theirs = wide[0].labels(one[0], two[0]), wide[1].labels(one[1], two[1])
    return all(_crossed(mine, theirs)) and not _straight(mine, theirs)


_JOINED = re.compile(r"\s(?:and|or)\s|[^、。0-9]{0,4}と")


def _straight(mine: tuple[Label, Label], theirs: tuple[Label, Label]) -> int:
    """How much each of two values has in common with itself in the other language."""
    return _agreement(mine[0], theirs[0]) + _agreement(mine[1], theirs[1])


def _crossed(mine: tuple[Label, Label], theirs: tuple[Label, Label]) -> tuple[int, int]:
    """How much each of two values has in common with the other one in the other language."""
    return _agreement(mine[0], theirs[1]), _agreement(mine[1], theirs[0])


def _agreement(mine: Label, theirs: Label) -> int:
    """How much two values have in common of what they belong to; their parts in a comparison count as much as a name."""
    return len(mine.names & theirs.names) + (mine.role == theirs.role != "")


def _is_told(labels: tuple[Label, Label], scene: Scene, one: Facing, two: Facing) -> bool:
    """Whether the Japanese says itself that it turned the order round: B群の12%に対し."""
    first = min(one[1], two[1], key=lambda quantity: quantity.start)
    return any(label.role == "reference" or label.is_turned for label in labels) or scene.is_contrasted(first)


def _is_context_turned(scenes: tuple[Scene, Scene], one: Facing, two: Facing) -> bool:
    """Whether what is named before both values stands in the other order too, as respectively and それぞれ then follow."""
    before = [
        scene.names_before(min(one[side], two[side], key=lambda quantity: quantity.start))
        for side, scene in enumerate(scenes)
    ]
    shared = [name for name in dict.fromkeys(before[0]) if name in before[1]]
    places = [before[1].index(name) for name in shared]
    turned = sum(b < a for n, a in enumerate(places) for b in places[n + 1 :])
    return turned * 2 > len(places) * (len(places) - 1) // 2 or "前者" in scenes[1].text


def _are_adjacent(facing: list[Facing], one: Facing, two: Facing) -> bool:
    """Whether two values stand side by side in both languages, and are no part of a longer list turned round as a whole."""
    kind = [each for each in facing if each is one or (_of_one_kind(one, each) and each[0].is_bound == one[0].is_bound)]
    english = [id(each) for each in kind]
    japanese = [id(each) for each in sorted(kind, key=lambda each: each[1].start)]
    place = english.index(id(one))
    if english[place + 1 : place + 2] != [id(two)] or abs(japanese.index(id(one)) - japanese.index(id(two))) != 1:
        return False
    around = slice(max(0, place - 1), place + 3)
    return len(english[around]) == 2 or [n for n in japanese if n in english[around]] != english[around][::-1]


def _fractions(en: Statement, ja: Statement, pairing: Pairing) -> Iterator[Finding]:
    """A numerator that became the denominator."""
    seen = Counter(quantity.value for quantity in en.quantities)
    for i, j in pairing.pairs:
        one, other = en.quantities[i], ja.quantities[j]
        is_turned = one.part == "of" and other.part == "all" and one.is_written and other.is_written
        if is_turned and seen[one.value] == 1:
            message = f"'{one.text}' and '{other.text}': the part became the whole"
            yield Finding("values-swapped", message, (one.start, one.end), (other.start, other.end))


def _ratios(en: Statement, ja: Statement) -> Iterator[Finding]:
    """A ratio whose sides changed places: 2:1 and 1:2."""
    if ":" not in en.folded or ":" not in ja.folded:
        return
    mine, theirs = list(_RATIO.finditer(en.folded)), list(_RATIO.finditer(ja.folded))
    if len(mine) == len(theirs) == 1 and mine[0].groups() == theirs[0].groups()[::-1] != mine[0].groups()[::-1]:
        message = (
            f"'{en.text[slice(*mine[0].span())]}' and '{ja.text[slice(*theirs[0].span())]}': the sides changed places"
        )
        yield Finding("values-swapped", message, mine[0].span(), theirs[0].span())


_RATIO = re.compile(r"(?<![0-9:.])([0-9]{1,2})\s?:\s?([0-9]{1,2})(?![0-9:.])")


def _comparable(en: Statement, ja: Statement, pairing: Pairing) -> list[Facing]:
    """The values that stand once in each language, in the order of the English."""
    facing = [(en.quantities[i], ja.quantities[j]) for i, j in pairing.pairs]
    facing = [(e, j) for e, j in facing if (e.is_written or j.is_written) and fits(e, j) and not _is_level(en, e)]
    seen_en = Counter((q.value, q.unit) for q in en.quantities)
    seen_ja = Counter((q.value, q.unit) for q in ja.quantities)
    return [(e, j) for e, j in facing if seen_en[e.value, e.unit] == 1 and seen_ja[j.value, j.unit] == 1][:_MOST]


def _is_level(statement: Statement, quantity: Quantity) -> bool:
    """Whether a percentage is the level of an interval: 95% CI."""
    return quantity.unit == "percent" and _INTERVAL.match(statement.folded, quantity.end) is not None


_INTERVAL = re.compile(r"\s?-?(?:CI|confidence|credible|prediction)", re.IGNORECASE)


def _of_one_kind(one: Facing, two: Facing) -> bool:
    """Whether two values could be taken for each other: the same unit, neither part of the same date or fraction."""
    if one[0].start == two[0].start or one[1].start == two[1].start or one[0].value == two[0].value:
        return False
    if _is_one_fraction(one, two):
        return False
    if all(_is_limited(each) for each in (one, two)) != any(_is_limited(each) for each in (one, two)):
        return False
    return one[0].unit not in _CALENDAR and _same_unit(one, two)


def _are_bounds_alike(en: Statement, ja: Statement, one: Facing, two: Facing) -> bool:
    """Whether both values are ends of a range in both languages, or none is; from 41 to 123 is a change and no range."""
    sides = ((en.folded, one[0], two[0]), (ja.folded, one[1], two[1]))
    return len({_is_bound(text, each, a, b) for text, a, b in sides for each in (a, b)}) == 1


def _is_bound(text: str, quantity: Quantity, one: Quantity, two: Quantity) -> bool:
    first = one if one.start < two.start else two
    is_change = text.endswith("from ", 0, first.start) or _CHANGE.match(text, first.end)
    return quantity.is_bound and not is_change


_CHANGE = re.compile(r"から(?![^。、]{0,16}まで)")


def _is_limited(facing: Facing) -> bool:
    """Whether a value is a limit in both languages: of 50 % or more."""
    return all(quantity.comparator is not None for quantity in facing)


def _same_statistic(en: Statement, ja: Statement, one: Facing, two: Facing) -> bool:
    """Whether both values are results, or both the same statistic: a P value is no hazard ratio."""
    marks = (_statistic(en.folded, one[0]), _statistic(en.folded, two[0]))
    others = (_statistic(ja.folded, one[1]), _statistic(ja.folded, two[1]))
    return marks[0] == marks[1] and others[0] == others[1]


def _statistic(text: str, quantity: Quantity) -> str:
    match = _STATISTIC.search(text, max(0, quantity.start - 24), quantity.start)
    return match.lastgroup or "" if match else ""


_STATISTIC = re.compile(
    r"(?:(?P<p>\b[pP]\s?[<=>≤≥]?\s?)|(?P<ratio>(?:\b(?:HR|OR|RR|ratio)|[スク險率]比)[)\s,:=]*)|(?P<level>(?:\balpha|\blevel|水準)\s?(?:of\s|=\s?)?)|(?P<difference>(?:\bdifference[,:]?\s(?:of\s|was\s)?|差[はが]?\s?))|(?P<each>\bevery\s))$"
)


def _is_one_fraction(one: Facing, two: Facing) -> bool:
    return any({a.part, b.part} == {"of", "all"} and abs(b.start - a.end) < 30 for a, b in zip(one, two, strict=True))


def _is_range(one: Facing, two: Facing) -> bool:
    """Whether two values stand side by side in both languages, as the ends of a range or of a change do."""
    first, last = (one[1], two[1]) if one[1].start < two[1].start else (two[1], one[1])
    is_close = two[0].start - one[0].end < _CLOSE and last.start - first.end < _CLOSE
    return is_close and one[0].is_bound and two[0].is_bound


_CLOSE = 8


def _is_ratio(scenes: tuple[Scene, Scene], one: Facing, two: Facing) -> bool:
    """Whether two values are the sides of one ratio: 2:1."""
    for scene, a, b in zip(scenes, one, two, strict=True):
        first, second = (a, b) if a.start < b.start else (b, a)
        if _COLON.fullmatch(scene.text, first.end, second.start) is None:
            return False
    return True


_COLON = re.compile(r"\s?[:対]\s?|\sto\s")


def _same_unit(one: Facing, two: Facing) -> bool:
    if one[1].unit != two[1].unit:
        return False
    return one[0].unit == two[0].unit or (one[1].unit != "" and "" in (one[0].unit, two[0].unit))
