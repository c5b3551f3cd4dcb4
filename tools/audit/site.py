"""The pages of a built site, their kinds, and a sample of them."""

import fnmatch
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

COLLECTIONS = ("sources", "topics", "populations", "drugs", "trials", "references", "glossary", "pages", "compare")
LOCALES = ("en", "ja")
SOURCE = re.compile(r"[a-z]{2}/sources/[^/]+/index\.html")
ID = re.compile(rb"\s(?:id|name)=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")


@dataclass(frozen=True)
class Site:
    """A folder that holds a built site."""

    folder: Path

    def pages(self, pattern: str = "*") -> list[str]:
        """The paths of all pages that the pattern names, sorted."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return sorted(page for page in found if fnmatch.fnmatch(page, pattern))

    def size(self, page: str) -> int:
        """How many bytes the page's file has."""
        return (self.folder / page).stat().st_size

    def ids(self, page: str) -> frozenset[str]:
        """The fragments that a link to the page may name."""
        found = ID.findall((self.folder / page).read_bytes())
        return frozenset(next(filter(None, match), b"").decode() for match in found)


def locale(page: str) -> str:
    """The locale in the page's path, or nothing for the gate and the error page."""
    first = page.split("/", 1)[0]
    return first if first in LOCALES else ""


def kind(page: str) -> str:
    """What kind of page it is: its path without the locale and without the names of single records."""
    parts = page.removesuffix("index.html").strip("/").split("/")
    if parts[0] in LOCALES:
        parts = parts[1:] or ["home"]
    at = 2 if parts[:2] == ["compare", "topics"] else 1
    if len(parts) > at and parts[0] in COLLECTIONS and parts[:2] != ["compare", "differences"]:
        parts[at] = "*"
    return "/".join(parts) or "gate"


def counterpart(page: str) -> str | None:
    """The same page in the other locale."""
    match locale(page):
        case "en":
            return "ja" + page[2:]
        case "ja":
            return "en" + page[2:]
        case _:
            return None


def one_of_each(site: Site, pages: Iterable[str]) -> list[str]:
    """One page, the largest, of every kind and locale, and the smallest source page."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for page in pages:
        groups[kind(page), locale(page)].append(page)
    chosen = {max(group, key=site.size) for group in groups.values()}
    sources = [page for group in groups.values() for page in group if SOURCE.fullmatch(page)]
    if sources:
        chosen.add(min(sources, key=site.size))
    return sorted(chosen)


def spread(pages: list[str], number: int) -> list[str]:
    """So many pages, evenly spread over the sorted list: the same ones at every run."""
    if number >= len(pages):
        return pages
    return [pages[index * len(pages) // number] for index in range(number)]
