"""The search of the first site in headless Chromium: opened from disk, and served under a sub-path."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from taiyaku.app.build import Built
from taiyaku.base.locale import Locale
from taiyaku.language.search_words import search_words, stem
from taiyaku.pages.search import passages
from taiyaku.render.search_texts import Document, document
from tests.browser.conftest import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; on Debian: apt install chromium fonts-noto-cjk"),
]

HERE = Path(__file__).parent
CASES = json.loads((HERE.parent / "language" / "search_cases.json").read_text("utf-8"))


def table() -> list[dict[str, str]]:
    lines = (HERE / "search_queries.tsv").read_text("utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if line[:1] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A small phone; what a page says on the console or fails at fails the test."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert said == []


def answered(page: Page, query: str) -> None:
    """Waits until nothing more will come of a query by itself."""
    page.wait_for_function("q => document.getElementById('results').dataset.answers === q", arg=query.strip())


def search(page: Page, query: str) -> list[str]:
    """Types a query; the places of its results below the language's folder (`glossary/psma`, `sources/x#results-3`)."""
    page.fill("#q", query)
    answered(page, query)
    links = page.locator("#results > li > a")
    hrefs = [link.get_attribute("href") or "" for link in links.all()]
    return [href.removeprefix("../../").partition("/")[2].replace("/index.html", "") for href in hrefs]


def marks(page: Page) -> list[str]:
    return page.locator("#results > li").first.locator("mark").all_text_contents()


def found(page: Page) -> str:
    return page.locator("#found").text_content() or ""


def documents(real: Built, locale: Locale) -> list[Document]:
    assert real.library is not None
    return [document(each, real.library.references) for each in passages(real.library, locale)]


def test_the_table_has_twenty_queries_a_language() -> None:
    assert [sum(row["lang"] == lang for row in table()) for lang in ("en", "ja")] == [20, 20]


def test_forty_queries_find_what_they_should_among_the_first_three(page: Page, base: str) -> None:
    missed = []
    for lang in ("en", "ja"):
        page.goto(f"{base}{lang}/search/index.html")
        for row in (row for row in table() if row["lang"] == lang):
            places = search(page, row["query"])[:3]
            if (row["place"] not in places) if row["holds"] else places:
                missed.append((row["query"], places))
            elif row["holds"]:
                assert row["holds"] in page.locator("#results > li").nth(places.index(row["place"])).inner_text()
    assert missed == []


def test_both_programs_fold_and_part_the_same_texts_alike(page: Page, base: str, real: Built) -> None:
    page.goto(f"{base}en/search/index.html")
    in_browser = page.evaluate(
        "all => all.map((t) => [taiyakuText.fold(t).text, taiyakuText.words(t)])", [c["text"] for c in CASES]
    )
    assert in_browser == [[case["folded"], case["words"]] for case in CASES]
    texts = [f"{each.text} {each.other}" for locale in Locale for each in documents(real, locale)]
    assert page.evaluate("all => all.map(taiyakuText.words)", texts) == [list(search_words(text)) for text in texts]


def test_every_place_of_a_compared_text_leads_to_its_letters(page: Page, base: str, real: Built) -> None:
    page.goto(f"{base}en/search/index.html")
    texts = [each.text for locale in Locale for each in documents(real, locale)] + [case["text"] for case in CASES]
    astray = page.evaluate(
        """all => all.filter((source) => {
            const { text, from, to } = taiyakuText.canonical(source);
            return from.length !== text.length || from.some((at, n) => at > to[n] || (n && from[n - 1] > at) || to[n] > source.length);
        })""",
        texts,
    )
    assert astray == []


@pytest.mark.parametrize(
    ("lang", "query"),
    [("en", "liver"), ("en", "metastases"), ("en", "0.62"), ("ja", "肝転移"), ("ja", "去勢抵抗性"), ("ja", "肝")],
)
def test_the_count_is_that_of_the_texts(page: Page, base: str, real: Built, lang: str, query: str) -> None:
    texts = [f"{each.text} · {each.other}" for each in documents(real, Locale(lang))]
    key = stem(query)
    true = sum(query in text or any(word.startswith(key) for word in search_words(text)) for text in texts)
    page.goto(f"{base}{lang}/search/index.html")
    search(page, query)
    assert found(page) == (f"{true} results" if lang == "en" else f"{true}件")


