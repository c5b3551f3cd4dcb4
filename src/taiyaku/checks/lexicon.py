"""The project's own terms, as rows for the lexicon by which two texts are compared."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.language.folding import fold
from taiyaku.language.statement import Lexicon, Statement, make_lexicon, read, shipped_lexicon
from taiyaku.model.term import Term

Row = tuple[str, str, str, str]
"""A concept, its group, and its wordings in English and in Japanese, joined by `|`."""

_OWN_GROUP = "glossary"
_SIGNS = re.compile(r"[|{}\t]")
"""What means something else in a row."""


def glossary_rows(glossary: Mapping[str, Term]) -> tuple[Row, ...]:
    """The approved wordings of every term, so that whichever two face each other name the same.

    A term is the shipped concept that has one of its wordings, else a concept of its own, named `glossary/id`.
    """
    return tuple(row for key, term in glossary.items() for row in _rows(f"{_OWN_GROUP}/{key}", term))


def project_lexicon(rows: Iterable[Row]) -> Lexicon:
    """The shipped lexicon with the project's terms."""
    return make_lexicon(dict(zip(("concept", "group", "en", "ja"), row, strict=True)) for row in rows)


class _Wording(Struct, frozen=True):
    """An approved wording as the shipped lexicon reads it; `is_known` tells whether it stands there as a whole."""

    locale: Locale
    text: str
    is_short: bool
    concepts: frozenset[str]
    cues: frozenset[str]
    is_known: bool


def _rows(own: str, term: Term) -> Iterator[Row]:
    wordings = list(_wordings(term))
    full = [each for each in wordings if not each.is_short]
    if _shared(each.cues for each in full):
        return  # every wording says which way (PSMA-positive): as one word it would hide that from the comparison
    # What stands inside every wording stays named too: in a name of a prostate cancer, the prostate cancer.
    meant = (_known(full) or _known(wordings) or {own}) | _shared(each.concepts for each in full)
    groups = shipped_lexicon().groups
    en, ja = ("|".join(w.text for w in wordings if w.locale is locale) for locale in (Locale.EN, Locale.JA))
    for concept in sorted(meant):
        yield concept, groups.get(concept, _OWN_GROUP), en, ja


def _wordings(term: Term) -> Iterator[_Wording]:
    for locale in Locale:
        for wording in term.wordings(locale):
            text = fold(wording)
            # One character stands inside too many other words.
            if len(text) > 1 and not _SIGNS.search(text):
                yield _as_shipped(read(text, locale), is_short=wording == term.abbreviation)


def _as_shipped(read_as: Statement, *, is_short: bool) -> _Wording:
    return _Wording(
        read_as.locale,
        read_as.text,
        is_short,
        frozenset(mention.concept for mention in read_as.mentions),
        frozenset(f"{cue.axis}:{cue.pole}" for cue in read_as.cues),
        any((mention.start, mention.end) == (0, len(read_as.text)) for mention in read_as.mentions),
    )


def _known(wordings: Iterable[_Wording]) -> frozenset[str]:
    """The shipped concepts that have one of the wordings."""
    return frozenset(concept for each in wordings if each.is_known for concept in each.concepts)


def _shared(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    """What all of the sets hold."""
    every = list(sets)
    return frozenset.intersection(*every) if every else frozenset()
