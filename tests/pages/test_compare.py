"""The pages of the comparison as a reader meets them, in both languages and without a script."""

from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from taiyaku.app.build import assemble
from taiyaku.base.locale import Locale
from taiyaku.content.read import read_project
from taiyaku.pages.compare import CompareView
from taiyaku.pages.plan import plan
from taiyaku.pages.route import Route
from tests.checks.told import DIFFERENCES, ENDPOINTS, SOURCE
from tests.conftest import Files
from tests.pages.reading import html, words

EN, JA = Locale.EN, Locale.JA
Edit = Callable[[str, str, str], None]


def view(files: Files, locale: Locale, *parts: str) -> CompareView:
    library = read_project(files).library
    assert library is not None
    found = next(page.view for page in plan(library) if page.route == Route(locale, parts))
    assert isinstance(found, CompareView)
    return found


def test_a_trial_in_two_documents_is_drawn_once_and_said_to_be_one(two: Files) -> None:
    page = html(two, "en/compare/index.html")
    assert len(page.css(".chart .mark")) == 1
    assert words(page, ".chart .study") == ["FERRO (one trial, reported", "by 2 documents)"]
    assert words(page, ".compared .from .statistic") == ["One trial, reported by 2 documents: not 2 results."]
    assert words(page, ".compared strong") == ["The same result, reported once more"]
    assert "2 documents · 1 study" in words(page, "main .meta")


def test_the_chart_tells_every_value_in_words(two: Files) -> None:
    (drawn,) = html(two, "ja/compare/response/index.html").css("svg[role=img]")
    named = (drawn.attributes["aria-labelledby"] or "").split()
    assert [each.attributes["id"] for each in drawn.css("title, desc")] == named
    title, described = (each.text() for each in drawn.css("title, desc"))
    assert title == "図：奏効、件数（例）"
    assert described == "FERRO試験（一つの試験、報告している文献2件）：全患者：12例(12/40)、n=40、区間の記載なし。"


def test_what_was_not_reached_runs_off_the_axis_and_says_so(small: Files, edit: Edit) -> None:
    edit(SOURCE, "        value: 12\n", "        value: not_reached\n")
    page = html(small, "en/compare/response/index.html")
    assert len(page.css(".chart .unreached")) == 1
    assert [mark.attributes["x"] for mark in page.css(".chart .mark")] == ["95%"]
    assert words(page, ".chart .end") == ["not reached ▷"]
    assert "not reached" in page.css("desc")[0].text()
    assert words(page, ".compared .value")[0].startswith("not reached")


def test_each_row_leads_to_its_outcome_and_says_what_was_read(small: Files) -> None:
    page = html(small, "en/compare/response/index.html")
    links = [link.attributes["href"] for link in page.css(".compared th a, .compared .between > td > a")]
    assert set(links) == {"../../sources/doe-2020/index.html#response-all"}
    assert words(page, ".compared th .statistic") == ["Cohort study · The abstract only, not the full paper"]
    assert words(page, ".compared .value .statistic") == ["no interval given"]
    assert words(page, ".compared .about li")[0].startswith("The study does not say how FERRO was compared")


def test_one_outcome_can_be_drawn_by_itself_on_another_page(small: Files) -> None:
    template = PurePosixPath("templates/source.html")
    calls = b"{% import 'chart.html' as drawing with context %}{% for o in view.outcomes %}{{ drawing.outcome_figure(o, 'drawn-' ~ o.id) }}"
    small[template] = small[template].replace(b"{% block main %}", b"{% block main %}" + calls + b"{% endfor %}")
    page = html(small, "en/sources/doe-2020/index.html")
    assert words(page, "#drawn-response-all-desc") == ["All patients: 12 patients (12/40); n=40; no interval given."]
    assert words(page, ".chart .study") == []
    assert words(page, ".chart .figures") == ["12 patients (12/40); n=40"]


@pytest.mark.parametrize("name", ["compare", "compare/response", "compare/topics/anaemia"])
def test_the_caveats_stand_on_every_page_with_figures(small: Files, name: str) -> None:
    caveats = " ".join(words(html(small, f"en/{name}/index.html"), "[role=note] li"))
    for said in (
        "neither ranked nor pooled",
        "does not show that one treatment is better",
        "never share a row or an axis",
        "one trial, not several",
    ):
        assert said in caveats


@pytest.mark.parametrize("locale", ["en", "ja"])
@pytest.mark.parametrize("name", ["compare", "compare/differences", "compare/response", "compare/topics/anaemia"])
def test_a_filter_is_a_page_that_knows_where_it_is(small: Files, locale: str, name: str) -> None:
    page = html(small, f"{locale}/{name}/index.html")
    assert len(page.css(".filters a")) == 4
    assert [link.attributes["href"] for link in page.css(".filters a[aria-current=page]")] == ["index.html"]


