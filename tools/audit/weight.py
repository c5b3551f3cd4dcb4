"""How much must be fetched before a page can be shown: HTML, stylesheets and scripts, compressed by gzip at level 9."""

import gzip
import posixpath
from functools import lru_cache
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tools.audit.rows import Miss, Reading
from tools.audit.site import SOURCE, Site

KILOBYTE = 1000
MEDIAN = 14.0
LARGEST = 30.0
ASSETS = "link[rel~=stylesheet][href], script[src]"


@lru_cache(maxsize=1024)
def compressed(path: Path) -> int:
    """The size of a file as it goes over the wire."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def needed(page: str, html: str) -> list[str]:
    """The stylesheets and scripts that the page names, as paths in the site."""
    nodes = LexborHTMLParser(html).css(ASSETS)
    addresses = [node.attributes.get("href") or node.attributes.get("src") or "" for node in nodes]
    local = [urlsplit(address).path for address in addresses if not urlsplit(address).netloc]
    return sorted({posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) for path in local})


def first_view(site: Site, page: str) -> float:
    """The page's first view in kilobytes."""
    files = [page, *needed(page, (site.folder / page).read_text("utf-8"))]
    return sum(compressed(site.folder / file) for file in files if (site.folder / file).is_file()) / KILOBYTE


def readings(site: Site, pages: list[str]) -> list[Reading]:
    """The median page and the largest source page, with the five largest pages of all as notes."""
    sizes = sorted(((first_view(site, page), page) for page in pages), reverse=True)
    middle = median(size for size, _ in sizes)
    notes = tuple(f"{size:.1f} kB {page}" for size, page in sizes[:5])
    misses = (Miss("all pages", f"the median is {middle:.1f} kB", "median"),) if middle > MEDIAN else ()
    found = [Reading("weight", "the median page", middle, misses, notes)]
    for size, page in [pair for pair in sizes if SOURCE.fullmatch(pair[1])][:1]:
        heavy = (Miss(page, f"{size:.1f} kB", "source"),) if size > LARGEST else ()
        found.append(Reading("source-weight", page, size, heavy))
    return found
