import io
from datetime import date
from pathlib import Path, PurePosixPath

from lxml import etree
from msgspec.structs import replace

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.model.site import Site
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, Text
from taiyaku.render.sitemap import alternates, robots, sitemap_entry, sitemap_file, sitemap_index

DATA = Path(__file__).parents[1] / "data"
EN, JA = Locale.EN, Locale.JA
LABEL = {"en": "x", "ja": "あ"}
SITE = Site.model_validate(
    dict.fromkeys(("title", "tagline", "description", "subject"), LABEL)
    | {"base_url": "https://a.test/g/", "texts_licence": {"name": "CC0", "url": "https://a.test/l"}}
)


def page(
    locale: Locale | None, *parts: str, covered: tuple[Locale, ...] = (EN, JA), updated: date | None = None
) -> Page:
    at = Place(PurePosixPath("x"))
    return Page(Route(locale, parts), "x.html", Text("", EN), None, at, covered=covered, updated=updated)


def sitemap(*pages: Page) -> bytes:
    entries = (sitemap_entry(page, SITE) for page in pages)
    return sitemap_file(entry.text for entry in entries if entry)


def test_a_page_in_both_languages_names_both_and_the_default() -> None:
    assert alternates(page(JA, "sources", "a"), SITE) == [
        ("en", "en/sources/a/"),
        ("ja", "ja/sources/a/"),
        ("x-default", "en/sources/a/"),
    ]


def test_a_page_that_is_not_translated_names_only_what_there_is() -> None:
    only_ja = page(EN, "sources", "a", covered=(JA,))
    assert alternates(only_ja, SITE) == [("ja", "ja/sources/a/"), ("x-default", "ja/sources/a/")]
    assert b"/en/sources/a/" not in sitemap(only_ja)


def test_the_default_of_the_first_page_is_the_gate() -> None:
    assert alternates(page(EN), SITE)[-1] == ("x-default", "")


def test_what_no_language_owns_has_no_alternates() -> None:
    assert alternates(page(None, covered=()), SITE) == []
    assert b"<loc>https://a.test/g/</loc>" in sitemap(page(None, covered=()))


def test_robots_leads_to_the_sitemap() -> None:
    assert robots(SITE).endswith(b"Sitemap: https://a.test/g/sitemap.xml\n")


def test_the_day_of_the_last_change_is_told_where_it_is_known() -> None:
    assert b"<lastmod>2026-11-22</lastmod>" in sitemap(page(EN, "sources", "a", updated=date(2026, 11, 22)))
    assert b"<lastmod>" not in sitemap(page(EN, "glossary"))


def test_an_index_names_every_sitemap_with_its_latest_day() -> None:
    index = etree.parse(io.BytesIO(sitemap_index([date(2026, 11, 2), None], SITE)))
    etree.XMLSchema(etree.parse(DATA / "siteindex.xsd")).assertValid(index)
    assert [[child.text for child in each] for each in index.getroot()] == [
        ["https://a.test/g/sitemap-1.xml", "2026-11-02"],
        ["https://a.test/g/sitemap-2.xml"],
    ]


def test_a_part_of_a_page_is_announced_and_what_stands_for_no_page_is_not() -> None:
    whole = page(EN, "references")
    part, missing = (
        replace(whole, route=whole.route.in_part(2)),
        Page(Route(None, (), "404.html"), "", Text("", EN), None, whole.source, covered=()),
    )
    assert b"<loc>https://a.test/g/en/references/page-2.html</loc>" in sitemap(part)
    assert alternates(part, SITE)[1] == ("ja", "ja/references/page-2.html")
    assert sitemap_entry(missing, SITE) is None


def test_a_site_without_pages_has_a_sitemap_too() -> None:
    assert b"</urlset>" in sitemap()
