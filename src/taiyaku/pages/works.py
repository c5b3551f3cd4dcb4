"""The pages of references: the list, and one for each work with every sentence that cites it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from taiyaku.model.reference import AsPrinted, Notice
from taiyaku.pages.desk import Desk
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, QuotesView, Text, WorkView


@dataclass(frozen=True, slots=True)
class ListingView:
    """A source whose document lists the work, and at which numbers of its list."""

    source: str
    title: Text
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AsPrintedView:
    """What a document's own entry prints, where that is damaged or odd."""

    source: str
    title: Text
    entry: int | None
    field: str
    printed: str
    note: Text


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A work that this one belongs to, or, `reverse`, that belongs to it: `kind` is read from the one to the other."""

    kind: str
    reverse: bool
    work: WorkView


@dataclass(frozen=True, slots=True)
class NoticeView:
    """What was announced about a work; `announcement` is its own record, if there is one."""

    notice: Notice
    note: Text | None
    announcement: WorkView | None


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """A work in the list of references."""

    work: WorkView
    listed: int
    cited: int
    summarised: bool


@dataclass(frozen=True, slots=True)
class ReferenceView:
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


def plan_references(desk: Desk) -> Iterator[Page]:
    """The list of references and a page for each."""
    library, locale, related = desk.library, desk.locale, _related(desk)
    rows = sorted((_row(desk, key) for key in library.references), key=_list_order)
    yield Page(
        Route(locale, ("references",)), "references.html", Text("", locale), tuple(rows), library.place("site", "site")
    )
    for key, reference in library.references.items():
        title = Text(reference.title, reference.locale)
        route = Route(locale, ("references", key))
        yield Page(route, "reference.html", title, _view(desk, key, related[key]), library.place("references", key))


def _row(desk: Desk, key: str) -> ReferenceRow:
    summarised = any(source.citation == key for source in desk.library.sources.values())
    return ReferenceRow(desk.work(key), len(listings(desk, key)), len(desk.links.citing.get(key, ())), summarised)


def _list_order(row: ReferenceRow) -> tuple[str, str, str]:
    """First author, year, title: the order in which a reader looks a work up."""
    record = row.work.record
    return (record.first_author or record.title).casefold(), record.issued or "", record.title


def listings(desk: Desk, key: str) -> tuple[ListingView, ...]:
    """The sources whose documents list a work, with its numbers in their lists."""
    return tuple(
        ListingView(
            source_id, desk.text(source.title), tuple(n for n, k in enumerate(source.references, start=1) if k == key)
        )
        for source_id, source in desk.library.sources.items()
        if key in source.references
    )


def _related(desk: Desk) -> Mapping[str, list[RelatedView]]:
    """For each work those that it belongs to, and those that belong to it."""
    found: dict[str, list[RelatedView]] = defaultdict(list)
    for key, reference in desk.library.references.items():
        for relation in reference.related:
            kind = relation.kind.value
            found[key].append(RelatedView(kind, reverse=False, work=desk.work(relation.key)))
            found[relation.key].append(RelatedView(kind, reverse=True, work=desk.work(key)))
    return found


def _notice(desk: Desk, notice: Notice) -> NoticeView:
    note = desk.text(notice.note) if notice.note else None
    return NoticeView(notice, note, desk.work(notice.key) if notice.key else None)


def _view(desk: Desk, key: str, related: Iterable[RelatedView]) -> ReferenceView:
    library, record = desk.library, desk.library.references[key]
    return ReferenceView(
        work=desk.work(key),
        summaries=tuple((i, desk.text(s.title)) for i, s in library.sources.items() if s.citation == key),
        listed_in=listings(desk, key),
        cited_by=desk.quotes(desk.links.citing.get(key, ())),
        trials=tuple(_trials(desk, key)),
        as_printed=tuple(_as_printed(desk, printed) for printed in record.as_printed),
        notices=tuple(_notice(desk, notice) for notice in record.notices),
        related=tuple(related),
        note=desk.text(record.note) if record.note else None,
    )


def _trials(desk: Desk, key: str) -> Iterator[tuple[str, str, Text]]:
    for trial_id, trial in desk.library.trials.items():
        for report in trial.references:
            if report.key == key:
                yield trial_id, trial.name, desk.text(report.basis)


def _as_printed(desk: Desk, printed: AsPrinted) -> AsPrintedView:
    title = desk.text(desk.library.sources[printed.source].title)
    return AsPrintedView(printed.source, title, printed.entry, printed.field, printed.printed, desk.text(printed.note))
