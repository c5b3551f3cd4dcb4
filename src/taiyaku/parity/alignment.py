"""Alignment: which word of one text answers to which of the other, each to one at most, as many as possible."""

from bisect import bisect_right
from collections import Counter, defaultdict

from msgspec import Struct

from taiyaku.language.katakana import same_names
from taiyaku.language.statement import Statement
from taiyaku.language.tokens import Token, tokens

_MOST_MOVED = 60
"""How many words may be asked to give up their answer to let one more have its own."""


class Alignment(Struct, frozen=True):
    """The telling words of both texts, and which of them answer to each other (positions in both lists)."""

    en: list[Token]
    ja: list[Token]
    in_ja: dict[int, int]
    in_en: dict[int, int]
    certain: list[tuple[int, int]]
    """Those of which neither may answer to any other word."""


def word_at(words: list[Token], place: int) -> int | None:
    """Which of some words, in order, stands at a place of their text."""
    at = bisect_right(words, place, key=lambda word: word.start) - 1
    return at if at >= 0 and place < words[at].end else None


def align(en: Statement, ja: Statement) -> Alignment:
    """The alignment of two texts: words that share a meaning answer to each other (a maximum bipartite matching)."""
    mine, theirs = tokens(en), tokens(ja)
    _add_names(mine, theirs, same_names(en.folded, ja.folded))
    meant = set[str]().union(*(token.meanings for token in mine))
    by_meaning: dict[str, list[int]] = defaultdict(list)
    for position, token in enumerate(theirs):
        for meaning in token.meanings & meant:
            by_meaning[meaning].append(position)
    may_answer = [sorted({n for meaning in token.meanings for n in by_meaning.get(meaning, ())}) for token in mine]
    answers: dict[int, int] = {}
    words: dict[int, int] = {}
    for position in sorted(range(len(mine)), key=lambda n: len(may_answer[n])):
        _find_answer(position, may_answer, answers, words)
    asked = Counter(n for each in may_answer for n in each)
    certain = [(m, each[0]) for m, each in enumerate(may_answer) if len(each) == 1 and asked[each[0]] == 1]
    return Alignment(mine, theirs, answers, words, certain)


def _add_names(mine: list[Token], theirs: list[Token], names: tuple[tuple[int, int, str], ...]) -> None:
    for found, places in ((mine, [(en, run) for en, _, run in names]), (theirs, [(ja, run) for _, ja, run in names])):
        for place, run in places:
            if (at := word_at(found, place)) is not None:
                found[at].meanings.add(f"name {run}")


def _find_answer(position: int, may_answer: list[list[int]], answers: dict[int, int], words: dict[int, int]) -> None:
    """Gives a word an answer, if need be by giving those that hold them others (an augmenting path, breadth first)."""
    came_from: dict[int, int] = {}
    queue = [position]
    for word in queue:
        for answer in may_answer[word]:
            if answer in came_from:
                continue
            came_from[answer] = word
            if answer not in words:
                _hand_down(answer, came_from, answers, words)
                return
            queue.append(words[answer])
        if len(queue) > _MOST_MOVED:
            return


def _hand_down(answer: int, came_from: dict[int, int], answers: dict[int, int], words: dict[int, int]) -> None:
    free: int | None = answer
    while free is not None:
        word = came_from[free]
        before = answers.get(word)
        answers[word], words[free] = free, word
        free = before
