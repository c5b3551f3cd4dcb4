"""Which results are set side by side, and which of them are one: neither ranked nor pooled."""

from collections.abc import Iterable

from taiyaku.model.source import Effect, Group, Outcome
from taiyaku.pages.ways_back import Report, Result, WaysBack

Study = tuple[Result, ...]
"""What is reported of a named trial, or of a document's own study, in one statistic and unit."""


def by_measure(results: Iterable[Result]) -> dict[tuple[str, str, str], list[Result]]:
    """The results of each endpoint in each statistic and unit, which may share one table and one axis."""
    found: dict[tuple[str, str, str], list[Result]] = {}
    for each in results:
        found.setdefault((each.endpoint, each.statistic, each.unit), []).append(each)
    return found


def by_study(results: Iterable[Result]) -> list[Study]:
    """The results of each named trial, and of each document's own study."""
    found: dict[tuple[str | None, str], list[Result]] = {}
    for each in results:
        found.setdefault((each.trial, "") if each.trial else (None, each.source), []).append(each)
    return [tuple(own) for own in found.values()]


def count_results(links: WaysBack, results: Iterable[Result]) -> int:
    """How many results are reported: one of a trial counts once, however many documents report it."""
    studies = (study for own in by_measure(results).values() for study in by_study(own))
    return sum(_count_in(links, study) for study in studies)


def _count_in(links: WaysBack, study: Study) -> int:
    """The results of one study; a document does not report one of them twice, so alone it need not be read."""
    if len({each.source for each in study}) == 1:
        return len(study)
    return len(same_results([links.report(each) for each in study]))


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
