"""The pages of topics, groups of patients and drugs: the lists, and for each what every document says of it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from taiyaku.model.library import Library
from taiyaku.model.vocabulary import SUBJECTS, Subject
from taiyaku.pages.desk import Desk
from taiyaku.pages.endpoints import ReportView, report_view
from taiyaku.pages.laid import SubjectPart
from taiyaku.pages.parts import entries_in, part_in
from taiyaku.pages.route import Route
from taiyaku.pages.sources import SourceCard, source_card
from taiyaku.pages.view import Page, QuotesView, SentenceView, Text


class MeaningView(Struct, frozen=True):
    """A term by which sentences speak of a subject, with the first sentence of its definition."""

    key: str
    name: Text
    meaning: Text


class SubjectView(Struct, frozen=True):
    """A subject: what it is, the summaries about it, the figures of its groups, and what the documents say of it."""

    kind: str
    key: str
    name: Text
    description: SentenceView | None
    meanings: tuple[MeaningView, ...]
    cards: tuple[SourceCard, ...]
    outcomes: tuple[ReportView, ...]
    said: tuple[QuotesView, ...]


class SubjectRow(Struct, frozen=True):
    """A subject in the list of its kind: how many summaries are about it, and how many sentences speak of it."""

    kind: str
    key: str
    name: Text
    description: Text | None
    summaries: int
    sentences: int


class SubjectsView(Struct, frozen=True):
    """The list of all subjects of one kind."""

    kind: str
    subjects: tuple[SubjectRow, ...]
    others: tuple[str, ...]


def subject_kinds(library: Library) -> tuple[str, ...]:
    """The kinds that the project has subjects of."""
    return tuple(kind for kind in SUBJECTS if getattr(library, kind) or kind == "topics")


def plan_subjects(desk: Desk, kind: str) -> Iterator[Page]:
    """The list of all subjects of one kind."""
    subjects: Mapping[str, Subject] = getattr(desk.library, kind)
    rows = tuple(_row(desk, kind, key) for key in subjects)
    others = tuple(other for other in subject_kinds(desk.library) if other != kind)
    at = desk.library.place("site", "site")
    yield Page(
        Route(desk.locale, (kind,)), "subjects.html", Text("", desk.locale), SubjectsView(kind, rows, others), at
    )


def _row(desk: Desk, kind: str, key: str) -> SubjectRow:
    (line,) = desk.links.row[f"{kind}/{key}"]
    description = desk.text(line.description) if line.description else None
    return SubjectRow(kind, key, desk.text(line.name), description, line.summaries, line.sentences)


def plan_subject(desk: Desk, key: str, number: int, *, kind: str) -> Iterator[Page]:
    """One part of the page of one subject."""
    (told,) = entries_in(desk.links, kind, key, number)
    view, part = _view(desk, kind, key, told), part_in(desk.links, kind, key, number)
    route, at = Route(desk.locale, (kind, key)).in_part(number), desk.library.place(kind, key)
    description = view.description.text if view.description else None
    yield Page(route, "subject.html", view.name, view, at, description, part=part)


def _view(desk: Desk, kind: str, key: str, told: SubjectPart) -> SubjectView:
    subject: Subject = getattr(desk.library, kind)[key]
    description = SentenceView("description", desk.text(subject.description)) if subject.description else None
    return SubjectView(
        kind=kind,
        key=key,
        name=desk.text(subject.name),
        description=description,
        meanings=tuple(_meaning(desk, term) for term in subject.terms),
        cards=tuple(source_card(desk, source) for source in told.cards),
        outcomes=tuple(report_view(desk, desk.links.report(each)) for each in told.outcomes),
        said=desk.quotes_at(told.said),
    )


def _meaning(desk: Desk, key: str) -> MeaningView:
    term = desk.library.glossary[key]
    return MeaningView(key, desk.text(term.term), desk.text(term.definition[0]))
