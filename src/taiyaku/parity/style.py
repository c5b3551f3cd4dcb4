"""House style of the Japanese: warnings, none of them about meaning."""

import re
from collections.abc import Iterator

from taiyaku.base.problem import Severity
from taiyaku.language.statement import Statement
from taiyaku.parity.finding import Finding

_JAPANESE = "ぁ-ゖァ-ヺー一-鿿々"
_SPACING = re.compile(rf"(?<=[{_JAPANESE}、。]) (?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) (?=[{_JAPANESE}])")
_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ％]+")
_MONTH = re.compile(r"(?<=[0-9０-９])\s?[ヶカヵケ]月")
_RANGE = re.compile(
    r"(?<![A-Za-z0-9.\]/-])[0-9]+(?:\.[0-9]+)?(?:[-～–][0-9]+(?:\.[0-9]+)?)(?![0-9-]|\.[0-9])|(?<=[0-9])～"
)
_PUNCTUATION = re.compile(rf"[，．]|(?<=[{_JAPANESE}])[,.](?=[{_JAPANESE}]|\s*$)")
_PARENTHESES = re.compile(rf"\([^()A-Za-z0-9]*[{_JAPANESE}]+[^()A-Za-z0-9]*\)")
_PHASE = re.compile(r"第\s?(?:[IVX]+|[Ⅰ-Ⅹ]|[一二三四]|[１-４])(?=相)")


def house_style(_: Statement, ja: Statement) -> Iterator[Finding]:
    """The Japanese is written as the house style has it; what looks like a name or an address is left alone."""
    yield from _told("style-spacing", _SPACING, ja, "take the space out")
    yield from _told("style-width", _WIDTH, ja, "write figures and Latin letters half-width")
    yield from _told("style-month", _MONTH, ja, "write か月")
    yield from _told("style-range", _RANGE, ja, "join a range with 〜")
    yield from _told("style-punctuation", _PUNCTUATION, ja, "write 、 and 。")
    yield from _told("style-parentheses", _PARENTHESES, ja, "write （ ） around Japanese")
    yield from _told("style-phase", _PHASE, ja, "write 第3相, with a half-width figure")


def _told(rule: str, pattern: re.Pattern[str], ja: Statement, hint: str) -> Iterator[Finding]:
    match = pattern.search(ja.text)
    if match:
        yield Finding(rule, f"'{match[0]}' is not house style", None, match.span(), hint, Severity.WARNING)
