"""Numbers in words: two hundred, a third, twice; 二, 3分の1, 半数, 両群."""

import re
from collections.abc import Iterable
from decimal import Decimal

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_SMALL = {word: n for n, word in enumerate(_UNITS.split())} | {w: 10 * n for n, w in enumerate(_TENS.split(), start=2)}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_OTHERS = {
    "once": 1, "twice": 2, "thrice": 3, "single": 1, "both": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "dual": 2,
    "pair": 2, "couple": 2, "twin": 2, "twins": 2, "triple": 3, "triples": 3, "tripled": 3, "tripling": 3, "quadruple": 4, "quadruples": 4, "quadrupled": 4,
    "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10,
    "biweekly": 2, "fortnight": 2, "fortnightly": 2, "bimonthly": 2, "biennial": 2, "quarterly": 3, "dozen": 12, "decade": 10,
    "either": 2, "alternate": 2, "other": 2, "bilateral": 2, "unilateral": 1, "two-thirds": 2, "century": 100, "teenagers": 10, "teenage": 10, "teens": 10, "nonagenarians": 90, "octogenarians": 80,
    "neither": 2, "doublet": 2, "triplet": 3, "quadruplet": 4, "monotherapy": 1,
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90, "second-line": 2, "first-line": 1,
}  # fmt: skip
WORDS = _SMALL | {word: n for n, word in enumerate(_ORDINALS.split(), start=1)} | _OTHERS
"""English words that stand for one number by themselves."""

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "seventh": 7, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip


def _any_of(words: Iterable[str]) -> str:
    """A pattern of any of some words, tried letter by letter and not word by word; the longest that fits is found."""
    tree: dict[str, list[str]] = {}
    for word in words:
        tree.setdefault(word[:1], []).append(word[1:])
    branches = [
        re.escape(letter) + (_any_of(rest) if any(rest) else "") for letter, rest in sorted(tree.items()) if letter
    ]
    return f"(?:{'|'.join(branches)}){'?' if '' in tree else ''}"


_COUNTED = _any_of(_SMALL | _LARGE)
WORDS_PATTERN = (
    rf"\b(?:(?:a|one|two|three|four|five|six|seven|nine)[- ](?:{_any_of(_PARTS)})"
    rf"|{_COUNTED}(?:(?:[- ]|\sand\s){_COUNTED})*"
    rf"|half|halved|halves|halving|{_any_of(WORDS)})\b"
)
"""Finds a number in English words, compounds whole."""
FIRST_WORDS = frozenset(
    re.split(r"[- ]", word)[0] for word in ("a", *_SMALL, *_LARGE, *WORDS, "half", "halved", "halves", "halving")
)
"""The words that such a number may begin with."""

FRACTIONS = {"half": "0.5", "halved": "0.5", "halves": "0.5", "halving": "0.5"}


def english(words: str) -> list[Decimal]:
    """The numbers that English words state: two for a fraction (a third: 1 and 3), else one."""
    parts = [part for part in re.split(r"[\s-]+", words) if part != "and"]
    if len(parts) == 1 and parts[0] in FRACTIONS:
        return [Decimal(FRACTIONS[parts[0]])]
    if len(parts) == 2 and parts[1] in _PARTS and (parts[0] == "a" or parts[0] in _SMALL):
        top = 1 if parts[0] == "a" else _SMALL[parts[0]]
        return [Decimal("0.5")] if (top, _PARTS[parts[1]]) == (1, 2) else [Decimal(top), Decimal(_PARTS[parts[1]])]
    if all(part in _SMALL or part in _LARGE for part in parts):
        return [_compound(parts)]
    return [Decimal(WORDS[words])] if words in WORDS else []


def _compound(parts: list[str]) -> Decimal:
    total = current = 0
    for part in parts:
        if part in _SMALL:
            current += _SMALL[part]
        elif part == "hundred":
            current = max(current, 1) * 100
        else:
            total += max(current, 1) * _LARGE[part]
            current = 0
    return Decimal(total + current)


_KANJI_DIGITS = {k: n for n, k in enumerate("〇一二三四五六七八九")}
_KANJI_LARGE = {"十": 10, "百": 100, "千": 1000}


def kanji(numeral: str) -> Decimal:
    """The number that a kanji numeral states: 二十三 is 23."""
    total = current = 0
    for character in numeral:
        if character in _KANJI_DIGITS:
            current = current * 10 + _KANJI_DIGITS[character]
        else:
            total += max(current, 1) * _KANJI_LARGE[character]
            current = 0
    return Decimal(total + current)


_ROMAN = {"i": 1, "v": 5, "x": 10}
_ROMAN_SIGNS = {"ⅰ": 1, "ⅱ": 2, "ⅲ": 3, "ⅳ": 4, "ⅴ": 5, "ⅵ": 6, "ⅶ": 7, "ⅷ": 8, "ⅸ": 9, "ⅹ": 10}


def roman(numeral: str) -> Decimal:
    """The number that a Roman numeral states: IV is 4, Ⅲ is 3."""
    lowered = numeral.lower()
    if lowered in _ROMAN_SIGNS:
        return Decimal(_ROMAN_SIGNS[lowered])
    values = [_ROMAN[c] for c in lowered]
    signed = [-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values)]
    return Decimal(sum(signed))
