"""Citations in a browser: a number and a range open their works in place, and each list entry leads back."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; on Debian: apt install chromium fonts-noto-cjk"),
]

SOURCE = "en/sources/volkova-2025/index.html"


def test_a_range_opens_all_its_works_at_once(page: Page, base: str) -> None:
    page.goto(base + SOURCE)
    ranged = page.locator(".cite a[data-to]").first
    first = int((ranged.get_attribute("href") or "").removeprefix("#cited-"))
    last = int(ranged.get_attribute("data-to") or "")
    ranged.focus()
    page.keyboard.press("Enter")
    slip = page.get_by_role("dialog")
    expect(slip).to_be_visible()
    assert last - first >= 2
    for number in range(first, last + 1):
        expect(slip).to_contain_text(page.locator(f"#cited-{number} .work").inner_text())
    assert slip.locator(".back").count() == 0
    page.keyboard.press("Escape")
    expect(ranged).to_be_focused()


def test_a_copied_sentence_names_every_work_of_a_range(page: Page, base: str) -> None:
    page.goto(base + SOURCE)
    sentence = page.locator(".s:has(.cite a[data-to])").first
    sentence.locator("a.here").click()
    slip = page.get_by_role("dialog")
    shown = page.evaluate("document.querySelector('.slip').innerText")
    assert "Copy with its source" in shown
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })"
    )
    slip.get_by_role("button", name="Copy with its source").click()
    expect(slip).to_contain_text("Copied.")
    copied = page.evaluate("window.copied")
    ranged = sentence.locator(".cite a[data-to]").first
    first = int((ranged.get_attribute("href") or "").removeprefix("#cited-"))
    for number in range(first, int(ranged.get_attribute("data-to") or "") + 1):
        assert f"[{number}] " in copied
    assert "↑" not in copied


@pytest.mark.parametrize("javascript", [True, False])
def test_an_entry_leads_back_to_the_mark_that_cites_it(browser: Browser, base: str, *, javascript: bool) -> None:
    context = browser.new_context(java_script_enabled=javascript, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(base + SOURCE)
    back = page.locator(".cited a.back").nth(5)
    target = back.get_attribute("href") or ""
    back.click()
    assert page.url.endswith(target)
    expect(page.locator(target)).to_be_in_viewport()
    context.close()
