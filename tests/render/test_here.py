from collections.abc import Callable

import pytest

from taiyaku.app.build import Built, assemble
from taiyaku.pages.facts import all_facts
from taiyaku.pages.plan import plan
from taiyaku.pages.view import Page
from taiyaku.render.catalogs import catalog_file, read_catalog
from taiyaku.render.compiled import compiled
from taiyaku.render.environment import Renderer, template_texts
from taiyaku.render.site import make_renderer
from tests.conftest import Files


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
