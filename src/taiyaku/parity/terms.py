"""Terms: a concept named in one language is named in the other, by one of its wordings."""

from collections.abc import Iterator

from taiyaku.base.locale import Locale
from taiyaku.language.components import Component, components
from taiyaku.language.equivalents import equivalents, stem
from taiyaku.language.statement import Mention, Statement, shared_concepts
from taiyaku.language.tokens import Token
from taiyaku.parity.alignment import Alignment, word_at
from taiyaku.parity.finding import Finding, Span


def terms_differ(en: Statement, ja: Statement, alignment: Alignment) -> Iterator[Finding]:
    """No term's place, nor that of a part of one, is taken by another of its kind: 全生存期間 for progression-free survival."""
    found = list(_terms_differ(en, ja, alignment))
    yield from found
    yield from _components_differ(en, ja, found)


def _terms_differ(en: Statement, ja: Statement, alignment: Alignment) -> Iterator[Finding]:
    lost = [m for m in _only(en.mentions, ja.mentions) if not _is_within(m, ja) and not _in_number(m, en)]
    added = [m for m in _only(ja.mentions, en.mentions) if not _is_within(m, en) and not _in_number(m, ja)]
    for may_face in (_of_one_group, _of_one_kind):
        for mention in list(lost):
            partners = [
                other
                for other in added
                if may_face(mention, other, en)
                and not _is_part(mention, other, en, ja)
                and not _are_answered(mention, other, alignment, en, ja)
            ]
            if not partners or (may_face is _of_one_kind and not _is_alone(partners, lost, en)):
                continue
            partner = partners[0]
            lost.remove(mention)
            added.remove(partner)
            said = en.text[mention.start : mention.end], ja.text[partner.start : partner.end]
            message = f"'{said[0]}' in the English, '{said[1]}' in the Japanese: these are two terms"
            yield Finding("term-differs", message, (mention.start, mention.end), (partner.start, partner.end))


def _components_differ(en: Statement, ja: Statement, found: list[Finding]) -> Iterator[Finding]:
    """No part of a term's place is taken by another of its kind: 動脈 for venous; `found` is what is said already."""
    shared = shared_concepts(en, ja)
    mine, theirs = (components(side.folded, side.locale) for side in (en, ja))
    for kind in sorted(mine.keys() & theirs.keys()):
        lost, added = _without_equal(mine[kind], theirs[kind]), _without_equal(theirs[kind], mine[kind])
        if not lost or not added:
            continue
        spans = (lost[0].start, lost[0].end), (added[0].start, added[0].end)
        if _is_in_term(spans[0], en, shared) and _is_in_term(spans[1], ja, shared):
            continue
        if not any(_overlap(finding.en, spans[0]) and _overlap(finding.ja, spans[1]) for finding in found):
            said = en.text[slice(*spans[0])], ja.text[slice(*spans[1])]
            message = f"'{said[0]}…' in the English, '{said[1]}' in the Japanese: these are two things"
            yield Finding("term-differs", message, *spans)


def _is_in_term(span: Span, side: Statement, shared: set[str]) -> bool:
    """Whether a component is a part of a term that both texts name."""
    return any(m.concept in shared and m.start <= span[0] and span[1] <= m.end for m in side.mentions)


def _without_equal(mine: list[Component], theirs: list[Component]) -> list[Component]:
    parts = {component.part for component in theirs}
    return [component for component in mine if component.part not in parts]


def _overlap(one: Span | None, other: Span) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]


def _are_answered(mention: Mention, other: Mention, alignment: Alignment, en: Statement, ja: Statement) -> bool:
    """Whether either term is said by other words of the other language: 血が止まらない for bleeding."""
    mine, theirs = word_at(alignment.en, mention.start), word_at(alignment.ja, other.start)
    if mine is None or theirs is None:
        return False
    answer, word = alignment.in_ja.get(mine, theirs), alignment.in_en.get(theirs, mine)
    if answer != theirs and word != mine:
        return True
    facing = ((mine, answer), (word, theirs), (mine, theirs))
    is_whole = [_is_whole(en, alignment.en[one], ja, alignment.ja[two]) for one, two in facing]
    return (answer != theirs and is_whole[0]) or (word != mine and is_whole[1]) or is_whole[2]


