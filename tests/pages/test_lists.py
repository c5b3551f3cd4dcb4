"""Lists that are longer than a page: their parts, what leads from one to the next, and what stands in each."""

from pathlib import PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from taiyaku.app.build import Built, assemble
from taiyaku.base.locale import Locale
from taiyaku.pages import data, status
from taiyaku.pages.lists import SIZES
from tests.app.engine.edits import edits
from tests.approving import approve_all
from tests.checks.told import SEED, SOURCE
from tests.conftest import Files
from tests.pages.reading import sound, words

EARLIER, EARLIER_SEED = "content/sources/abe-2019.yaml", "seeds/abe-2019.yaml"


@pytest.fixture
def many(small: Files, monkeypatch: pytest.MonkeyPatch) -> Files:
    """A project of which each list is cut: two sources of which the first is the older, three works, two terms."""
    for name in SIZES:
        monkeypatch.setitem(SIZES, name, 1)
    text = small[PurePosixPath(SOURCE)].decode()
    own = "seed: doe-2020\ncitation: doe-2020", "seed: abe-2019\ncitation: roe-2019"
    small[PurePosixPath(EARLIER)] = text.replace(*own).replace("updated: 2026-01-02", "updated: 2026-01-01").encode()
    small[PurePosixPath(EARLIER_SEED)] = small[PurePosixPath(SEED)]
    for name in ("more works", "a term"):
        edits()[name](small)
    return small


def page(built: Built, name: str) -> LexborHTMLParser:
    assert built.ok, built.problems
    return LexborHTMLParser(built.files[PurePosixPath(name)].decode())


def hrefs(tree: LexborHTMLParser, selector: str) -> list[str | None]:
    return [node.attributes["href"] for node in tree.css(selector)]


@pytest.mark.parametrize(
    ("folder", "parts"), [("sources", 2), ("references", 3), ("trials", 1), ("glossary", 2), ("status", 2)]
)
def test_each_list_has_the_parts_that_it_takes(many: Files, folder: str, parts: int) -> None:
    built = assemble(many)
    names = {path.name for path in built.files if path.parent == PurePosixPath("ja", folder)}
    assert names == {"index.html", *(f"page-{n}.html" for n in range(2, parts + 1))}
    shown = page(built, f"ja/{folder}/index.html").css("nav.turns")
    assert bool(shown) == (parts > 1)


def test_a_part_leads_to_those_before_and_after(many: Files) -> None:
    middle = page(assemble(many, base_url="https://a.test/"), "en/references/page-2.html")
    turns = middle.css("nav.turns")[0]
    assert turns.attributes["aria-label"] == "Pages"
    assert [(a.text(), a.attributes["href"], a.attributes.get("rel")) for a in turns.css("a")] == [
        ("Previous page", "index.html", "prev"),
        ("1", "index.html", None),
        ("2", "page-2.html", None),
        ("3", "page-3.html", None),
        ("Next page", "page-3.html", "next"),
    ]
    assert words(middle, "nav.turns [aria-current=page]") == ["2"]
    assert hrefs(middle, "head link[rel=prev], head link[rel=next]") == ["index.html", "page-3.html"]
    assert hrefs(middle, "head link[rel=canonical]") == ["https://a.test/en/references/page-2.html"]


def test_the_ends_lead_one_way(many: Files) -> None:
    built = assemble(many)
    first, last = (page(built, f"en/references/{name}.html") for name in ("index", "page-3"))
    assert hrefs(first, "head link[rel=prev], head link[rel=next]") == ["page-2.html"]
    assert hrefs(last, "head link[rel=prev], head link[rel=next]") == ["page-2.html"]


@pytest.mark.parametrize(("locale", "told"), [("en", " (page 2 of 3)"), ("ja", "（2/3ページ）")])
def test_a_part_says_which_it_is(many: Files, locale: str, told: str) -> None:
    built = assemble(many)
    second, first = page(built, f"{locale}/references/page-2.html"), page(built, f"{locale}/references/index.html")
    assert told in second.css("title")[0].text()
    assert second.css("h1")[0].text().endswith(told)
    assert told.strip(" ()（）") not in first.css("head")[0].text()
    assert f'"name":"{first.css("h1")[0].text()}{told}"' in second.css("script[type='application/ld+json']")[0].text()