def test_a_filter_counts_a_result_once(two: Files) -> None:
    filters = view(two, EN, "compare").filters
    assert [(each.parts, each.results) for each in (*filters.endpoints, *filters.topics)] == [
        (("compare", "response"), 1),
        (("compare", "topics", "anaemia"), 1),
    ]


def test_a_filter_with_nothing_behind_it_says_so(small: Files) -> None:
    text = small[PurePosixPath(SOURCE)].decode()
    start, end = text.index("outcomes:\n"), text.index("keywords:\n")
    small[PurePosixPath(SOURCE)] = (text[:start] + text[end:]).encode()
    del small[PurePosixPath(DIFFERENCES)]
    for name, said in (
        ("compare", "No endpoint is reported by more than one document yet."),
        ("compare/response", "No document reports a figure for this endpoint."),
        ("compare/topics/anaemia", "No summary on this topic reports a figure that could be compared."),
        ("compare/differences", "No differences have been recorded yet."),
    ):
        assert said in words(html(small, f"en/{name}/index.html"), "main p")


def test_endpoints_that_sound_alike_warn_of_each_other(small: Files, edit: Edit) -> None:
    alike = (
        "alike:\n  name: {en: Alike, ja: 類似}\n  description: {en: Another., ja: 別のもの。}\n  unlike: [response]\n"
    )
    edit(ENDPOINTS, "response:\n", f"{alike}response:\n")
    for name, other in (("alike", "response"), ("response", "alike")):
        (link,) = html(small, f"en/compare/{name}/index.html").css(".notice .chips a")
        assert link.attributes["href"] == f"../{other}/index.html"


def test_an_endpoint_that_is_to_be_unlike_exists(small: Files, edit: Edit) -> None:
    edit(ENDPOINTS, "term: haemoglobin", "unlike: [responce]")
    (problem,) = (p for p in assemble(small).problems if p.rule != "translation-missing")
    assert (problem.rule, problem.at.dotted, problem.hint) == (
        "endpoint-unknown",
        "response.unlike[0]",
        "did you mean 'response'?",
    )


@pytest.mark.parametrize("key", ["topics", "differences"])
def test_an_endpoint_cannot_take_the_place_of_another_page(small: Files, edit: Edit, key: str) -> None:
    edit(
        ENDPOINTS,
        "response:\n",
        f"{key}:\n  name: {{en: Name, ja: 名称}}\n  description: {{en: It., ja: それ。}}\nresponse:\n",
    )
    rules = {p.rule for p in assemble(small).problems}
    assert ("address-twice" in rules) == (key == "differences")  # topics has no page of its own here


def test_a_difference_leads_to_the_sentences_that_state_it(small: Files) -> None:
    page = html(small, "ja/compare/differences/index.html")
    assert [row.attributes["id"] for row in page.css("#effect td p, #effect .statistic[id], #effect td[id]")] == [
        "effect--question",
        "effect--entries-1",
        "effect--remark",
    ]
    links = [link.attributes["href"] for link in page.css("#effect .to")]
    assert links == 2 * [f"../../sources/doe-2020/index.html#{name}" for name in ("takeaway", "responders")]
    assert "40例中12例が奏効した(12/40)。" in words(page, "#effect .said li")[0]


def test_a_document_without_an_entry_is_named_as_silent(two: Files) -> None:
    (difference,) = view(two, EN, "compare", "differences").differences
    assert [cell.card.key for cell in difference.cells] == ["doe-2020"]
    assert [card.key for card in difference.silent] == ["poe-2021"]


def test_differences_stand_in_the_order_of_the_file(small: Files, edit: Edit) -> None:
    edit(
        DIFFERENCES,
        "effect:\n",
        "zinc:\n  title: {en: Zinc, ja: 亜鉛}\n  question: {en: Zinc?, ja: 亜鉛か}\n  entries: [{source: doe-2020, en: none, ja: なし, says: [takeaway]}]\neffect:\n",
    )
    assert [each.key for each in view(small, EN, "compare", "differences").differences] == ["zinc", "effect"]


def test_a_work_that_a_remark_cites_leads_back_to_the_table(small: Files, edit: Edit) -> None:
    edit(DIFFERENCES, "says so.", "says so [@roe-2019].")
    edit(DIFFERENCES, "のみである。", "のみである[@roe-2019]。")
    page = html(small, "en/references/roe-2019/index.html")
    assert "../../compare/differences/index.html#effect--remark" in [
        a.attributes["href"] for a in page.css(".quotes a")
    ]


def test_a_missing_text_of_a_difference_is_listed_where_it_stands(small: Files, edit: Edit) -> None:
    edit(DIFFERENCES, "      ja: 一部の患者で役立った\n", "")
    page = html(small, "en/status/index.html")
    assert "../compare/differences/index.html#effect--entries-1" in [a.attributes["href"] for a in page.css("main a")]
