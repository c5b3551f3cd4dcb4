"""Repairs that leave no choice: characters that are not what they look like, and house style with one answer.

A repair leaves the page looking the same, or differs from it in width and spacing alone; no number changes. Left out,
since the answer is the author's: a hyphen or dash between figures (a range, a minus, a date?), 第III相 (a numeral of
another kind), kanji among katakana (the 二 of モ二ター may be a numeral), characters of private use (perhaps a lost ≥).
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.language.codepoints import NOTHING, suspects
from taiyaku.language.folding import fold


class Repair(Struct, frozen=True):
    """What to write from `start` up to, not including, `end`, and the rule that asks for it."""

    start: int
    end: int
    instead: str
    rule: str


def repairs(text: str, locale: Locale, aside: Collection[str] = ()) -> tuple[Repair, ...]:
    """The repairs of a text that can be made at once, in order; none of a rule that is set `aside`.

    After them there may be more: ｹ月 becomes ケ月, then か月. Citations, ids, addresses and code stay as they are.
    """
    held = list(_held(text))
    found = sorted(_found(text, locale), key=lambda repair: (repair.start, repair.end))
    chosen: list[Repair] = []
    for repair in found:
        overlaps = any(repair.start < end and start < repair.end for start, end in held)
        if repair.rule not in aside and not overlaps and (not chosen or chosen[-1].end <= repair.start):
            chosen.append(repair)
    return tuple(chosen) if apply(text, chosen).strip() else ()


def apply(text: str, chosen: Iterable[Repair]) -> str:
    """The text with repairs made, which are in order and do not overlap."""
    parts, position = [], 0
    for repair in chosen:
        parts += [text[position : repair.start], repair.instead]
        position = repair.end
    return "".join([*parts, text[position:]])


def repaired(text: str, locale: Locale, aside: Collection[str] = ()) -> str:
    """The text with all its repairs made; repairing it again changes nothing."""
    while chosen := repairs(text, locale, aside):
        text = apply(text, chosen)
    return text


def _found(text: str, locale: Locale) -> Iterator[Repair]:
    yield from _characters(text)
    if locale is Locale.JA:
        yield from _house_style(text)


def _characters(text: str) -> Iterator[Repair]:
    for suspect in suspects(text):
        if suspect.is_repairable:
            end = suspect.position + len(suspect.character)
            yield Repair(suspect.position, end, suspect.instead, "character-unsound")


_JA = "ぁ-ゖァ-ヺー一-鿿々"
_NUMERALS = "〇一二三四五六七八九十百千万億兆"
_SPACING = re.compile(
    rf"(?<=[{_JA}、。])(?<![{_NUMERALS}]) (?=[A-Za-z0-9])|(?<=[A-Za-z]) (?=[{_JA}])|(?<=[0-9]) (?=[{_JA}])(?![{_NUMERALS}])"
)
_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ％]+")
_MONTH = re.compile(r"(?<=[0-9０-９])\s?([ヶカヵケ])(?=月)")
_RANGE = re.compile(r"(?<=[0-9])～")
_COMMA = re.compile(rf"(?<=[{_JA}])(?<![{_NUMERALS}])(?:，|,(?=[{_JA}]))")
_FULL_STOP = re.compile(
    rf"(?<=[{_JA}][ぁ-ゖ])(?:．(?![.．0-9０-９])|\.(?=[{_JA}]))|(?<=[{_JA}][{_JA}）」』])．(?=\s*$)|(?<=[{_JA}]{{2}})\.(?=\s*$)"
)
_PARENTHESES = re.compile(rf"(?<![\]\\])\(([^()A-Za-z0-9\\]*[{_JA}][^()A-Za-z0-9\\]*)\)")


def _house_style(text: str) -> Iterator[Repair]:
    for match in _SPACING.finditer(text):
        yield Repair(*match.span(), "", "style-spacing")
    for match in _WIDTH.finditer(text):
        yield Repair(*match.span(), fold(match[0]), "style-width")
    for match in _MONTH.finditer(text):
        yield Repair(*match.span(1), "か", "style-month")
    for match in _RANGE.finditer(text):
        yield Repair(*match.span(), "〜", "style-range")
    for pattern, instead in ((_COMMA, "、"), (_FULL_STOP, "。")):
        for match in pattern.finditer(text):
            yield Repair(*match.span(), instead, "style-punctuation")
    for match in _PARENTHESES.finditer(text):
        yield Repair(*match.span(), f"（{match[1]}）", "style-parentheses")


_PROTECTED = re.compile(
    r"`[^`]*`"
    r"|[\[［][@＠][^\]］]*[\]］]?"
    r"|\[\[[^\]\[|]*\|?"
    r"|\]\([^()]*\)"
    r"|https?://[^\s」』）。、]+ ?"  # the space too: without it, what follows would belong to the address
)
"""Code, citations, ids of terms, addresses."""

_RUN = re.compile(rf"[{NOTHING}Ͱ-ԯ]+")
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_IN_FIGURES = _DIGITS | frozenset(".,．，")
_IN_MARKUP = frozenset(r"*_`\[]()@|:/<>")
_IN_EMOJI = frozenset({"So", "Sk", "Mn"})


def _held(text: str) -> Iterator[tuple[int, int]]:
    """What no repair may touch, from where to where."""
    yield from (match.span() for match in _PROTECTED.finditer(text))
    for match in _RUN.finditer(text):
        start, end = match.span()
        if _holds_apart(match[0], {text[start - 1 : start], text[end : end + 1]}):
            yield start, end


def _holds_apart(run: str, sides: set[str]) -> bool:
    """Whether, without the run, what stands at its sides would make another number, name, mark or emoji."""
    lost_hyphen = "\u00ad" in run and sides & _DIGITS  # PDFs give the hyphen of PSMA-617 and 4-6 as a soft one
    joined = "\u200d" in run and any(side and unicodedata.category(side) in _IN_EMOJI for side in sides)
    return bool(lost_hyphen) or joined or sides <= _IN_FIGURES or sides <= _IN_MARKUP
