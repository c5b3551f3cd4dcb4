"""Endpoints: what the documents report on one of them, side by side, neither ranked nor pooled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from taiyaku.model.library import Spot
from taiyaku.model.source import Effect, Group, Outcome, Sentence, Source
from taiyaku.pages.desk import Desk
from taiyaku.pages.sources import OutcomeView, SourceCard, outcome_view, source_card
from taiyaku.pages.view import Text


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


Reported = tuple[str, Outcome]
"""A source's id and one of its outcomes."""


def reported(desk: Desk, topic: str | None = None) -> list[Reported]:
    """Every outcome of the library, or of the sources on one topic, in the order of the sources."""
    sources = desk.library.sources.items()
    return [(key, each) for key, s in sources if topic is None or topic in s.topics for each in s.outcomes]


def in_order(views: Iterable[EndpointView]) -> tuple[EndpointView, ...]:
    """The endpoints on which something is reported: first those of several documents, else in their own order."""
    return tuple(sorted((view for view in views if view.panels), key=lambda view: view.documents < 2))


def endpoint_view(desk: Desk, key: str, outcomes: Iterable[Reported]) -> EndpointView:
    """An endpoint with those of the outcomes that are its own."""
    endpoints = desk.library.endpoints
    endpoint = endpoints[key]
    own = [each for each in outcomes if each[1].endpoint == key]
    unlike = [other for other, each in endpoints.items() if other in endpoint.unlike or key in each.unlike]
    return EndpointView(
        key=key,
        name=desk.text(endpoint.name),
        description=desk.text(endpoint.description),
        term=endpoint.term,
        panels=tuple(_panels(desk, own)),
        unlike=tuple((other, desk.text(endpoints[other].name)) for other in unlike),
    )


def _panels(desk: Desk, outcomes: list[Reported]) -> Iterator[PanelView]:
    by_measure: dict[tuple[str, str], list[Reported]] = {}
    for each in outcomes:
        by_measure.setdefault((each[1].statistic.value, each[1].unit.value), []).append(each)
    for (statistic, unit), own in by_measure.items():
        yield PanelView(statistic, unit, tuple(_studies(desk, own)))


def _studies(desk: Desk, outcomes: list[Reported]) -> Iterator[StudyView]:
    by_study: dict[tuple[str | None, str], list[Reported]] = {}
    for source, outcome in outcomes:
        study = (outcome.trial, "") if outcome.trial else (None, source)
        by_study.setdefault(study, []).append((source, outcome))
    for (trial, source), own in by_study.items():
        results = tuple(_result(desk, same) for same in same_results(own))
        name = desk.title_of("trials", trial) if trial else source_card(desk, source).short
        yield StudyView(trial, name, results)


def same_results(outcomes: list[Reported]) -> list[list[Reported]]:
    """The outcomes of one study, those together that several documents report with the same figures."""
    results: list[list[Reported]] = []
    for source, outcome in outcomes:
        for result in results:
            if all(other != source and is_same_result(outcome, told) for other, told in result):
                result.append((source, outcome))
                break
        else:
            results.append([(source, outcome)])
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


def _result(desk: Desk, reports: list[Reported]) -> ResultView:
    views = tuple(report_view(desk, source, outcome) for source, outcome in reports)
    return ResultView(views, tuple(arms_of(tuple(view.outcome for view in views))))


def arms_of(outcomes: tuple[OutcomeView, ...]) -> Iterator[ArmView]:
    """The groups of one result: each figure from the first document that prints it, the words from all of them."""
    for told in zip(*(outcome.groups for outcome in outcomes), strict=True):
        first = {
            name: next((v for group in told if (v := getattr(group, name)) is not None), None)
            for name in ("n", "events", "low", "high", "interval")
        }
        yield ArmView(tuple(dict.fromkeys(group.population for group in told)), value=told[0].value, **first)


def report_view(desk: Desk, key: str, outcome: Outcome) -> ReportView:
    """An outcome as a source reports it, for a page other than the source's own."""
    source = desk.library.sources[key]
    depth = desk.library.seeds[source.seed].depth.value
    return ReportView(source_card(desk, key), depth, outcome_view(desk, outcome), tuple(_notes(desk, key, outcome)))


def _notes(desk: Desk, key: str, outcome: Outcome) -> Iterator[NoteLink]:
    """The curator's notes about an outcome, or about a sentence of the document's content that states its results."""
    source = desk.library.sources[key]
    about = {outcome.id, *(sentence.id for sentence in _stating(desk, key, source, outcome))}
    notes = [sentence for sentence in source.sentences() if sentence.section == "commentary"]
    for number, (sentence, note) in enumerate(zip(notes, source.commentary, strict=True), start=1):
        if about & set(note.about):
            yield NoteLink(number, sentence.id, desk.text(note))


def stating(desk: Desk, endpoint: str) -> Iterator[Spot]:
    """The sentences of all documents' content that state a value or an effect of an endpoint's outcomes."""
    for key, outcome in reported(desk):
        if outcome.endpoint == endpoint:
            for sentence in _stating(desk, key, desk.library.sources[key], outcome):
                yield Spot("sources", key, sentence)


def _stating(desk: Desk, key: str, source: Source, outcome: Outcome) -> Iterator[Sentence]:
    """The sentences of the document's content that state a value or an effect of the outcome."""
    wanted = {group.value for group in outcome.groups} | ({outcome.effect.value} if outcome.effect else set())
    figures = {
        name
        for name in outcome.figures
        if (figure := desk.library.figure(key, name)) and wanted & set(figure.parsed.numbers)
    }
    for sentence in source.sentences():
        if sentence.path[0] == "abstract" and figures & set(sentence.pair.figures):
            yield sentence
