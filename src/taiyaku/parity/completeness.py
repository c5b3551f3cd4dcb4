"""Completeness: no sentence lost or added, nothing left in the other language."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import accumulate
from string import ascii_letters, ascii_lowercase, digits

from taiyaku.base.locale import Locale
from taiyaku.language.statement import Statement
from taiyaku.language.tokens import Token
from taiyaku.parity.alignment import Alignment
from taiyaku.parity.finding import Finding, Span

_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺー一-鿿々]")
_JAPANESE_RUN = re.compile(r"[ぁ-ゖァ-ヺー一-鿿々]+")
_MARKUP = re.compile(r"\[@[^\]]*\]|\[\[[^\]|]*\|?|\]\]|https?://\S+")
_FEWEST_GAPS = 3
_WORDS_IN_A_ROW = re.compile(r"(?:(?<![A-Za-z])[A-Za-z][A-Za-z'’-]*[ ,;:]+){3,}[A-Za-z][A-Za-z'’-]*")
_GRAMMAR = frozenset(
    ["the", "a", "an", "of", "in", "to", "and", "or", "for", "with", "by", "on", "at", "from", "was", "were", "is", "are", "be", "been", "had", "has", "have", "did", "does", "do", "not", "no", "that", "this", "these", "those", "which", "who", "than", "as", "after", "before", "during", "between", "among", "without", "may", "might", "can", "should", "will", "would", "it", "its", "their", "our", "your", "you", "we", "they", "if", "when", "while", "but", "into", "over", "under", "per", "all", "any", "each", "more", "most", "less", "only", "also", "there"]
)  # fmt: skip


def untranslated(en: Statement, ja: Statement) -> Iterator[Finding]:
    """Neither side, nor a clause of it, is left in the other's language."""
    mine, theirs = (_MARKUP.sub(" ", side.folded) if _has_markup(side.folded) else side.folded for side in (en, ja))
    letters = _count(mine.encode("ascii", "ignore"), ascii_lowercase.encode())
    if letters > 3 and not _JAPANESE.search(theirs) and _is_prose(theirs) and not _is_name(theirs):
        yield Finding("untranslated", "the Japanese is in English", None, (0, len(ja.text)))
    elif span := _english_run(ja.folded):
        yield Finding("untranslated", f"'{ja.text[slice(*span)]}' was left in English", None, span)
    if en.folded.isascii():
        return
    japanese = _JAPANESE.findall(mine)
    if len(japanese) > 3 and len(japanese) * 3 > len(mine.strip()):
        yield Finding("untranslated", "the English is in Japanese", (0, len(en.text)), None)
    elif run := re.search(r"[ぁ-ゖァ-ヺー一-鿿々、。]{6,}", en.folded):
        yield Finding("untranslated", f"'{run[0][:30]}' was left in Japanese", run.span(), None)


def _is_prose(text: str) -> bool:
    words = re.findall(r"[A-Za-z]+", text)
    return len(words) > 1 and any(w.islower() and len(w) > 1 for w in words)


def _is_name(text: str) -> bool:
    """Whether a text may stand as it is in both languages: sipuleucel-T."""
    return len(text.split()) == 1


def _english_run(folded: str) -> Span | None:
    """A run of English words that holds a word of grammar: a name such as 'Journal of Urology' is too short to be one."""
    if folded.isascii() or sum(map(folded.count, " ,;:")) < _FEWEST_GAPS:
        return None
    for match in _WORDS_IN_A_ROW.finditer(_MARKUP.sub(lambda m: "#" * len(m[0]), folded)):
        words = re.findall(r"[A-Za-z'’-]+", match[0])
        plain = [w for w in words if w.islower()]
        if len(plain) * 2 > len(words) and sum(w in _GRAMMAR for w in plain) >= 1 and len(words) >= 4:
            return match.span()
    return None


