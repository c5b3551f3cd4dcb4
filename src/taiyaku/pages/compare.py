"""The pages of the comparison: the overview, a page for each endpoint and each topic, and the differences."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from taiyaku.pages.desk import Desk
from taiyaku.pages.differences import DifferenceView, difference_views
from taiyaku.pages.endpoints import EndpointView, endpoint_view, in_order, reported, stating
from taiyaku.pages.route import DIFFERENCES, Route
from taiyaku.pages.view import Page, QuotesView, Text


@dataclass(frozen=True, slots=True)
class FilterView:
    """A page that shows a part of the comparison: where it stands, its name, and how many results it shows."""

    parts: tuple[str, ...]
    name: Text
    results: int


@dataclass(frozen=True, slots=True)
class FiltersView:
    """All filters: one for each endpoint and each topic."""

    endpoints: tuple[FilterView, ...]
    topics: tuple[FilterView, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """A page of the comparison.

    `description` tells what the filter shows; `endpoints` are laid out in full, `others` only named; `said` are the
    documents' sentences about the endpoint.
    """

    filters: FiltersView
    description: Text | None = None
    endpoints: tuple[EndpointView, ...] = ()
    others: tuple[EndpointView, ...] = ()
    differences: tuple[DifferenceView, ...] = ()
    said: tuple[QuotesView, ...] = ()


def plan_compare(desk: Desk) -> Iterator[Page]:
    """The overview, the table of differences, and a page for each endpoint and topic."""
    at, untitled = desk.library.place("site", "site"), Text("", desk.locale)
    outcomes, topics, differences = reported(desk), _by_topic(desk), difference_views(desk)
    endpoints = {key: endpoint_view(desk, key, outcomes) for key in desk.library.endpoints}
    filters = _filters(desk, endpoints, topics)
    told = in_order(endpoints.values())
    several = tuple(view for view in told if view.documents > 1)
    overview = CompareView(filters, None, several, told[len(several) :], differences)
    yield Page(Route(desk.locale, ("compare",)), "compare.html", untitled, overview, at)
    shown = CompareView(filters, differences=differences)
    yield Page(Route(desk.locale, DIFFERENCES), "differences.html", untitled, shown, at)
    yield from _endpoints(desk, endpoints, filters)
    yield from _topics(desk, topics, filters)


def _by_topic(desk: Desk) -> dict[str, tuple[EndpointView, ...]]:
    """For each topic the endpoints on which its sources report something, with what these report."""
    outcomes = {topic: reported(desk, topic) for topic in desk.library.topics}
    return {
        topic: in_order(endpoint_view(desk, key, own) for key in desk.library.endpoints)
        for topic, own in outcomes.items()
    }


def _endpoints(desk: Desk, views: Mapping[str, EndpointView], filters: FiltersView) -> Iterator[Page]:
    for key, shown in views.items():
        owners = (f"glossary/{shown.term}",) if shown.term else ()
        said = desk.said_of(owners, stating(desk, key))
        view = CompareView(filters, shown.description, (shown,), said=said)
        at, route = desk.library.place("endpoints", key), Route(desk.locale, ("compare", key))
        yield Page(route, "compare-endpoint.html", shown.name, view, at, shown.description)


def _topics(desk: Desk, views: Mapping[str, tuple[EndpointView, ...]], filters: FiltersView) -> Iterator[Page]:
    for key, topic in desk.library.topics.items():
        name, description = desk.text(topic.name), desk.text(topic.description)
        at, route = desk.library.place("topics", key), Route(desk.locale, ("compare", "topics", key))
        yield Page(route, "compare-topic.html", name, CompareView(filters, description, views[key]), at, description)


def _filters(
    desk: Desk, endpoints: Mapping[str, EndpointView], topics: Mapping[str, tuple[EndpointView, ...]]
) -> FiltersView:
    """The filters with the number of results behind each; those with none are there and say so."""
    names = {key: desk.text(topic.name) for key, topic in desk.library.topics.items()}
    return FiltersView(
        tuple(FilterView(("compare", key), view.name, view.results) for key, view in endpoints.items()),
        tuple(
            FilterView(("compare", "topics", key), name, sum(view.results for view in topics[key]))
            for key, name in names.items()
        ),
    )
