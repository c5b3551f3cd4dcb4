"""The status page: what is translated, approved, changed since; which texts are missing; which rules are set aside."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from taiyaku.base.locale import Locale
from taiyaku.model.approval import Change, Tally
from taiyaku.model.claims import Coverage
from taiyaku.model.difference import Segment
from taiyaku.model.library import KINDS_WITH_SENTENCES
from taiyaku.model.revision import Revision
from taiyaku.model.walk import OwnedLabel
from taiyaku.pages.desk import Desk, change_id
from taiyaku.pages.route import Route, anchor, page_of
from taiyaku.pages.view import Page, Text, WorkView, in_its_language
from taiyaku.pages.ways_back import ALL


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source and how it stands in each language."""

    key: str
    title: Text
    status: str
    tallies: Mapping[Locale, Tally]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class WorksView:
    """How many works there are, how many somebody looked up for notices, how many have one, and which."""

    works: int
    checked: int
    marked: tuple[WorkView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change since one approval: whose, of which languages, and the difference in either text."""

    by: Text
    on: date
    locales: tuple[Locale, ...]
    texts: Mapping[Locale, tuple[Segment, ...]]


@dataclass(frozen=True, slots=True)
class ChangedView:
    """A sentence that changed since it was approved; `id` is its place on the status page."""

    id: str
    source: str
    title: Text
    sentence: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True, slots=True)
class SpotView:
    """A place on the site: the page (None where the text stands on no page of its own), the sentence, the path."""

    page: tuple[str, ...] | None
    title: Text | None
    sentence: str
    file: str
    path: str


@dataclass(frozen=True, slots=True)
class LackView:
    """A text that is missing in one language, as it reads in the other."""

    spot: SpotView
    lacking: Locale
    text: Text


@dataclass(frozen=True, slots=True)
class SetAsideView:
    """A rule that is set aside in one place, and why."""

    spot: SpotView
    rule: str
    why: Text


@dataclass(frozen=True, slots=True)
class StatusView:
    """All that the status page tells."""

    rows: tuple[SourceRow, ...]
    works: WorksView
    changed: tuple[ChangedView, ...]
    lacks: tuple[LackView, ...]
    set_asides: tuple[SetAsideView, ...]
    revision: Revision | None


def plan_status(desk: Desk) -> Iterator[Page]:
    """The status page."""
    library, links = desk.library, desk.links
    view = StatusView(
        rows=tuple(_row(desk, key) for key in library.sources),
        works=_works(desk),
        changed=tuple(_changed(desk)),
        lacks=tuple(_lacks(desk)),
        set_asides=tuple(
            SetAsideView(_spot(desk, each.text), each.said.rule, in_its_language(each.said.why))
            for each in links.set_aside.get(ALL, ())
        ),
        revision=library.version(),
    )
    title = Text("", desk.locale)
    yield Page(Route(desk.locale, ("status",)), "status.html", title, view, library.place("site", "site"))


def _row(desk: Desk, key: str) -> SourceRow:
    head, coverage = desk.links.head(key), desk.links.standings[key][0].coverage
    return SourceRow(key, desk.text(head.title), head.status, desk.tallies(key), coverage)


def _works(desk: Desk) -> WorksView:
    marked = tuple(desk.work(key) for key in desk.links.marked.get(ALL, ()))
    return WorksView(len(desk.library.references), len(desk.links.checked.get(ALL, ())), marked)


def _changed(desk: Desk) -> Iterator[ChangedView]:
    for key in desk.library.sources:
        by_sentence: dict[str, list[Change]] = {}
        for change in desk.links.standings[key][0].changed:
            by_sentence.setdefault(change.sentence.id, []).append(change)
        for sentence, found in by_sentence.items():
            views = tuple(_change_view(change) for change in found)
            yield ChangedView(change_id(key, sentence), key, desk.title_of("sources", key), sentence, views)


def _change_view(change: Change) -> ChangeView:
    approval = change.approval
    return ChangeView(in_its_language(approval.by), approval.on, change.locales, change.texts)


def _lacks(desk: Desk) -> Iterator[LackView]:
    for owned in desk.links.lacking.get(ALL, ()):
        for locale in owned.label.missing:
            text = owned.label.text(locale.other) or ""
            yield LackView(_spot(desk, owned), locale, Text(text, locale.other))


def _spot(desk: Desk, owned: OwnedLabel) -> SpotView:
    """Where a text is read: the page of its record, and there the sentence that it is or belongs to."""
    page, title, sentence = page_of(owned.kind, owned.owner), None, ""
    if owned.kind in KINDS_WITH_SENTENCES:
        title, sentence = desk.title_of(owned.kind, owned.owner), _sentence(desk, owned)
    elif owned.kind == "topics":
        title = desk.text(desk.library.topics[owned.owner].name)
    return SpotView(page if title else None, title, sentence, str(owned.at.file), owned.at.dotted)


def _sentence(desk: Desk, owned: OwnedLabel) -> str:
    record = getattr(desk.library, owned.kind)[owned.owner]
    own = next((s.id for s in record.sentences() if owned.path[: len(s.path)] == s.path), "")
    return anchor(owned.kind, owned.owner, own) if own else ""
