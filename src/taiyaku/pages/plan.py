"""The plan of the whole site: every page, before any is rendered."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from taiyaku.base.locale import Locale
from taiyaku.model.library import Library
from taiyaku.model.page import Page as ProsePage
from taiyaku.model.vocabulary import SUBJECTS
from taiyaku.pages.cite import plan_cite
from taiyaku.pages.compare import plan_compare, plan_endpoint, plan_topic
from taiyaku.pages.data import plan_data
from taiyaku.pages.desk import Desk
from taiyaku.pages.facts import all_facts
from taiyaku.pages.glossary import plan_glossary, plan_term
from taiyaku.pages.laid import COMPARED
from taiyaku.pages.lists import count
from taiyaku.pages.parts import counts, entries_in
from taiyaku.pages.route import Route
from taiyaku.pages.rules import plan_rules
from taiyaku.pages.search import plan_search
from taiyaku.pages.sources import SourceCard, plan_source, plan_sources, source_card
from taiyaku.pages.status import plan_status
from taiyaku.pages.subjects import plan_subject, plan_subjects, subject_kinds
from taiyaku.pages.trials import plan_trial, plan_trials
from taiyaku.pages.view import Page, SentenceView, Text, coverage, pick, sentence_view
from taiyaku.pages.ways_back import WaysBack
from taiyaku.pages.works import plan_reference, plan_references


class HomeView(Struct, frozen=True):
    """The first page of a language."""

    subject: Text
    tagline: Text
    description: Text
    cards: tuple[SourceCard, ...]
    topics: tuple[tuple[str, Text], ...]
    counts: dict[str, int]


class GateView(Struct, frozen=True):
    """The language gate and the page for addresses that do not exist: both languages on one page."""

    title: dict[Locale, Text]
    tagline: dict[Locale, Text]
    subject: dict[Locale, Text]


class ProseSection(Struct, frozen=True):
    """A heading with a paragraph, a list, or both."""

    id: str
    heading: Text
    text: tuple[SentenceView, ...]
    points: tuple[SentenceView, ...]


class Unit(Struct, frozen=True):
    """Pages that are made together, in all languages: those of one record, or a list (`key` is empty), or a part."""

    kind: str
    key: str = ""
    part: int = 1


_LISTS: Mapping[str, Callable[[Desk], Iterator[Page]]] = {
    "compare": plan_compare,
    "rules": plan_rules,
    "search": plan_search,
    "data": plan_data,
}
"""Pages of which a site has one."""

_LISTS_IN_PARTS: Mapping[str, Callable[[Desk, int], Iterator[Page]]] = {
    "sources": plan_sources,
    "trials": plan_trials,
    "references": plan_references,
    "glossary": plan_glossary,
    "status": plan_status,
}
"""Lists of which each part is a page."""

_RECORDS: Mapping[str, tuple[Callable[[Desk, str], Iterator[Page]], ...]] = {
    "sources": (plan_source, plan_cite),
}
"""Pages of each record of a kind."""

_RECORDS_IN_PARTS: Mapping[str, Callable[[Desk, str, int], Iterator[Page]]] = {
    "endpoints": plan_endpoint,
    COMPARED: plan_topic,
    "trials": plan_trial,
    "references": plan_reference,
    "glossary": plan_term,
    **{kind: partial(plan_subject, kind=kind) for kind in SUBJECTS},
}
"""Pages of each record of a kind that may be long: of each part one."""

_HOME = Unit("home")
_SHARED = Unit("shared")


def units(library: Library, links: WaysBack) -> Iterator[Unit]:
    """Everything that a site has pages of, in a fixed order; the records themselves are not read."""
    parts = counts(links)
    for unit in _first_parts(library):
        yield from (replace(unit, part=n) for n in range(1, parts.get((unit.kind, unit.key), 1) + 1))


def _first_parts(library: Library) -> Iterator[Unit]:
    yield _SHARED
    yield _HOME
    yield from (Unit(kind) for kind in (*_LISTS, *_LISTS_IN_PARTS))
    kinds = subject_kinds(library)
    yield from (Unit(kind) for kind in kinds if kind not in _LISTS)
    for kind in (*_RECORDS, "pages", *_RECORDS_IN_PARTS):
        records: Mapping[str, object] = library.topics if kind == COMPARED else getattr(library, kind)
        yield from (Unit(kind, key) for key in records)


def plan_unit(library: Library, links: WaysBack, unit: Unit, only: Locale | None = None) -> Iterator[Page]:
    """The pages of a unit, in all languages or in only one."""
    if unit == _SHARED:
        yield from _shared(library)
        return
    shared: dict[str, object] = {}
    for locale in (only,) if only else library.site.locales:
        yield from _in_language(Desk(library, links, locale, shared), unit)


def _in_language(desk: Desk, unit: Unit) -> Iterator[Page]:
    if unit == _HOME:
        yield from _home(desk)
    elif unit.kind == "pages":
        yield _prose(desk, unit.key)
    elif not unit.key:
        if unit.kind in SUBJECTS:
            yield from plan_subjects(desk, unit.kind)
        elif unit.kind in _LISTS_IN_PARTS:
            yield from _LISTS_IN_PARTS[unit.kind](desk, unit.part)
        else:
            yield from _LISTS[unit.kind](desk)
    else:
        for planner in _RECORDS.get(unit.kind, ()):
            yield from planner(desk, unit.key)
        if unit.kind in _RECORDS_IN_PARTS:
            yield from _RECORDS_IN_PARTS[unit.kind](desk, unit.key, unit.part)


def plan(library: Library, links: WaysBack | None = None) -> list[Page]:
    """Every page of the site, in both languages, in a fixed order."""
    ways = links or all_facts(library)
    return [page for unit in units(library, ways) for page in plan_unit(library, ways, unit)]


def _shared(library: Library) -> Iterator[Page]:
    site, at = library.site, library.place("site", "site")
    default = site.default_locale

    def both(name: str) -> dict[Locale, Text]:
        return {locale: pick(getattr(site, name), locale) for locale in site.locales}

    view = GateView(both("title"), both("tagline"), both("subject"))
    yield Page(Route(None), "gate.html", Text("", default), view, at, covered=())
    yield Page(Route(None, (), "404.html"), "404.html", Text("", default), view, at, covered=())


def _home(desk: Desk) -> Iterator[Page]:
    library, site, links = desk.library, desk.library.site, desk.links
    kinds = ("sources", "references", "trials", "glossary")
    view = HomeView(
        subject=desk.text(site.subject),
        tagline=desk.text(site.tagline),
        description=desk.text(site.description),
        cards=tuple(source_card(desk, key) for key in entries_in(links, "home", "", 1)),
        topics=tuple((key, desk.text(topic.name)) for key, topic in library.topics.items()),
        counts={kind: count(links, kind) for kind in kinds},
    )
    at = library.place("site", "site")
    yield Page(Route(desk.locale), "home.html", Text("", desk.locale), view, at, desk.text(site.description))


def _prose(desk: Desk, key: str) -> Page:
    page = desk.library.pages[key]
    covered = coverage(page.title, (s.pair for s in page.sentences()))
    route, at = Route(desk.locale, ("pages", key)), desk.library.place("pages", key)
    return Page(route, "page.html", desk.text(page.title), tuple(_prose_sections(desk, page)), at, covered=covered)


def _prose_sections(desk: Desk, page: ProsePage) -> Iterator[ProseSection]:
    by_list: dict[tuple[str | int, ...], list[SentenceView]] = defaultdict(list)
    for sentence in page.sentences():
        by_list[sentence.path[:-1]].append(sentence_view(sentence, desk.locale))
    for n, section in enumerate(page.sections):
        text, points = (tuple(by_list["sections", n, part]) for part in ("text", "points"))
        yield ProseSection(section.id, desk.text(section.heading), text, points)