def test_the_other_language_has_the_same_part(many: Files) -> None:
    second = page(assemble(many), "en/references/page-2.html")
    assert hrefs(second, "a[data-switch]") == ["../../ja/references/page-2.html"]
    assert hrefs(second, "link[hreflang]") == ["page-2.html", "../../ja/references/page-2.html", "page-2.html"]


def test_the_menu_leads_back_to_the_first_part(many: Files) -> None:
    second = page(assemble(many), "en/references/page-2.html")
    here = second.css(".sections [aria-current]")[0]
    assert (here.attributes["href"], here.attributes["aria-current"]) == ("index.html", "true")


def test_all_parts_together_are_the_list(many: Files) -> None:
    built = assemble(many)
    names = ("index", "page-2", "page-3")
    found = [hrefs(page(built, f"en/references/{name}.html"), ".works > li a[href$='index.html']") for name in names]
    assert found == [["doe-2020/index.html"], ["lee-2018/index.html"], ["roe-2019/index.html"]]


def test_an_initial_leads_to_the_part_where_it_stands(many: Files) -> None:
    second = page(assemble(many), "en/glossary/page-2.html")
    assert [(a.text(), a.attributes["href"]) for a in second.css(".initials a")] == [
        ("F", "index.html#sec-1"),
        ("H", "#sec-1"),
    ]


def test_the_first_page_shows_the_newest_and_leads_to_all(many: Files) -> None:
    home = sound(many, "ja/index.html")
    assert hrefs(home, ".card-title a") == ["sources/doe-2020/index.html"]
    assert words(home, "#sec-sources, .actions a[href='sources/index.html']") == [
        "新しい要約",
        "要約をすべて見る（2件）",
    ]


def test_a_changed_sentence_is_shown_with_its_summary(many: Files) -> None:
    """Its summary is on the second part of the status page; the mark beside the sentence leads there."""
    earlier = {name: many.pop(PurePosixPath(name)) for name in (EARLIER, EARLIER_SEED)}
    approve_all(many)
    many |= {PurePosixPath(name): text for name, text in earlier.items()}
    many[PurePosixPath(SOURCE)] = many[PurePosixPath(SOURCE)].replace(b"en: Give iron.", b"en: Please give iron.")
    built = assemble(many)
    mark = page(built, "en/sources/doe-2020/index.html").css("a[href*='status/page']")[0]
    assert mark.attributes["href"] == "../../status/page-2.html#doe-2020--recommendations-1"
    assert page(built, "en/status/page-2.html").css_matches("[id='doe-2020--recommendations-1']")
    first = page(built, "en/status/index.html")
    assert "No approved sentence of these summaries has changed." in first.css("main")[0].text()


def test_the_status_of_all_else_is_on_the_first_part(many: Files) -> None:
    built = assemble(many)
    first, second = (page(built, f"en/status/{name}.html") for name in ("index", "page-2"))
    assert [bool(each.css("#sec-works")) for each in (first, second)] == [True, False]
    assert hrefs(second, ".tallies a") == ["../sources/doe-2020/index.html"] * 2


def test_texts_that_are_not_listed_are_counted(small: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status, "LACKING", 1)
    path = PurePosixPath(SOURCE)
    small[path] = small[path].replace("      ja: 成人\n".encode(), b"").replace("  ja: 鉄を与える。\n".encode(), b"")
    small[path] = small[path].replace("population: {en: Adults, ja: 成人}".encode(), b"population: {en: Adults}")
    listed = words(sound(small, "en/status/index.html"), "section[aria-labelledby=sec-missing] li")
    assert len(listed) == 2
    assert listed[1].endswith("· 1 more texts")


def test_many_files_of_summaries_are_counted_and_not_listed(many: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "LISTED", 1)
    tree = sound(many, "ja/data/index.html")
    assert hrefs(tree, "main a[href*='data/sources/']") == []
    assert "全2ファイル" in tree.css("main")[0].text()


def test_a_list_of_one_page_is_not_cut(small: Files) -> None:
    assert not [path for path in assemble(small).files if path.name.startswith("page-")]


def test_both_languages_are_cut_alike(many: Files) -> None:
    paths = {path for path in assemble(many).files if path.name.startswith("page-")}
    assert {PurePosixPath(*path.parts[1:]) for path in paths if path.parts[0] == Locale.EN} == {
        PurePosixPath(*path.parts[1:]) for path in paths if path.parts[0] == Locale.JA
    }
