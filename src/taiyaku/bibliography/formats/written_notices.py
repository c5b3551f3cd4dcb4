"""What a publisher announced about a work, in a line for other programs: a citation must not lose it on the way."""

import re

from taiyaku.base.locale import Locale
from taiyaku.bibliography.identifiers import doi_address
from taiyaku.bibliography.notices import WORDS
from taiyaku.model.reference import Notice, NoticeKind, Reference

_COLON = {Locale.EN: ": ", Locale.JA: "："}
_COMMA = {Locale.EN: ", ", Locale.JA: "、"}
_FORM = re.compile(
    rf"(?:{'|'.join(word for words in WORDS.values() for word in words.values())})\s*(?:[:：].*)?",
    re.IGNORECASE | re.DOTALL,
)


def notice_lines(record: Reference) -> tuple[str, ...]:
    """A line for each notice, the gravest first: `Retracted: 2021-01-05, https://doi.org/10.1000/r`."""
    order = list(NoticeKind)
    return tuple(_line(each, record.locale) for each in sorted(record.notices, key=lambda one: order.index(one.kind)))


def is_notice(text: str) -> bool:
    """Whether a note of another program says what is a notice here."""
    return _FORM.fullmatch(text.strip()) is not None


def _line(notice: Notice, locale: Locale) -> str:
    address = doi_address(notice.doi) if notice.doi else notice.url
    more = _COMMA[locale].join(part for part in (notice.issued, address) if part)
    word = WORDS[notice.kind][locale].capitalize()
    return f"{word}{_COLON[locale]}{more}" if more else word
