"""Equivalents: which English words a Japanese word may stand for, after JMdict and medical usage; evidence that one text says what the other says."""

from collections.abc import Mapping
from functools import lru_cache

import marisa_trie
import Stemmer

from taiyaku.language.kept import kept
from taiyaku.language.tables import columns, rows

LONGEST = 8
"""Of how many characters a Japanese word is at most."""

_STEMMER = Stemmer.Stemmer("english")


@lru_cache(maxsize=1 << 13)
def stem(word: str) -> str:
    """The stem of an English word in small letters, by Snowball's English rules: reduc of reduce, reduces and reducing."""
    return str(_STEMMER.stemWord(word))


@kept()
def _table() -> marisa_trie.BytesTrie:
    return marisa_trie.BytesTrie((word, told.encode()) for word, told in columns("equivalents"))


@kept()
def _words() -> marisa_trie.Trie:
    return marisa_trie.Trie((*(word for word, _ in columns("equivalents")), *_usage()))


def words_at(text: str, start: int, end: int) -> list[str]:
    """Every Japanese word, without its ending, that begins at a place of a text and ends by another, the shortest first."""
    found: list[str] = _words().prefixes(text[start : min(start + LONGEST, end)])
    return found


@kept()
def _usage() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows("usage"):
        for wording in row["ja"].split("|"):
            found[wording] = found.get(wording, frozenset()) | {stem(word) for word in row["en"].split()}
    return found


@lru_cache(maxsize=1 << 13)
def equivalents(word: str) -> frozenset[str]:
    """The stems of every English word that a Japanese word, without its ending, may stand for; none if it is no word."""
    told = b" ".join(_table().get(word, ())).decode()
    return frozenset(told.split()) | _usage().get(word, frozenset())
