"""Numbers, units, comparators, dates: each quantity of one language is in the other."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from taiyaku.base.problem import Severity
from taiyaku.language.comparators import COMPLEMENTS, Comparator, comparing_words
from taiyaku.language.quantities import DAY, MONTH, YEAR, Quantity
from taiyaku.language.statement import Statement, sentence_at
from taiyaku.language.units import TIMES
from taiyaku.parity.finding import Finding
from taiyaku.parity.pairing import Pairing, fits

_CALENDAR = (YEAR, MONTH, DAY)


def differences(en: Statement, ja: Statement, pairing: Pairing) -> Iterator[Finding]:
    """What the quantities that face each other differ in, and those that face none."""
    for i, j in pairing.pairs:
        yield from _between(en.quantities[i], ja.quantities[j], en, ja)
    left_en = [en.quantities[i] for i in pairing.en_left]
    left_ja = [ja.quantities[j] for j in pairing.ja_left]
    if not left_ja:
        left_en = _said_once(left_en, en, ja)
    yield from _parts(en, ja)
    yield from _alone(left_en, left_ja)


def _said_once(left: list[Quantity], en: Statement, ja: Statement) -> list[Quantity]:
    """Those left of the English that the Japanese need not say again: 同年, それ以下, the month of a range's end."""
    said = Counter((quantity.value, quantity.unit) for quantity in en.quantities)
    values = {quantity.value for quantity in ja.quantities}
    is_again = _AGAIN.search(ja.folded) is not None
    return [
        quantity
        for quantity in left
        if said[quantity.value, quantity.unit] == 1
        or quantity.value not in values
        or not (is_again or quantity.unit in _CALENDAR)
    ]


def _parts(en: Statement, ja: Statement) -> Iterator[Finding]:
    """Two thirds that became one third: the only fraction of that denominator in either text, with another numerator."""
    mine, theirs = _fractions(en), _fractions(ja)
    for whole, (part, other) in ((w, (mine[w], theirs[w])) for w in mine if w in theirs):
        if len(part) == len(other) == 1 and part[0].value != other[0].value and other[0].value < whole:
            yield _pair_finding(part[0], other[0])


def _fractions(statement: Statement) -> dict[Decimal, list[Quantity]]:
    found: dict[Decimal, list[Quantity]] = {}
    for one, two in pairwise(statement.quantities):
        if {one.part, two.part} == {"of", "all"} and two.start - one.end < _WORDED:
            part, whole = (one, two) if one.part == "of" else (two, one)
            found.setdefault(whole.value, []).append(part)
    return {whole: parts for whole, parts in found.items() if whole < _FEW}


_WORDED = 4
_FEW = 11
_EXCEEDING = re.compile(r"(?:/\w+)?(?:間)?を?(?:超|越|上回|下回|過ぎ)")
_VERB = re.compile(r"(?:/\w+)?(?:間)?を(?:超|越|上回|下回)")
_NOT_EXCEEDING = re.compile(r"(?:/\w+)?(?:間)?を?(?:超え|越え|上回ら|下回ら)(?:な|ず|ませ)")
_DENYING_JA = re.compile(r"避け|控え|禁|不要|以外|除|まで|限|上限|べから|無|未|不")
_DENYING_EN = re.compile(
    r"avoid|against|contraindic|unless|without|prohibit|limit|maximum|cap|too|free|lack|un[a-z]{4,}", re.IGNORECASE
)
_AGAIN = re.compile(r"同|それ(?:以上|以下|未満|を|より|以前|以降|以外)")


def _between(one: Quantity, other: Quantity, en: Statement, ja: Statement) -> Iterator[Finding]:
    spans = (one.start, one.end), (other.start, other.end)
    said = f"'{one.text}' and '{other.text}'"
    if not _same_precision(one, other):
        yield Finding(
            "number-differs", f"{said}: one has more decimals than the other", *spans, "write it as it was printed"
        )
    if rule := _unit_rule(one, other):
        yield Finding(rule, f"{said}: {_UNIT_MESSAGES[rule]}", *spans)
    elif one.over and other.over and one.over != other.over and not {one.over, other.over} & {"era", "power"}:
        yield Finding("unit-differs", f"{said}: per {one.over} and per {other.over}", *spans)
    yield from _comparators(one, other, said, en, ja)
    if one.is_negative != other.is_negative and not any(cue.pole == "down" for cue in ja.cues):
        yield Finding("sign-differs", f"{said}: only one of them is negative", *spans)


