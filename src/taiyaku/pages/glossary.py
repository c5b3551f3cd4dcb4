"""The pages of the glossary: the list, and one for each term with where it is used."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taiyaku.base.locale import Locale
from taiyaku.model.library import Spot
from taiyaku.model.term import Term
from taiyaku.pages.desk import Desk
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, QuotesView, SentenceView, Text, facing, sentence_view


@dataclass(frozen=True, slots=True)
class TermView:
    """A term: its wording in both languages, its meaning, and where the site uses it."""

    key: str
    name: Text
    en: Text | None
    ja: Text | None
    abbreviation: str | None
    plain_en: Text | None
    plain_ja: Text | None
    definition: tuple[SentenceView, ...]
    avoid_en: tuple[str, ...]
    avoid_ja: tuple[str, ...]
    related: tuple[tuple[str, Text], ...]
    seen_in: str | None
    verified: bool
    uses: tuple[QuotesView, ...]


def plan_glossary(desk: Desk) -> Iterator[Page]:
    """The list of terms and a page for each."""
    library, locale = desk.library, desk.locale
    views = {key: _view(desk, key, term) for key, term in library.glossary.items()}
    listed = tuple(sorted(views.values(), key=lambda v: v.en.markup.casefold() if v.en else v.name.markup))
    yield Page(Route(locale, ("glossary",)), "glossary.html", Text("", locale), listed, library.place("site", "site"))
    for key, view in views.items():
        own = frozenset({f"glossary/{key}"})
        yield Page(
            Route(locale, ("glossary", key)), "term.html", view.name, view, library.place("glossary", key), own=own
        )


def _view(desk: Desk, key: str, term: Term) -> TermView:
    return TermView(
        key=key,
        name=desk.text(term.term),
        en=facing(term.term, Locale.EN),
        ja=facing(term.term, Locale.JA),
        abbreviation=term.abbreviation,
        plain_en=facing(term.plain, Locale.EN) if term.plain else None,
        plain_ja=facing(term.plain, Locale.JA) if term.plain else None,
        definition=tuple(sentence_view(s, desk.locale) for s in term.sentences()),
        avoid_en=term.avoid.en,
        avoid_ja=term.avoid.ja,
        related=tuple((other, desk.text(desk.library.glossary[other].term)) for other in term.related),
        seen_in=term.seen_in,
        verified=term.verified,
        uses=desk.quotes(_first_a_source(desk.links.mentioning.get(f"glossary/{key}", ()))),
    )


def _first_a_source(spots: Iterable[Spot]) -> Iterator[Spot]:
    """The first use in each source: enough to see a term at work, short enough to read."""
    seen: set[str] = set()
    for spot in spots:
        if spot.kind == "sources" and spot.sentence.section != "title" and spot.owner not in seen:
            seen.add(spot.owner)
            yield spot
