"""sitemap.xml (sitemaps.org 0.9) with the alternates of each page as xhtml:link, and robots.txt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import PurePosixPath
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from markupsafe import escape

from taiyaku.base.locale import Locale
from taiyaku.model.site import Site
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
_TAIL = "</urlset>\n"


@dataclass(frozen=True, slots=True)
class Listed:
    """What the map of the site tells of a page: where it is, when its texts last changed, in which languages it is."""

    route: Route
    updated: date | None
    covered: tuple[Locale, ...]


MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
"""What one sitemap may hold; a larger site has several, and sitemap.xml is their index."""


class Entry(NamedTuple):
    """The piece of a page: its lines of the sitemap, and the day of its last change, where that is known."""

    text: str
    updated: date | None


def alternates(page: Page | Listed, site: Site) -> list[tuple[str, str]]:
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


def sitemaps(
    pages: Iterable[Page | Listed], site: Site, addresses: int = MOST_ADDRESSES, size: int = MOST_BYTES
) -> dict[PurePosixPath, bytes]:
    """The sitemap of all pages that may be announced in their language, in as many files as it takes."""
    entries = (sitemap_entry(page, site) for page in pages)
    return dict(sitemap_files(filter(None, entries), site, addresses, size))


def sitemap_files(
    entries: Iterable[Entry], site: Site, addresses: int = MOST_ADDRESSES, size: int = MOST_BYTES
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The sitemap's files from the pieces of the pages; one of several is in memory, and the one that is being made."""
    parts = _parts(entries, addresses, size - len(_HEAD) - len(_TAIL))
    first, second = next(parts), next(parts, None)
    if second is None:
        yield PurePosixPath("sitemap.xml"), _file(first)
        return
    days: dict[PurePosixPath, date | None] = {}
    for n, part in enumerate(chain([first, second], parts), start=1):
        path = PurePosixPath(f"sitemap-{n}.xml")
        days[path] = max((each.updated for each in part if each.updated), default=None)
        yield path, _file(part)
    yield PurePosixPath("sitemap.xml"), _index(days, site)


def _file(part: Iterable[Entry]) -> bytes:
    return (_HEAD + "".join(each.text for each in part) + _TAIL).encode()


def _parts(entries: Iterable[Entry], addresses: int, size: int) -> Iterator[list[Entry]]:
    """The entries in as few parts as their limits allow, at least one."""
    part: list[Entry] = []
    held = 0
    for entry in entries:
        length = len(entry.text.encode())
        if part and (len(part) == addresses or held + length > size):
            yield part
            part, held = [], 0
        part.append(entry)
        held += length
    yield part


def sitemap_entry(page: Page | Listed, site: Site) -> Entry | None:
    """The piece of a page; none for one that is not announced in its language."""
    locale = page.route.locale
    if page.route.file == "404.html" or (locale is not None and locale not in page.covered):
        return None
    lines = [f"    <loc>{escape(site.base_url + page.route.address)}</loc>\n", _lastmod(page.updated)]
    for lang, address in alternates(page, site):
        href = quoteattr(site.base_url + address)
        lines.append(f'    <xhtml:link rel="alternate" hreflang="{lang}" href={href}/>\n')
    return Entry("  <url>\n" + "".join(lines) + "  </url>\n", page.updated)


def _lastmod(updated: date | None) -> str:
    return f"    <lastmod>{updated.isoformat()}</lastmod>\n" if updated else ""


def _index(days: Mapping[PurePosixPath, date | None], site: Site) -> bytes:
    """The index of all sitemaps, each with the day of its latest change, as far as days are known."""
    texts = []
    for file, latest in days.items():
        loc = f"    <loc>{escape(site.base_url + str(file))}</loc>\n"
        texts.append(f"  <sitemap>\n{loc}{_lastmod(latest)}  </sitemap>\n")
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{_NAMESPACE}">\n'
    return (head + "".join(texts) + "</sitemapindex>\n").encode()


def robots(site: Site) -> bytes:
    """robots.txt: everything may be read; where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}sitemap.xml\n".encode()
