"""What is said of a work about which its publisher announced something: in one word, beside every citation."""

from taiyaku.base.locale import Locale
from taiyaku.model.reference import NoticeKind, Reference

WORDS = {
    NoticeKind.RETRACTION: {Locale.EN: "retracted", Locale.JA: "撤回"},
    NoticeKind.CONCERN: {Locale.EN: "expression of concern", Locale.JA: "懸念表明"},
    NoticeKind.CORRECTION: {Locale.EN: "corrected", Locale.JA: "訂正あり"},
    NoticeKind.PREPRINT: {Locale.EN: "preprint", Locale.JA: "プレプリント"},
}
"""The word for each kind; 撤回 and 懸念表明 are those of J-STAGE and of Japanese journals for the ICMJE's terms."""


def flag(work: Reference, locale: Locale) -> str:
    """The gravest notice about a work in one word, or nothing."""
    return next((WORDS[kind][locale] for kind in work.standing), "")
