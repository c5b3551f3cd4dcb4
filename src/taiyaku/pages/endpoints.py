"""Endpoints: what the documents report on one of them, side by side, neither ranked nor pooled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from taiyaku.model.source import Effect, Group, Outcome
from taiyaku.pages.desk import Desk
from taiyaku.pages.sources import OutcomeView, SourceCard, outcome_view, source_card
from taiyaku.pages.view import Text
from taiyaku.pages.ways_back import Report


@dataclass(frozen=True, slots=True)
class NoteLink:
    """A curator's note on the page of its source: its number there, its id and its text."""

    number: int
    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class ReportView:
    """An outcome as one document reports it, how much of the document was read, and the notes about it."""

    card: SourceCard
    depth: str
    outcome: OutcomeView
    notes: tuple[NoteLink, ...]


@dataclass(frozen=True, slots=True)
class ArmView:
    """A group of patients in one result, in the words of each document that reports it, with the figures."""

    populations: tuple[Text, ...]
    n: int | None
    events: int | None
    value: Decimal | str
    low: Decimal | None
    high: Decimal | None
    interval: str | None


@dataclass(frozen=True, slots=True)
class ResultView:
    """One result: of a trial it may be reported by several documents, and stays one result."""

    reports: tuple[ReportView, ...]
    arms: tuple[ArmView, ...]


@dataclass(frozen=True, slots=True)
class StudyView:
    """The results of one study: of a named trial, or the document's own."""

    trial: str | None
    name: Text
    results: tuple[ResultView, ...]

    @property
    def documents(self) -> int:
        """How many documents report it."""
        return len({report.card.key for result in self.results for report in result.reports})


@dataclass(frozen=True, slots=True)
class PanelView:
    """What may share one table and one axis: one statistic in one unit."""

    statistic: str
    unit: str
    studies: tuple[StudyView, ...]

    @property
    def id(self) -> str:
        """The panel's name within its endpoint."""
        return f"{self.statistic}-{self.unit}".replace("_", "-")


@dataclass(frozen=True, slots=True)
class EndpointView:
    """An endpoint, everything that is reported on it, and the endpoints that it is easily taken for."""

    key: str
    name: Text
    description: Text
    term: str | None
    panels: tuple[PanelView, ...]
    unlike: tuple[tuple[str, Text], ...]

    @property
    def documents(self) -> int:
        """How many documents report it."""
        return len({report.card.key for report in self._reports()})

    @property
    def studies(self) -> int:
        """How many studies it is reported of: a trial counts once, however many documents report it."""
        return len({study.trial or study.results[0].reports[0].card.key for study in self._studies()})

    @property
    def results(self) -> int:
        """How many results are reported: one counts once, however many documents report it."""
        return sum(len(study.results) for study in self._studies())

    def _studies(self) -> Iterator[StudyView]:
        for panel in self.panels:
            yield from panel.studies

    def _reports(self) -> Iterator[ReportView]:
        for study in self._studies():
            for result in study.results:
                yield from result.reports


def in_order(views: Iterable[EndpointView]) -> tuple[EndpointView, ...]:
    """The endpoints on which something is reported: first those of several documents, else in their own order."""
    return tuple(sorted((view for view in views if view.panels), key=lambda view: view.documents < 2))


def endpoint_view(desk: Desk, key: str, reports: Iterable[Report]) -> EndpointView:
    """An endpoint with those of the reports that are its own."""
    endpoints = desk.library.endpoints
    endpoint = endpoints[key]
    own = [each for each in reports if each.outcome.endpoint == key]
    unlike = [other for other, each in endpoints.items() if other in endpoint.unlike or key in each.unlike]
    return EndpointView(
        key=key,
        name=desk.text(endpoint.name),
        description=desk.text(endpoint.description),
        term=endpoint.term,
        panels=tuple(_panels(desk, own)),
        unlike=tuple((other, desk.text(endpoints[other].name)) for other in unlike),
    )


def _panels(desk: Desk, reports: Iterable[Report]) -> Iterator[PanelView]:
    for (statistic, unit), own in _by_measure(reports).items():
        yield PanelView(statistic, unit, tuple(_studies(desk, own)))


def _by_measure(reports: Iterable[Report]) -> dict[tuple[str, str], list[Report]]:
    found: dict[tuple[str, str], list[Report]] = {}
    for each in reports:
        found.setdefault((each.outcome.statistic.value, each.outcome.unit.value), []).append(each)
    return found


def _studies(desk: Desk, reports: Iterable[Report]) -> Iterator[StudyView]:
    for (trial, source), own in _by_study(reports).items():
        results = tuple(_result(desk, same) for same in same_results(own))
        name = desk.title_of("trials", trial) if trial else desk.text(desk.links.head(source).short_title)
        yield StudyView(trial, name, results)


def _by_study(reports: Iterable[Report]) -> dict[tuple[str | None, str], list[Report]]:
    """The reports of each named trial, and of each document's own study."""
    found: dict[tuple[str | None, str], list[Report]] = {}
    for each in reports:
        trial = each.outcome.trial
        found.setdefault((trial, "") if trial else (None, each.source), []).append(each)
    return found


def count_results(reports: Iterable[Report]) -> int:
    """How many results are reported: one of a trial counts once, however many documents report it."""
    by_endpoint: dict[str, list[Report]] = {}
    for each in reports:
        by_endpoint.setdefault(each.outcome.endpoint, []).append(each)
    measures = (own for told in by_endpoint.values() for own in _by_measure(told).values())
    return sum(len(same_results(study)) for own in measures for study in _by_study(own).values())


def same_results(reports: list[Report]) -> list[list[Report]]:
    """The reports of one study, those together in which several documents report the same figures."""
    results: list[list[Report]] = []
    for each in reports:
        for result in results:
            if all(told.source != each.source and is_same_result(each.outcome, told.outcome) for told in result):
                result.append(each)
                break
        else:
            results.append([each])
    return results


def is_same_result(one: Outcome, other: Outcome) -> bool:
    """Whether two documents print one trial's result: the same values, and nothing else of which both print another."""
    if one.trial is None or one.trial != other.trial or len(one.groups) != len(other.groups):
        return False
    groups = zip(one.groups, other.groups, strict=True)
    effects = (one.effect, other.effect)
    return (
        all(a.value == b.value and _agree(a, b) for a, b in groups)
        and (None in effects or _agree(*effects, "statistic", "value"))
        and (None in (one.p, other.p) or one.p == other.p)
    )


def _agree(one: Group | Effect | None, other: Group | Effect | None, *more: str) -> bool:
    """Whether two records differ in nothing that both state."""
    for name in ("n", "events", "low", "high", "interval", *more):
        a, b = getattr(one, name, None), getattr(other, name, None)
        if a is not None and b is not None and a != b:
            return False
    return True


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
    return ReportView(source_card(desk, report.source), report.depth, outcome_view(desk, report.outcome), notes)
