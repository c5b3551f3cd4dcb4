"""A statement: what a text says, read once: its quantities, phrases and sentences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple, TypeVar

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.language.folding import fold
from taiyaku.language.kept import kept
from taiyaku.language.phrases import LayeredPhrases, Phrases, phrases, spelled_out
from taiyaku.language.quantities import Quantity, quantities
from taiyaku.language.sentences import sentences
from taiyaku.language.tables import rows


class Cue(NamedTuple):
    """A phrase that says which way: an axis (amount, negation) and a pole of it (up, no)."""

    axis: str
    pole: str
    start: int
    end: int


class Mention(NamedTuple):
    """A term found in a text: which concept, of which group of concepts that may be confused, and where."""

    concept: str
    group: str
    start: int
    end: int


class Lexicon(Struct, frozen=True):
    """The wordings of both languages and what each means."""

    finders: Mapping[Locale, tuple[Phrases, Phrases]]
    groups: Mapping[str, str]
    wordings: Mapping[str, Sequence[str]]
    kinds: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Statement:
    """What a text says; all positions are those of the text as given."""

    locale: Locale
    text: str
    folded: str
    quantities: list[Quantity]
    cues: list[Cue]
    mentions: list[Mention]
    sentences: list[tuple[int, int]]
    lexicon: Lexicon = field(compare=False, repr=False)


def make_lexicon(extra: Iterable[Mapping[str, str]] = ()) -> Lexicon:
    """The lexicon of the shipped tables; `extra` rows (concept, group, en, ja) are told beside them."""
    added = list(extra)
    if not added:
        return shipped_lexicon()
    shipped = shipped_lexicon()
    finders = {
        locale: (cues, LayeredPhrases(terms, _finder(added, locale)))
        for locale, (cues, terms) in shipped.finders.items()
    }
    wordings = {concept: list(known) for concept, known in shipped.wordings.items()}
    for row in added:
        wordings.setdefault(row["concept"], []).extend(_all_wordings(row))
    return Lexicon(
        finders, {**shipped.groups, **{row["concept"]: row["group"] for row in added}}, wordings, shipped.kinds
    )


@kept()
def shipped_lexicon() -> Lexicon:
    """The lexicon that ships with the program."""
    terms = list(rows("terms"))
    finders = {locale: (_finder(rows("cues"), locale), _finder(terms, locale)) for locale in Locale}
    wordings: dict[str, list[str]] = defaultdict(list)
    for row in terms:
        wordings[row["concept"]] += _all_wordings(row)
    return Lexicon(finders, {row["concept"]: row["group"] for row in terms}, wordings, _kinds())


def _all_wordings(row: Mapping[str, str]) -> list[str]:
    return [wording.replace("-", " ").lower() for locale in Locale for wording in _wordings(row, locale)]


def _finder(table: Iterable[Mapping[str, str]], locale: Locale) -> Phrases:
    meanings: dict[str, list[str]] = defaultdict(list)
    for row in table:
        meaning = f"{row['axis']}:{row['pole']}" if "axis" in row else row["concept"]
        for wording in _wordings(row, locale):
            meanings[wording].append(meaning)
    return phrases(((wording, " ".join(dict.fromkeys(all_))) for wording, all_ in meanings.items()), locale)


def _kinds() -> dict[str, frozenset[str]]:
    """The kinds that each group of terms belongs to."""
    kinds: dict[str, frozenset[str]] = {}
    for row in rows("kinds"):
        for group in row["groups"].split("|"):
            kinds[group] = kinds.get(group, frozenset()) | {row["kind"]}
    return kinds


def _wordings(row: Mapping[str, str], locale: Locale) -> Iterator[str]:
    for wording in row[locale].split("|"):
        if "{" in wording:
            yield from spelled_out(wording)
        elif wording:
            yield wording


def read(text: str, locale: Locale, lexicon: Lexicon | None = None) -> Statement:
    """What a text says; never raises, whatever the text."""
    lexicon = lexicon or shipped_lexicon()
    folded = fold(text)
    for_cues, for_terms = lexicon.finders[locale]
    cues = [
        Cue(axis, pole, phrase.start, phrase.end)
        for phrase in for_cues.find(folded)
        for axis, pole in _poles(phrase.meaning)
    ]
    mentions = [
        Mention(name, lexicon.groups[name], phrase.start, phrase.end)
        for phrase in for_terms.find(folded)
        for name in phrase.meaning.split(" ")
    ]
    return Statement(
        locale, text, folded, quantities(folded, locale), cues, mentions, sentences(folded, locale), lexicon
    )


@cache  # as many as there are wordings in the table of cues
def _poles(meaning: str) -> tuple[tuple[str, str], ...]:
    parts = (each.partition(":") for each in meaning.split(" "))
    return tuple((axis, pole) for axis, _, pole in parts if axis != "skip")


def shared_concepts(en: Statement, ja: Statement) -> set[str]:
    """The concepts that both texts name."""
    return {mention.concept for mention in en.mentions} & {mention.concept for mention in ja.mentions}


def sentence_at(statement: Statement, place: int) -> tuple[int, int]:
    """The sentence that a place of a text lies in; the whole text where it lies in none."""
    return next((span for span in statement.sentences if span[0] <= place < span[1]), (0, len(statement.folded)))


Item = TypeVar("Item", Cue, Mention, Quantity)


def by_sentence(statement: Statement, items: Sequence[Item]) -> list[list[Item]]:
    """The items of a statement, which are in order, sentence by sentence."""
    found, position = [], 0
    for _, end in statement.sentences:
        first = position
        while position < len(items) and items[position].start < end:
            position += 1
        found.append(list(items[first:position]))
    return found
