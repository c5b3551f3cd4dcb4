"""The plan of the whole site: every page, before any is rendered."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.model.library import Library
from taiyaku.model.page import Page as ProsePage
from taiyaku.pages.backlinks import backlinks
from taiyaku.pages.cite import plan_cite
from taiyaku.pages.compare import plan_compare
from taiyaku.pages.data import plan_data
from taiyaku.pages.desk import Desk
from taiyaku.pages.glossary import plan_glossary
from taiyaku.pages.route import Route
from taiyaku.pages.rules import plan_rules
from taiyaku.pages.search import plan_search
from taiyaku.pages.sources import SourceCard, plan_sources, source_card
from taiyaku.pages.status import plan_status
from taiyaku.pages.subjects import plan_subjects
from taiyaku.pages.trials import plan_trials
from taiyaku.pages.view import Page, SentenceView, Text, coverage, pick, sentence_view
from taiyaku.pages.works import plan_references


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page of a language."""

    subject: Text
    tagline: Text
    description: Text
    cards: tuple[SourceCard, ...]
    topics: tuple[tuple[str, Text], ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class GateView:
    """The language gate and the page for addresses that do not exist: both languages on one page."""

    title: dict[Locale, Text]
    tagline: dict[Locale, Text]
    subject: dict[Locale, Text]


@dataclass(frozen=True, slots=True)
class ProseSection:
    """A heading with a paragraph, a list, or both."""

    id: str
    heading: Text
    text: tuple[SentenceView, ...]
    points: tuple[SentenceView, ...]


def plan(library: Library) -> list[Page]:
    """Every page of the site, in both languages, in a fixed order."""
    ways_back = backlinks(library)
    pages = [*_shared(library)]
    for locale in library.site.locales:
        desk = Desk(library, ways_back, locale)
        pages += _home(desk)
        pages += plan_sources(desk)
        pages += plan_cite(desk)
        pages += plan_subjects(desk)
        pages += plan_compare(desk)
        pages += plan_trials(desk)
        pages += plan_references(desk)
        pages += plan_glossary(desk)
        pages += _prose(desk)
        pages += plan_status(desk)
        pages += plan_rules(desk)
        pages += plan_search(desk)
        pages += plan_data(desk)
    return pages


def clashes(pages: list[Page]) -> Iterator[Problem]:
    """Pages that would stand at one address; found before anything is rendered."""
    seen: dict[str, Place] = {}
    for page in pages:
        path = str(page.route.path)
        if path in seen:
            yield Problem(page.source, "address-twice", f"another page already stands at '{path}'", also=(seen[path],))
        seen.setdefault(path, page.source)


def _shared(library: Library) -> Iterator[Page]:
    site, at = library.site, library.place("site", "site")
    default = site.default_locale

    def both(name: str) -> dict[Locale, Text]:
        return {locale: pick(getattr(site, name), locale) for locale in site.locales}

    view = GateView(both("title"), both("tagline"), both("subject"))
    yield Page(Route(None), "gate.html", Text("", default), view, at, covered=())
    yield Page(Route(None, (), "404.html"), "404.html", Text("", default), view, at, covered=())


def _home(desk: Desk) -> Iterator[Page]:
    library, site = desk.library, desk.library.site
    kinds = ("sources", "references", "trials", "glossary", "topics")
    view = HomeView(
        subject=desk.text(site.subject),
        tagline=desk.text(site.tagline),
        description=desk.text(site.description),
        cards=tuple(source_card(desk, key) for key in library.sources),
        topics=tuple((key, desk.text(topic.name)) for key, topic in library.topics.items()),
        counts={kind: len(getattr(library, kind)) for kind in kinds},
    )
    at = library.place("site", "site")
    yield Page(Route(desk.locale), "home.html", Text("", desk.locale), view, at, desk.text(site.description))


def _prose(desk: Desk) -> Iterator[Page]:
    for key, page in desk.library.pages.items():
        covered = coverage(page.title, (s.pair for s in page.sentences()))
        route, at = Route(desk.locale, ("pages", key)), desk.library.place("pages", key)
        yield Page(route, "page.html", desk.text(page.title), tuple(_prose_sections(desk, page)), at, covered=covered)


def _prose_sections(desk: Desk, page: ProsePage) -> Iterator[ProseSection]:
    by_list: dict[tuple[str | int, ...], list[SentenceView]] = defaultdict(list)
    for sentence in page.sentences():
        by_list[sentence.path[:-1]].append(sentence_view(sentence, desk.locale))
    for n, section in enumerate(page.sections):
        text, points = (tuple(by_list["sections", n, part]) for part in ("text", "points"))
        yield ProseSection(section.id, desk.text(section.heading), text, points)
