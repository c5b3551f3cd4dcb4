"""What machines are told of a summary besides what readers see: who approved all of it, and which works it cites."""

from datetime import date

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.language.citations import citations
from taiyaku.model.approval import Standing, standing
from taiyaku.model.review import Review
from taiyaku.model.source import Source


class ApprovedView(Struct, frozen=True):
    """The people whose approvals hold, in the order of the sentences, and the day of the latest."""

    by: tuple[str, ...]
    on: date


def approved(source: Source, review: Review | None, locales: tuple[Locale, ...]) -> ApprovedView | None:
    """Who approved every sentence in these languages as it reads now; None while one is not approved."""
    if review is None:
        return None
    spots = [(sentence, locale) for sentence in source.sentences() for locale in locales]
    if any(standing(review, sentence, locale) is not Standing.APPROVED for sentence, locale in spots):
        return None
    found = [approval for sentence, locale in spots if (approval := review.newest(sentence.id, locale))]
    return ApprovedView(tuple(dict.fromkeys(each.by for each in found)), max(each.on for each in found))


def cited_works(source: Source) -> tuple[str, ...]:
    """The works that the sentences of a summary cite in either language, in the order of their first citation."""
    texts = (sentence.pair.text(locale) or "" for sentence in source.sentences() for locale in Locale)
    return tuple(dict.fromkeys(citation.key for text in texts for citation in citations(text)))
