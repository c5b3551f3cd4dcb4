"""Negation: what is denied in one language is denied in the other.

A denial is told by what it denies: "was not recommended" and 推奨されない deny one act. A denial that the other text lacks is
an error where that text affirms the same act instead; words that deny within themselves (untreated, 不適格) count as denials.
"""

import re
from collections.abc import Iterator

from taiyaku.base.locale import Locale
from taiyaku.language.equivalents import stem
from taiyaku.language.folding import lower
from taiyaku.language.statement import Cue, Statement, shared_concepts
from taiyaku.language.tokens import Token
from taiyaku.parity.alignment import Alignment
from taiyaku.parity.denials import Denial, Denials, Said, denies
from taiyaku.parity.finding import Finding
from taiyaku.parity.step import in_step


def negation_differs(en: Statement, ja: Statement, alignment: Alignment) -> Iterator[Finding]:
    """What one language denies the other does not affirm."""
    if not any(denies(cue) for cue in (*en.cues, *ja.cues)):
        return
    shared = shared_concepts(en, ja)
    mine, theirs = Denials(en, shared), Denials(ja, shared)
    lone, others = _unmatched(mine, theirs)
    facing = [(mine, theirs)]
    if in_step(en, ja):
        facing = [*zip(mine.sentences(), theirs.sentences(), strict=True), *facing]
    for one, other in facing:
        if found := _turned(one, other, lone, others):
            yield _finding(*found, en, ja)
            return
        if found := _turned(other, one, others, lone):
            finding = _finding(*found, ja, en)
            yield Finding(finding.rule, finding.message, finding.ja, finding.en)
            return
    for first, second in facing:
        for one, other, unanswered, left in ((first, second, lone, others), (second, first, others, lone)):
            if cue := one.denies_alone(other, unanswered, left):
                yield _lone_finding(cue, one.statement, other.statement)
                return
    if cue := _dropped_prefix(lone, others, mine, theirs, alignment.ja):
        yield _lone_finding(cue, en, ja)


def _dropped_prefix(
    lone: list[Denial], others: list[Denial], mine: Denials, theirs: Denials, words: list[Token]
) -> Cue | None:
    """A word that denies within itself, of which the other text says the rest alone: untreated, 治療済み."""
    if others or theirs.is_doubtful():
        return None
    for denial in lone:
        match = _PREFIXED.match(mine.statement.folded, denial.cue.start)
        if match is None or denial.is_soft:
            continue
        base = stem(lower(match[1]))
        said = [word for word in words if base in word.meanings]
        if said and not any(theirs.is_denied_nearby(word) for word in said):
            return denial.cue
    return None


_PREFIXED = re.compile(r"(?:un|non-?|in|im|ir|dis)([a-z]{4,})", re.IGNORECASE)


def _lone_finding(cue: Cue, denying: Statement, other: Statement) -> Finding:
    names = {Locale.EN: "English", Locale.JA: "Japanese"}
    span = (cue.start, cue.end)
    word = denying.text[slice(*span)]
    message = f"'{word}' denies something in the {names[denying.locale]}, nothing does in the {names[other.locale]}"
    return Finding("negation-differs", message, *((span, None) if denying.locale is Locale.EN else (None, span)))


def _turned(one: Denials, other: Denials, lone: list[Denial], others: list[Denial]) -> tuple[Cue, Said] | None:
    """What one text denies and the other affirms: the denial, and the affirmation; `lone` are the denials that none answers."""
    found = [(denial.cue, said) for denial in one.denials if denial in lone and (said := other.affirms(denial, one))]
    left = sum(not denial.is_soft and denial.cue.pole == "no" for denial in other.denials if denial in others)
    return found[0] if len(found) > left else None


def _finding(cue: Cue, turned: Said, denying: Statement, other: Statement) -> Finding:
    names = {Locale.EN: "English", Locale.JA: "Japanese"}
    word, said = denying.text[cue.start : cue.end], other.text[turned.start : turned.end]
    message = f"'{word}' denies in the {names[denying.locale]} what '{said}' affirms in the {names[other.locale]}"
    return Finding("negation-differs", message, (cue.start, cue.end), (turned.start, turned.end))


def _unmatched(mine: Denials, theirs: Denials) -> tuple[list[Denial], list[Denial]]:
    """The denials that no denial of the other text answers; those that deny the same act are paired first, each once."""
    ranked = sorted(
        (
            (-likeness, i, j)
            for i, one in enumerate(mine.denials)
            for j, other in enumerate(theirs.denials)
            if (likeness := _likeness(one, other))
        )
    )
    used_mine: set[int] = set()
    used_theirs: set[int] = set()
    for _, i, j in ranked:
        if i not in used_mine and j not in used_theirs:
            used_mine.add(i)
            used_theirs.add(j)
    lone = [denial for i, denial in enumerate(mine.denials) if i not in used_mine]
    return lone, [denial for j, denial in enumerate(theirs.denials) if j not in used_theirs]


def _likeness(one: Denial, other: Denial) -> int:
    """How much two denials have in common: what they deny first, then what else their clauses say."""
    heads, others = _heads(one), _heads(other)
    shared = len(one.names & other.names)
    if heads & others:
        return 8 + 4 * bool(_first(one) & _first(other)) + 2 * (one.cue.pole == other.cue.pole) + shared
    near = bool(heads & other.names) * 4 + bool(others & one.names) * 4
    return near + shared


def _heads(denial: Denial) -> frozenset[str]:
    return frozenset[str]().union(*(said.names for said in denial.heads))


def _first(denial: Denial) -> frozenset[str]:
    return denial.heads[0].names if denial.heads else frozenset()
