"""Tokens: the words of a text that say something, each with everything that it may mean in the other language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from taiyaku.base.locale import Locale
from taiyaku.language.acts import acts
from taiyaku.language.citations import CITATION
from taiyaku.language.equivalents import equivalents, stem, words_at
from taiyaku.language.folding import lower
from taiyaku.language.quantities import Quantity
from taiyaku.language.statement import Statement

_ENGLISH = re.compile(r"[A-Za-z]{2,}")
_RUN = re.compile(r"[一-鿿々]+|[ァ-ヺー]{2,}|[A-Za-z]{2,}")
_IDEOGRAPH = re.compile(r"[一-鿿々]")
_GRAMMAR = frozenset(
    ["the", "a", "an", "of", "in", "to", "and", "or", "for", "with", "by", "on", "at", "from", "was", "were", "is", "are", "be", "been", "had", "has", "have", "did", "does", "do", "not", "no", "that", "this", "these", "those", "which", "who", "than", "as", "it", "its", "their", "our", "your", "you", "we", "they", "if", "when", "while", "but", "into", "over", "under", "per", "all", "any", "each", "would", "will", "should", "can", "could", "may", "might", "must", "there", "so", "such", "being", "having", "whose", "what", "how", "he", "she", "his", "her", "my", "me", "them", "us", "only", "also", "both", "either", "neither", "nor", "more", "most", "less", "least", "very", "then", "up", "out", "whether", "until", "because", "although", "though", "whereas", "during", "between", "among", "without", "within", "through", "against", "other", "another", "same", "after", "before", "respectively", "people", "time", "patient", "patients", "higher", "aged", "first", "cannot", "even", "older", "few", "fewer", "never", "third", "age", "unless", "given", "once", "none", "yes", "receiving", "whom", "vs", "compared", "rate", "however", "still", "rather", "level", "yet", "likely", "off", "too", "please", "where", "become", "some", "much", "away", "further", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "about", "below", "above", "group", "groups", "arm", "arms", "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute", "minutes", "one"]
)  # fmt: skip
_GENERAL = frozenset(
    ["群", "患者", "最初", "以上", "場合", "中", "いて", "未満", "達", "以内", "対", "後", "時点", "期間", "された", "でき", "があり", "約", "がある", "人", "分の", "方", "者", "時の", "少なくとも", "目", "例", "回", "できる", "以下", "間", "有", "時に", "前", "対して", "とどま", "もあり", "によって", "によ", "決して", "だけ", "間に", "一方", "時", "性", "的", "同", "本", "わけでは", "となっ", "してもよ", "値", "量", "率", "対象", "比べ", "認め", "すべて", "全て", "のみ", "同じ", "同一", "最も", "最大", "最長", "後に", "前に", "後の", "前の", "後は", "前は", "後も", "前から", "後、", "ほかの", "他", "別", "一つ", "二つ", "何", "上", "高", "少な", "多く", "可能性", "その後", "みられ", "割合", "全", "各", "両", "第", "名", "件", "児", "剤", "薬", "法", "系", "化", "型", "の方", "分", "年", "月", "日", "頃", "程度", "とと", "ものの", "よい", "点", "験", "果", "オフ"]
)  # fmt: skip
"""Words that answer to nothing in the other language as often as to something."""


_UNTELLING = _GRAMMAR | _GENERAL
_SMALL = 10


@dataclass(slots=True)
class Token:
    """A word that says something: where it stands, and every meaning that it shares with its equivalents."""

    start: int
    end: int
    meanings: set[str]


def tokens(statement: Statement) -> list[Token]:
    """The telling words of a statement, in order: terms and quantities as one each, else single words."""
    cited = [match.span() for match in CITATION.finditer(statement.folded)] if "[@" in statement.folded else []
    found = [token for token in _named(statement) if not any(start <= token.start < end for start, end in cited)]
    taken = [(token.start, token.end) for token in found] + cited
    found += (_english if statement.locale is Locale.EN else _japanese)(
        statement.folded, _mask(statement.folded, taken)
    )
    found.sort(key=lambda token: token.start)
    _add_acts(found, statement)
    return found


def _named(statement: Statement) -> Iterator[Token]:
    """Terms and quantities; of what overlaps, the longest with the meanings of all."""
    spans = [
        (m.start, m.end, {f"term {m.concept}"})
        for m in statement.mentions
        if statement.folded[m.start : m.end] not in _GENERAL
    ]
    spans += [(q.start, q.end, _amounts(q)) for q in statement.quantities if q.is_written and not _is_small(q)]
    current: Token | None = None
    for start, end, meanings in sorted(spans, key=lambda span: (span[0], -span[1])):
        if current and start < current.end:
            current.meanings |= meanings
            current.end = max(current.end, end)
            continue
        if current:
            yield _with_words(current, statement)
        current = Token(start, end, meanings)
    if current:
        yield _with_words(current, statement)


def _is_small(quantity: Quantity) -> bool:
    """Whether a number is one that the other language may leave to the grammar or put into a word."""
    return quantity.value <= _SMALL and quantity.value == int(quantity.value)


def _amounts(quantity: Quantity) -> set[str]:
    return {f"#{value.normalize()}" for value, _ in ((quantity.value, ""), *quantity.also)}


def _with_words(token: Token, statement: Statement) -> Token:
    """A term with what its words mean, as the other language may put it into words that are no term."""
    term = statement.folded[token.start : token.end]
    token.meanings |= _stems(term) if statement.locale is Locale.EN else _equivalents_within(term, 2)
    return token


@lru_cache(maxsize=1 << 12)
def _stems(term: str) -> frozenset[str]:
    return frozenset(stem(lower(word)) for word in _ENGLISH.findall(term))


@lru_cache(maxsize=1 << 12)
def _equivalents_within(term: str, shortest: int) -> frozenset[str]:
    """What the words mean that a Japanese term holds, of so many characters at least."""
    held = (word for at in range(len(term)) for word in words_at(term, at, len(term)) if len(word) >= shortest)
    return frozenset[str]().union(*map(equivalents, held))


def _mask(folded: str, taken: list[tuple[int, int]]) -> bytearray:
    mask = bytearray(len(folded) + 1)
    for start, end in taken:
        mask[start:end] = b"\1" * (end - start)
    return mask


def _english(folded: str, mask: bytearray) -> Iterator[Token]:
    for match in _ENGLISH.finditer(lower(folded)):
        if match[0] not in _GRAMMAR and not mask[match.start()]:
            yield Token(match.start(), match.end(), {stem(match[0])})


def _japanese(folded: str, mask: bytearray) -> Iterator[Token]:
    free = 0
    for run in _RUN.finditer(folded):
        at, end = max(run.start(), free), run.end()
        if not _IDEOGRAPH.match(folded, at):
            if at < end and not any(mask[at:end]) and run[0] not in _GENERAL:
                yield _foreign(folded, at, end)
            continue
        while at < end:
            if mask[at]:
                at += 1
                continue
            token = _longest(folded, at, end, mask)
            if token and folded[at : token.end] not in _GENERAL:
                yield token
            at = free = token.end if token else at + 1


def _longest(folded: str, at: int, end: int, mask: bytearray) -> Token | None:
    """The longest word of the dictionary that begins at a place; a lone character is one only at the end of a run."""
    limit = mask.find(1, at)
    for word in reversed(words_at(folded, at, len(folded) if limit < 0 else limit)):
        if (len(word) > 1 or end == at + 1) and (found := equivalents(word)):
            return Token(at, at + len(word), {*found})
    return None


def _foreign(folded: str, at: int, end: int) -> Token:
    """A word in katakana or Latin letters, with what the words that it holds may mean."""
    word = folded[at:end]
    return Token(at, end, {stem(lower(word)), *equivalents(word), *_equivalents_within(word, 3)})


def _add_acts(found: list[Token], statement: Statement) -> None:
    """The acts and directions that the words stand for; an act of no such word is one of its own."""
    marks = [(act.start, act.end, _act_meanings(act.names)) for act in acts(statement.folded, statement.locale)]
    marks += [
        (cue.start, cue.end, frozenset([f"{cue.axis}:{cue.pole}"]))
        for cue in statement.cues
        if cue.axis not in ("negation", "licence")
    ]
    at = 0
    for start, end, meanings in sorted(marks, key=lambda mark: mark[0]):
        while at < len(found) and found[at].end <= start:
            at += 1
        if at < len(found) and found[at].start < end:
            found[at].meanings |= meanings
        elif lower(statement.folded[start:end]) not in _UNTELLING:
            found.insert(at, Token(start, end, {*meanings}))


@cache  # as many as there are wordings in the table of acts
def _act_meanings(names: frozenset[str]) -> frozenset[str]:
    return frozenset(f"act {name}" for name in names)
