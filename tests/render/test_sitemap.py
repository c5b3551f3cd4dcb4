import io
from datetime import date
from pathlib import Path, PurePosixPath

from lxml import etree

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.model.site import Site
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, Text
from taiyaku.render.sitemap import alternates, robots, sitemaps

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
    [data] = sitemaps(pages, SITE).values()
    return data


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


def several(addresses: int = 50_000, size: int = 50 << 20) -> dict[str, bytes]:
    pages = [page(EN, "sources", name, updated=date(2026, 11, day)) for day, name in enumerate("abcde", start=1)]
    return {str(path): data for path, data in sitemaps(pages, SITE, addresses, size).items()}


def test_a_site_of_too_many_addresses_has_an_index_of_sitemaps() -> None:
    files = several(addresses=2)
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert [data.count(b"<url>") for data in files.values()] == [2, 2, 1, 0]
    index = etree.parse(io.BytesIO(files["sitemap.xml"]))
    etree.XMLSchema(etree.parse(DATA / "siteindex.xsd")).assertValid(index)
    told = [[child.text for child in each] for each in index.getroot()]
    assert told[0] == ["https://a.test/g/sitemap-1.xml", "2026-11-02"]


def test_no_sitemap_is_larger_than_it_may_be() -> None:
    one = len(several()["sitemap.xml"])
    assert list(several(size=one)) == ["sitemap.xml"]
    files = several(size=one - 1)
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert max(map(len, files.values())) < one
    assert sum(data.count(b"<url>") for data in files.values()) == 5


def test_a_site_without_pages_has_a_sitemap_too() -> None:
    assert b"</urlset>" in sitemap()
