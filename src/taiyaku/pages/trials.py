"""The pages of trials: the list, and one for each with what every source says about it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.model.trial import Report
from taiyaku.pages.desk import Desk
from taiyaku.pages.endpoints import ReportView as OutcomeReport
from taiyaku.pages.endpoints import report_view
from taiyaku.pages.laid import Measure, TrialPart, slice_of
from taiyaku.pages.parts import entries_in, part_in
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, QuotesView, SentenceView, Text, WorkView, sentence_view


class ReportView(Struct, frozen=True):
    """A work that reports a trial, and what allows the match."""

    work: WorkView
    basis: Text


class JoinedView(Struct, frozen=True):
    """One endpoint of the trial, as each source reports it; `agree`: whether their figures are the same.

    None where one source alone reports it, so that there is nothing to compare. `total` are the reports on all parts
    of the page.
    """

    endpoint: Text
    key: str
    reported: tuple[OutcomeReport, ...]
    total: int
    agree: bool | None


class TrialRow(Struct, frozen=True):
    """A trial in the list: how many works report it, and how many sentences speak of it."""

    key: str
    name: str
    reports: int
    sentences: int


class TrialView(Struct, frozen=True):
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


def plan_trial(desk: Desk, key: str, number: int) -> Iterator[Page]:
    """One part of the page of one trial."""
    (told,) = entries_in(desk.links, "trials", key, number)
    reports = slice_of(desk.library.trials[key].references, number)
    view, part = _view(desk, key, told, reports), part_in(desk.links, "trials", key, number)
    title, own = Text(view.name, Locale.EN), frozenset({f"trials/{key}"})
    route, at = Route(desk.locale, ("trials", key)).in_part(number), desk.library.place("trials", key)
    summary = view.summary[0].text if view.summary else None
    yield Page(route, "trial.html", title, view, at, summary, own=own, part=part)


def _view(desk: Desk, key: str, told: TrialPart, reports: Iterable[Report]) -> TrialView:
    trial = desk.library.trials[key]
    by_section: dict[str, list[SentenceView]] = {"summary": [], "notes": []}
    for sentence in trial.sentences():
        by_section[sentence.section].append(sentence_view(sentence, desk.locale))
    return TrialView(
        key=key,
        name=trial.name,
        registry=trial.registry,
        summary=tuple(by_section["summary"]),
        notes=tuple(by_section["notes"]),
        reports=tuple(ReportView(desk.work(each.key), desk.text(each.basis)) for each in reports),
        outcomes=tuple(_joined(desk, measure) for measure in told.measures),
        differences=tuple((owner, desk.title_of("differences", owner)) for owner in told.differences),
        mentions=desk.quotes_at(told.mentions),
    )


def _joined(desk: Desk, measure: Measure) -> JoinedView:
    endpoint = measure.results[0].endpoint
    reported = tuple(report_view(desk, desk.links.report(each)) for each in measure.results)
    name = desk.text(desk.library.endpoints[endpoint].name)
    return JoinedView(name, endpoint, reported, measure.total, measure.agree)
