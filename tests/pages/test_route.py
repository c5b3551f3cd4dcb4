import posixpath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.pages.route import Route, anchor, page_of

EN, JA = Locale.EN, Locale.JA

slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
routes = st.builds(Route, st.sampled_from([EN, JA, None]), st.lists(slugs, max_size=4).map(tuple))


@pytest.mark.parametrize(
    ("route", "path", "address"),
    [
        (Route(None), "index.html", ""),
        (Route(EN), "en/index.html", "en/"),
        (Route(JA, ("sources", "ng-2025")), "ja/sources/ng-2025/index.html", "ja/sources/ng-2025/"),
        (Route(None, (), "404.html"), "404.html", "404.html"),
    ],
)
def test_a_route_is_a_folder_with_an_index(route: Route, path: str, address: str) -> None:
    assert str(route.path) == path
    assert route.address == address


@pytest.mark.parametrize(
    ("here", "there", "fragment", "href"),
    [
        (Route(EN), Route(EN, ("sources",)), "", "sources/index.html"),
        (Route(EN, ("sources", "a")), Route(JA, ("sources", "a")), "", "../../../ja/sources/a/index.html"),
        (
            Route(EN, ("sources", "a")),
            Route(EN, ("sources", "a", "parallel")),
            "results-3",
            "parallel/index.html#results-3",
        ),
        (Route(EN, ("sources", "a")), Route(EN, ("sources", "a")), "results-3", "#results-3"),
        (Route(EN), Route(None, ("assets",), "site.css"), "", "../assets/site.css"),
    ],
)
def test_links_are_relative_and_name_the_file(here: Route, there: Route, fragment: str, href: str) -> None:
    assert here.href(there, fragment) == href


def test_a_sentence_stands_on_the_page_of_its_record_but_for_a_disagreement() -> None:
    assert (page_of("sources", "a"), anchor("sources", "a", "results-3")) == (("sources", "a"), "results-3")
    assert page_of("differences", "cycles") == ("compare", "differences")
    assert anchor("differences", "cycles", "entries-1") == "cycles--entries-1"


@settings(max_examples=50)
@given(routes, routes)
def test_a_link_leads_to_its_target(here: Route, there: Route) -> None:
    reached = posixpath.normpath(posixpath.join(str(here.path.parent), here.href(there)))
    assert reached == str(there.path)


@settings(max_examples=50)
@given(routes, routes)
def test_different_routes_have_different_paths(one: Route, other: Route) -> None:
    assert (one == other) == (one.path == other.path)
