"""Search words: what a text is found by. `assets/search-text.js` takes the same out of a query."""

import re
from collections.abc import Iterator
from functools import lru_cache

from taiyaku.language.search_fold import fold

_LETTER = "a-z\u00df-\u00f6\u00f8-\u024f\u03ac-\u03ce\u0430-\u045f"
_NUMBER = r"[0-9]+(?:\.[0-9]+)*"
_JAPANESE = "々〆〇ぁ-ゖゝゞー\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_ITEM = re.compile(rf"([{_LETTER}]+)|({_NUMBER})|([{_JAPANESE}]+)")
"""A word, a number, a run of Japanese. Letters and digits part: 177Lu is 177 and lu, so that Lu-177 finds it."""

END = "$"
"""Stands after the last character of a run of Japanese, so that every single character begins some search word."""

_BRITISH = re.compile(r"[ao]e|(?<=[a-z]{2})our|(?<=[iy])z|(?<=[bt])re(?=s?$)|ll(?=(?:ed|ing)$)")
_SPELLED = {"ae": "e", "oe": "e", "our": "or", "z": "s", "re": "er", "ll": "l"}


def search_words(text: str) -> Iterator[str]:
    """Every search word of a text, in order: stems of words, numbers, pairs of neighbouring Japanese characters."""
    for word, number, run in _ITEM.findall(fold(text)):
        if word:
            yield stem(word)
        elif number:
            yield number
        else:
            yield from pairs(run)


def plain_words(text: str) -> Iterator[str]:
    """The words of a text that can be misspelt: folded, not stemmed, four letters or more."""
    return (word for word, _, _ in _ITEM.findall(fold(text)) if len(word) >= 4)


def pairs(run: str) -> Iterator[str]:
    """A run of Japanese as pairs of neighbours; the last character stands with END."""
    for first, second in zip(run, run[1:] + END, strict=True):
        yield first + second


def spelled(word: str) -> str:
    """A folded word in one spelling: haematological and hematological, tumour and tumor, randomized and randomised."""
    return _BRITISH.sub(lambda match: _SPELLED[match[0]], word)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word in one spelling and without its plural ending: metastases and metastasis are metastas.

    What is left begins the word (but for -y), so that a word is found by its beginning while it is typed.
    """
    word = spelled(word)
    size = len(word)
    if size >= 5 and word.endswith(("sis", "ses", "ies", "xes", "ches", "shes")):
        return word[:-2]
    if size >= 4 and word.endswith("se"):
        return word[:-1]
    if size >= 4 and word[-1] == "y" and word[-2] not in "aeiou":
        return word[:-1] + "i"
    if size >= 4 and word[-1] == "s" and word[-2] not in "sui":
        return word[:-1]
    return word
