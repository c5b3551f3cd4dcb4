"""How far a source is approved: what became of each of its sentences since somebody approved it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.model.difference import Segment, difference
from taiyaku.model.review import Approval, Digests, Review, collapsed, digests
from taiyaku.model.source import Sentence, Source


class Standing(StrEnum):
    """Whether a sentence is approved in one language as it reads now."""

    NOT_APPROVED = "not_approved"
    APPROVED = "approved"
    CHANGED = "changed"


class Tally(Struct, frozen=True):
    """How many sentences of a source there are in one language, how many have a text, and how the texts stand."""

    sentences: int
    translated: int
    approved: int
    changed: int


class Change(Struct, frozen=True):
    """A sentence that changed since its approval held in these languages, with the difference in either text."""

    sentence: Sentence
    approval: Approval
    locales: tuple[Locale, ...]
    texts: Mapping[Locale, tuple[Segment, ...]]


def standing(review: Review | None, sentence: Sentence, locale: Locale) -> Standing:
    """How a sentence stands in one language: an approval holds while both its texts are what they were."""
    approval = review.newest(sentence.id, locale) if review else None
    if approval is None:
        return Standing.NOT_APPROVED
    return Standing.APPROVED if approval.pairs[sentence.id] == digests(sentence.pair) else Standing.CHANGED


def tally(source: Source, review: Review | None, locale: Locale) -> Tally:
    """How all sentences of a source stand in one language."""
    sentences = list(source.sentences())
    stand = [standing(review, sentence, locale) for sentence in sentences]
    return Tally(
        sentences=len(sentences),
        translated=sum(sentence.pair.text(locale) is not None for sentence in sentences),
        approved=stand.count(Standing.APPROVED),
        changed=stand.count(Standing.CHANGED),
    )


def changes(source: Source, review: Review | None) -> Iterator[Change]:
    """Every sentence that changed since its approval; twice where its languages were approved at different times."""
    if review is None:
        return
    for sentence in source.sentences():
        lapsed = [each for each in Locale if standing(review, sentence, each) is Standing.CHANGED]
        newest = {locale: review.newest(sentence.id, locale) for locale in lapsed}
        for approval in review.approvals:
            locales = tuple(locale for locale in lapsed if newest[locale] is approval)
            if locales:
                yield Change(sentence, approval, locales, _differences(review, approval.pairs[sentence.id], sentence))


def _differences(review: Review, approved: Digests, sentence: Sentence) -> dict[Locale, tuple[Segment, ...]]:
    """For each language in which there was or is a text, the difference between the approved one and today's."""
    found = {}
    for locale in Locale:
        key, now = approved.of(locale), sentence.pair.text(locale)
        before = "" if key is None else review.texts[key]
        if before or now:
            found[locale] = difference(before, collapsed(now or ""))
    return found
