"""Figures: how a ledger writes a value, and whether a sentence states it."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.language.nuclides import ELEMENTS


class Form(StrEnum):
    """How a value is built."""

    NUMBER = "number"
    RANGE = "range"
    FRACTION = "fraction"
    DATE = "date"
    NOT_REACHED = "not reached"


class Value(Struct, frozen=True):
    """A value of the ledger: exact numbers, and what stands before or between them.

    `numbers` holds one number, both ends of a range, numerator and denominator, or year, month and day as far as given.
    """

    form: Form
    numbers: tuple[Decimal, ...] = ()
    comparator: str = ""


_NUMBER = r"\d+(?:\.\d+)?"
_GRAMMAR = (
    (Form.DATE, re.compile(r"()(\d{4})-(\d{2})(?:-(\d{2}))?")),
    (Form.FRACTION, re.compile(rf"()({_NUMBER})/({_NUMBER})")),
    (Form.RANGE, re.compile(rf"()({_NUMBER})[–〜-]({_NUMBER})")),
    (Form.NUMBER, re.compile(rf"([<>≤≥]?)\s*({_NUMBER})")),
)


@lru_cache(4096)
def parse_value(text: str) -> Value:
    """The value that a ledger writes as 9.3, 4–6, 13/43, <0.001, ≥50, 2018-05-09, 2022-03 or "not reached".

    Raises ValueError for anything else.
    """
    if text == Form.NOT_REACHED:
        return Value(Form.NOT_REACHED)
    for form, pattern in _GRAMMAR:
        if match := pattern.fullmatch(text):
            comparator, *numbers = match.groups()
            if form is Form.DATE and not _in_calendar(*[int(n or 1) for n in numbers]):
                break
            return Value(form, tuple(Decimal(n) for n in numbers if n), comparator)
    raise ValueError(f"'{text}' is not a value: write 9.3, 4–6, 13/43, <0.001, ≥50, 2018-05-09, 2022-03 or not reached")


def _in_calendar(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


_NUCLIDE_NAMES = (
    "lutetium|gallium|actinium|radium|thorium|fluorine|ルテチウム|ガリウム|アクチニウム|ラジウム|トリウム|フッ素"
)


IDENTIFIERS = re.compile(
    r"\[@[^\]]*\]|\[\[[^\]|]*\|?|https?://[^\s)\]」』）。、]+|NCT\d+|PSA50|BRCA\d(?:/\d)?|RECI[SP]T? \d\.\d|PROMISE V\d"
    rf"|(?i:{_NUCLIDE_NAMES})[-‐ ]?\d+|(?<![A-Za-z])(?:{ELEMENTS})-\d+|PSMA-\d+"
    rf"|(?<![\d.])\d{{2,3}}m?(?:{ELEMENTS})(?![a-z])"
)
"""Names that hold digits and are no quantities: nuclides, ligands, registry numbers, genes, keys and addresses."""

_WORDS_EN = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ORDINALS_EN = ["-", "first", "second", "third", "fourth", "fifth", "sixth"]
_WORD_VALUES = {word: n for words in (_WORDS_EN, _ORDINALS_EN) for n, word in enumerate(words)}
_WORD = re.compile(rf"(?<![\w-])(?:{'|'.join(w for w in _WORD_VALUES if w != '-')})(?!\w)", re.IGNORECASE)
_KANJI_VALUES = {k: n for n, k in enumerate("一二三四五六七八九", start=1)}
_KANJI = re.compile(
    r"(?<![一二三四五六七八九十百千])([一二三四五六七八九])(?=次|つ|番|人|種|者|群)|(?<=第)([一二三四五六七八九])"
)
_DIGITS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％＜＞", "0123456789.,%<>")


def numbers_in(text: str, locale: Locale) -> Iterator[Decimal]:
    """Every number that a text states, in digits or in words; digits inside names (PSMA-617, 177Lu) are not numbers."""
    plain = IDENTIFIERS.sub(" ", text.translate(_FULL_WIDTH))
    for match in _DIGITS.finditer(plain):
        yield Decimal(match[0].replace(",", ""))
    if locale is Locale.EN:
        yield from (Decimal(_WORD_VALUES[m[0].lower()]) for m in _WORD.finditer(plain))
    else:
        yield from (Decimal(_KANJI_VALUES[m[1] or m[2]]) for m in _KANJI.finditer(plain))


_COMPARATORS = {
    "<": r"[<＜]|(?<!no )(?<!not )\b(?:less|fewer) than\b|\b(?:below|under)\b|未満|下回",
    ">": r"[>＞]|(?<!no )(?<!not )\b(?:more|greater) than\b|\b(?:over|above|exceed\w*)\b|超|上回",
    "≤": r"[≤≦]|\b(?:at most|or less|or fewer|or lower|or below|up to|not? more than)\b|以下|以内|最大|まで",
    "≥": r"[≥≧]|\b(?:at least|or more|or greater|or higher|or above|not? (?:less|fewer) than)\b|以上",
}
_COMPARING = {sign: re.compile(words, re.IGNORECASE) for sign, words in _COMPARATORS.items()}
_NOT_REACHED = {
    Locale.EN: re.compile(r"not(?: yet)?(?: been)? reached|had not reached", re.IGNORECASE),
    Locale.JA: re.compile(r"未到達|到達していな|達していな|達しなかった|到達しなかった"),
}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def states(text: str, value: Value, locale: Locale) -> bool:
    """Whether a sentence states a value: its numbers, its date, its comparator, "not reached".

    Numbers are compared as written, so 6.0 is not found where the sentence says 6: trailing zeros tell the precision.
    """
    if value.form is Form.NOT_REACHED:
        return _NOT_REACHED[locale].search(text) is not None
    if value.form is Form.DATE:
        plain = re.sub(r"\s+", " ", text.translate(_FULL_WIDTH))
        return any(re.search(rf"(?<!\d){wording}(?!\d)", plain) for wording in _date_wordings(value, locale))
    present = _written(text, locale)
    if not all(str(number) in present for number in value.numbers):
        return False
    return not value.comparator or _COMPARING[value.comparator].search(text) is not None


@lru_cache(1024)
def _written(text: str, locale: Locale) -> frozenset[str]:
    """The numbers of a text as it writes them; kept, since every figure that a sentence names is looked for in it."""
    return frozenset(map(str, numbers_in(text, locale)))


def _date_wordings(value: Value, locale: Locale) -> tuple[str, ...]:
    year, month, *rest = (int(n) for n in value.numbers)
    day = rest[0] if rest else 0
    if locale is Locale.JA:
        return (f"{year}年{month}月" + (f"{day}日" if day else ""),)
    name = _MONTHS[month - 1]
    if not day:
        return tuple(f"{m} {year}" for m in (name, name[:3]))
    return tuple(w for m in (name, name[:3]) for w in (f"{day} {m} {year}", f"{m} {day}, {year}"))
