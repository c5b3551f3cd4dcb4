"""The first site in headless Chromium: opened from disk, and served under a sub-path."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; on Debian: apt install chromium fonts-noto-cjk"),
]

SAMPLE = [
    "index.html",
    "404.html",
    "en/index.html",
    "ja/sources/index.html",
    "en/sources/ng-2025/index.html",
    "ja/sources/lupsma-liver-metastasis/index.html",
    "ja/sources/lesions-after-two-cycles/parallel/index.html",
    "en/references/volkova-2025/index.html",
    "ja/references/index.html",
    "ja/trials/vision/index.html",
    "en/glossary/index.html",
    "ja/glossary/hazard-ratio/index.html",
    "en/pages/how-to-read/index.html",
    "ja/status/index.html",
    "ja/status/rules/index.html",
    "en/compare/index.html",
    "ja/compare/overall-survival/index.html",
    "ja/compare/cycles-received/index.html",
    "en/compare/topics/safety/index.html",
    "ja/compare/differences/index.html",
    "ja/data/index.html",
]


def test_pages_are_quiet_fetch_nothing_from_elsewhere_and_fit_a_small_phone(page: Page, base: str) -> None:
    said: list[str] = []
    fetched: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: fetched.append(request.url))
    for name in SAMPLE:
        page.goto(base + name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
    assert said == []
    assert [url for url in fetched if not url.startswith(base)] == []


def test_no_text_of_a_chart_is_small_or_leaves_its_frame(page: Page, base: str) -> None:
    for name in SAMPLE:
        if "compare" in name:
            page.goto(base + name)
            measured = page.evaluate(
                """() => [...document.querySelectorAll(".chart text")].map((text) => {
                    const frame = text.closest("figure").getBoundingClientRect(), box = text.getBoundingClientRect();
                    const fits = frame.left <= box.left && box.right <= frame.right;
                    return [text.textContent, fits, parseFloat(getComputedStyle(text).fontSize)];
                })"""
            )
            assert [text for text, fits, size in measured if not fits or size < 12] == [], name


def test_the_locale_switch_keeps_page_and_place(page: Page, base: str) -> None:
    page.goto(base + "en/sources/lupsma-liver-metastasis/index.html#psa-response")
    page.get_by_role("link", name="日本語").click()
    assert page.url == base + "ja/sources/lupsma-liver-metastasis/index.html#psa-response"
    assert "30.23%" in (page.locator(":target").text_content() or "")
    page.get_by_role("link", name="English").click()
    assert page.url == base + "en/sources/lupsma-liver-metastasis/index.html#psa-response"


def test_without_javascript_the_switch_still_leads_to_the_same_page(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + "ja/glossary/psma/index.html")
    page.get_by_role("link", name="English").click()
    assert page.url == base + "en/glossary/psma/index.html"
    context.close()


def test_from_the_gate_to_a_sentence_in_both_languages(page: Page, base: str) -> None:
    page.goto(base)
    if base.startswith("file"):
        page.goto(base + "index.html")
    page.get_by_role("link", name="日本語").click()
    page.locator(".card-title a").first.click()
    page.locator(".plain-words .here").first.click()
    page.get_by_role("dialog").get_by_role("link", name="この文を対訳で見る").click()
    target = page.locator(".facing:target")
    expect(target.locator("p[lang=en]")).to_be_visible()
    expect(target.locator("p[lang=ja]")).to_be_visible()


def test_a_citation_leads_to_its_work_and_the_work_back_to_the_sentence(page: Page, base: str) -> None:
    page.goto(base + "en/sources/volkova-2025/index.html")
    page.locator("#listed-twice .cite a").first.click()
    page.get_by_role("dialog").get_by_role("link").first.click()
    assert page.url.startswith(base + "en/references/")
    page.locator("a[href$='sources/volkova-2025/index.html#listed-twice']").click()
    assert page.url == base + "en/sources/volkova-2025/index.html#listed-twice"


def test_a_raised_nuclide_is_copied_as_plain_text(page: Page, base: str) -> None:
    page.goto(base + "en/sources/ng-2025/index.html")
    copied = page.evaluate(
        """() => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector('#takeaway'));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            return getSelection().toString();
        }"""
    )
    assert "[177Lu]Lu-PSMA" in copied
    assert "⇄" not in copied


CUT_OFF = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), cut = [];
    while (walker.nextNode()) {
        const text = walker.currentNode;
        if (!text.data.trim() || text.parentElement.closest(".hidden, .skip, .scroll, [popover]:not(:popover-open)")) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        if ([...range.getClientRects()].some((box) => box.width > 1 && box.right > innerWidth + 1)) cut.push(text.data.trim());
    }
    return cut;
}"""


def test_very_large_text_is_not_cut_off_on_a_small_phone(page: Page, base: str) -> None:
    page.add_init_script("localStorage.setItem('taiyaku-size', '3')")
    for name in [*SAMPLE, "en/sources/lupsma-liver-metastasis/index.html", "en/compare/psa-response/index.html"]:
        page.goto(base + name)
        assert page.evaluate(CUT_OFF) == [], name