_UNIT_MESSAGES = {
    "unit-differs": "the units differ",
    "date-differs": "the dates differ",
    "percent-differs": "only one of them is a percentage",
    "point-differs": "a percentage is no number of percentage points",
}


def _same_precision(one: Quantity, other: Quantity) -> bool:
    plain = all(str(q.value) in q.text.replace(",", "").replace("·", ".") for q in (one, other))
    return not plain or one.value != other.value or str(one.value) == str(other.value)


def _unit_rule(one: Quantity, other: Quantity) -> str | None:
    if fits(one, other) or one.value != other.value:
        return None
    units = {one.unit, other.unit}
    if not (one.is_written and other.is_written):
        return "unit-differs" if units <= TIMES and other.is_written else None
    if "percentage_point" in units or units == {"point", "percent"}:
        return "point-differs"
    if "percent" in units:
        return "percent-differs" if _lacks_percent(one, other) else None
    return "date-differs" if units <= set(_CALENDAR) else "unit-differs"


def _lacks_percent(one: Quantity, other: Quantity) -> bool:
    """Whether a percent sign is missing: not where another at the end of a range stands for both (8–10%)."""
    bare = one if one.unit == "" else other
    if bare.is_bound and not bare.is_last:
        return False
    return bool((one.firm and other.firm) or (one.comparator and other.comparator))


def _comparators(one: Quantity, other: Quantity, said: str, en: Statement, ja: Statement) -> Iterator[Finding]:
    spans = (one.start, one.end), (other.start, other.end)
    first, second = one.comparator, other.comparator
    if first and second:
        if first.is_upward != second.is_upward:
            if not _is_denied(one, other, en, ja):
                yield Finding("comparator-differs", f"{said}: {first.sign} and {second.sign}", *spans)
                if _VERB.match(ja.folded, other.end) and COMPLEMENTS[first.sign] == second.sign:
                    yield Finding("negation-differs", f"{said}: only one language denies the limit", *spans)
        elif first.outright and second.outright and _is_denied_alone(one, other, en, ja):
            yield Finding("negation-differs", f"{said}: only one language denies the limit", *spans)
            if first.sign != second.sign:
                yield Finding("comparator-differs", f"{said}: {first.sign} and {second.sign}", *spans)
        elif first.sign != second.sign and first.outright and second.outright:
            message = f"{said}: {first.sign} and {second.sign}; only one includes the number itself"
            severity = Severity.ERROR if first.is_exact and second.is_exact else Severity.WARNING
            yield Finding("comparator-differs", message, *spans, severity=severity)
    elif (said_alone := first or second) and said_alone.outright and (one.firm or other.firm):
        silent = ja if first else en
        if not _said_elsewhere(said_alone, silent):
            where = "Japanese" if first else "English"
            yield Finding("comparator-differs", f"{said}: {said_alone.sign} is not said in the {where}", *spans)


def _is_denied(one: Quantity, other: Quantity, en: Statement, ja: Statement) -> bool:
    """Whether one language denies what the other says outright: not above 25 °C, 25℃以下."""
    if one.comparator is None or other.comparator is None:
        return False
    if one.comparator.outright and COMPLEMENTS[one.comparator.sign] != other.comparator.sign:
        return False
    is_told = _NOT_EXCEEDING.match(ja.folded, other.end) is not None  # the sign is that of 超えない already
    return _is_denied_before(one, en) != (
        not is_told
        and _is_denied_after(other, ja, _REACH_OF_VERB if _EXCEEDING.match(ja.folded, other.end) else _REACH_JA)
    )


def _is_denied_alone(one: Quantity, other: Quantity, en: Statement, ja: Statement) -> bool:
    """Whether one language denies a limit that the other affirms: not below 110, 110未満に下げる."""
    if _is_denied_before(one, en):
        end = ja.folded.find("。", other.end)
        rest = slice(other.end, end if end >= 0 else len(ja.folded))
        return not _DENYING_JA.search(ja.folded[rest]) and not _has_denial(ja, rest.start, rest.stop)
    if _NOT_EXCEEDING.match(ja.folded, other.end):
        return False
    if not _EXCEEDING.match(ja.folded, other.end) or not _is_denied_after(other, ja, _REACH_OF_VERB):
        return False
    start, end = sentence_at(en, one.start)
    return not _DENYING_EN.search(en.folded, start, end) and not _has_denial(en, start, end)


