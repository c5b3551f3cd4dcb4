"""The pages of the glossary: the list, and one for each term with where it is used."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from taiyaku.base.locale import Locale
from taiyaku.model.term import Term
from taiyaku.pages.desk import Desk
from taiyaku.pages.parts import entries_in, part_in
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, QuotesView, SentenceView, Text, facing, sentence_view
from taiyaku.pages.ways_back import Places


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term in the list."""

    key: str
    name: Text
    en: Text | None
    ja: Text | None
    abbreviation: str | None
    reading: str


@dataclass(frozen=True, slots=True)
class TermView:
    """A term: its wording in both languages, its meaning, and where the site uses it."""

    key: str
    name: Text
    en: Text | None
    ja: Text | None
    abbreviation: str | None
    reading: str
    plain_en: Text | None
    plain_ja: Text | None
    definition: tuple[SentenceView, ...]
    avoid_en: tuple[str, ...]
    avoid_ja: tuple[str, ...]
    related: tuple[tuple[str, Text], ...]
    seen_in: Text | None
    verified: bool
    uses: tuple[QuotesView, ...]
    subjects: tuple[tuple[str, str, Text], ...]


def plan_glossary(desk: Desk) -> Iterator[Page]:
    """The list of terms."""
    library, locale = desk.library, desk.locale
    listed = _by_initial((_row(desk, key, term) for key, term in library.glossary.items()), locale)
    yield Page(Route(locale, ("glossary",)), "glossary.html", Text("", locale), listed, library.place("site", "site"))


def _row(desk: Desk, key: str, term: Term) -> TermRow:
    en, ja = (facing(term.term, locale) for locale in Locale)
    return TermRow(key, desk.text(term.term), en, ja, term.abbreviation, _reading(term))


def _reading(term: Term) -> str:
    return term.reading or term.term.ja or ""


def plan_term(desk: Desk, key: str, number: int) -> Iterator[Page]:
    """One part of the page of one term."""
    uses, part = entries_in(desk.links, "glossary", key, number), part_in(desk.links, "glossary", key, number)
    view, own = _view(desk, key, desk.library.glossary[key], uses), frozenset({f"glossary/{key}"})
    route, at = Route(desk.locale, ("glossary", key)).in_part(number), desk.library.place("glossary", key)
    yield Page(route, "term.html", view.name, view, at, view.definition[0].text, own=own, part=part)


def _by_initial(rows: Iterable[TermRow], locale: Locale) -> tuple[tuple[str, tuple[TermRow, ...]], ...]:
    """The terms in the order of their language, under the letters or rows of kana with which they begin."""

    def order(row: TermRow) -> tuple[str, str, str]:
        spoken = row.reading if locale is Locale.JA else re.sub(r"[^a-z]", "", row.name.markup.casefold())
        return _initial(spoken, locale), spoken, row.name.markup

    ordered = sorted(rows, key=order)
    return tuple((initial, tuple(group)) for initial, group in groupby(ordered, key=lambda row: order(row)[0]))


_ROWS = "あかさたなはまやらわ"
_ROW_ENDS = "おごぞどのぽもよろん"


def _initial(spoken: str, locale: Locale) -> str:
    """The letter, or the row of the kana table, under which a word stands."""
    if locale is Locale.EN or not spoken:
        return spoken[:1].upper()
    return next((row for row, end in zip(_ROWS, _ROW_ENDS, strict=True) if spoken[0] <= end), spoken[0])


def _view(desk: Desk, key: str, term: Term, uses: Iterable[Places]) -> TermView:
    return TermView(
        key=key,
        name=desk.text(term.term),
        en=facing(term.term, Locale.EN),
        ja=facing(term.term, Locale.JA),
        abbreviation=term.abbreviation,
        reading=_reading(term),
        plain_en=facing(term.plain, Locale.EN) if term.plain else None,
        plain_ja=facing(term.plain, Locale.JA) if term.plain else None,
        definition=tuple(sentence_view(s, desk.locale) for s in term.sentences()),
        avoid_en=term.avoid.en,
        avoid_ja=term.avoid.ja,
        related=tuple((other, desk.text(desk.library.glossary[other].term)) for other in term.related),
        seen_in=desk.text(term.seen_in) if term.seen_in else None,
        verified=term.verified,
        subjects=tuple(_subjects(desk, key)),
        uses=desk.quotes_at(uses),
    )


def _subjects(desk: Desk, term: str) -> Iterator[tuple[str, str, Text]]:
    """The topics, groups of patients and drugs of which a sentence speaks by using the term."""
    for kind, key, name in desk.links.named_by.get(term, ()):
        yield kind, key, desk.text(name)
