"""The finished files of a site: pages, assets, sitemap, robots.txt."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from babel.support import Translations

from taiyaku.base.locale import Locale
from taiyaku.model.library import Library
from taiyaku.pages.view import Page
from taiyaku.render.environment import Renderer, make_environment
from taiyaku.render.markup import InlineMarkup
from taiyaku.render.sitemap import robots, sitemap

ASSETS = PurePosixPath("templates/assets")


def make_renderer(library: Library, templates: Mapping[str, str], catalogs: Mapping[Locale, Translations]) -> Renderer:
    """A renderer for all pages of a library."""
    return Renderer(
        library,
        {locale: make_environment(templates, catalogs[locale], locale) for locale in library.site.locales},
        {locale: InlineMarkup(locale, library.wordings[locale]) for locale in Locale},
    )


def render_site(
    pages: Iterable[Page], renderer: Renderer, project: Mapping[PurePosixPath, bytes]
) -> dict[PurePosixPath, bytes]:
    """Every file of the site by its path below the site's root."""
    planned = list(pages)
    files = {page.route.path: renderer.render(page) for page in planned}
    files |= {
        PurePosixPath("assets") / file.relative_to(ASSETS): data
        for file, data in project.items()
        if file.is_relative_to(ASSETS)
    }
    files[PurePosixPath("sitemap.xml")] = sitemap(planned, renderer.library.site)
    files[PurePosixPath("robots.txt")] = robots(renderer.library.site)
    return files
