"""Words: the words of an English text as they are compared, each in small letters and without its plural ending."""

import re
from functools import lru_cache
from itertools import accumulate, count

from msgspec import Struct

from taiyaku.language.folding import lower

WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?|≥|≤")


class Words(Struct, frozen=True):
    """The words of a text: each as it is compared, all joined by single spaces, and where each stands in the text.

    `ends` are the positions in `joined` at which a word ends, and which word it is.
    """

    words: list[str]
    joined: str
    ends: dict[int, int]
    spans: list[tuple[int, int]]


@lru_cache(maxsize=8)  # several readers are asked of one text
def words_of(folded: str) -> Words:
    """The words of a folded text, in order."""
    spans = [match.span() for match in WORD.finditer(folded)]
    text = lower(folded)
    words = [singular(text[start:end]) for start, end in spans]
    ends = dict(zip(accumulate(len(word) + 1 for word in words), count()))
    return Words(words, f" {' '.join(words)} ", ends, spans)


_KEPT = ("ss", "us", "is", "as", "os")


def singular(word: str) -> str:
    """A word without its plural ending, as far as needed to find it."""
    if word[-1] != "s" or len(word) < 4 or word.endswith(_KEPT):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1]
