"""sitemap.xml (sitemaps.org 0.9) with the alternates of each page as xhtml:link, and robots.txt."""

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from markupsafe import escape

from taiyaku.base.locale import Locale
from taiyaku.model.site import Site
from taiyaku.pages.view import Page

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def alternates(page: Page, site: Site) -> list[tuple[str, str]]:
    """The addresses of a page's languages below the site's root, and x-default: by what is really translated.

    x-default is the language gate for the first page of a language, else the default language where it is covered.
    """
    locale = page.route.locale
    if locale is None or not page.covered:
        return []
    found = [(each.value, page.route.in_locale(each).address) for each in site.locales if each in page.covered]
    if not page.route.parts:
        return [*found, ("x-default", "")]
    default = site.default_locale if site.default_locale in page.covered else page.covered[0]
    return [*found, ("x-default", page.route.in_locale(default).address)]


def sitemap(pages: Iterable[Page], site: Site) -> bytes:
    """The sitemap of all pages that may be announced in their language."""
    entries = [
        _entry(page, site) for page in pages if page.route.file == "index.html" and _announced(page.route.locale, page)
    ]
    return (_HEAD + "".join(entries) + "</urlset>\n").encode()


def _announced(locale: Locale | None, page: Page) -> bool:
    return locale is None or locale in page.covered


def _entry(page: Page, site: Site) -> str:
    lines = [f"    <loc>{escape(site.base_url + page.route.address)}</loc>\n"]
    for lang, address in alternates(page, site):
        href = quoteattr(site.base_url + address)
        lines.append(f'    <xhtml:link rel="alternate" hreflang="{lang}" href={href}/>\n')
    return "  <url>\n" + "".join(lines) + "  </url>\n"


def robots(site: Site) -> bytes:
    """robots.txt: everything may be read; where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}sitemap.xml\n".encode()
