"""Katakana: which Western word a run of katakana spells, so that names in no table are known again: osimertinib, オシメルチニブ."""

import re
from collections.abc import Iterator
from functools import lru_cache

_RUN = re.compile(r"[ァ-ヺー]{3,}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_LONGEST = 24
_MOST_WORDS = 3
_LONGEST_WORD = 40

_VOWEL_LETTERS = "aeiouyhw"
_VOWELS = f"[{_VOWEL_LETTERS}]*+"
_VOWELS_AND_R = "(?>[aeiouyhw]|r(?![aeiouyhr]))*+"
"""What may stand between consonants: vowels, and the letters that Japanese hears as part of them, such as r in ター.

Nothing is tried twice (possessive and atomic patterns): a word is told in one pass, whatever it is.
"""
_CONSONANTS = {
    "カキクケコ": "(?>ck|cc|kk|[ckqx])",
    "ガギグゲゴ": "(?>gg|[gk])",
    "サスセソ": "(?>ss|th|ps|[sczx])",
    "シ": "(?>ss|th|[sczt])",
    "ザズゼゾ": "(?>zz|ss|th|[zsx])",
    "ジヂ": "(?>dg|th|[jgdzst])",
    "タテト": "(?>tt|pt|[td])",
    "チ": "(?>tch|tt|[tc])",
    "ツ": "(?>tz|ts|tt|zz|[tz])",
    "ダデド": "(?>dd|d)",
    "ヅ": "(?>ds|z|d)",
    "ナニヌネノ": "(?>nn|gn|kn|n)",
    "バビブベボ": "(?>bb|[bv])",
    "パピプペポ": "(?>pp|p)",
    "マミムメモ": "(?>mm|m)",
    "ラリルレロ": "(?>ll|rr|[lr])",
    "ヴ": "v",
    "ン": "[nm]",
}
_OPTIONAL = {"ホ": "ph", "フ": "(?>ff|ph|f)", "ヤユヨ": "j"}
"""Consonants that may be silent, or letters that are vowels already: ホ is ho and pho."""
_BY_KANA = {kana: letters for group, letters in _CONSONANTS.items() for kana in group}
_SILENT = {kana: letters for group, letters in _OPTIONAL.items() for kana in group}
_FIRST = {kana: frozenset(re.findall("[a-z]", letters)) for kana, letters in _BY_KANA.items()}
"""The letters that the first consonant of a word may be, by the first kana."""
_FLOWING = frozenset("ラリルレロ")
_LENGTHENING = "ーッァィゥェォャュョヮ"
_X = re.compile(r"[キクッ]+[サシスセソ]")


@lru_cache(maxsize=4096)
def spelling(run: str) -> re.Pattern[str]:
    """The pattern, of small letters, of every Western word that a run of katakana may spell."""
    pattern, position = [_VOWELS_AND_R if run[1:2] == "ー" else _VOWELS], 0
    while position < len(run):
        match = _X.match(run, position)
        end = match.end() if match else position + 1
        following = run[end:].lstrip(_LENGTHENING)[:1]
        vowels = _VOWELS if following in _FLOWING else _VOWELS_AND_R
        kana = run[position]
        if match:
            pattern.append(f"(?>cks|chs|xc|ks|cs|cc|ct|x|c){vowels}")
        elif kana in _SILENT:
            pattern.append(f"(?>{_SILENT[kana]})?+{vowels}")
        elif kana in _BY_KANA:
            pattern.append(_BY_KANA[kana] + vowels)
        position = end
    return re.compile("".join(pattern))


@lru_cache(maxsize=4)  # several comparisons of one pair ask for the same texts
def same_names(en: str, ja: str) -> tuple[tuple[int, int, str], ...]:
    """Where the English spells out what the Japanese has in katakana: both positions, and the run."""
    return tuple(_same_names(en, ja))


def _same_names(en: str, ja: str) -> Iterator[tuple[int, int, str]]:
    runs = [(match.start(), match[0]) for match in _RUN.finditer(ja) if len(match[0]) <= _LONGEST]
    if not runs:
        return
    words = [(match.start(), match[0].lower()) for match in _WORD.finditer(en)]
    letters = {run: _FIRST.get(run[0]) for _, run in runs}
    for n, (at, word) in enumerate(words):
        first = word.lstrip(_VOWEL_LETTERS)[:1]
        may_be = [(start, run) for start, run in runs if _may_begin(first, letters[run])]
        if not may_be:
            continue
        for joined in _joined(words, n):
            for start, run in may_be:
                if len(run) // 2 < len(joined) <= _LONGEST_WORD and _is_spelled(spelling(run), joined):
                    yield at, start, run


def _may_begin(first: str, letters: frozenset[str] | None) -> bool:
    """Whether the first consonant of a word may be that of a run: told before the whole pattern is tried."""
    return letters is None or first in letters or not first


def _joined(words: list[tuple[int, str]], n: int) -> Iterator[str]:
    """A word, and it joined with one or two that follow: beta blocker is one run of katakana."""
    at, joined = words[n]
    yield joined
    end = at + len(joined)
    for at, word in words[n + 1 : n + _MOST_WORDS]:
        if at - end > 1:
            return
        joined, end = joined + word, at + len(word)
        yield joined


def _is_spelled(pattern: re.Pattern[str], word: str) -> bool:
    return pattern.fullmatch(word) is not None or (word.endswith("s") and pattern.fullmatch(word[:-1]) is not None)
