"""Polarity and direction: what is denied in one language is denied in the other; what rises, rises."""

from collections import Counter
from collections.abc import Iterator

from taiyaku.language.comparators import COMPLEMENTS
from taiyaku.language.statement import Cue, Statement, by_sentence
from taiyaku.parity.finding import Finding

_OPPOSITES = {
    "amount": ("up", "down"),
    "quality": ("better", "worse"),
    "before": ("before", "after"),
    "test": ("positive", "negative"),
    "side": ("left", "right"),
    "enough": ("yes", "no"),
    "need": ("yes", "no"),
    "allowed": ("yes", "no"),
    "start": ("yes", "no"),
    "likely": ("yes", "no"),
    "severity": ("mild", "severe"),
    "pace": ("acute", "chronic"),
    "with": ("alone", "combined"),
    "equality": ("same", "other"),
    "sex": ("male", "female"),
}


_DENYING = frozenset(
    {
        ("need", "no"),
        ("enough", "no"),
        ("allowed", "no"),
        ("likely", "no"),
        ("equality", "same"),
        ("start", "no"),
        ("quality", "worse"),
    }
)
"""Poles that the other language may say by denying the opposite: 不要 is "not needed"."""
_DENIABLE = frozenset(axis for axis, _ in _DENYING)


def negation_differs(en: Statement, ja: Statement) -> Iterator[Finding]:
    """A negation is in both languages or in neither; words that deny within themselves (未治療, unchanged) may answer one."""
    for mine, theirs in _facing_sentences(en, ja):
        surplus = _surplus(mine, theirs, en, ja)
        if surplus > 0:
            yield Finding("negation-differs", "the English denies something, the Japanese does not", _first(mine), None)
        elif surplus < 0:
            yield Finding(
                "negation-differs", "the Japanese denies something, the English does not", None, _first(theirs)
            )


def _facing_sentences(en: Statement, ja: Statement) -> Iterator[tuple[list[Cue], list[Cue]]]:
    """The cues of sentences that face each other, where their numbers agree; else those of the whole texts."""
    if not _in_step(en, ja):
        yield en.cues, ja.cues
        return
    yield from zip(by_sentence(en, en.cues), by_sentence(ja, ja.cues), strict=True)


def _in_step(en: Statement, ja: Statement) -> bool:
    """Whether sentence faces sentence: as many of them, and each as long as its place in the text makes likely."""
    if len(en.sentences) != len(ja.sentences) or len(en.sentences) == 1:
        return False
    scale = len(ja.folded) / max(len(en.folded), 1)
    shares = ((j[1] - j[0]) / max(e[1] - e[0], 1) / scale for e, j in zip(en.sentences, ja.sentences, strict=True))
    return all(0.55 < share < 1.8 for share in shares)


def _surplus(mine: list[Cue], theirs: list[Cue], en: Statement, ja: Statement) -> int:
    """How many negations one side has beyond what the other has or may answer with; below zero it is the Japanese."""
    one, other = _denials(mine), _denials(theirs)
    spare, other_spare = _spare(mine, theirs)
    surplus = one["no"] - other["no"]
    if surplus > 0:
        return max(0, surplus - max(0, other["un"] - one["un"]) - other_spare - _complementary(en, ja))
    return min(0, surplus + max(0, one["un"] - other["un"]) + spare + _complementary(ja, en))


def _spare(mine: list[Cue], theirs: list[Cue]) -> tuple[int, int]:
    """How many words that may take the place of a negation each side has beyond those that the other has too."""
    one = Counter(cue.pole for cue in mine if cue.axis == "licence")
    other = Counter(cue.pole for cue in theirs if cue.axis == "licence")
    return (one - other).total(), (other - one).total()


def _denials(cues: list[Cue]) -> Counter[str]:
    found = Counter(cue.pole for cue in cues if cue.axis == "negation")
    seen = {(cue.start, cue.end) for cue in cues if cue.axis == "negation"}
    found["un"] += len({(c.start, c.end) for c in cues if (c.axis, c.pole) in _DENYING} - seen)
    return found


def _complementary(denying: Statement, other: Statement) -> int:
    """How often one side denies what the other says outright: "not above 25 °C" is 25℃以下."""
    limits = {(q.value, q.comparator.sign) for q in other.quantities if q.comparator}
    return sum(
        q.comparator is not None and q.comparator.sign in "<>" and (q.value, COMPLEMENTS[q.comparator.sign]) in limits
        for q in denying.quantities
    )


def _first(cues: list[Cue]) -> tuple[int, int] | None:
    return next(((c.start, c.end) for c in cues if c.axis == "negation" and c.pole == "no"), None)


def direction_differs(en: Statement, ja: Statement) -> Iterator[Finding]:
    """What goes up, improves, comes first in one language does so in the other."""
    for mine, theirs in _facing_sentences(en, ja):
        found = _turned(mine, theirs)
        if found is not None:
            one, other = found
            said = en.text[one.start : one.end], ja.text[other.start : other.end]
            message = f"'{said[0]}' in the English, '{said[1]}' in the Japanese"
            yield Finding("direction-differs", message, (one.start, one.end), (other.start, other.end))


def _turned(mine: list[Cue], theirs: list[Cue]) -> tuple[Cue, Cue] | None:
    one, other = _directions(mine), _directions(theirs)
    denied = _denials(mine)["no"] != _denials(theirs)["no"]
    for axis, poles in _OPPOSITES.items():
        if denied and axis in _DENIABLE:
            continue
        for pole, opposite in (poles, poles[::-1]):
            if one[axis, pole] > other[axis, pole] and other[axis, opposite] > one[axis, opposite]:
                return _cue(mine, axis, pole), _cue(theirs, axis, opposite)
    return None


def _directions(cues: list[Cue]) -> Counter[tuple[str, str]]:
    return Counter((cue.axis, cue.pole) for cue in cues)


def _cue(cues: list[Cue], axis: str, pole: str) -> Cue:
    return next(cue for cue in cues if (cue.axis, cue.pole) == (axis, pole))


def not_reached_differs(en: Statement, ja: Statement) -> Iterator[Finding]:
    """A median that was not reached is said to be so in both languages."""
    mine = [cue for cue in en.cues if cue.axis == "reached"]
    theirs = [cue for cue in ja.cues if cue.axis == "reached"]
    if len(mine) > len(theirs):
        span = (mine[-1].start, mine[-1].end)
        yield Finding("not-reached-differs", f"'{en.text[slice(*span)]}' is not said in the Japanese", span, None)
    elif len(theirs) > len(mine):
        span = (theirs[-1].start, theirs[-1].end)
        yield Finding("not-reached-differs", f"'{ja.text[slice(*span)]}' is not said in the English", None, span)
