"""The rows of the audit on a sample: a page of every kind, the largest source page and the smallest."""

import os
from pathlib import Path

import pytest
from tools.audit import markup, needs, policy, run, weight
from tools.audit.rows import KEYS, Line, Miss, lines
from tools.audit.site import Site, kind, locale, one_of_each

NOT_ALL_PAGES = {"lighthouse"}  # by `make audit ARGS=--lighthouse` only: it takes 10 s a page
TIMED = {"shift", "tasks"}
ATTACKED = ["index.html", "ja/index.html", "en/sources/ng-2025/index.html"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def built(folder: Path) -> Site:
    return Site(folder / "deep" / "guide")


@pytest.fixture(scope="session")
def sample(built: Site) -> list[str]:
    """A page of every kind, in the one locale or the other; of what every kind is about, the summaries, in both."""
    pages = one_of_each(built, built.pages())
    kinds = sorted({kind(page) for page in pages})
    turn = {name: ("en", "ja")[n % 2] for n, name in enumerate(kinds)}
    return [page for page in pages if kind(page).startswith("sources/") or locale(page) in {"", turn[kind(page)]}]


@pytest.fixture(scope="session")
def audited(built: Site, sample: list[str]) -> dict[str, Line]:
    if lack := needs.missing(needs.chromium, needs.AXE):
        pytest.skip(lack)
    found = [*weight.readings(built, built.pages()), *(policy.reading(built, page) for page in sample)]
    found += run.in_browsers(built, sample, ATTACKED, jobs=2, brief=True, say=lambda _: None)
    return {line.row.key: line for line in lines(found)}


@pytest.mark.parametrize("row", [key for key in KEYS if key not in NOT_ALL_PAGES | {"html"}])
def test_every_kind_of_page_reaches_the_goal(built: Site, audited: dict[str, Line], row: str) -> None:
    if row == "tasks" and os.getloadavg()[0] > (os.cpu_count() or 1) + 1:  # the tests themselves keep two browsers busy
        pytest.skip("the machine is busy with other work: how long a task takes says nothing about the page")
    misses = list(audited[row].misses)
    if misses and row in TIMED:
        misses = again(built, row, sorted({page for page, _ in misses}))
    assert [f"{page} {miss.where} {miss.value}" for page, miss in misses] == []


def again(built: Site, row: str, pages: list[str]) -> list[tuple[str, Miss]]:
    """What a second visit finds: where a machine pauses amid a page, the first may tell of the machine."""
    found = run.in_browsers(built, pages, [], jobs=1, brief=True, say=lambda _: None)
    return list({line.row.key: line for line in lines(found)}[row].misses)


def test_the_html_checker_has_nothing_to_say(built: Site) -> None:
    if lack := needs.missing(needs.java, needs.CHECKER):
        pytest.skip(lack)
    found = markup.readings(built, built.pages())
    assert [f"{each.page} {miss.where} {miss.value}" for each in found for miss in each.misses] == []


def test_the_sample_holds_every_kind_and_both_locales_of_summaries(built: Site, sample: list[str]) -> None:
    assert {kind(page) for page in sample} == {kind(page) for page in built.pages()}
    assert {locale(page) for page in sample if kind(page) == "sources/*"} == {"en", "ja"}
    assert {"index.html", "404.html"} <= set(sample)
    assert len(sample) < 40