def _is_whole(en: Statement, word: Token, ja: Statement, answer: Token) -> bool:
    """Whether all of an English term is what a Japanese word may stand for, not a part of it with a part."""
    told = equivalents(ja.folded[answer.start : answer.end])
    return told.issuperset(stem(each) for each in _words(en.folded[word.start : word.end]).split())


def _of_one_group(one: Mention, other: Mention, _: Statement) -> bool:
    return one.group == other.group


def _of_one_kind(one: Mention, other: Mention, en: Statement) -> bool:
    kinds = en.lexicon.kinds
    return bool(kinds.get(one.group, frozenset()) & kinds.get(other.group, frozenset()))


def _is_alone(partners: list[Mention], lost: list[Mention], en: Statement) -> bool:
    """Whether but few terms are lost in the place of which another of its kind may stand, and but one may stand there."""
    return len(partners) == 1 and sum(_of_one_kind(other, partners[0], en) for other in lost) <= _FEW


def _is_part(mention: Mention, other: Mention, en: Statement, ja: Statement) -> bool:
    """Whether one text only says it shorter: エビデンスの確実性 for low-certainty evidence, hepatitis for B型肝炎."""
    if any(mark in ja.folded[other.start : other.end] for mark in _SPANNING):
        return True  # 中等症から重症
    said, told = _words(en.folded[mention.start : mention.end]), ja.folded[other.start : other.end]
    wordings, others = en.lexicon.wordings[mention.concept], en.lexicon.wordings[other.concept]
    if any(told in wording for wording in wordings if not wording.isascii()):
        return True
    first = next((wording for wording in wordings if not wording.isascii()), told)
    if first in told and told[: told.index(first)][-1:] not in _TURNING:
        return True
    shorter = any(f" {said} " in f" {wording} " for wording in others if wording.isascii())
    return shorter and any(
        wording in told and told[: told.index(wording)][-1:] not in _TURNING
        for wording in wordings
        if not wording.isascii()
    )


_TURNING = tuple("非副不無未抗亜偽準")
"""What makes another thing of a word that follows: 非小細胞肺癌, 副甲状腺."""


def _in_number(mention: Mention, statement: Statement) -> bool:
    """Whether a term is a unit, which numbers answer for, or an end of a range, which may be named once: stages IB-IIIA, IB〜IIIA期."""
    text = statement.folded
    if text[mention.end : mention.end + 1] in _DASHES or text[max(0, mention.start - 1) : mention.start] in _DASHES:
        return True
    return any(q.start <= mention.start and mention.end <= q.end for q in statement.quantities)


_FEW = 1
_SPANNING = ("から", "~", "〜")
_DASHES = ("–", "~", "-", "〜")


def _is_within(mention: Mention, other: Statement) -> bool:
    """Whether a text names a concept within a term of another group: 唾液 in 唾液腺."""
    spans = [_words(other.folded[m.start : m.end]) for m in other.mentions if m.group != mention.group]
    wordings = other.lexicon.wordings[mention.concept]
    if other.locale is Locale.EN:
        return any(f" {wording} " in f" {span} " for wording in wordings if wording.isascii() for span in spans)
    return any(wording in span for wording in wordings if not wording.isascii() for span in spans)


def _words(text: str) -> str:
    return text.replace("-", " ").lower()


def _only(mine: list[Mention], theirs: list[Mention]) -> list[Mention]:
    named = {mention.concept for mention in theirs}
    return list({mention.concept: mention for mention in mine if mention.concept not in named}.values())
