"""Endpoints: what the documents report on one of them, side by side, neither ranked nor pooled."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from taiyaku.pages.desk import Desk
from taiyaku.pages.panels import Panel, Shown
from taiyaku.pages.results import Study, same_results
from taiyaku.pages.sources import OutcomeView, SourceName, outcome_view, source_name
from taiyaku.pages.view import Text
from taiyaku.pages.ways_back import Report


class NoteLink(Struct, frozen=True):
    """A curator's note on the page of its source: its number there, its id and its text."""

    number: int
    id: str
    text: Text


class ReportView(Struct, frozen=True):
    """An outcome as one document reports it, how much of the document was read, and the notes about it."""

    card: SourceName
    depth: str
    outcome: OutcomeView
    notes: tuple[NoteLink, ...]


class ArmView(Struct, frozen=True):
    """A group of patients in one result, in the words of each document that reports it, with the figures."""

    populations: tuple[Text, ...]
    n: int | None
    events: int | None
    value: Decimal | str
    low: Decimal | None
    high: Decimal | None
    interval: str | None


class ResultView(Struct, frozen=True):
    """One result: of a trial it may be reported by several documents, and stays one result."""

    reports: tuple[ReportView, ...]
    arms: tuple[ArmView, ...]


class StudyView(Struct, frozen=True):
    """The results of one study: of a named trial, or the document's own."""

    trial: str | None
    name: Text
    results: tuple[ResultView, ...]

    @property
    def documents(self) -> int:
        """How many documents report it."""
        return len({report.card.key for result in self.results for report in result.reports})


class PanelView(Struct, frozen=True):
    """What may share one table and one axis: one statistic in one unit; the studies from `first` on of `total`."""

    statistic: str
    unit: str
    studies: tuple[StudyView, ...]
    first: int
    total: int

    @property
    def last(self) -> int:
        """The number of the last study."""
        return self.first + len(self.studies) - 1

    @property
    def is_cut(self) -> bool:
        """Whether some of its studies are not shown here."""
        return len(self.studies) < self.total

    @property
    def id(self) -> str:
        """The panel's name within its endpoint."""
        return f"{self.statistic}-{self.unit}".replace("_", "-")


class EndpointView(Struct, frozen=True):
    """An endpoint, what is shown of it, how widely it is reported in all, and the endpoints it is easily taken for."""

    key: str
    name: Text
    description: Text
    term: str | None
    panels: tuple[PanelView, ...]
    unlike: tuple[tuple[str, Text], ...]
    documents: int
    studies: int
    is_all: bool


def endpoint_view(desk: Desk, shown: Shown) -> EndpointView:
    """An endpoint with what a page shows of it."""
    endpoints, key = desk.library.endpoints, shown.endpoint
    endpoint = endpoints[key]
    unlike = [other for other, each in endpoints.items() if other in endpoint.unlike or key in each.unlike]
    return EndpointView(
        key=key,
        name=desk.text(endpoint.name),
        description=desk.text(endpoint.description),
        term=endpoint.term,
        panels=tuple(_panel(desk, panel) for panel in shown.panels),
        unlike=tuple((other, desk.text(endpoints[other].name)) for other in unlike),
        documents=shown.documents,
        studies=shown.studies,
        is_all=shown.is_all,
    )


def _panel(desk: Desk, panel: Panel) -> PanelView:
    measure = panel.studies[0][0]
    studies = tuple(_study(desk, study) for study in panel.studies)
    return PanelView(measure.statistic, measure.unit, studies, panel.first, panel.total)


def _study(desk: Desk, study: Study) -> StudyView:
    trial, source = study[0].trial, study[0].source
    results = tuple(_result(desk, same) for same in same_results([desk.links.report(each) for each in study]))
    name = desk.title_of("trials", trial) if trial else desk.text(desk.links.head(source).short_title)
    return StudyView(trial, name, results)


def _result(desk: Desk, reports: list[Report]) -> ResultView:
    views = tuple(report_view(desk, each) for each in reports)
    return ResultView(views, tuple(arms_of(tuple(view.outcome for view in views))))


def arms_of(outcomes: tuple[OutcomeView, ...]) -> Iterator[ArmView]:
    """The groups of one result: each figure from the first document that prints it, the words from all of them."""
    for told in zip(*(outcome.groups for outcome in outcomes), strict=True):
        first = {
            name: next((v for group in told if (v := getattr(group, name)) is not None), None)
            for name in ("n", "events", "low", "high", "interval")
        }
        yield ArmView(tuple(dict.fromkeys(group.population for group in told)), value=told[0].value, **first)


def report_view(desk: Desk, report: Report) -> ReportView:
    """An outcome as a source reports it, for a page other than the source's own."""
    notes = tuple(NoteLink(number, name, desk.text(note)) for number, name, note in report.notes)
    return ReportView(source_name(desk, report.source), report.depth, outcome_view(desk, report.outcome), notes)
