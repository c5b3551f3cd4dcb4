"""Equivalents: which English words a Japanese word may stand for, after JMdict and medical usage; evidence that one text says what the other says."""

from collections.abc import Mapping
from functools import lru_cache

import Stemmer

from taiyaku.language.kept import kept
from taiyaku.language.tables import columns, rows

LONGEST = 8
"""Of how many characters a Japanese word is at most."""

_STEMMER = Stemmer.Stemmer("english")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of an English word in small letters, by Snowball's English rules: reduc of reduce, reduces and reducing."""
    return str(_STEMMER.stemWord(word))


@kept()
def _table() -> Mapping[str, str]:
    return dict(columns("equivalents"))


@kept()
def words() -> frozenset[str]:
    """Every Japanese word that is known, without its ending."""
    return frozenset(_table()) | _usage().keys()


@kept()
def _usage() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows("usage"):
        for wording in row["ja"].split("|"):
            found[wording] = found.get(wording, frozenset()) | {stem(word) for word in row["en"].split()}
    return found


@lru_cache(maxsize=1 << 16)
def equivalents(word: str) -> frozenset[str]:
    """The stems of every English word that a Japanese word, without its ending, may stand for; none if it is no word."""
    return frozenset(_table().get(word, "").split()) | _usage().get(word, frozenset())
