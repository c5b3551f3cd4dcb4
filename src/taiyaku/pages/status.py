"""The status page: what is translated, approved, changed since; which texts are missing; which rules are set aside."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.model.approval import Change, Tally
from taiyaku.model.claims import Coverage
from taiyaku.model.difference import Segment
from taiyaku.model.library import KINDS_WITH_SENTENCES
from taiyaku.model.revision import Revision
from taiyaku.model.walk import OwnedLabel
from taiyaku.pages.desk import Desk, change_id
from taiyaku.pages.lists import count
from taiyaku.pages.parts import entries_in, part_in
from taiyaku.pages.route import Route, page_of
from taiyaku.pages.view import Page, Text, WorkView, in_its_language
from taiyaku.pages.ways_back import ALL, Lack, Told

LISTED, LACKING = 100, 50
"""So many works with notices are listed, and so many texts of one summary that lack a language."""


class SourceRow(Struct, frozen=True):
    """A source and how it stands in each language."""

    key: str
    title: Text
    status: str
    tallies: Mapping[Locale, Tally]
    coverage: Coverage


class WorksView(Struct, frozen=True):
    """How many works there are, how many somebody looked up for notices, which have one, and how many more."""

    works: int
    checked: int
    marked: tuple[WorkView, ...]
    more: int


class ChangeView(Struct, frozen=True):
    """A change since one approval: whose, of which languages, and the difference in either text."""

    by: Text
    on: date
    locales: tuple[Locale, ...]
    texts: Mapping[Locale, tuple[Segment, ...]]


class ChangedView(Struct, frozen=True):
    """A sentence that changed since it was approved; `id` is its place on the status page."""

    id: str
    source: str
    title: Text
    sentence: str
    changes: tuple[ChangeView, ...]


class SpotView(Struct, frozen=True):
    """A place on the site: the page (None where the text stands on no page of its own), the sentence, the path."""

    page: tuple[str, ...] | None
    title: Text | None
    sentence: str
    file: str
    path: str


class LackView(Struct, frozen=True):
    """A text that is missing in one language, as it reads in the other."""

    spot: SpotView
    lacking: Locale
    text: Text


class SetAsideView(Struct, frozen=True):
    """A rule that is set aside in one place, and why."""

    spot: SpotView
    rule: str
    why: Text


class StatusView(Struct, frozen=True):
    """All that one part of the status page tells: of its summaries; the first part also of all else.

    `more_lacks` are the summaries that lack more texts than are listed, and how many more.
    """

    rows: tuple[SourceRow, ...]
    works: WorksView | None
    changed: tuple[ChangedView, ...]
    lacks: tuple[LackView, ...]
    more_lacks: tuple[tuple[str, Text, int], ...]
    set_asides: tuple[SetAsideView, ...]
    revision: Revision | None


def plan_status(desk: Desk, number: int) -> Iterator[Page]:
    """One part of the status page."""
    library, links, is_first = desk.library, desk.links, number == 1
    keys = entries_in(links, "status", "", number)
    told = [*keys, *([ALL] if is_first else [])]
    view = StatusView(
        rows=tuple(_row(desk, key) for key in keys),
        works=_works(desk) if is_first else None,
        changed=tuple(each for key in keys for each in _changed(desk, key)),
        lacks=tuple(lack for key in told for each in _listed(desk, key) for lack in _lacks(desk, each)),
        more_lacks=tuple(_more_lacks(desk, keys)),
        set_asides=tuple(_set_aside(desk, each) for key in told for each in links.aside.get(key, ())),
        revision=library.version() if is_first else None,
    )
    route, part = Route(desk.locale, ("status",)).in_part(number), part_in(links, "status", "", number)
    yield Page(route, "status.html", Text("", desk.locale), view, library.place("site", "site"), part=part)


def _row(desk: Desk, key: str) -> SourceRow:
    links = desk.links
    title, coverage = desk.text(links.head(key).title), links.standings[key][0].coverage
    return SourceRow(key, title, links.card(key).status, desk.tallies(key), coverage)


def _works(desk: Desk) -> WorksView:
    marked = desk.links.marked.get(ALL, ())
    shown = tuple(desk.work(key) for key in marked[:LISTED])
    return WorksView(count(desk.links, "references"), count(desk.links, "checked"), shown, len(marked) - len(shown))


def _changed(desk: Desk, key: str) -> Iterator[ChangedView]:
    by_sentence: dict[str, list[Change]] = {}
    for change in desk.links.standings[key][0].changed:
        by_sentence.setdefault(change.sentence.id, []).append(change)
    for sentence, found in by_sentence.items():
        views = tuple(_change_view(change) for change in found)
        yield ChangedView(change_id(key, sentence), key, desk.title_of("sources", key), sentence, views)


def _change_view(change: Change) -> ChangeView:
    approval = change.approval
    return ChangeView(in_its_language(approval.by), approval.on, change.locales, change.texts)


def _listed(desk: Desk, key: str) -> tuple[Lack, ...]:
    """The texts that lack a language: of one summary, so many as are read; of what is no summary, all."""
    found = desk.links.lacking.get(key, ())
    return found if key == ALL else found[:LACKING]


def _more_lacks(desk: Desk, keys: Iterable[str]) -> Iterator[tuple[str, Text, int]]:
    for key in keys:
        more = len(desk.links.lacking.get(key, ())) - LACKING
        if more > 0:
            yield key, desk.title_of("sources", key), more


def _lacks(desk: Desk, lack: Lack) -> Iterator[LackView]:
    for locale in lack.text.label.missing:
        text = lack.text.label.text(locale.other) or ""
        yield LackView(_spot(desk, lack.text, lack.sentence), locale, Text(text, locale.other))


def _set_aside(desk: Desk, told: Told) -> SetAsideView:
    aside = told.aside
    return SetAsideView(_spot(desk, aside.text, told.sentence), aside.said.rule, in_its_language(aside.said.why))


def _spot(desk: Desk, owned: OwnedLabel, sentence: str) -> SpotView:
    """Where a text is read: the page of its record, and there the sentence that it is or belongs to."""
    page, title = page_of(owned.kind, owned.owner), None
    if owned.kind in KINDS_WITH_SENTENCES:
        title = desk.title_of(owned.kind, owned.owner)
    elif owned.kind == "topics":
        title = desk.text(desk.library.topics[owned.owner].name)
    return SpotView(page if title else None, title, sentence, str(owned.at.file), owned.at.dotted)
