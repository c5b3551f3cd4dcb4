"""Addresses: a value of its own, from which every path and every link is made."""

from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from taiyaku.base.locale import Locale


class Route(Struct, frozen=True):
    """Where a page stands: the locale first (None for what both share), then the folders.

    A page is a folder's `index.html`. Links name that file, since `file://` shows a bare folder as a listing; canonical
    addresses and the sitemap leave it out.
    """

    locale: Locale | None
    parts: tuple[str, ...] = ()
    file: str = "index.html"

    @property
    def name(self) -> str:
        """The file below the site's root, as a link to it from there."""
        return "/".join((*self._folders, self.file))

    @property
    def _folders(self) -> tuple[str, ...]:
        return (self.locale, *self.parts) if self.locale else self.parts

    @property
    def path(self) -> PurePosixPath:
        """The file below the site's root."""
        return PurePosixPath(self.name)

    @property
    def address(self) -> str:
        """The path of a canonical address below the site's root: `en/sources/` for `en/sources/index.html`."""
        return self.name.removesuffix("index.html")

    def in_part(self, number: int) -> "Route":
        """Another part of a page that is cut."""
        return replace(self, file=part_file(number))

    def in_locale(self, locale: Locale) -> "Route":
        """The same page in another language."""
        return replace(self, locale=locale)

    def href(self, target: "Route", fragment: str = "") -> str:
        """The relative link from this page to another, or to a place in it."""
        return self.link(target.locale, target.parts, fragment, target.file)

    def link(self, locale: Locale | None, parts: tuple[str, ...], fragment: str = "", file: str = "index.html") -> str:
        """The same, by what the other page's route is made of: most links of a page are made so."""
        here, there = self._folders, (locale, *parts) if locale else parts
        if fragment and there == here and file == self.file:
            return f"#{fragment}"
        link = relative(here, (*there, file))
        return f"{link}#{fragment}" if fragment else link


def part_file(number: int) -> str:
    """The file of a part of a page."""
    return "index.html" if number == 1 else f"page-{number}.html"


def file_at(address: str) -> str:
    """The file that stands at the path of a canonical address."""
    return f"{address}index.html" if address == "" or address.endswith("/") else address


def relative(here: tuple[str, ...], there: tuple[str, ...]) -> str:
    """The link from a folder to a file, both by their parts below the site's root."""
    shared = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])


DIFFERENCES = ("compare", "differences")
"""Where the table of differences stands, with every disagreement on one page."""


def page_of(kind: str, owner: str) -> tuple[str, ...]:
    """The page on which the sentences of a record stand."""
    return DIFFERENCES if kind == "differences" else (kind, owner)


def anchor(kind: str, owner: str, sentence: str) -> str:
    """The id of a sentence on that page; ids hold no two hyphens in a row, so it is unique there."""
    return f"{owner}--{sentence}" if kind == "differences" else sentence
