"""Direction: what rises, improves, comes first or is not reached in one language does so in the other."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product

from taiyaku.base.locale import Locale
from taiyaku.language.acts import acts
from taiyaku.language.equivalents import equivalents, stem
from taiyaku.language.folding import lower
from taiyaku.language.statement import Cue, Statement, by_sentence, sentence_at
from taiyaku.language.tokens import Token
from taiyaku.parity.alignment import Alignment, word_at
from taiyaku.parity.finding import Finding
from taiyaku.parity.step import in_step

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
    "speed": ("fast", "slow"),
    "bound": ("upper", "lower"),
    "risk": ("high", "low"),
    "dose": ("high", "low"),
    "level": ("high", "low"),
    "beyond": ("above", "below"),
    "timing": ("early", "late"),
    "ease": ("easy", "hard"),
    "certainty": ("high", "low"),
    "inferior": ("no", "yes"),
    "much": ("up", "down"),
}

_DENIABLE = frozenset({"need", "enough", "allowed", "likely", "equality", "start", "quality", "with", "much"})
"""Axes of which one language may deny the one pole where the other says the other: 不要 is "not needed"."""


def direction_differs(en: Statement, ja: Statement, alignment: Alignment) -> Iterator[Finding]:
    """What goes up, improves, comes first in one language does so in the other."""
    for mine, theirs in _facing_sentences(en, ja, _telling(en), _telling(ja)):
        turned = (
            pair
            for pair in _turned(mine, theirs)
            if _is_of_one_thing(*pair, en, ja) and not _are_answered(*pair, alignment, en, ja)
        )
        found = next(turned, None)
        if found is not None and not _are_arms_turned(alignment, en, ja):
            one, other = found
            said = en.text[one.start : one.end], ja.text[other.start : other.end]
            message = f"'{said[0]}' in the English, '{said[1]}' in the Japanese"
            yield Finding("direction-differs", message, (one.start, one.end), (other.start, other.end))


def _telling(statement: Statement) -> list[Cue]:
    """The words that tell a direction of their own, not that of a number."""
    return [cue for cue in statement.cues if not _is_of_number(cue, statement)]


def _is_of_number(cue: Cue, statement: Statement) -> bool:
    """Whether a word compares with a number, which the comparators answer for: less than 7 %, 7%を下回る."""
    limits = (quantity for quantity in statement.quantities if quantity.comparator)
    if statement.locale is Locale.EN:
        return any(_THAN.fullmatch(statement.folded, cue.end, max(cue.end, quantity.start)) for quantity in limits)
    is_limit = _LIMIT.match(statement.folded, cue.start) is not None
    return is_limit and any(0 <= cue.start - quantity.end < _ATTACHED for quantity in limits)


_THAN = re.compile(r"\s(?:than\s)?(?:(?:a|an|the|about|approximately)\s)?")
_LIMIT = re.compile(r"超|上回|下回|以[上下前後降内]|未満")
_ATTACHED = 4


def _are_answered(one: Cue, other: Cue, alignment: Alignment, en: Statement, ja: Statement) -> bool:
    """Whether each of two words is said by another word of the other language, so that they do not stand for each other."""
    mine, theirs = word_at(alignment.en, one.start), word_at(alignment.ja, other.start)
    if mine is None or theirs is None:
        return False
    answer, word = alignment.in_ja.get(mine, theirs), alignment.in_en.get(theirs, mine)
    if answer == theirs or word == mine:
        return False
    if not (_in_one_sentence(ja, other, alignment.ja[answer]) and _in_one_sentence(en, one, alignment.en[word])):
        return False
    return _is_equivalent(mine, answer, alignment, en, ja) or _is_equivalent(word, theirs, alignment, en, ja)


def _in_one_sentence(statement: Statement, cue: Cue, word: Token) -> bool:
    start, end = sentence_at(statement, cue.start)
    return start <= word.start < end


def _is_equivalent(word: int, answer: int, alignment: Alignment, en: Statement, ja: Statement) -> bool:
    """Whether two words may stand for each other, and are not only alike in their direction."""
    one, other = alignment.en[word], alignment.ja[answer]
    return stem(lower(en.folded[one.start : one.end])) in equivalents(ja.folded[other.start : other.end])


def _turned(mine: list[Cue], theirs: list[Cue]) -> Iterator[tuple[Cue, Cue]]:
    """The words of which one language says one pole more often and the other the opposite."""
    mine, theirs = [*mine, *_much(mine)], [*theirs, *_much(theirs)]
    mine, theirs = _plain(mine, theirs), _plain(theirs, mine)
    one, other = _directions(mine, Locale.EN), _directions(theirs, Locale.JA)
    denied = _denials(mine) != _denials(theirs)
    in_both = {cue.axis for cue in mine} & {cue.axis for cue in theirs}
    for axis, poles in ((axis, poles) for axis, poles in _OPPOSITES.items() if axis in in_both):
        if axis in _DENIABLE and axis not in _SETTLED and (denied or (axis == "with" and _denials(mine))):
            continue
        for pole, opposite in (poles, poles[::-1]):
            if one[axis, pole] > other[axis, pole] and other[axis, opposite] > one[axis, opposite]:
                yield from product(_cues(mine, axis, pole), _cues(theirs, axis, opposite))


def _plain(mine: list[Cue], theirs: list[Cue]) -> list[Cue]:
    """The words of a text, with those of an axis that the other text lacks as what is more or less: risk is lower, 低い."""
    known = {cue.axis for cue in theirs}
    return [
        Cue("amount", "up" if cue.pole == "high" else "down", cue.start, cue.end)
        if cue.axis in _COMPOUND and cue.axis not in known
        else cue
        for cue in mine
    ]


_COMPOUND = frozenset({"risk", "dose", "level", "certainty"})


def _is_of_one_thing(one: Cue, other: Cue, en: Statement, ja: Statement) -> bool:
    """Whether two words of direction stand beside the same things, or beside nothing that tells."""
    if sum(cue.axis == one.axis for cue in (*en.cues, *ja.cues)) < _CROWD and one.axis != "much":
        return True
    mine, theirs = _beside(one, en), _beside(other, ja)
    return not mine or not theirs or bool(mine & theirs)


_CROWD = 3
"""From how many words of an axis on it must be told which belong together."""


def _beside(cue: Cue, statement: Statement) -> frozenset[str]:
    """What the clause of a word names and says beside it."""
    text, clause = statement.folded, _CLAUSE[statement.locale]
    start = max((match.end() for match in clause.finditer(text, 0, cue.start)), default=0)
    end = match.start() if (match := clause.search(text, cue.end)) else len(text)
    names = {m.concept for m in statement.mentions if start <= m.start < end}
    names |= {f"#{q.value.normalize()}" for q in statement.quantities if start <= q.start < end}
    for act in acts(text, statement.locale):
        if start <= act.start < end and (act.end <= cue.start or act.start >= cue.end):
            names |= act.names
    return frozenset(names)


_CLAUSE = {Locale.EN: re.compile(r"[.;:,](?=\s)"), Locale.JA: re.compile(r"[。、;]")}


def _are_arms_turned(alignment: Alignment, en: Statement, ja: Statement) -> bool:
    """Whether the Japanese compares the other way round: less after A than after B, AよりBの方が高い."""
    than, yori = _THAN_ARM.search(en.folded), _YORI.search(ja.folded)
    if than is None or yori is None:
        return False
    start = max((match.end() for match in _TOPIC.finditer(ja.folded, 0, yori.start())), default=0)
    start = max(start, yori.start() - _REACH)
    named = [m for n, m in alignment.in_en.items() if start <= alignment.ja[n].start < yori.start()]
    before = sum(alignment.en[m].start < than.start() for m in named)
    return before * 2 > len(named) > 0


_REACH = 12
_THAN_ARM = re.compile(r"\bthan\s(?!(?:about |approximately )?[0-9]|usual|expected|half|one\b|two\b|a\s)")
_YORI = re.compile(r"(?<!に)(?<!あ)(?<!と)より(?:も|は)?(?!早期|よい|良い|正確)")
_TOPIC = re.compile(
    r"[、。;]|(?:ほう|方)が|(?:群|者|例|後|時|合|療法|剤|薬|性|人)(?:では|が)|[^でにと]は|では|において"
)


def _denials(cues: list[Cue]) -> int:
    return sum(cue.axis == "negation" and cue.pole == "no" for cue in cues)


def _facing_sentences(
    en: Statement, ja: Statement, mine: list[Cue], theirs: list[Cue]
) -> Iterator[tuple[list[Cue], list[Cue]]]:
    """The cues of sentences that face each other, where their numbers agree; else those of the whole texts."""
    if not in_step(en, ja):
        yield mine, theirs
        return
    yield from zip(by_sentence(en, mine), by_sentence(ja, theirs), strict=True)


def _directions(cues: list[Cue], locale: Locale) -> Counter[tuple[str, str]]:
    """How often each pole is said; one that is denied is its opposite (十分ではない)."""
    denials = [cue for cue in cues if cue.axis == "negation" and cue.pole == "no"]
    found: Counter[tuple[str, str]] = Counter()
    for cue in cues:
        if cue.axis in _SETTLED and any(_denies(denial, cue, locale) for denial in denials):
            first, second = _OPPOSITES[cue.axis]
            found[cue.axis, second if cue.pole == first else first] += 1
        else:
            found[cue.axis, cue.pole] += 1
    return found


def _much(cues: list[Cue]) -> Iterator[Cue]:
    """What says how much or how often, in one axis: one language says rare, the other few."""
    poles = {("amount", "up"): "up", ("likely", "yes"): "up", ("amount", "down"): "down", ("likely", "no"): "down"}
    for cue in cues:
        if pole := poles.get((cue.axis, cue.pole)):
            yield Cue("much", pole, cue.start, cue.end)


def _denies(denial: Cue, cue: Cue, locale: Locale) -> bool:
    gap = cue.start - denial.end if locale is Locale.EN else denial.start - cue.end
    return 0 <= gap < (_BEFORE_EN if locale is Locale.EN else _AFTER_JA)


_SETTLED = frozenset({"enough"})
"""Axes of which a denied pole is the other pole."""
_BEFORE_EN, _AFTER_JA = 16, 9


def _cues(cues: list[Cue], axis: str, pole: str) -> list[Cue]:
    of_axis = [cue for cue in cues if cue.axis == axis]
    of_pole = [cue for cue in of_axis if cue.pole == pole]
    return (of_pole or of_axis)[:_MOST]  # it may be said by denying the other pole


_MOST = 6
"""Of how many words of a pole it is asked what they stand beside."""


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
