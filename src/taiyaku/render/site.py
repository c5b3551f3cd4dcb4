"""The finished files of a site: pages, assets, data, feeds, sitemap, robots.txt."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from types import CodeType

from jinja2 import TemplateError

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.model.library import Library
from taiyaku.model.revision import Revision
from taiyaku.pages.view import Page
from taiyaku.render.assets import published
from taiyaku.render.data_files import data_files
from taiyaku.render.environment import Renderer, make_environment, template_problem
from taiyaku.render.exports import export_files
from taiyaku.render.feeds import feeds
from taiyaku.render.markup import InlineMarkup
from taiyaku.render.messages import Catalogue
from taiyaku.render.opensearch import opensearch_files
from taiyaku.render.search_files import search_files
from taiyaku.render.sitemap import robots, sitemaps

ASSETS = PurePosixPath("templates/assets")


def make_renderer(
    library: Library,
    templates: Mapping[str, str | CodeType],
    catalogs: Mapping[Locale, Catalogue],
    revision: Revision | None = None,
) -> Renderer:
    """A renderer for all pages of a library; `revision` is the version of the project, told to the reader."""
    return Renderer(
        library,
        {locale: make_environment(templates, catalogs[locale], locale) for locale in library.site.locales},
        {locale: InlineMarkup(locale, library.wordings[locale]) for locale in Locale},
        revision,
    )


def render_site(
    pages: Iterable[Page], renderer: Renderer, project: Mapping[PurePosixPath, bytes]
) -> tuple[dict[PurePosixPath, bytes], list[Problem]]:
    """Every file of the site by its path below the site's root, and the faults of templates met on the way."""
    planned = list(pages)
    files, problems = _render_pages(planned, renderer)
    files |= {
        PurePosixPath("assets") / file.relative_to(ASSETS): published(file, data)
        for file, data in project.items()
        if file.is_relative_to(ASSETS)
    }
    files |= search_files(renderer.library)
    files |= export_files(renderer.library)
    files |= data_files(renderer.library) | feeds(renderer.library) | opensearch_files(renderer.library.site)
    files |= sitemaps(planned, renderer.library.site)
    files[PurePosixPath("robots.txt")] = robots(renderer.library.site)
    return files, problems


def _render_pages(pages: list[Page], renderer: Renderer) -> tuple[dict[PurePosixPath, bytes], list[Problem]]:
    files: dict[PurePosixPath, bytes] = {}
    problems: dict[Place, Problem] = {}
    for page in pages:
        try:
            files[page.route.path] = renderer.render(page)
        except TemplateError as error:
            problem = template_problem(error, page)
            problems.setdefault(problem.at, problem)  # one fault of a template is told once, not on every page
    return files, list(problems.values())
