"""sitemap.xml (sitemaps.org 0.9) with the alternates of each page as xhtml:link, and robots.txt."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import escape

from taiyaku.model.site import Site
from taiyaku.pages.view import Page

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
_TAIL = "</urlset>\n"


MOST_ADDRESSES = 5_000
"""What one sitemap holds, a tenth of what it may; a larger site has several, and sitemap.xml is their index."""


class Entry(NamedTuple):
    """The piece of a page: its lines of the sitemap, and the day of its last change, where that is known."""

    text: str
    updated: date | None


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


def sitemap_name(number: int, count: int) -> str:
    """The file of one of so many sitemaps."""
    return "sitemap.xml" if count == 1 else f"sitemap-{number}.xml"


def sitemap_file(texts: Iterable[str]) -> bytes:
    """A sitemap from the pieces of its pages."""
    return (_HEAD + "".join(texts) + _TAIL).encode()


def sitemap_entry(page: Page, site: Site) -> Entry | None:
    """The piece of a page; none for one that is not announced in its language."""
    locale = page.route.locale
    if page.route.file == "404.html" or (locale is not None and locale not in page.covered):
        return None
    lines = [f"    <loc>{escape(site.base_url + page.route.address)}</loc>\n", _lastmod(page.updated)]
    for lang, address in alternates(page, site):
        href = escape(site.base_url + address)
        lines.append(f'    <xhtml:link rel="alternate" hreflang="{lang}" href="{href}"/>\n')
    return Entry("  <url>\n" + "".join(lines) + "  </url>\n", page.updated)


def _lastmod(updated: date | None) -> str:
    return f"    <lastmod>{updated.isoformat()}</lastmod>\n" if updated else ""


def sitemap_index(days: Sequence[date | None], site: Site) -> bytes:
    """The index of several sitemaps, each with the day of its latest change, as far as days are known."""
    texts = []
    for number, latest in enumerate(days, start=1):
        loc = f"    <loc>{escape(site.base_url + sitemap_name(number, len(days)))}</loc>\n"
        texts.append(f"  <sitemap>\n{loc}{_lastmod(latest)}  </sitemap>\n")
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{_NAMESPACE}">\n'
    return (head + "".join(texts) + "</sitemapindex>\n").encode()


def robots(site: Site) -> bytes:
    """robots.txt: everything may be read; where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}sitemap.xml\n".encode()
