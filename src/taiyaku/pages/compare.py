"""The pages of the comparison: the overview, a page for each endpoint and each topic, and the differences."""

from collections.abc import Iterator
from dataclasses import dataclass

from taiyaku.pages.desk import Desk
from taiyaku.pages.differences import DifferenceView, difference_views
from taiyaku.pages.endpoints import EndpointView, Reported, endpoint_view, endpoint_views, reported
from taiyaku.pages.route import DIFFERENCES, Route
from taiyaku.pages.view import Page, Text


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

    `description` tells what the filter shows; `endpoints` are laid out in full, `others` only named.
    """

    filters: FiltersView
    description: Text | None = None
    endpoints: tuple[EndpointView, ...] = ()
    others: tuple[EndpointView, ...] = ()
    differences: tuple[DifferenceView, ...] = ()


def plan_compare(desk: Desk) -> Iterator[Page]:
    """The overview, a page for each endpoint and topic, and the table of differences."""
    outcomes, filters = reported(desk), filters_view(desk)
    at, untitled = desk.library.place("site", "site"), Text("", desk.locale)
    views, differences = endpoint_views(desk, outcomes), difference_views(desk)
    several = tuple(view for view in views if view.documents > 1)
    overview = CompareView(filters, None, several, views[len(several) :], differences)
    yield Page(Route(desk.locale, ("compare",)), "compare.html", untitled, overview, at)
    yield Page(
        Route(desk.locale, DIFFERENCES), "differences.html", untitled, CompareView(filters, differences=differences), at
    )
    yield from _endpoints(desk, outcomes, filters)
    yield from _topics(desk, filters)


def _endpoints(desk: Desk, outcomes: list[Reported], filters: FiltersView) -> Iterator[Page]:
    for key in desk.library.endpoints:
        shown = endpoint_view(desk, key, outcomes)
        view = CompareView(filters, shown.description, (shown,))
        at, route = desk.library.place("endpoints", key), Route(desk.locale, ("compare", key))
        yield Page(route, "compare-endpoint.html", shown.name, view, at, shown.description)


def _topics(desk: Desk, filters: FiltersView) -> Iterator[Page]:
    for key, topic in desk.library.topics.items():
        name, description = desk.text(topic.name), desk.text(topic.description)
        view = CompareView(filters, description, endpoint_views(desk, reported(desk, key)))
        at, route = desk.library.place("topics", key), Route(desk.locale, ("compare", "topics", key))
        yield Page(route, "compare-topic.html", name, view, at, description)


def filters_view(desk: Desk) -> FiltersView:
    """The filters with the number of results behind each; those with none are there and say so."""
    library, outcomes = desk.library, reported(desk)
    endpoints = (
        FilterView(("compare", key), desk.text(each.name), sum(o.endpoint == key for _, o in outcomes))
        for key, each in library.endpoints.items()
    )
    topics = (
        FilterView(("compare", "topics", key), desk.text(each.name), len(reported(desk, key)))
        for key, each in library.topics.items()
    )
    return FiltersView(tuple(endpoints), tuple(topics))