def _is_denied_before(quantity: Quantity, en: Statement) -> bool:
    if _SIGN.search(en.folded, max(0, quantity.start - 2), quantity.start):
        return False
    denying = (cue for cue in en.cues if cue.axis == "negation" and cue.pole == "no")
    before = (cue.end for cue in denying if en.folded[cue.start : cue.end].lower() != "no")
    return any(
        0 <= quantity.start - end < _REACH_EN and not _PAUSE.search(en.folded, end, quantity.start) for end in before
    )


def _is_denied_after(quantity: Quantity, ja: Statement, reach: int) -> bool:
    after = (cue.start for cue in ja.cues if cue.axis == "negation" and cue.pole == "no")
    return any(0 <= start - quantity.end < reach and "、" not in ja.folded[quantity.end : start] for start in after)


def _has_denial(statement: Statement, start: int, end: int) -> bool:
    return any(cue.axis == "negation" and start <= cue.start < end for cue in statement.cues)


_REACH_EN, _REACH_JA, _REACH_OF_VERB = 48, 6, 16
_SIGN = re.compile(r"[<>≤≥=]")
_PAUSE = re.compile(r"[,;:.]")


def _said_elsewhere(comparator: Comparator, statement: Statement) -> bool:
    """Whether the text compares in the same direction away from its numbers: exceeding the margin of 5 points."""
    attached = sum(
        q.comparator is not None and q.comparator.is_upward == comparator.is_upward for q in statement.quantities
    )
    return comparing_words(statement.folded, statement.locale, upward=comparator.is_upward) > attached


def _alone(en: list[Quantity], ja: list[Quantity]) -> Iterator[Finding]:
    """Quantities that face none: the likeliest partner is named where there is one."""
    waiting = list(ja)
    for quantity in en:
        if crushed := _crushed(quantity, waiting):
            waiting.remove(crushed)
            message = f"'{quantity.text}' in the English, '{crushed.text}' in the Japanese: a superscript was lost"
            yield Finding("superscript-lost", message, (quantity.start, quantity.end), (crushed.start, crushed.end))
            continue
        partner = _partner(quantity, waiting)
        if partner is not None:
            waiting.remove(partner)
            yield _pair_finding(quantity, partner)
        elif quantity.firm:
            yield _lone_finding(quantity, in_english=True)
    yield from (_lone_finding(quantity, in_english=False) for quantity in waiting if quantity.firm)


def _crushed(quantity: Quantity, waiting: list[Quantity]) -> Quantity | None:
    """The number that a power of ten becomes when its superscript is lost: 10⁹ and 109."""
    for other in waiting[:50]:
        for power, plain in ((quantity, other), (other, quantity)):
            if power.over == "power" and plain.over != "power" and plain.text.startswith("10") and len(plain.text) > 2:
                return other
    return None


def _partner(quantity: Quantity, waiting: list[Quantity]) -> Quantity | None:
    """The quantity that most likely stands in the place of another; at least one of the two must be firm."""
    best, likeness = None, 0
    for other in waiting[:50]:
        if not (quantity.firm or other.firm or {quantity.unit, other.unit} == {"phase"}):
            continue
        alike = 3 * (quantity.unit == other.unit) + 2 * (quantity.firm and other.firm) + (fits(quantity, other))
        if (quantity.unit in _CALENDAR) != (other.unit in _CALENDAR) or not (
            alike >= 3 or (quantity.firm and other.firm)
        ):
            continue
        if alike > likeness:
            best, likeness = other, alike
    return best


def _pair_finding(one: Quantity, other: Quantity) -> Finding:
    dated = one.unit in _CALENDAR or other.unit in _CALENDAR
    rule = "date-differs" if dated else "number-differs"
    message = f"'{one.text}' in the English, '{other.text}' in the Japanese"
    return Finding(rule, message, (one.start, one.end), (other.start, other.end))


def _lone_finding(quantity: Quantity, *, in_english: bool) -> Finding:
    rule = "date-differs" if quantity.unit in _CALENDAR else "number-missing" if in_english else "number-added"
    span = (quantity.start, quantity.end)
    if in_english:
        return Finding(rule, f"'{quantity.text}' is not in the Japanese", span, None)
    return Finding(rule, f"'{quantity.text}' is not in the English", None, span)
