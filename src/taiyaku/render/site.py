"""The finished files of a site: pages, assets, data, feeds, sitemap, robots.txt."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from types import CodeType

from taiyaku.base.locale import Locale
from taiyaku.model.library import Library
from taiyaku.pages.ways_back import WaysBack
from taiyaku.render.assets import published
from taiyaku.render.data_files import data_files
from taiyaku.render.environment import Renderer, make_environment
from taiyaku.render.exports import export_files
from taiyaku.render.feeds import feeds
from taiyaku.render.markup import InlineMarkup
from taiyaku.render.messages import Catalogue
from taiyaku.render.opensearch import opensearch_files
from taiyaku.render.search_files import search_files
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


def _assets(_library: Library, files: Files) -> Files:
    return {
        PurePosixPath("assets") / file.relative_to(ASSETS): published(file, data)
        for file, data in files.items()
        if file.is_relative_to(ASSETS)
    }


FILES: Mapping[str, Callable[[Library, Files], Files]] = {
    "assets": _assets,
    "search": lambda library, _: search_files(library),
    "exports": lambda library, _: export_files(library),
    "data": lambda library, _: data_files(library),
    "feeds": lambda library, _: feeds(library),
    "opensearch": lambda library, _: opensearch_files(library.site),
    "robots": lambda library, _: {PurePosixPath("robots.txt"): robots(library.site)},
}
"""What a site has besides pages: each given the library, and the templates, assets and catalogs."""
