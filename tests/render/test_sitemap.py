from pathlib import PurePosixPath

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.model.site import Site
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, Text
from taiyaku.render.sitemap import alternates, robots, sitemap

EN, JA = Locale.EN, Locale.JA
LABEL = {"en": "x", "ja": "あ"}
SITE = Site.model_validate(
    dict.fromkeys(("title", "tagline", "description", "subject"), LABEL)
    | {"base_url": "https://a.test/g/", "texts_licence": {"name": "CC0", "url": "https://a.test/l"}}
)


def page(locale: Locale | None, *parts: str, covered: tuple[Locale, ...] = (EN, JA)) -> Page:
    return Page(Route(locale, parts), "x.html", Text("", EN), None, Place(PurePosixPath("x")), covered=covered)


def test_a_page_in_both_languages_names_both_and_the_default() -> None:
    assert alternates(page(JA, "sources", "a"), SITE) == [
        ("en", "en/sources/a/"),
        ("ja", "ja/sources/a/"),
        ("x-default", "en/sources/a/"),
    ]


def test_a_page_that_is_not_translated_names_only_what_there_is() -> None:
    only_ja = page(EN, "sources", "a", covered=(JA,))
    assert alternates(only_ja, SITE) == [("ja", "ja/sources/a/"), ("x-default", "ja/sources/a/")]
    assert b"/en/sources/a/" not in sitemap([only_ja], SITE)


def test_the_default_of_the_first_page_is_the_gate() -> None:
    assert alternates(page(EN), SITE)[-1] == ("x-default", "")


def test_what_no_language_owns_has_no_alternates() -> None:
    assert alternates(page(None, covered=()), SITE) == []
    assert b"<loc>https://a.test/g/</loc>" in sitemap([page(None, covered=())], SITE)


def test_robots_leads_to_the_sitemap() -> None:
    assert robots(SITE).endswith(b"Sitemap: https://a.test/g/sitemap.xml\n")
