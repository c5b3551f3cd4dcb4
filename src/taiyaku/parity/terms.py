"""Terms: a concept named in one language is named in the other, by one of its wordings."""

from collections.abc import Iterator

from taiyaku.base.locale import Locale
from taiyaku.language.statement import Mention, Statement
from taiyaku.parity.finding import Finding


def terms_differ(en: Statement, ja: Statement) -> Iterator[Finding]:
    """No term's place is taken by another of its kind: 全生存期間 for progression-free survival."""
    lost = [m for m in _only(en.mentions, ja.mentions) if not _is_within(m, ja) and not _in_number(m, en)]
    added = [m for m in _only(ja.mentions, en.mentions) if not _is_within(m, en) and not _in_number(m, ja)]
    for may_face in (_of_one_group, _of_one_kind):
        for mention in list(lost):
            partners = [
                other for other in added if may_face(mention, other, en) and not _is_part(mention, other, en, ja)
            ]
            if not partners or (may_face is _of_one_kind and not _is_alone(partners, lost, en)):
                continue
            partner = partners[0]
            lost.remove(mention)
            added.remove(partner)
            said = en.text[mention.start : mention.end], ja.text[partner.start : partner.end]
            message = f"'{said[0]}' in the English, '{said[1]}' in the Japanese: these are two terms"
            yield Finding("term-differs", message, (mention.start, mention.end), (partner.start, partner.end))


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