_USUAL = 0.5
"""How many Japanese characters stand for an English letter, on average over 542 pairs; the deviation is 0.09."""
_WEIGHTS = {Locale.EN: (9.0, 4.9, -7.2, 1.8, -0.65), Locale.JA: (8.8, 3.4, -4.3, 2.0, -6.3)}
"""How much the signs of a loss tell, and a constant: logistic regressions over the development set of `benchmarks/fidelity` and the first site's texts.

The signs are those of `_unsaid`; a loss is told where the sum is above naught.
"""
_MOST = 2
_LABEL, _STOPS = 60, frozenset(".?!。？！]")
_PARTS = {
    Locale.EN: re.compile(
        r"[;:](?=\s)|,\s(?:and|but|whereas|while|with|although|which|so|or)\b|\s(?:but|whereas|although|while|because)\s"
    ),
    Locale.JA: re.compile(r"(?:が|ものの|ため|ので|り|し|であったのに対し|一方|、かつ)、|;"),
}


def sentences_lost(en: Statement, ja: Statement, alignment: Alignment) -> Iterator[Finding]:
    """No sentence or main clause is missing in one language: told by the words that have no equivalent, and by the lengths."""
    ratio = _weight(ja.folded) / max(_weight(en.folded), 1.0) / _USUAL
    if span := _unsaid(en, ja, alignment.en, alignment.in_ja, ratio):
        message = "the Japanese says less than the English: is a sentence missing?"
        yield Finding("sentence-missing", message, span, None)
    elif span := _unsaid(ja, en, alignment.ja, alignment.in_en, 1 / max(ratio, 0.01)):
        message = "the Japanese says more than the English: is a sentence missing there?"
        yield Finding("sentence-added", message, None, span)


def _unsaid(
    mine: Statement, theirs: Statement, words: list[Token], answered: Container[int], ratio: float
) -> Span | None:
    """The part of a text that the other leaves unsaid, if it is likely that it was lost; `ratio` is their length to the usual."""
    if _is_label(mine) or not words:
        return None
    most, span = max(_shares(mine, words, answered), default=(0.0, (0, 0)))
    more = len(mine.sentences) - len(theirs.sentences), _denials(mine) - _denials(theirs)
    signs = (most, _within(more[0]), ratio, _within(more[1]), 1)
    told = sum(weight * sign for weight, sign in zip(_WEIGHTS[mine.locale], signs, strict=True))
    return span if told > 0 else None


def _is_label(statement: Statement) -> bool:
    """Whether a text is too short to hold a clause that may be lost: a heading, the name of a thing."""
    if len(statement.sentences) > 1:
        return False
    longest = _LABEL if statement.folded.rstrip()[-1:] in _STOPS else 2 * _LABEL
    return _weight(statement.folded) < (longest if statement.locale is Locale.EN else longest * _USUAL)


def _shares(statement: Statement, words: list[Token], answered: Container[int]) -> Iterator[tuple[float, Span]]:
    """Which share of the words of each sentence and clause has no answer; the less of them there are the less it tells."""
    starts = [word.start for word in words]
    unsaid = [0, *accumulate(n not in answered for n in range(len(words)))]
    for start, end in {*_clauses(statement), *statement.sentences}:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first < last:
            yield (unsaid[last] - unsaid[first] - 0.5) / (last - first + 0.5), (start, end)


def _denials(statement: Statement) -> int:
    return sum(cue.axis == "negation" for cue in statement.cues)


def _within(difference: int) -> int:
    return max(-_MOST, min(_MOST, difference))


def _clauses(statement: Statement) -> Iterator[Span]:
    for start, end in statement.sentences:
        begin = start
        for match in _PARTS[statement.locale].finditer(statement.folded, start, end):
            yield begin, match.start()
            begin = match.end()
        yield begin, end


_LETTERS, _DIGITS = ascii_letters.encode(), digits.encode()


@lru_cache(maxsize=8)  # asked for twice in each text of a pair
def _weight(folded: str) -> float:
    text = _MARKUP.sub("", folded) if _has_markup(folded) else folded
    latin = text.encode("ascii", "ignore")
    japanese = 0 if text.isascii() else sum(map(len, _JAPANESE_RUN.findall(text)))
    letters, figures = _count(latin, _LETTERS), _count(latin, _DIGITS)
    return japanese + 0.5 * (letters + figures) if japanese else letters + 0.5 * figures


def _count(text: bytes, of: bytes) -> int:
    return len(text) - len(text.translate(None, of))


def _has_markup(folded: str) -> bool:
    return "[" in folded or "]]" in folded or "http" in folded
