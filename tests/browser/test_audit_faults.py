"""Each row of the audit, fed with a page that has its fault: the fault must be found, and the same page without it must pass."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tools.audit import attack, axe, calm, needs, plain, script, sight, unfolded
from tools.audit.browser import Tab, tab
from tools.audit.rows import Miss, Reading
from tools.audit.site import Site

from tests.browser.conftest import CHROMIUM

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; on Debian: apt install chromium fonts-noto-cjk"),
]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
)
META = f'<meta http-equiv="content-security-policy" content="{POLICY}">'


def html(body: str, head: str = "") -> str:
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title>{head}</head><body>{body}</body></html>'


@pytest.fixture(scope="module")
def plain_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="light")
    yield context.new_page()
    context.close()


@pytest.fixture
def pages(tmp_path: Path) -> Site:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "site.css").write_text("body { color: #000 }", "utf-8")
    (tmp_path / "assets" / "site.js").write_text("'use strict';", "utf-8")
    return Site(tmp_path)


def contrast(page: Page, body: str) -> Reading:
    page.set_content(html(body))
    return sight.contrast(page, "page", "light")


@pytest.mark.parametrize(
    ("fault", "lowest"),
    [
        ("<p style='color:#777'>Grey on white.</p>", 4.48),
        ("<div style='background:#000'><p style='color:#555'>Grey on the black of an ancestor.</p></div>", 2.82),
        ("<p style='color:rgb(0 0 0 / .5)'>Half transparent.</p>", 3.95),
        ("<p style='opacity:.5'>Faded as a whole.</p>", 3.95),
        ("<p style='background:linear-gradient(#fff,#777)'>On a gradient.</p>", 4.69),
        ("<svg width='99' height='30'><text y='20' fill='#777'>Drawn</text></svg>", 4.48),
        (
            "<svg width='99' height='30'><rect width='99' height='30' fill='#333'></rect><text y='20'>On a bar</text></svg>",
            1.66,
        ),
        ("<style>p::before{content:'Note ';color:#777}</style><p>Before it.</p>", 4.48),
        ("<style>::placeholder{color:#777}</style><input placeholder='name' aria-label='name'>", 4.48),
        ("<p style='color:color-mix(in srgb, #000 53.4%, #fff)'>Mixed.</p>", 4.48),
        ("<details><summary>More</summary><p style='color:#777'>Folded away.</p></details>", 4.48),
    ],
)
def test_text_that_is_too_pale_is_found(plain_page: Page, fault: str, lowest: float) -> None:
    plain_page.set_content(html(fault))
    script.run(plain_page, "unfold")
    found = sight.contrast(plain_page, "page", "light")
    assert found.misses
    assert found.value == pytest.approx(lowest, abs=0.06)


def test_text_over_a_picture_is_not_taken_for_granted(plain_page: Page) -> None:
    found = contrast(
        plain_page, "<p style='background:url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)'>Over a picture.</p>"
    )
    assert "a picture is behind it" in found.misses[0].value


@pytest.mark.parametrize(
    "body",
    [
        "<p>Black on white.</p>",
        "<button disabled style='color:#aaa'>Cannot be pressed</button>",
        "<div style='background:#000;color:#fff'>White on black.</div>",
        "<svg width='99' height='30'><rect width='99' height='30' fill='#000'></rect><text y='20' fill='#fff'>On a bar</text></svg>",
    ],
)
def test_text_that_can_be_read_passes(plain_page: Page, body: str) -> None:
    assert contrast(plain_page, body).misses == ()


def test_in_the_dark_the_browsers_own_paper_is_behind_the_text(plain_page: Page) -> None:
    plain_page.emulate_media(color_scheme="dark")
    found = contrast(plain_page, "<meta name='color-scheme' content='light dark'><p style='color:#000'>Black.</p>")
    plain_page.emulate_media(color_scheme="light")
    assert found.value < 2


def targets(page: Page, body: str) -> tuple[Reading, Reading]:
    page.set_content(html(body))
    small, low = sight.targets(page, "page", "light")
    return small, low


@pytest.mark.parametrize(
    "fault",
    [
        "<p><a href='#'>Alone</a></p>",
        "<table><tr><th><a href='#'>In a cell</a></th></tr></table>",
        "<a href='#' style='display:block;width:20px;height:60px'>.</a>",
        "<p>A sentence with enough words, and <button style='position:absolute;height:20px'>a button</button></p>",
    ],
)
def test_a_small_target_is_found(plain_page: Page, fault: str) -> None:
    small, _ = targets(plain_page, fault)
    assert small.misses
    assert small.value < 24


@pytest.mark.parametrize(
    "body",
    [
        "<p>A link <a href='#'>within a sentence</a> may be as high as its line.</p>",
        "<p>文のなかの<a href='#'>リンク</a>は行の高さでよい。</p>",
        "<p><a href='#' style='display:inline-block;line-height:24px'>High enough</a></p>",
        "<style>a{position:relative}a::after{content:'';position:absolute;inset:-9px}</style><p style='margin:40px'><a href='#'>Wider than it looks</a></p>",
    ],
)
def test_a_target_that_can_be_hit_passes(plain_page: Page, body: str) -> None:
    assert targets(plain_page, body)[0].misses == ()


@pytest.mark.parametrize(
    "tag",
    [
        "<button>Press</button>",
        "<header><a href='#' style='display:block;height:30px'>Home</a></header>",
        "<input aria-label='a'>",
    ],
)
def test_a_main_target_that_is_too_low_is_found(plain_page: Page, tag: str) -> None:
    assert targets(plain_page, tag)[1].misses
    tall = f"<style>a,button,input{{display:block;min-height:44px!important}}</style>{tag}"
    assert targets(plain_page, tall)[1].misses == ()


WIDE = "<table><tr>" + "<td>a wide cell</td>" * 30 + "</tr></table>"


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (WIDE, "sticks out"),
        (f"<div style='overflow-x:auto'>{WIDE}</div>", "no named region"),
        (f"<div style='overflow:hidden'>{WIDE}</div>", "cuts off"),
        (f"<style>body{{overflow-x:clip}}</style>{WIDE}", "sticks out"),
        ("<div style='width:500px;height:9px'></div>", "scrolls sideways"),
    ],
)
def test_what_does_not_fit_a_small_phone_is_found(plain_page: Page, fault: str, says: str) -> None:
    plain_page.set_content(html(fault, "<meta name='viewport' content='width=device-width'>"))
    for found in (sight.narrow(plain_page, "page"), sight.zoomed(plain_page, "page")):
        assert any(says in miss.value for miss in found.misses), found


def test_a_wide_table_in_a_region_of_its_own_passes(plain_page: Page) -> None:
    plain_page.set_content(
        html(f"<div style='overflow-x:auto' tabindex='0' role='region' aria-label='Results'>{WIDE}</div>")
    )
    assert sight.narrow(plain_page, "page").misses == ()


def test_a_bar_that_covers_the_zoomed_page_is_found(plain_page: Page) -> None:
    plain_page.set_content(
        html("<header style='position:sticky;top:0;height:200px'>Much</header><main style='height:3000px'>Text</main>")
    )
    assert "covers" in sight.zoomed(plain_page, "page").misses[0].value


def test_what_axe_finds_is_told(plain_page: Page) -> None:
    if lack := needs.missing(needs.AXE):
        pytest.skip(lack)
    plain_page.set_content(html("<main><h1>Page</h1><img src='data:,'></main>"))
    axe.load(plain_page)
    found, _ = axe.look(plain_page, "light", axe.TAGS)
    assert [miss.like for miss in found] == ["image-alt"]


def test_what_opens_is_looked_at_too(plain_page: Page) -> None:
    plain_page.set_content(html("<div popover id='slip'><p style='color:#777'>Pale.</p></div>"))
    states = [
        (state, sight.contrast(plain_page, "page", state, unfolded.OPEN).value) for state in unfolded.each(plain_page)
    ]
    assert [(state, round(value, 1)) for state, value in states] == [("#slip shown", 4.5)]


def read_without(browser: Browser, pages: Site, body: str) -> list[Miss]:
    (pages.folder / "page.html").write_text(html(body, "<script src='assets/site.js' defer></script>"), "utf-8")
    base = f"{pages.folder.as_uri()}/"
    with tab(browser) as full, tab(browser, java_script_enabled=False) as bare:
        full.show(base + "page.html")
        return list(plain.reading(bare, base, pages, "page.html", plain.contents(full.page, plain.ENHANCEMENTS)).misses)


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        ("<p id='late'></p>", "is shown with JavaScript only"),
        ("<p><a href='nowhere.html'>Gone</a></p>", "leads to no file"),
        ("<p><a href='page.html#gone'>Gone</a></p>", "leads to a place that is not there"),
        ("<p><a href='#'>Nothing</a></p>", "is no plain link"),
        ("<p><button type='button'>Press</button></p>", "answers to nothing"),
    ],
)
def test_what_is_lost_without_javascript_is_found(browser: Browser, pages: Site, fault: str, says: str) -> None:
    late = "document.getElementById('late')?.append('Written by a script.');"
    (pages.folder / "assets" / "site.js").write_text(late, "utf-8")
    assert [says in miss.value for miss in read_without(browser, pages, fault)] == [True]


def test_a_page_that_needs_no_javascript_passes(browser: Browser, pages: Site) -> None:
    assert read_without(browser, pages, "<p id='here'>All of it. <a href='page.html#here'>Here</a></p>") == []


NOISE = """
console.log("a word");
document.cookie = "seen=1";
fetch("http://127.0.0.1:9/away").catch(() => null);
setTimeout(() => { const end = performance.now() + 120; while (performance.now() < end); }, 20);
setTimeout(() => { document.getElementById("late").style.height = "90px"; }, 40);
"""


def opened_from_disk(tab_: Tab, pages: Site) -> dict[str, Reading]:
    tab_.page.add_init_script(script.text("calm"))
    tab_.show(f"{pages.folder.as_uri()}/page.html")
    tab_.page.wait_for_timeout(400)
    settled = calm.taken(tab_.page)
    found = calm.observed(tab_, settled, "page", f"{pages.folder.as_uri()}/")
    return {reading.row: reading for reading in found} | {"tasks": Reading("tasks", "page", len(settled.tasks))}


def test_a_page_that_is_not_quiet_is_found(browser: Browser, pages: Site) -> None:
    (pages.folder / "assets" / "site.js").write_text(NOISE, "utf-8")
    (pages.folder / "page.html").write_text(
        html("<div id='late'></div><p>Text that is pushed down.</p><script src='assets/site.js'></script>"), "utf-8"
    )
    with tab(browser) as fresh:
        found = opened_from_disk(fresh, pages)
    assert {row: reading.value > 0 for row, reading in found.items()} == dict.fromkeys(
        ("shift", "console", "requests", "cookies", "tasks"), True
    ) | {"cookies": False}


def test_the_attacks_get_through_where_no_policy_stops_them(browser: Browser, pages: Site) -> None:
    (pages.folder / "page.html").write_text(html("<p>Text.</p>", "<script src='assets/site.js'></script>"), "utf-8")
    found: set[str] = set()
    for _ in range(3):  # a beacon is sent when the browser has time, which it may not have before the page is left
        found |= {miss.where for miss in attack.past(browser, pages, "page.html", has_scripts=True)}
        if "/beacon" in found:
            break
    assert {
        "inline script",
        "onclick",
        "onerror",
        "eval",
        "javascript: link",
        "style: attack-attribute",
        "srcdoc",
        "base",
    } <= found
    assert {
        "/image",
        "/script",
        "/style",
        "/frame",
        "/form?q=x",
        "/fetch",
        "/beacon",
        "/socket",
        "/font",
        "/link",
    } <= found
    assert attack.reading(browser, pages, "page.html").misses[0].like == "no policy"


def test_the_policy_stops_all_attacks_and_nothing_of_the_sites_own(browser: Browser, pages: Site) -> None:
    own = "<link rel='stylesheet' href='assets/site.css'><script src='assets/site.js'></script>"
    (pages.folder / "page.html").write_text(html("<p>Text.</p>", META + own), "utf-8")
    assert attack.reading(browser, pages, "page.html").misses == ()
    (pages.folder / "page.html").write_text(
        html("<p>Text.</p>", META.replace("script-src 'self'", "script-src 'none'") + own), "utf-8"
    )
    assert {miss.like for miss in attack.reading(browser, pages, "page.html").misses} == {"own file"}
