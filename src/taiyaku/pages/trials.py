"""The pages of trials: the list, and one for each with what every source says about it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from taiyaku.base.locale import Locale
from taiyaku.model.trial import Trial
from taiyaku.pages.desk import Desk
from taiyaku.pages.endpoints import ReportView as OutcomeReport
from taiyaku.pages.endpoints import report_view, same_results
from taiyaku.pages.parts import entries_in, part_in
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, QuotesView, SentenceView, Text, WorkView, sentence_view
from taiyaku.pages.ways_back import Report


@dataclass(frozen=True, slots=True)
class ReportView:
    """A work that reports a trial, and what allows the match."""

    work: WorkView
    basis: Text


@dataclass(frozen=True, slots=True)
class JoinedView:
    """One endpoint of the trial, as each source reports it; `agree`: whether their figures are the same.

    None where one source alone reports it, so that there is nothing to compare.
    """

    endpoint: Text
    key: str
    reported: tuple[OutcomeReport, ...]
    agree: bool | None


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A trial in the list: how many works report it, and how many sentences speak of it."""

    key: str
    name: str
    reports: int
    sentences: int


@dataclass(frozen=True, slots=True)
class TrialView:
    """A trial, what our documents say about it, sentence by sentence, and the works that report it."""

    key: str
    name: str
    registry: str | None
    summary: tuple[SentenceView, ...]
    notes: tuple[SentenceView, ...]
    reports: tuple[ReportView, ...]
    outcomes: tuple[JoinedView, ...]
    differences: tuple[tuple[str, Text], ...]
    mentions: tuple[QuotesView, ...]


def plan_trials(desk: Desk, number: int) -> Iterator[Page]:
    """One part of the list of trials."""
    locale, links, at = desk.locale, desk.links, desk.library.place("site", "site")
    lines = ((key, links.row[f"trials/{key}"][0]) for key in entries_in(links, "trials", "", number))
    rows = tuple(TrialRow(key, line.name, line.reports, line.sentences) for key, line in lines)
    route, part = Route(locale, ("trials",)).in_part(number), part_in(links, "trials", "", number)
    yield Page(route, "trials.html", Text("", locale), rows, at, part=part)


def plan_trial(desk: Desk, key: str) -> Iterator[Page]:
    """The page of one trial."""
    view = _view(desk, key, desk.library.trials[key])
    title, own = Text(view.name, Locale.EN), frozenset({f"trials/{key}"})
    route, at = Route(desk.locale, ("trials", key)), desk.library.place("trials", key)
    told = view.summary[0].text if view.summary else None
    yield Page(route, "trial.html", title, view, at, told, own=own)


def _view(desk: Desk, key: str, trial: Trial) -> TrialView:
    by_section: dict[str, list[SentenceView]] = {"summary": [], "notes": []}
    for sentence in trial.sentences():
        by_section[sentence.section].append(sentence_view(sentence, desk.locale))
    mentions = (s for s in desk.links.mentioning.get(f"trials/{key}", ()) if (s.kind, s.owner) != ("trials", key))
    return TrialView(
        key=key,
        name=trial.name,
        registry=trial.registry,
        summary=tuple(by_section["summary"]),
        notes=tuple(by_section["notes"]),
        reports=tuple(ReportView(desk.work(r.key), desk.text(r.basis)) for r in trial.references),
        outcomes=tuple(_outcomes(desk, key)),
        differences=tuple(_differences(desk, key)),
        mentions=desk.quotes(mentions),
    )


def _outcomes(desk: Desk, key: str) -> Iterator[JoinedView]:
    """The trial's outcomes, those together that measure the same in the same unit."""
    by_measure: dict[tuple[str, str, str], list[Report]] = defaultdict(list)
    for each in desk.links.reporting_of.get(key, ()):
        outcome = each.outcome
        by_measure[outcome.endpoint, outcome.statistic.value, outcome.unit.value].append(each)
    for (endpoint, _, _), told in by_measure.items():
        several = len({each.source for each in told}) > 1
        yield JoinedView(
            endpoint=desk.text(desk.library.endpoints[endpoint].name),
            key=endpoint,
            reported=tuple(report_view(desk, each) for each in told),
            agree=len(same_results(told)) == 1 if several else None,
        )


def _differences(desk: Desk, key: str) -> Iterator[tuple[str, Text]]:
    """The entries of the table of differences that speak of the trial: id and title."""
    spots = desk.links.mentioning.get(f"trials/{key}", ())
    for owner in dict.fromkeys(spot.owner for spot in spots if spot.kind == "differences"):
        yield owner, desk.title_of("differences", owner)
