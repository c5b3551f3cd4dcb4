from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from taiyaku.app.build import Built, assemble
from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.pages.facts import all_facts
from taiyaku.pages.plan import plan
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, Text
from taiyaku.render.catalogs import catalog_file, read_catalog
from taiyaku.render.compiling import compiled
from taiyaku.render.environment import Renderer, template_texts
from taiyaku.render.here import Here
from taiyaku.render.site import make_renderer
from tests.conftest import Files

EN, JA = Locale.EN, Locale.JA


@pytest.fixture(scope="module")
def built(small_base: Files) -> Built:
    return assemble(small_base)


@pytest.fixture(scope="module")
def renderer(small_base: Files, built: Built) -> Renderer:
    assert built.library
    codes = compiled(template_texts(small_base)[0]).codes
    catalogs = {each: read_catalog(small_base[catalog_file(each)], each, {})[0] for each in built.library.site.locales}
    return make_renderer(built.library, all_facts(built.library), codes, catalogs)


@pytest.mark.parametrize(
    "order", [list, lambda pages: pages[::-1], lambda pages: sorted(pages, key=lambda p: p.template)]
)
def test_a_page_is_the_same_whatever_was_rendered_before_it(
    built: Built, renderer: Renderer, order: Callable[[list[Page]], list[Page]]
) -> None:
    assert built.library
    pages = order(plan(built.library))
    assert pages
    for page in pages:
        assert renderer.render(page) == renderer.render(page) == built.files[page.route.path]


ROUTES = [
    Route(EN),
    Route(EN, ("sources",)),
    Route(EN, ("sources", "a")),
    Route(EN, ("compare", "topics", "a")),
    Route(None),
    Route(None, (), "404.html"),
]


@pytest.fixture(params=ROUTES, ids=lambda route: route.name)
def here(request: pytest.FixtureRequest, built: Built, renderer: Renderer) -> Here:
    """What an English template calls on a page."""
    assert built.library
    functions = Here(EN)
    page = Page(request.param, "a.html", Text("A", EN), None, Place(PurePosixPath("a.yaml")))
    functions.turn_to(page, built.library, renderer.links, renderer.inline, renderer.naming)
    return functions


@pytest.mark.parametrize("parts", [(), ("sources",), ("sources", "a"), ("sources", "b", "cite"), ("compare",)])
@pytest.mark.parametrize("fragment", ["", "results-3"])
@pytest.mark.parametrize("lang", [None, EN, JA])
def test_a_template_links_to_a_page_as_its_own_route_does(
    here: Here, parts: tuple[str, ...], fragment: str, lang: Locale | None
) -> None:
    assert here.to(*parts, fragment=fragment, lang=lang) == here.page.route.href(Route(lang or EN, parts), fragment)


@pytest.mark.parametrize("name", ["index.html", "assets/site.css", "data/sources/a.json", "en/feed.xml", "ja/feed.xml"])
def test_a_template_links_to_a_file_as_its_own_route_does(here: Here, name: str) -> None:
    *parts, file = name.split("/")
    assert here.root(name) == here.page.route.href(Route(None, tuple(parts), file))
