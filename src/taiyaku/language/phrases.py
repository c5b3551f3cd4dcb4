"""Finding fixed phrases in running text: the longest that fits, whole words in English, any position in Japanese."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import ahocorasick

from taiyaku.base.locale import Locale
from taiyaku.language.folding import lower
from taiyaku.language.words import WORD, singular, words_of

_APART = re.compile(r"[(),;:]|\.\s")
"""What stands between words that are no phrase."""
_BRACES = re.compile(r"\{([^{}]*)\}")


class Phrase(NamedTuple):
    """A phrase found in a text: what it means, and where it stands."""

    meaning: str
    start: int
    end: int


Longest = dict[int, tuple[int, str]]
"""Where a phrase begins: where the longest one ends that begins there, and what it means."""


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
        by_key: dict[str, dict[str, str]] = defaultdict(dict)
        for wording, meaning in meanings:
            key = " ".join(singular(word) for word in WORD.findall(lower(wording)))
            exact = wording if _is_abbreviation(wording) else ""
            if key:
                known = by_key[key].get(exact, "")
                by_key[key][exact] = " ".join(dict.fromkeys(f"{known} {meaning}".split()))
        self._automaton = ahocorasick.Automaton()
        for key, variants in by_key.items():
            otherwise = variants.pop("", "")
            exact_first = tuple(sorted(variants.items(), reverse=True))
            self._automaton.add_word(f" {key} ", (key.count(" ") + 1, exact_first, otherwise))
        if by_key:
            self._automaton.make_automaton()

    def longest(self, folded: str) -> Longest:
        """The longest phrase that begins at each place of a text."""
        words = words_of(folded)
        ends, spans = words.ends, words.spans
        longest: Longest = {}
        for at, (length, variants, otherwise) in self._automaton.iter(words.joined) if len(self._automaton) else ():
            last = ends[at]
            start, end = spans[last - length + 1][0], spans[last][1]
            if start in longest and longest[start][0] >= end:
                continue
            meaning = _meant(variants, folded[start:end]) or otherwise if variants else otherwise
            if meaning and (length == 1 or not _APART.search(folded, start, end)):
                longest[start] = end, meaning
        return longest

    def find(self, folded: str) -> list[Phrase]:
        """Every phrase of a text, from the left, the longest first; none within another."""
        return _from_the_left(self.longest(folded))


def _meant(variants: Iterable[tuple[str, str]], text: str) -> str:
    """What a text means as the wording that has its capitals, if one does."""
    return next((meaning for exact, meaning in variants if _has_capitals_of(exact, text)), "")


def _has_capitals_of(exact: str, text: str) -> bool:
    """Whether a text has capitals where a wording has them: B in hepatitis B; mCi is no MCI."""
    pairs = zip(WORD.findall(exact), WORD.findall(text), strict=False)
    return all(
        said.removesuffix("s") == written.removesuffix("s")
        for written, said in pairs
        if any(character.isupper() for character in written[1:]) or (len(written) == 1 and written.isupper())
    )


def _is_abbreviation(wording: str) -> bool:
    """Whether capitals tell a wording from another: PSA and PsA, mCi and MCI."""
    return any(character.isupper() for character in wording[1:])


def _script(character: str) -> str:
    if "ァ" <= character <= "ヺ" or character == "ー":
        return "katakana"
    return "latin" if character.isascii() and character.isalnum() else ""


class JapanesePhrases:
    """Phrases of Japanese text, at any position; katakana and Latin ones only as whole runs of their script."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        self._automaton = ahocorasick.Automaton()
        for wording, meaning in meanings:
            is_run = bool(_script(wording[0]) or _script(wording[-1]))
            self._automaton.add_word(wording, (len(wording), is_run, meaning))
        if len(self._automaton):
            self._automaton.make_automaton()

    def longest(self, folded: str) -> Longest:
        """The longest phrase that begins at each place of a text."""
        longest: Longest = {}
        for last, (length, is_run, meaning) in self._automaton.iter(folded) if len(self._automaton) else ():
            start = last - length + 1
            if start in longest and longest[start][0] > last:
                continue
            if not is_run or _stands_alone(folded, start, last + 1):
                longest[start] = last + 1, meaning
        return longest

    def find(self, folded: str) -> list[Phrase]:
        """Every phrase of a text, from the left, the longest first; none within another."""
        return _from_the_left(self.longest(folded))


class LayeredPhrases:
    """Phrases of two tables as if they were one: a wording that both have means what it means in either."""

    def __init__(self, lower: "Phrases", upper: "Phrases") -> None:
        self._layers = lower, upper

    def longest(self, folded: str) -> Longest:
        """The longest phrase that begins at each place of a text."""
        longest = dict(self._layers[0].longest(folded))
        for start, (end, meaning) in self._layers[1].longest(folded).items():
            other_end, other = longest.get(start, (0, ""))
            if end > other_end:
                longest[start] = end, meaning
            elif end == other_end:
                longest[start] = end, " ".join(dict.fromkeys(f"{other} {meaning}".split()))
        return longest

    def find(self, folded: str) -> list[Phrase]:
        """Every phrase of a text, from the left, the longest first; none within another."""
        return _from_the_left(self.longest(folded))


def _from_the_left(longest: Longest) -> list[Phrase]:
    found, free = [], 0
    for start in sorted(longest):
        end, meaning = longest[start]
        if start >= free:
            found.append(Phrase(meaning, start, end))
            free = end
    return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    first, last = _script(text[start]), _script(text[end - 1])
    if first and start and _script(text[start - 1]) == first:
        return False
    return not (last and end < len(text) and _script(text[end]) == last)


Phrases = EnglishPhrases | JapanesePhrases | LayeredPhrases


def phrases(meanings: Iterable[tuple[str, str]], locale: Locale) -> Phrases:
    """The finder of phrases for a language, given each wording and what it means."""
    return EnglishPhrases(meanings) if locale is Locale.EN else JapanesePhrases(meanings)
