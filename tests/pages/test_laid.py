"""The pages of records that many documents speak of: a part tells of so many documents, and says where the others are."""

from collections.abc import Callable
from pathlib import PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from taiyaku.pages import differences, laid, panels
from tests.checks.told import DIFFERENCES, SOURCE, TERM, TRIAL, WORKS
from tests.conftest import Files
from tests.pages.conftest import SECOND
from tests.pages.reading import sound, words

Edit = Callable[[str, str, str], None]


@pytest.fixture
def short(two: Files, monkeypatch: pytest.MonkeyPatch) -> Files:
    """A project of two documents, of which a part of a page holds one."""
    monkeypatch.setattr(laid, "DOCUMENTS", 1)
    monkeypatch.setattr(panels, "STUDIES", 1)
    monkeypatch.setattr(panels, "FIRST", 1)
    return two


def parts(files: Files, name: str) -> tuple[LexborHTMLParser, LexborHTMLParser]:
    """The two parts of a page."""
    one, two = (sound(files, f"en/{name}/{file}") for file in ("index.html", "page-2.html"))
    assert [node.attributes["href"] for node in one.css(".turns [rel=next]")] == ["page-2.html"]
    back = two.css(".turns [rel=prev], main .meta a[href='index.html']")
    assert [node.attributes["href"] for node in back] == ["index.html"] * 2
    assert two.css_first("h1 .which") is not None
    return one, two


def leading_to(page: LexborHTMLParser, selector: str) -> list[str]:
    """The summaries to which links lead, each once."""
    hrefs = [node.attributes["href"] or "" for node in page.css(selector)]
    return list(dict.fromkeys(href.split("/sources/")[1].split("/")[0] for href in hrefs if "/sources/" in href))


def test_a_term_shows_its_uses_by_documents_and_its_meaning_once(short: Files) -> None:
    one, two = parts(short, "glossary/haemoglobin")
    assert [leading_to(part, ".quotes a") for part in (one, two)] == [["doe-2020"], ["poe-2021"]]
    assert [bool(part.css("main table")) for part in (one, two)] == [True, False]
    assert words(two, "h2") == words(one, "h2") == ["First use in each summary"]


def test_a_work_shows_who_cites_and_who_lists_it_by_documents(short: Files) -> None:
    one, two = parts(short, "references/roe-2019")
    assert [leading_to(part, ".quotes a") for part in (one, two)] == [["doe-2020"], ["poe-2021"]]
    assert [leading_to(part, "#sec-listed + ul a") for part in (one, two)] == [["doe-2020"], ["poe-2021"]]
    assert [bool(part.css("dl, #sec-trials")) for part in (one, two)] == [True, False]


def test_a_retraction_is_told_on_every_part(short: Files, edit: Edit) -> None:
    edit(WORKS, "roe-2019:\n", "roe-2019:\n  notices: [{kind: retraction, issued: 2021}]\n  checked: 2026-01-01\n")
    for part in parts(short, "references/roe-2019"):
        assert words(part, ".notice .flag") == ["retracted"]


def test_a_work_that_few_cite_is_on_one_page(short: Files) -> None:
    assert sound(short, "en/references/doe-2020/index.html").css_first(".turns") is None


def test_a_trial_shows_results_by_documents_and_whether_all_of_them_agree(short: Files, edit: Edit) -> None:
    one, two = parts(short, "trials/ferro")
    assert [leading_to(part, ".outcomes .from a") for part in (one, two)] == [["doe-2020"], ["poe-2021"]]
    agreed = "Reported 2 times. Where more than one document states a figure, the figures agree."
    assert [words(part, "#outcome-1 + .meta") for part in (one, two)] == [[agreed], [agreed]]
    edit(SECOND, "        value: 12\n", "        value: not_reached\n")
    assert "figures that differ" in words(sound(short, "en/trials/ferro/page-2.html"), "#outcome-1 + .meta")[0]


def test_a_trial_shows_what_mentions_and_what_reports_it_by_parts(short: Files, edit: Edit) -> None:
    edit(TRIAL, "references:\n", "references:\n  - {key: doe-2020, basis: {en: It is named., ja: 名が出る。}}\n")
    one, two = parts(short, "trials/ferro")
    assert [leading_to(part, "#sec-mentions + .quotes a") for part in (one, two)] == [["doe-2020"], ["poe-2021"]]
    reports = [
        [node.attributes["href"] for node in part.css("#sec-reports + ul a[href*=references]")] for part in (one, two)
    ]
    assert reports == [["../../references/doe-2020/index.html"], ["../../references/roe-2019/index.html"]]
    assert [bool(part.css("#sec-summary")) for part in (one, two)] == [True, False]


def test_a_topic_shows_its_summaries_by_parts(short: Files) -> None:
    one, two = parts(short, "topics/anaemia")
    assert [leading_to(part, ".card-title a") for part in (one, two)] == [["doe-2020"], ["poe-2021"]]
    assert [bool(part.css(".lead, .button")) for part in (one, two)] == [True, False]


@pytest.mark.parametrize("name", ["compare/response", "compare/topics/anaemia"])
def test_a_comparison_shows_its_studies_by_parts_and_warns_on_each(short: Files, edit: Edit, name: str) -> None:
    for file in (SOURCE, SECOND):
        edit(file, "    trial: ferro\n", "")
    one, two = parts(short, name)
    assert [leading_to(part, ".compared th a") for part in (one, two)] == [["doe-2020"], ["poe-2021"]]
    captions = ["Response: count (patients); study 1 of 2", "Response: count (patients); study 2 of 2"]
    assert [words(part, "figcaption") for part in (one, two)] == [[caption] for caption in captions]
    for part in (one, two):
        assert part.css_first("#sec-caveats") is not None
        assert "2 documents · 2 studies" in " ".join(words(part, ".meta"))


def test_the_overview_shows_the_first_studies_and_leads_to_all(short: Files, edit: Edit) -> None:
    for file in (SOURCE, SECOND):
        edit(file, "    trial: ferro\n", "")
    page = sound(short, "ja/compare/index.html")
    assert words(page, "figcaption") == ["奏効：件数（例）、研究2件中1件目"]
    (link,) = page.css(".comparison .button")
    assert (link.text(), link.attributes["href"]) == ("研究2件をすべて見る", "response/index.html")


def test_of_very_many_that_say_nothing_only_the_number_is_told(short: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    page = sound(short, "en/compare/differences/index.html")
    assert words(page, ".silent li") == ["Iron & anaemia: a cohort with 59Fe"]
    monkeypatch.setattr(differences, "NAMED", 0)
    page = sound(short, "en/compare/differences/index.html")
    assert words(page, ".silent td") == ["1 document"]


def test_the_small_project_speaks_of_what_is_looked_for_here(short: Files) -> None:
    assert all(PurePosixPath(name) in short for name in (TERM, TRIAL, WORKS, DIFFERENCES, SECOND))
