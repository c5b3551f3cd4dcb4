"""Search words: what a text is found by. `assets/search-text.js` takes the same out of a query."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from taiyaku.language.search_fold import fold

_LETTER = "a-z\u00df-\u00f6\u00f8-\u024f\u03ac-\u03ce\u0430-\u045f"
_NUMBER = r"[0-9]+(?:\.[0-9]+)*"
_JAPANESE = "々〆〇ぁ-ゖゝゞー\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_ITEM = re.compile(rf"[{_LETTER}]+|{_NUMBER}|[{_JAPANESE}]+")
"""A word, a number, a run of Japanese. Letters and digits part: 177Lu is 177 and lu, so that Lu-177 finds it."""

_DIGITS = frozenset("0123456789")
_FIRST_JAPANESE = "\u3005"  # 々 stands before all other Japanese, and after every other letter

END = "$"
"""Stands after the last character of a run of Japanese, so that every single character begins some search word."""

_BRITISH = re.compile(r"[ao]e|(?<=[a-z]{2})our|(?<=[iy])z|(?<=[bt])re(?=s?$)|ll(?=(?:ed|ing)$)")
_SPELLED = {"ae": "e", "oe": "e", "our": "or", "z": "s", "re": "er", "ll": "l"}


def items(text: str) -> list[str]:
    """The words, numbers and runs of Japanese of a text, folded, in order."""
    return _ITEM.findall(fold(text))


def search_words(text: str) -> Iterator[str]:
    """Every search word of a text, in order: stems of words, numbers, pairs of neighbouring Japanese characters."""
    return chain.from_iterable(map(words_of, items(text)))


def plain_words(text: str) -> Iterator[str]:
    """The words of a text that can be misspelt: folded, not stemmed, four letters or more."""
    return filter(can_be_misspelt, items(text))


def can_be_misspelt(item: str) -> bool:
    """Whether an item is a word of four letters or more."""
    return len(item) >= 4 and item[0] not in _DIGITS and not is_japanese(item)


@lru_cache(maxsize=1 << 13)
def words_of(item: str) -> tuple[str, ...]:
    """The search words of an item; most texts are made of the same ones again and again."""
    if is_japanese(item):
        return tuple(pairs(item))
    return (item,) if item[0] in _DIGITS else (stem(item),)


def is_japanese(item: str) -> bool:
    """Whether an item is a run of Japanese."""
    return item[0] >= _FIRST_JAPANESE


def pairs(run: str) -> Iterator[str]:
    """A run of Japanese as pairs of neighbours; the last character stands with END."""
    for first, second in zip(run, run[1:] + END, strict=True):
        yield first + second


def spelled(word: str) -> str:
    """A folded word in one spelling: haematological and hematological, tumour and tumor, randomized and randomised."""
    return _BRITISH.sub(lambda match: _SPELLED[match[0]], word)


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
