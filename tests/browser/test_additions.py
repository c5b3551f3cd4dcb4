"""What a page offers beyond being read: notes in place, sentences to take away, settings, layers."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; on Debian: apt install chromium fonts-noto-cjk"),
]

SOURCE = "en/sources/ng-2025/index.html"


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("#takeaway a.term[href='#term-median']", "The value in the middle"),
        ("#takeaway .note-mark", "The number 48 occurs in different senses"),
        ("#note-cancer-burden .cite a", "Global Cancer Statistics"),
    ],
)
def test_a_term_a_note_and_a_citation_open_where_they_stand(page: Page, base: str, place: str, says: str) -> None:
    page.goto(base + SOURCE)
    asked = page.locator(place).first
    asked.focus()
    page.keyboard.press("Enter")
    slip = page.get_by_role("dialog")
    expect(slip).to_be_visible()
    expect(slip).to_contain_text(says)
    assert page.url == base + SOURCE
    page.keyboard.press("Escape")
    expect(slip).to_be_hidden()
    expect(asked).to_be_focused()


@pytest.mark.parametrize(
    ("place", "target"),
    [("#takeaway .note-mark", "#note-two-48s"), ("#takeaway a.term[href='#term-median']", "#term-median")],
)
def test_a_note_in_place_leads_on_to_where_it_stands(page: Page, base: str, place: str, target: str) -> None:
    page.goto(base + SOURCE)
    page.locator(place).first.click()
    page.get_by_role("link", name="Show it on the page").click()
    assert page.url == base + SOURCE + target
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.wait_for_timeout(200)  # a browser tells late that a panel is closed; nothing may call the reader back then
    expect(page.locator(target)).to_be_in_viewport()


def test_closing_a_note_beside_it_leaves_the_reader_where_they_are(page: Page, base: str) -> None:
    page.goto(base + SOURCE)
    page.locator("#takeaway .note-mark").first.click()
    page.evaluate("window.scrollTo(0, 2500)")
    page.mouse.click(160, 20)
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.wait_for_timeout(200)
    assert page.evaluate("Math.round(scrollY)") == 2500


def test_an_address_that_was_cut_takes_nothing_from_the_page(page: Page, base: str) -> None:
    page.goto(base + SOURCE + "#50%")
    page.locator("#takeaway .note-mark").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_without_javascript_a_term_leads_to_its_meaning_on_the_same_page(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + SOURCE)
    page.locator("#takeaway a.term[href='#term-median']").click()
    assert page.url == base + SOURCE + "#term-median"
    expect(page.locator("#term-median + dd")).to_contain_text("The value in the middle")
    context.close()


def test_a_sentence_is_copied_with_what_it_rests_on_and_where_it_stands(browser: Browser, base: str) -> None:
    context = browser.new_context()
    if base.startswith("http"):
        context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(base + SOURCE)
    page.evaluate("""() => {
        window.copied = [];
        navigator.clipboard.writeText = async (text) => { window.copied.push(text); };
    }""")
    page.locator("#plain-cycles").hover()
    page.locator("#plain-cycles .here").click()
    page.get_by_role("button", name="Copy with its source").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    copied = page.evaluate("window.copied").pop().split("\n")
    assert copied[0] == "The number of treatments in the initial course is given as “up to 4 to 6”."
    assert copied[1].startswith("— Ng")
    assert copied[1].endswith("Taiyaku: Submitted, not reviewed")
    assert copied[2] == base + SOURCE + "#plain-cycles"
    context.close()


def test_a_copy_names_the_works_that_it_cites_and_whose_words_it_is(page: Page, base: str) -> None:
    page.goto(base + SOURCE)
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
    page.locator("#note-cancer-burden .here").click()
    page.get_by_role("button", name="Copy with its source").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    said, work, whence, _ = page.evaluate("window.copied").split("\n")
    number = said.partition("cancer statistics [")[2].partition("]")[0]
    assert number.isdigit()
    assert work.startswith(f"[{number}] Sung H")
    assert whence.startswith("— Curator's note on: Ng")


def test_a_refused_copy_is_said(page: Page, base: str) -> None:
    page.goto(base + SOURCE)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.locator("#plain-cycles .here").click()
    page.get_by_role("button", name="Copy the link").click()
    expect(page.get_by_role("status")).to_have_text("The browser did not allow copying.")


def test_the_facing_view_copies_both_languages(page: Page, base: str) -> None:
    page.goto(base + "ja/sources/ng-2025/parallel/index.html")
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
    page.locator("#plain-cycles .here").click()
    page.get_by_role("button", name="出典付きでコピー").click()
    expect(page.get_by_role("status")).to_have_text("コピーしました。")
    assert page.evaluate("window.copied").split("\n")[:2] == [
        "The number of treatments in the initial course is given as “up to 4 to 6”.",
        "はじめの治療の回数は、「最大4〜6回」と書かれています。",
    ]


def test_one_layer_can_be_read_and_a_link_into_the_other_brings_it_back(page: Page, base: str) -> None:
    page.goto(base + SOURCE)
    page.get_by_role("button", name="In plain words").click()
    expect(page.locator("#key-points-1")).to_be_hidden()
    expect(page.locator("#plain-cycles")).to_be_visible()
    page.goto(base + "en/sources/volkova-2025/index.html")
    expect(page.locator("#key-points-1")).to_be_hidden()
    page.evaluate("location.hash = 'sec-key-points'")
    expect(page.locator("#key-points-1")).to_be_visible()
    page.get_by_role("button", name="In plain words").click()
    expect(page.locator("#key-points-1")).to_be_hidden()
    page.get_by_role("button", name="On this page").click()
    page.get_by_role("link", name="Key points").click()
    expect(page.locator("#key-points-1")).to_be_visible()


def test_colours_and_size_are_kept_from_page_to_page(page: Page, base: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(base + SOURCE)
    before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("button", name="Display").click()
    page.get_by_label("Dark").check()
    page.get_by_label("Very large").check()
    page.goto(base + "ja/glossary/index.html")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != before
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "21px"
    assert page.context.cookies() == []


def test_the_gate_remembers_a_language_only_when_it_was_chosen(page: Page, base: str) -> None:
    page.goto(base + "ja/index.html")
    page.goto(base + "index.html")
    assert page.url == base + "index.html"
    page.get_by_role("link", name="日本語").click()
    page.goto(base + "index.html")
    page.wait_for_url(base + "ja/index.html")
    page.goto(base + "en/topics/index.html")
    assert page.url == base + "en/topics/index.html"


def test_the_contents_tell_which_part_is_read(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(base + SOURCE)
    page.locator("#sec-limitations").evaluate("e => e.scrollIntoView()")
    expect(page.locator(".contents a[aria-current]")).to_have_text("Limitations")
    expect(page.locator(".contents")).to_be_in_viewport()
    context.close()


def test_pointing_at_a_sentence_marks_its_partner(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(base + "en/sources/ng-2025/parallel/index.html")
    partner = page.locator("#plain-cycles p[lang=ja]")
    plain = partner.evaluate("e => getComputedStyle(e).backgroundColor")
    page.locator("#plain-cycles p[lang=en]").hover()
    assert partner.evaluate("e => getComputedStyle(e).backgroundColor") != plain
    page.locator("#plain-survival p[lang=en]").hover()
    assert partner.evaluate("e => getComputedStyle(e).backgroundColor") == plain
    page.locator("#plain-cycles .here").focus()
    assert partner.evaluate("e => getComputedStyle(e).backgroundColor") != plain
    context.close()
