"""Terms: a concept named in one language is named in the other, by one of its wordings."""

from collections.abc import Iterator

from taiyaku.language.statement import Mention, Statement
from taiyaku.parity.finding import Finding


def terms_differ(en: Statement, ja: Statement) -> Iterator[Finding]:
    """No term's place is taken by another of its kind: 全生存期間 for progression-free survival."""
    lost = _only(en.mentions, ja.mentions)
    added = _only(ja.mentions, en.mentions)
    for mention in lost:
        partner = next((other for other in added if other.group == mention.group), None)
        if partner is None:
            continue
        added.remove(partner)
        said = en.text[mention.start : mention.end], ja.text[partner.start : partner.end]
        message = f"'{said[0]}' in the English, '{said[1]}' in the Japanese: these are two terms"
        yield Finding("term-differs", message, (mention.start, mention.end), (partner.start, partner.end))


def _only(mine: list[Mention], theirs: list[Mention]) -> list[Mention]:
    named = {mention.concept for mention in theirs}
    return list({mention.concept: mention for mention in mine if mention.concept not in named}.values())
