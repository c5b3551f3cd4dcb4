"""sitemap.xml (sitemaps.org 0.9) with the alternates of each page as xhtml:link, and robots.txt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
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


@dataclass(frozen=True, slots=True)
class _Entry:
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
    shown = (p for p in pages if p.route.file == "index.html" and _announced(p.route.locale, p))
    parts = list(_parts((_entry(page, site) for page in shown), addresses, size - len(_HEAD) - len(_TAIL)))
    texts = [(_HEAD + "".join(each.text for each in part) + _TAIL).encode() for part in parts]
    if len(texts) == 1:
        return {PurePosixPath("sitemap.xml"): texts[0]}
    files = {PurePosixPath(f"sitemap-{n}.xml"): text for n, text in enumerate(texts, start=1)}
    return {PurePosixPath("sitemap.xml"): _index(files, parts, site), **files}


def _announced(locale: Locale | None, page: Page | Listed) -> bool:
    return locale is None or locale in page.covered


def _parts(entries: Iterable[_Entry], addresses: int, size: int) -> Iterator[list[_Entry]]:
    """The entries in as few parts as their limits allow, at least one."""
    part: list[_Entry] = []
    held = 0
    for entry in entries:
        length = len(entry.text.encode())
        if part and (len(part) == addresses or held + length > size):
            yield part
            part, held = [], 0
        part.append(entry)
        held += length
    yield part


def _entry(page: Page | Listed, site: Site) -> _Entry:
    lines = [f"    <loc>{escape(site.base_url + page.route.address)}</loc>\n", _lastmod(page.updated)]
    for lang, address in alternates(page, site):
        href = quoteattr(site.base_url + address)
        lines.append(f'    <xhtml:link rel="alternate" hreflang="{lang}" href={href}/>\n')
    return _Entry("  <url>\n" + "".join(lines) + "  </url>\n", page.updated)


def _lastmod(updated: date | None) -> str:
    return f"    <lastmod>{updated.isoformat()}</lastmod>\n" if updated else ""


def _index(files: Iterable[PurePosixPath], parts: Iterable[list[_Entry]], site: Site) -> bytes:
    """The index of all sitemaps, each with the day of its latest change, as far as days are known."""
    texts = []
    for file, part in zip(files, parts, strict=True):
        latest = max((each.updated for each in part if each.updated), default=None)
        loc = f"    <loc>{escape(site.base_url + str(file))}</loc>\n"
        texts.append(f"  <sitemap>\n{loc}{_lastmod(latest)}  </sitemap>\n")
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{_NAMESPACE}">\n'
    return (head + "".join(texts) + "</sitemapindex>\n").encode()


def robots(site: Site) -> bytes:
    """robots.txt: everything may be read; where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.base_url}sitemap.xml\n".encode()
