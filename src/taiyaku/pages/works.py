"""The pages of references: the list, and one for each work with every sentence that cites it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from taiyaku.model.reference import AsPrinted, Notice
from taiyaku.pages.desk import Desk
from taiyaku.pages.laid import WorkPart, work_part
from taiyaku.pages.parts import entries_in, part_in
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, QuotesView, Text, WorkView
from taiyaku.pages.ways_back import Listing


class ListingView(Struct, frozen=True):
    """A source whose document lists the work, and at which numbers of its list."""

    source: str
    title: Text
    entries: tuple[int, ...]


class AsPrintedView(Struct, frozen=True):
    """What a document's own entry prints, where that is damaged or odd."""

    source: str
    title: Text
    entry: int | None
    field: str
    printed: str
    note: Text


class RelatedView(Struct, frozen=True):
    """A work that this one belongs to, or, `reverse`, that belongs to it: `kind` is read from the one to the other."""

    kind: str
    reverse: bool
    work: WorkView


class NoticeView(Struct, frozen=True):
    """What was announced about a work; `announcement` is its own record, if there is one."""

    notice: Notice
    note: Text | None
    announcement: WorkView | None


class ReferenceRow(Struct, frozen=True):
    """A work in the list of references."""

    work: WorkView
    listed: int
    cited: int
    summarised: bool


class ReferenceView(Struct, frozen=True):
    """A work, and everything on the site that leads to it."""

    work: WorkView
    summaries: tuple[tuple[str, Text], ...]
    listed_in: tuple[ListingView, ...]
    cited_by: tuple[QuotesView, ...]
    trials: tuple[tuple[str, str, Text], ...]
    as_printed: tuple[AsPrintedView, ...]
    notices: tuple[NoticeView, ...]
    related: tuple[RelatedView, ...]
    note: Text | None


def plan_references(desk: Desk, number: int) -> Iterator[Page]:
    """One part of the list of references."""
    locale, links, at = desk.locale, desk.links, desk.library.place("site", "site")
    rows = tuple(_row(desk, key) for key in entries_in(links, "references", "", number))
    route, part = Route(locale, ("references",)).in_part(number), part_in(links, "references", "", number)
    yield Page(route, "references.html", Text("", locale), rows, at, part=part)


def plan_reference(desk: Desk, key: str, number: int) -> Iterator[Page]:
    """One part of the page of a work."""
    reference, part = desk.library.references[key], part_in(desk.links, "references", key, number)
    told: WorkPart = entries_in(desk.links, "references", key, number)[0] if part else work_part(desk.links, key)
    route, title = Route(desk.locale, ("references", key)).in_part(number), Text(reference.title, reference.locale)
    at = desk.library.place("references", key)
    yield Page(route, "reference.html", title, _view(desk, key, told), at, part=part)


def _row(desk: Desk, key: str) -> ReferenceRow:
    (line,) = desk.links.row[f"references/{key}"]
    return ReferenceRow(desk.work(key), line.listed, line.cited, line.summarised)


def listings(desk: Desk, key: str) -> tuple[ListingView, ...]:
    """The sources whose documents list a work, with its numbers in their lists."""
    return _listed(desk, desk.links.listing.get(key, ()))


def _listed(desk: Desk, found: Iterable[Listing]) -> tuple[ListingView, ...]:
    return tuple(ListingView(each.source, desk.title_of("sources", each.source), each.entries) for each in found)


def _related(desk: Desk, key: str) -> tuple[RelatedView, ...]:
    """The works that this one belongs to, and those that belong to it."""
    found = desk.links.related.get(key, ())
    return tuple(RelatedView(each.kind, each.reverse, desk.work(each.key)) for each in found)


def _notice(desk: Desk, notice: Notice) -> NoticeView:
    note = desk.text(notice.note) if notice.note else None
    return NoticeView(notice, note, desk.work(notice.key) if notice.key else None)


def _view(desk: Desk, key: str, told: WorkPart) -> ReferenceView:
    links, record = desk.links, desk.library.references[key]
    return ReferenceView(
        work=desk.work(key),
        summaries=tuple((each, desk.title_of("sources", each)) for each in links.summarising.get(key, ())),
        listed_in=_listed(desk, told.listed_in),
        cited_by=desk.quotes_at(told.cited_by),
        trials=tuple((each.trial, each.name, desk.text(each.basis)) for each in links.reported_by.get(key, ())),
        as_printed=tuple(_as_printed(desk, printed) for printed in record.as_printed),
        notices=tuple(_notice(desk, notice) for notice in record.notices),
        related=_related(desk, key),
        note=desk.text(record.note) if record.note else None,
    )


def _as_printed(desk: Desk, printed: AsPrinted) -> AsPrintedView:
    title = desk.title_of("sources", printed.source)
    return AsPrintedView(printed.source, title, printed.entry, printed.field, printed.printed, desk.text(printed.note))
