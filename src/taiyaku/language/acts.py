"""Acts: what a sentence says is done or is so (recommend, differ, receive), the same name in both languages."""

from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from taiyaku.base.locale import Locale
from taiyaku.language.kept import kept
from taiyaku.language.phrases import Phrases, phrases, spelled_out
from taiyaku.language.tables import rows


class Act(NamedTuple):
    """A predicate found in a text: every act that its wording may stand for, and where."""

    names: frozenset[str]
    start: int
    end: int


@kept(*Locale)
def _finder(locale: Locale) -> Phrases:
    meanings: dict[str, list[str]] = defaultdict(list)
    for row in rows("acts"):
        for wording in row[locale].split("|"):
            for spelled in spelled_out(wording) if wording else ():
                meanings[spelled].append(row["act"])
    return phrases(((wording, " ".join(dict.fromkeys(names))) for wording, names in meanings.items()), locale)


@lru_cache(maxsize=8)  # several comparisons of one pair ask for the same text
def acts(folded: str, locale: Locale) -> tuple[Act, ...]:
    """Every act of a folded text, in order."""
    return tuple(Act(_names(p.meaning), p.start, p.end) for p in _finder(locale).find(folded))


@cache  # as many as there are wordings in the table
def _names(meaning: str) -> frozenset[str]:
    return frozenset(meaning.split(" "))
