"""The finished files of a site: pages, assets, data, feeds, sitemap, robots.txt."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from types import CodeType

from taiyaku.base.locale import Locale
from taiyaku.model.library import Library
from taiyaku.pages.ways_back import WaysBack
from taiyaku.render.assets import published
from taiyaku.render.data_files import (
    content_part,
    content_parts,
    pairs_part,
    pairs_parts,
    schema_file,
    source_data,
)
from taiyaku.render.environment import Renderer, make_environment
from taiyaku.render.exports import Entries, Entry, library_part, source_files, work_files, works_parts
from taiyaku.render.feeds import feeds
from taiyaku.render.markup import InlineMarkup
from taiyaku.render.messages import Catalogue
from taiyaku.render.opensearch import opensearch_files
from taiyaku.render.sitemap import robots

ASSETS = PurePosixPath("templates/assets")


def make_renderer(
    library: Library,
    links: WaysBack,
    templates: Mapping[str, str | CodeType],
    catalogs: Mapping[Locale, Catalogue],
) -> Renderer:
    """A renderer for all pages of a library."""
    return Renderer(
        library,
        links,
        {locale: make_environment(templates, catalogs[locale], locale) for locale in library.site.locales},
        {locale: InlineMarkup(locale, library.wordings[locale]) for locale in Locale},
    )


Files = Mapping[PurePosixPath, bytes]


def _assets(_library: Library, _links: WaysBack, files: Files) -> Files:
    return {
        PurePosixPath("assets") / file.relative_to(ASSETS): published(file, data)
        for file, data in files.items()
        if file.is_relative_to(ASSETS)
    }


_ONE_EACH: Mapping[str, Callable[[Library, WaysBack, Files], Files]] = {
    "assets": _assets,
    "feeds": lambda library, links, _: feeds(library, links),
    "opensearch": lambda library, _links, _: opensearch_files(library.site),
    "robots": lambda library, _links, _: {PurePosixPath("robots.txt"): robots(library.site)},
    "schema": lambda _library, _links, _: schema_file(),
}
"""Files of which a site has one, or a few that belong together."""

_OF_RECORDS: Mapping[str, Callable[[Library, WaysBack, str], Files]] = {
    "references": lambda _, links, key: work_files(_entries(links), key),
    "sources": lambda library, links, key: (
        source_files(library, _entries(links), key) | source_data(library, links, key)
    ),
}
"""Files of each record of a kind."""

_IN_PARTS: Mapping[str, Callable[[Library, WaysBack, int], Files]] = {
    "works": lambda library, links, number: library_part(library, _entries(links), number),
    "content": content_part,
    "pairs": pairs_part,
}
"""Files of all records, in as many parts as it takes."""


def _entries(links: WaysBack) -> Entries:
    return lambda work: Entry(*links.entries[work][0])


def file_units(library: Library) -> Iterator[tuple[str, str]]:
    """All that has files besides its pages, by name and key."""
    yield from ((name, "") for name in _ONE_EACH)
    for kind in _OF_RECORDS:
        yield from ((kind, key) for key in getattr(library, kind))
    for name, count in (("works", works_parts), ("content", content_parts), ("pairs", pairs_parts)):
        yield from ((name, str(n)) for n in range(count(library)))


def make_files(library: Library, links: WaysBack, interface: Files, unit: tuple[str, str]) -> Files:
    """The files of one of these; `interface` are the templates, assets and catalogs."""
    name, key = unit
    if name in _ONE_EACH:
        return _ONE_EACH[name](library, links, interface)
    if name in _OF_RECORDS:
        return _OF_RECORDS[name](library, links, key)
    return _IN_PARTS[name](library, links, int(key))
