"""Finding fixed phrases in running text: the longest that fits, whole words in English, any position in Japanese."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taiyaku.base.locale import Locale
from taiyaku.language.folding import lower

_TOKEN = re.compile(r"[^\W_]+(?:'[a-z]+)?|≥|≤")
_APART = re.compile(r"[(),;:]|\.\s")
"""What stands between words that are no phrase."""
_BRACES = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase found in a text: what it means, and where it stands."""

    meaning: str
    start: int
    end: int


def spelled_out(wording: str) -> Iterator[str]:
    """Every spelling that a wording with braces stands for: `low{er,ers}` is lower and lowers."""
    match = _BRACES.search(wording)
    if match is None:
        yield wording
        return
    for choice in match[1].split(","):
        yield from spelled_out(wording[: match.start()] + choice + wording[match.end() :])


class EnglishPhrases:
    """Phrases of English words; hyphens count as spaces, a plural as its singular."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        keys: dict[tuple[tuple[str, ...], str], str] = {}
        for wording, meaning in meanings:
            key = tuple(_singular(word) for word in _TOKEN.findall(lower(wording)))
            exact = wording if _is_abbreviation(wording) else ""
            if key:
                keys[key, exact] = " ".join(dict.fromkeys(f"{keys.get((key, exact), '')} {meaning}".split()))
        table: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
        for (key, exact), meaning in keys.items():
            table[key[0]].append((key, exact, meaning))
        self._table = {first: sorted(all_, key=lambda each: -len(each[0])) for first, all_ in table.items()}

    def find(self, folded: str) -> list[Phrase]:
        """Every phrase of a text, from the left, the longest first; none within another."""
        spans = [(m.start(), m.end()) for m in _TOKEN.finditer(folded)]
        text = lower(folded)
        words = [_singular(text[start:end]) for start, end in spans]
        found, position = [], 0
        while position < len(words):
            for key, exact, meaning in self._table.get(words[position], ()):
                last = position + len(key) - 1
                if last > position and tuple(words[position : last + 1]) != key:
                    continue
                start, end = spans[position][0], spans[last][1]
                if (not exact or _has_capitals_of(exact, folded[start:end])) and not _APART.search(folded, start, end):
                    found.append(Phrase(meaning, start, end))
                    position = last + 1
                    break
            else:
                position += 1
        return found


def _has_capitals_of(exact: str, text: str) -> bool:
    """Whether a text has capitals where a wording has them: B in hepatitis B."""
    letters = (character for character in text if character.isalnum())
    return all(
        said == written
        for written, said in zip(filter(str.isalnum, exact), letters, strict=False)
        if written.isupper()
    )


def _is_abbreviation(wording: str) -> bool:
    """Whether capitals tell a wording from another: PSA and PsA, mCi and MCI."""
    return any(character.isupper() for character in wording[1:])


_KEPT = ("ss", "us", "is", "as", "os")


def _singular(word: str) -> str:
    """A word without its plural ending, as far as needed to find it."""
    if len(word) < 4 or word[-1] != "s" or word.endswith(_KEPT):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1]


def _script(character: str) -> str:
    if "ァ" <= character <= "ヺ" or character == "ー":
        return "katakana"
    return "latin" if character.isascii() and character.isalnum() else ""


class JapanesePhrases:
    """Phrases of Japanese text, at any position; katakana and Latin ones only as whole runs of their script."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        table: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for wording, meaning in meanings:
            table[wording[:2]].append((wording, meaning))
        self._table = {head: sorted(all_, key=lambda each: -len(each[0])) for head, all_ in table.items()}

    def find(self, folded: str) -> list[Phrase]:
        """Every phrase of a text, from the left, the longest first; none within another."""
        text, found, position = folded, [], 0
        table = self._table
        while position < len(text):
            hit = None
            for head in (text[position : position + 2], text[position]):
                if head in table:
                    hit = hit or self._at(text, position, table[head])
            if hit is None:
                position += 1
                continue
            wording, meaning = hit
            found.append(Phrase(meaning, position, position + len(wording)))
            position += len(wording)
        return found

    @staticmethod
    def _at(text: str, position: int, candidates: list[tuple[str, str]]) -> tuple[str, str] | None:
        for wording, meaning in candidates:
            if text.startswith(wording, position) and _stands_alone(text, position, wording):
                return wording, meaning
        return None


def _stands_alone(text: str, start: int, wording: str) -> bool:
    end = start + len(wording)
    first, last = _script(wording[0]), _script(wording[-1])
    if first and start and _script(text[start - 1]) == first:
        return False
    return not (last and end < len(text) and _script(text[end]) == last)


Phrases = EnglishPhrases | JapanesePhrases


def phrases(meanings: Iterable[tuple[str, str]], locale: Locale) -> Phrases:
    """The finder of phrases for a language, given each wording and what it means."""
    return EnglishPhrases(meanings) if locale is Locale.EN else JapanesePhrases(meanings)
