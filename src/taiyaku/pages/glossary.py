"""The pages of the glossary: the list, and one for each term with where it is used."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.model.term import Term
from taiyaku.pages.desk import Desk
from taiyaku.pages.initials import reading
from taiyaku.pages.parts import entries_in, part_in
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, QuotesView, SentenceView, Text, facing, sentence_view
from taiyaku.pages.ways_back import Places


class TermRow(Struct, frozen=True):
    """A term in the list."""

    key: str
    name: Text
    en: Text | None
    ja: Text | None
    abbreviation: str | None


class GlossaryView(Struct, frozen=True):
    """A part of the list of terms: where each initial of the whole list stands (part, place there), and its terms."""

    initials: tuple[tuple[str, int, int], ...]
    terms: tuple[tuple[str, tuple[TermRow, ...]], ...]


class TermView(Struct, frozen=True):
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


def plan_glossary(desk: Desk, number: int) -> Iterator[Page]:
    """One part of the list of terms."""
    locale, links, at = desk.locale, desk.links, desk.library.place("site", "site")
    (initials,) = links.initials.get(locale.value, ((),))
    listed = [entry[tuple(Locale).index(locale)] for entry in entries_in(links, "glossary", "", number)]
    groups = groupby(listed, key=lambda entry: entry[0])
    rows = tuple((initial, tuple(_row(desk, key) for _, key in group)) for initial, group in groups)
    route, part = Route(locale, ("glossary",)).in_part(number), part_in(links, "glossary", "", number)
    yield Page(route, "glossary.html", Text("", locale), GlossaryView(initials, rows), at, part=part)


def _row(desk: Desk, key: str) -> TermRow:
    (line,) = desk.links.row[f"glossary/{key}"]
    en, ja = (facing(line.term, locale) for locale in Locale)
    return TermRow(key, desk.text(line.term), en, ja, line.abbreviation)


def plan_term(desk: Desk, key: str, number: int) -> Iterator[Page]:
    """One part of the page of one term."""
    uses, part = entries_in(desk.links, "glossary", key, number), part_in(desk.links, "glossary", key, number)
    view, own = _view(desk, key, desk.library.glossary[key], uses), frozenset({f"glossary/{key}"})
    route, at = Route(desk.locale, ("glossary", key)).in_part(number), desk.library.place("glossary", key)
    yield Page(route, "term.html", view.name, view, at, view.definition[0].text, own=own, part=part)


def _view(desk: Desk, key: str, term: Term, uses: Iterable[Places]) -> TermView:
    return TermView(
        key=key,
        name=desk.text(term.term),
        en=facing(term.term, Locale.EN),
        ja=facing(term.term, Locale.JA),
        abbreviation=term.abbreviation,
        reading=reading(term),
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
