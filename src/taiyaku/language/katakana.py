"""Katakana: which Western word a run of katakana spells, so that names in no table are known again: osimertinib, オシメルチニブ."""

import re
from collections.abc import Iterator
from functools import lru_cache

_RUN = re.compile(r"[ァ-ヺー]{3,}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_LONGEST = 24
_MOST_WORDS = 3
_LONGEST_WORD = 40

_VOWELS = "[aeiouyhwr]*"
"""What may stand between consonants: vowels, and the letters that Japanese hears as part of them.

No consonant may begin with what these take already: patterns would then be tried in too many ways."""
_CONSONANTS = {
    "カキクケコ": "(?:ck|ch|qu|[ckqx])",
    "ガギグゲゴ": "(?:gg|[gk])",
    "サスセソ": "(?:ss|th|sc|ps|[sczx])",
    "シ": "(?:ss|sh|th|ti|ci|sy|[scz])",
    "ザズゼゾ": "(?:th|zz|ss|[zsx])",
    "ジヂ": "(?:dg|th|[jgzds])",
    "タテト": "(?:tt|th|pt|[td])",
    "チ": "(?:tt|th|ch|ti|[tc])",
    "ツ": "(?:ts|tz|tt|zz|[tz])",
    "ダデド": "(?:dd|th|d)",
    "ヅ": "(?:ds|z|d)",
    "ナニヌネノ": "(?:nn|gn|kn|n)",
    "ハヒヘホ": f"(?:p{_VOWELS})?",
    "フ": f"(?:(?:ff|[pf]){_VOWELS})?",
    "バビブベボ": "(?:bb|[bv])",
    "パピプペポ": "(?:pp|p)",
    "マミムメモ": "(?:mm|m)",
    "ヤユヨ": f"(?:j{_VOWELS})?",
    "ラリルレロ": "(?:ll|[lr])",
    "ヴ": "(?:v|w)",
    "ン": "(?:nn|mm|ng|[nm])",
}
_BY_KANA = {kana: letters for group, letters in _CONSONANTS.items() for kana in group}
_X = re.compile(r"[キクッ]+[サシスセソ]")


@lru_cache(maxsize=4096)
def spelling(run: str) -> re.Pattern[str]:
    """The pattern, of small letters, of every Western word that a run of katakana may spell."""
    pattern, position = [_VOWELS], 0
    while position < len(run):
        if match := _X.match(run, position):
            pattern.append(f"(?:x|ks|cs|cks|cc|xc|chs|ct){_VOWELS}")
            position = match.end()
            continue
        if letters := _BY_KANA.get(run[position]):
            pattern.append(letters if letters.endswith("?") else letters + _VOWELS)
        position += 1
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
    patterns = {run: spelling(run) for _, run in runs}
    for n, (at, word) in enumerate(words):
        joined = word
        for extra in range(_MOST_WORDS):
            if extra:
                if n + extra >= len(words) or words[n + extra][0] - words[n + extra - 1][0] - len(words[n + extra - 1][1]) > 1:
                    break
                joined += words[n + extra][1]
            for start, run in runs:
                if len(run) // 2 < len(joined) <= _LONGEST_WORD and _is_spelled(patterns[run], joined):
                    yield at, start, run


def _is_spelled(pattern: re.Pattern[str], word: str) -> bool:
    return pattern.fullmatch(word) is not None or (word.endswith("s") and pattern.fullmatch(word[:-1]) is not None)
