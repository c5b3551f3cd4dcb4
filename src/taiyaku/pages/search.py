"""The search page, and what the search finds: sentences, names of terms, trials and topics, works.

Record by record: what can be found of one follows from it alone, and for a disagreement from the titles of its sources.
"""

from collections.abc import Iterator, Mapping
from operator import attrgetter

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.model.disagreement import Disagreement
from taiyaku.model.library import Library, Spot
from taiyaku.model.page import Page as ProsePage
from taiyaku.model.reference import Reference
from taiyaku.model.source import Source
from taiyaku.model.term import Term
from taiyaku.model.trial import Trial
from taiyaku.pages.desk import Desk
from taiyaku.pages.route import Route, anchor, page_of
from taiyaku.pages.view import Page, Text, in_its_language, pick

SEPARATOR = " · "
"""Stands between the wordings of a term, each of which is a name of its own."""


class Passage(Struct, frozen=True):
    """What one search result shows and where it leads.

    `rank` is its place among equally good results, lowest first. `section` is the heading under which it stands: a
    text, or the key of one of the catalogs' sections (`=results`). `other` is the same in the other language, where a
    name has both.
    """

    rank: int
    route: Route
    fragment: str
    title: Text | None
    section: str
    text: Text | Reference
    other: Text | None = None


KINDS = ("sources", "trials", "glossary", "topics", "pages", "differences", "references")
"""The kinds of records that are found, in the order of equally good results."""

_TRIAL, _NAME, _TITLE, _FIRST, _POINT, _LAY, _BODY, _LIMIT, _NOTE, _PROSE, _WORK = RANKS = range(11)
"""`search-index.js` knows that names of trials and works are the same in both languages."""

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
    found = [
        each for kind in KINDS for key in getattr(library, kind) for each in passages_of(library, kind, key, locale)
    ]
    return sorted(found, key=attrgetter("rank"))  # the sort is stable: equal ranks keep the order of kinds and records


def passages_of(library: Library, kind: str, key: str, locale: Locale) -> list[Passage]:
    """All that can be found of one record in one language, the most telling first."""
    match kind:
        case "references":
            found = [Passage(_WORK, Route(locale, (kind, key)), "", None, "", library.references[key])]
        case "topics":
            found = [*_topic(library, key, locale)]
        case "trials":
            found = [_trial(library, key, locale), *_sentences(library, kind, key, locale)]
        case "glossary":
            found = [*_term(library, key, locale), *_sentences(library, kind, key, locale)]
        case _:
            found = [*_sentences(library, kind, key, locale)]
    return sorted(found, key=attrgetter("rank"))


def _trial(library: Library, key: str, locale: Locale) -> Passage:
    trial = library.trials[key]
    names = dict.fromkeys(filter(None, (trial.name, *trial.mentions, trial.registry)))
    return Passage(_TRIAL, Route(locale, ("trials", key)), "", None, "", Text(SEPARATOR.join(names), Locale.EN))


def _term(library: Library, key: str, locale: Locale) -> Iterator[Passage]:
    term = library.glossary[key]
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


def _topic(library: Library, key: str, locale: Locale) -> Iterator[Passage]:
    name = library.topics[key].name.text(locale)
    if name is not None:
        yield Passage(_NAME, Route(locale, ("topics", key)), "", None, "", Text(name, locale))


def _sentences(library: Library, kind: str, key: str, locale: Locale) -> Iterator[Passage]:
    record: Source | Trial | Term | ProsePage | Disagreement = getattr(library, kind)[key]
    title, route = _title(record, locale), Route(locale, page_of(kind, key))
    for sentence in record.sentences():
        text = sentence.pair.text(locale)
        if text is None:
            continue
        spot, is_title = Spot(kind, key, sentence), sentence.section == "title"
        yield Passage(
            _rank(spot),
            route,
            "" if is_title else anchor(kind, key, sentence.id),
            None if is_title else title,
            _section(library, locale, spot),
            Text(text, locale),
        )


def _rank(spot: Spot) -> int:
    section = spot.sentence.section
    if spot.kind == "pages":
        return _PROSE
    return _KIND_RANKS.get((spot.kind, section)) or _SECTION_RANKS.get(section, _BODY)


def _title(record: Source | Trial | Term | ProsePage | Disagreement, locale: Locale) -> Text:
    if isinstance(record, Trial):
        return in_its_language(record.name)
    return pick(record.term if isinstance(record, Term) else record.title, locale)


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
