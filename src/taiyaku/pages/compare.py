"""The pages of the comparison: the overview, a page for each endpoint and each topic, and the differences."""

from collections.abc import Iterator

from msgspec import Struct

from taiyaku.pages.desk import Desk
from taiyaku.pages.differences import DifferenceView, difference_views
from taiyaku.pages.endpoints import EndpointView, endpoint_view
from taiyaku.pages.laid import COMPARED
from taiyaku.pages.parts import entries_in, part_in
from taiyaku.pages.route import DIFFERENCES, Route
from taiyaku.pages.view import Page, QuotesView, Text


class FilterView(Struct, frozen=True):
    """A page that shows a part of the comparison: where it stands, its name, and how many results it shows."""

    parts: tuple[str, ...]
    name: Text
    results: int


class FiltersView(Struct, frozen=True):
    """All filters: one for each endpoint and each topic."""

    endpoints: tuple[FilterView, ...]
    topics: tuple[FilterView, ...]


class CompareView(Struct, frozen=True):
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
    """The overview, and the table of differences."""
    library, untitled, filters = desk.library, Text("", desk.locale), _filters(desk)
    differences = difference_views(desk)
    told = [endpoint_view(desk, desk.links.overview[key][0]) for key in library.endpoints]
    several, others = tuple(each for each in told if each.panels), tuple(each for each in told if each.documents == 1)
    overview, at = CompareView(filters, None, several, others, differences), library.place("site", "site")
    yield Page(Route(desk.locale, ("compare",)), "compare.html", untitled, overview, at)
    shown = CompareView(filters, differences=differences)
    yield Page(Route(desk.locale, DIFFERENCES), "differences.html", untitled, shown, at)


def plan_endpoint(desk: Desk, key: str, number: int) -> Iterator[Page]:
    """One part of the page of the comparison for one endpoint."""
    (told,) = entries_in(desk.links, "endpoints", key, number)
    shown, part = endpoint_view(desk, told.shown), part_in(desk.links, "endpoints", key, number)
    view = CompareView(_filters(desk), shown.description, (shown,), said=desk.quotes_at(told.said))
    at, route = desk.library.place("endpoints", key), Route(desk.locale, ("compare", key)).in_part(number)
    yield Page(route, "compare-endpoint.html", shown.name, view, at, shown.description, part=part)


def plan_topic(desk: Desk, key: str, number: int) -> Iterator[Page]:
    """One part of the page of the comparison for one topic: the endpoints on which its sources report something."""
    (told,) = entries_in(desk.links, COMPARED, key, number)
    topic, part = desk.library.topics[key], part_in(desk.links, COMPARED, key, number)
    views = tuple(endpoint_view(desk, shown) for shown in told)
    name, description = desk.text(topic.name), desk.text(topic.description)
    at, route = desk.library.place("topics", key), Route(desk.locale, ("compare", "topics", key)).in_part(number)
    view = CompareView(_filters(desk), description, views)
    yield Page(route, "compare-topic.html", name, view, at, description, part=part)


def _filters(desk: Desk) -> FiltersView:
    """The filters with the number of results behind each; those with none are there and say so."""
    library, counts = desk.library, desk.links.results
    return FiltersView(
        tuple(
            FilterView(("compare", key), desk.text(endpoint.name), counts[f"endpoints/{key}"][0])
            for key, endpoint in library.endpoints.items()
        ),
        tuple(
            FilterView(("compare", "topics", key), desk.text(topic.name), counts[f"topics/{key}"][0])
            for key, topic in library.topics.items()
        ),
    )