@pytest.mark.parametrize(
    ("lang", "query", "marked"),
    [
        ("en", "PSMA617", ["PSMA-617", "PSMA-617"]),
        ("en", "Bogemann", ["Bögemann"]),
        ("en", "“tumor burden”", ["tumour burden"]),
        ("ja", "前立腺ガン", ["前立腺癌", "前立腺がん"]),
        ("ja", "りがんど", ["リガンド", "りがんど"]),
        ("ja", "8.35ヶ月", ["8.35か月"]),
    ],
)
def test_the_words_found_are_marked_as_they_are_written(
    page: Page, base: str, lang: str, query: str, marked: list[str]
) -> None:
    page.goto(f"{base}{lang}/search/index.html")
    search(page, query)
    assert marks(page) == marked


def test_a_result_leads_to_its_sentence(page: Page, base: str) -> None:
    page.goto(f"{base}ja/search/index.html")
    places = search(page, "追跡期間中央値は10か月")
    page.locator("#results > li > a").first.click()
    assert page.url == base + "ja/" + places[0].replace("#", "/index.html#")
    assert "追跡期間中央値は10か月" in (page.locator(":target").text_content() or "")


def test_both_languages_are_searched_on_request_and_told_apart(page: Page, base: str) -> None:
    page.goto(f"{base}en/search/index.html")
    assert not any("ja/" in (a.get_attribute("href") or "") for a in page.locator("#results a").all())
    page.get_by_label("Both languages").check()
    search(page, "VISION")
    other = page.locator("#results > li > a[href^='../../ja/']").first
    while not other.count():
        shown = page.locator("#results > li").count()
        page.get_by_role("button", name="Show more").click()
        expect(page.locator("#results > li").nth(shown)).to_be_visible()
    assert other.get_attribute("lang") == "ja"
    assert "Japanese" in (
        page.locator("#results > li", has=page.locator("a[href^='../../ja/']")).first.text_content() or ""
    )
    hrefs = [a.get_attribute("href") for a in page.locator("#results > li > a").all()]
    assert hrefs.count("../../en/trials/vision/index.html") == 1
    assert "../../ja/trials/vision/index.html" not in hrefs


def test_where_this_language_holds_nothing_the_other_is_offered(page: Page, base: str) -> None:
    page.goto(f"{base}en/search/index.html")
    search(page, "転帰")
    assert found(page) == "Nothing holds “転帰”."
    expect(page.locator("#search-notes")).to_contain_text("On the Japanese pages:")
    page.get_by_role("button", name="Show both languages").click()
    answered(page, "転帰")
    assert page.locator("#results > li > a mark").first.text_content() == "転帰"
    assert page.get_by_label("Both languages").is_checked()


def test_a_near_word_is_told(page: Page, base: str) -> None:
    page.goto(f"{base}en/search/index.html")
    search(page, "neutropnia")
    assert (
        page.locator("#search-notes").text_content()
        == "Nothing holds “neutropnia”; these are the results for “neutropenia”."
    )


def test_cancer_is_not_found_in_ligand(page: Page, base: str) -> None:
    page.goto(f"{base}ja/search/index.html")
    for query in ("癌", "がん"):
        assert "glossary/ligand" not in search(page, query)
        assert "ガン" not in marks(page)


def test_a_search_can_be_shared_and_switched_to_the_other_language(page: Page, base: str) -> None:
    page.goto(f"{base}en/search/index.html?q=liver+8.35&in=both")
    answered(page, "liver 8.35")
    assert page.input_value("#q") == "liver 8.35"
    assert page.get_by_label("Both languages").is_checked()
    page.get_by_label("This language").check()
    search(page, "PSMA-617")
    page.wait_for_url(f"{base}en/search/index.html?q=PSMA-617")
    page.get_by_role("link", name="日本語").click()
    page.wait_for_url(f"{base}ja/search/index.html?q=PSMA-617")
    answered(page, "PSMA-617")
    assert "glossary/lu-psma-617" in page.locator("#results a").first.evaluate("a => a.href")


def test_the_keyboard_alone_finds_and_opens_a_sentence(page: Page, base: str) -> None:
    page.goto(f"{base}en/sources/ng-2025/index.html")
    page.keyboard.press("/")
    page.wait_for_url(f"{base}en/search/index.html")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("liver 8/35")
    assert page.input_value("#q") == "liver 8/35"
    page.keyboard.press("Escape")
    assert page.input_value("#q") == ""
    page.keyboard.type("liver")
    answered(page, "liver")
    links = page.locator("#results > li > a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}en/glossary/liver-metastasis/index.html")


def test_the_key_that_opens_the_search_can_be_switched_off(page: Page, base: str) -> None:
    page.goto(f"{base}en/search/index.html")
    page.get_by_label("The / key opens the search").uncheck()
    page.goto(f"{base}en/sources/ng-2025/index.html")
    page.keyboard.press("/")
    assert page.url == f"{base}en/sources/ng-2025/index.html"
    page.goto(f"{base}en/search/index.html")
    expect(page.get_by_label("The / key opens the search")).not_to_be_checked()


