"""Names of journals: whether one is an abbreviation of another, word by word as ISO 4 makes them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from taiyaku.language.search_fold import fold

_SMALL = frozenset(
    "a an and at by de del della der des di die du e et for fur in la le les of on the to und y zur".split()  # noqa: SIM905
)
"""Words that ISO 4 leaves out: articles, conjunctions, prepositions."""

_IRREGULAR = {("jpn", "japanese"), ("jpn", "japan")}

_PLACE = re.compile(r"\s*\([^()]*\)\s*$")


@lru_cache(maxsize=1 << 14)
def words(name: str) -> tuple[str, ...]:
    """The words of a journal's name that count: folded, without points, articles, prepositions and a place at the end.

    `Cancers (Basel)` is Cancers.
    """
    found = re.findall(r"[^\W_]+", fold(_PLACE.sub("", name)).replace("'", "").replace("’", ""))
    return tuple(word for word in found if word not in _SMALL) or tuple(found)


def initials(name: str) -> str:
    """The first letters of the words that count: what a name and its abbreviations share."""
    return "".join(word[0] for word in words(name))


def same_journal(one: str, other: str) -> bool:
    """Whether two names are one journal's: equal but for points and small words, or one abbreviates the other.

    A name of one word is never abbreviated (ISO 4).

    True:  J Clin Oncol, J. Clin. Oncol., Journal of Clinical Oncology, JCO
    False: Eur Urol, European Urology Oncology
    """
    first, second = words(one), words(other)
    if len(first) == len(second) == 1:
        return first == second
    if len(first) == len(second):
        return all(_one_word(a, b) for a, b in zip(first, second, strict=True))
    return _is_initialism(one, second) or _is_initialism(other, first)


def _one_word(one: str, other: str) -> bool:
    """Whether two words are equal or one abbreviates the other: its beginning (clin), or letters of it (natl)."""
    short, long = sorted((one, other), key=len)
    if (short, long) in _IRREGULAR:
        return True
    if not long.startswith(short[0]) or not short.isascii() or short.isdigit():
        return one == other
    if long.startswith(short):
        return True
    letters = iter(long)
    return len(short) >= 2 and len(long) >= 5 and long[-1] == short[-1] and all(letter in letters for letter in short)


def _is_initialism(name: str, of: tuple[str, ...]) -> bool:
    """JCO of J Clin Oncol."""
    return len(of) >= 3 and re.fullmatch(r"[A-Z]{3,}", name) is not None and name.lower() == "".join(w[0] for w in of)


def spelled_twice(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each spelling that is the same journal as one met more often (or, as often, a longer one), with that one.

    Names are compared only with those of the same initials, so that many take no longer each than few.
    """
    met = Counter(names)
    by_initials: dict[str, list[str]] = defaultdict(list)
    for name in sorted(met, key=lambda name: (-met[name], -len(name), name)):
        letters = initials(name) if len(words(name)) > 1 or not name.isupper() else name.lower()
        same = next((other for other in by_initials[letters] if same_journal(name, other)), None)
        if same is not None:
            yield name, same
        else:
            by_initials[letters].append(name)
