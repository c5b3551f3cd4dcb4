"""The search page, and what the search finds: sentences, names of terms, trials and topics, works."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from taiyaku.base.locale import Locale
from taiyaku.model.library import Library, Spot
from taiyaku.model.reference import Reference
from taiyaku.model.term import Term
from taiyaku.pages.desk import Desk
from taiyaku.pages.route import Route, anchor, page_of
from taiyaku.pages.view import Page, Text, in_its_language, pick

SEPARATOR = " · "
"""Stands between the wordings of a term, each of which is a name of its own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What one search result shows and where it leads.

    `rank` is its place among equally good results, lowest first. `section` is the heading under which it stands: a
    text, or the key of one of the catalogs' sections (`=results`). `other` is the same in the other language, where a
    name has both. A passage that is the same in both languages of the site is `shared`.
    """

    rank: int
    route: Route
    fragment: str
    title: Text | None
    section: str
    text: Text | Reference
    other: Text | None = None
    shared: bool = False


_TRIAL, _NAME, _TITLE, _FIRST, _POINT, _LAY, _BODY, _LIMIT, _NOTE, _PROSE, _WORK = range(11)
_SECTION_RANKS: Mapping[str, int] = {
    "title": _TITLE,
    "takeaway": _FIRST,
    "aim": _FIRST,
    "design": _POINT,
    "participants": _POINT,
    "question": _FIRST,
    "key_points": _POINT,
    "recommendations": _POINT,
    "plain_summary": _LAY,
    "results": _LAY,
    "answer": _LAY,
    "conclusion": _LAY,
    "pitfalls": _LIMIT,
    "remarks": _LIMIT,
    "limitations": _LIMIT,
    "commentary": _NOTE,
    "keywords": _NOTE,
}
_KIND_RANKS: Mapping[tuple[str, str], int] = {
    ("glossary", "definition"): _LAY,
    ("trials", "summary"): _LAY,
    ("trials", "notes"): _NOTE,
    ("differences", "remark"): _NOTE,
}


def plan_search(desk: Desk) -> Iterator[Page]:
    """The page on which a reader searches."""
    yield Page(
        Route(desk.locale, ("search",)),
        "search.html",
        Text("", desk.locale),
        None,
        desk.library.place("site", "site"),
    )


def passages(library: Library, locale: Locale) -> list[Passage]:
    """All that can be found in one language, the most telling first; what is not translated is not there."""
    found = [*_trials(library, locale), *_terms(library, locale), *_topics(library, locale)]
    found += _sentences(library, locale)
    found += (
        Passage(_WORK, Route(locale, ("references", key)), "", None, "", work, shared=True)
        for key, work in library.references.items()
    )
    return sorted(found, key=attrgetter("rank"))  # the sort is stable: equal ranks keep the library's order


def _trials(library: Library, locale: Locale) -> Iterator[Passage]:
    for key, trial in library.trials.items():
        names = dict.fromkeys(filter(None, (trial.name, *trial.mentions, trial.registry)))
        text = Text(SEPARATOR.join(names), Locale.EN)
        yield Passage(_TRIAL, Route(locale, ("trials", key)), "", None, "", text, shared=True)


def _terms(library: Library, locale: Locale) -> Iterator[Passage]:
    for key, term in library.glossary.items():
        own, other = term.term.text(locale), term.term.text(locale.other)
        if own is not None:
            names = tuple(_names(term, locale))
            facing = Text(other, locale.other) if other and other not in names else None
            text = Text(SEPARATOR.join(names), locale)
            yield Passage(_NAME, Route(locale, ("glossary", key)), "", None, "", text, facing)


def _names(term: Term, locale: Locale) -> Iterator[str]:
    """The wordings of a term, and how the Japanese one sounds."""
    spoken = (term.reading,) if term.reading and locale is Locale.JA else ()
    yield from dict.fromkeys((*term.wordings(locale), *spoken))


def _topics(library: Library, locale: Locale) -> Iterator[Passage]:
    for key, topic in library.topics.items():
        name = topic.name.text(locale)
        if name is not None:
            yield Passage(_NAME, Route(locale, ("topics", key)), "", None, "", Text(name, locale))


def _sentences(library: Library, locale: Locale) -> Iterator[Passage]:
    titles = _titles(library, locale)
    for spot in library.spots():
        sentence = spot.sentence
        text = sentence.pair.text(locale)
        if text is None:
            continue
        is_title = sentence.section == "title"
        fragment = "" if is_title else anchor(spot.kind, spot.owner, sentence.id)
        route = Route(locale, page_of(spot.kind, spot.owner))
        title = None if is_title else titles[spot.kind, spot.owner]
        yield Passage(_rank(spot), route, fragment, title, _section(library, locale, spot), Text(text, locale))


def _rank(spot: Spot) -> int:
    section = spot.sentence.section
    if spot.kind == "pages":
        return _PROSE
    return _KIND_RANKS.get((spot.kind, section)) or _SECTION_RANKS.get(section, _BODY)


def _titles(library: Library, locale: Locale) -> dict[tuple[str, str], Text]:
    titles = {("sources", key): pick(source.title, locale) for key, source in library.sources.items()}
    titles |= {("trials", key): in_its_language(trial.name) for key, trial in library.trials.items()}
    titles |= {("glossary", key): pick(term.term, locale) for key, term in library.glossary.items()}
    titles |= {("differences", key): pick(each.title, locale) for key, each in library.differences.items()}
    return titles | {("pages", key): pick(page.title, locale) for key, page in library.pages.items()}


def _section(library: Library, locale: Locale, spot: Spot) -> str:
    """The heading of a sentence: the record's own, or the key of one of the catalogs'."""
    section = spot.sentence.section
    if section == "title" or spot.kind == "glossary":
        return ""
    if spot.kind == "differences":
        entry = library.differences[spot.owner].source_of(spot.sentence.path)
        return pick(library.sources[entry].title, locale).markup if entry else f"={section}"
    if spot.kind == "pages":
        position = spot.sentence.path[1]
        assert isinstance(position, int)
        return pick(library.pages[spot.owner].sections[position].heading, locale).markup
    heading = library.sources[spot.owner].headings.get(section) if spot.kind == "sources" else None
    return pick(heading, locale).markup if heading else f"={section}"