def test_more_results_come_on_request_and_the_first_of_them_is_focused(page: Page, base: str) -> None:
    page.goto(f"{base}en/search/index.html")
    assert len(search(page, "patients")) == 10
    page.get_by_role("button", name="Show more").click()
    expect(page.locator("#results > li > a").nth(10)).to_be_focused()
    assert page.locator("#results > li").count() == 20


def test_all_results_can_be_reached_once_each(page: Page, base: str) -> None:
    page.goto(f"{base}ja/search/index.html")
    search(page, "前立腺")
    while page.get_by_role("button", name="さらに表示").is_visible():
        shown = page.locator("#results > li").count()
        page.get_by_role("button", name="さらに表示").click()
        expect(page.locator("#results > li").nth(shown)).to_be_visible()
    hrefs = page.locator("#results > li > a").evaluate_all("all => all.map((a) => a.href)")
    assert f"{len(hrefs)}件" == found(page)
    assert len(set(hrefs)) == len(hrefs)


def test_signs_around_a_word_change_nothing(page: Page, base: str) -> None:
    page.goto(f"{base}en/search/index.html")
    plain, told = search(page, "liver"), found(page)
    assert search(page, "(((liver") == plain
    assert found(page) == told


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("   ", "Results appear while you type."),
        ("😀", "There is no letter or figure to search for in “😀”."),
        ('"', 'There is no letter or figure to search for in “"”.'),
        ("…・!?", "There is no letter or figure to search for in “…・!?”."),
        ("<script>alert(1)</script>", "Nothing holds “<script>alert(1)</script>”."),
        ("[a-z]+\\", None),
        ("zzzz " * 40, None),
        ("한국어", "There is no letter or figure to search for in “한국어”."),
        ("constructor __proto__", "Nothing holds “constructor __proto__”."),
    ],
)
def test_an_odd_query_is_harmless_and_answered(page: Page, base: str, query: str, told: str | None) -> None:
    page.goto(f"{base}en/search/index.html")
    query = query[:200]
    search(page, query)
    assert told is None or found(page) == told
    assert page.locator("#results script, #found script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_query_in_the_address_is_text_and_cut_to_what_the_field_holds(page: Page, base: str) -> None:
    page.goto(f"{base}en/search/index.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    answered(page, "<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0
    page.goto(f"{base}en/search/index.html?q={'liver+' * 500}")
    page.wait_for_function("document.getElementById('found').textContent !== ''")
    assert found(page) != ""


def test_one_letter_finds_that_word_only(page: Page, base: str) -> None:
    page.goto(f"{base}en/search/index.html")
    search(page, "p")
    assert {mark.casefold() for mark in page.locator("#results mark").all_text_contents()} == {"p"}


def test_the_last_of_many_quick_queries_is_the_one_answered(page: Page, base: str) -> None:
    page.goto(f"{base}ja/search/index.html")
    page.locator("#q").press_sequentially("enzalutamide")
    answered(page, "enzalutamide")
    assert marks(page) == ["enzalutamide"] or "enzalutamide" in " ".join(
        page.locator("#results mark").all_text_contents()
    )


def test_without_javascript_the_page_says_so_and_leads_on(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}en/search/index.html")
    expect(page.locator("form[role=search]")).to_be_hidden()
    expect(page.locator("noscript .notice")).to_contain_text("The search needs JavaScript")
    page.locator("noscript").get_by_role("link", name="Glossary").click()
    assert page.url == f"{base}en/glossary/index.html"
    context.close()


def test_an_index_that_is_not_there_is_told(browser: Browser, base: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/search/en/meta.js", lambda route: route.abort())
    page.goto(f"{base}en/search/index.html")
    search(page, "liver")
    assert found(page) == "The search index could not be loaded."
    context.close()


def test_a_first_query_fetches_a_part_of_the_index_and_nothing_from_elsewhere(
    page: Page, base: str, folder: Path
) -> None:
    page.goto(f"{base}en/search/index.html")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    search(page, "10.1056/NEJMoa2107322")
    assert all(url.startswith(f"{base}assets/") and "/search/ja/" not in url for url in fetched)
    whole = sum(file.stat().st_size for file in (folder / "deep/guide/assets/search").rglob("*.js"))
    part = sum((folder / "deep/guide" / url.removeprefix(base).partition("?")[0]).stat().st_size for url in fetched)
    assert part < whole / 4
