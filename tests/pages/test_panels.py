"""Which studies of an endpoint stand on which page: what shares an axis stays together if it fits."""

import pytest

from taiyaku.pages import panels
from taiyaku.pages.panels import Shown, overview, shown, shown_in_parts
from taiyaku.pages.ways_back import Result


def results(count: int, unit: str = "month", endpoint: str = "os") -> list[Result]:
    return [Result(f"doe-{n:03}", f"{endpoint}-{unit}", endpoint, "median", unit, None) for n in range(count)]


def laid(*wholes: Shown) -> list[list[tuple[str, str, int, int, int]]]:
    """Of each part: endpoint and unit of each panel, its first study, how many it has here, and of how many."""
    return [
        [
            (one.endpoint, panel.studies[0][0].unit, panel.first, len(panel.studies), panel.total)
            for one in part
            for panel in one.panels
        ]
        for part in shown_in_parts(wholes)
    ]


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panels, "STUDIES", 5)
    monkeypatch.setattr(panels, "FIRST", 3)


def test_what_one_page_holds_is_on_one() -> None:
    assert laid(shown("os", [*results(3), *results(2, "week")])) == [
        [("os", "month", 1, 3, 3), ("os", "week", 1, 2, 2)]
    ]


def test_a_panel_that_does_not_fit_any_more_begins_the_next_page() -> None:
    whole = shown("os", [*results(3), *results(4, "week"), *results(1, "cycle")])
    assert laid(whole) == [
        [("os", "month", 1, 3, 3)],
        [("os", "week", 1, 4, 4), ("os", "cycle", 1, 1, 1)],
    ]


def test_a_panel_that_is_longer_than_a_page_is_cut_and_says_where() -> None:
    assert laid(shown("os", results(12)), shown("pfs", results(2, endpoint="pfs"))) == [
        [("os", "month", 1, 5, 12)],
        [("os", "month", 6, 5, 12)],
        [("os", "month", 11, 2, 12), ("pfs", "month", 1, 2, 2)],
    ]


def test_where_nothing_is_reported_there_is_one_page() -> None:
    nothing = shown("os", [])
    assert shown_in_parts([nothing]) == [(nothing,)]
    assert shown_in_parts([]) == [()]


def test_every_part_tells_how_widely_the_endpoint_is_reported_in_all() -> None:
    assert [(part[0].documents, part[0].studies) for part in shown_in_parts([shown("os", results(12))])] == [
        (12, 12)
    ] * 3


def test_a_trial_is_one_study_however_many_documents_report_it() -> None:
    whole = shown("os", [each._replace(trial="vision") for each in results(9)])
    assert (whole.documents, whole.studies) == (9, 1)
    assert laid(whole) == [[("os", "month", 1, 1, 1)]]


def test_the_overview_shows_the_first_studies_and_says_that_there_are_more() -> None:
    short = overview(shown("os", [*results(2), *results(2, "week")]))
    assert laid(short) == [[("os", "month", 1, 2, 2), ("os", "week", 1, 1, 2)]]
    assert not short.is_all
    assert not overview(shown("os", [*results(3), *results(1, "week")])).is_all


def test_the_overview_shows_all_of_an_endpoint_that_is_short_and_names_one_that_one_document_reports() -> None:
    whole, one = shown("os", results(3)), shown("os", results(1))
    assert overview(whole) == whole
    assert overview(one) == one._replace(panels=())
