"""The search of the first site: every result leads to a page that is there, and to a place in it."""

import re
from pathlib import PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from taiyaku.app.build import Built
from taiyaku.base.locale import Locale
from taiyaku.pages.search import passages
from taiyaku.render.search_shards import FOLDER
from taiyaku.render.search_texts import document


@pytest.mark.parametrize("locale", Locale)
def test_every_result_leads_to_its_sentence(real: Built, locale: Locale) -> None:
    assert real.library is not None
    ids: dict[str, set[str | None]] = {}
    astray = []
    for passage in passages(real.library, locale):
        each = document(passage, real.library.references)
        if each.path not in ids:
            tree = LexborHTMLParser(real.files[PurePosixPath(each.path)].decode())
            ids[each.path] = {node.attributes["id"] for node in tree.css("main [id]")}
        if each.fragment and each.fragment not in ids[each.path]:
            astray.append((each.path, each.fragment))
    assert astray == []


def test_every_heading_of_a_result_has_its_words_on_the_search_page(real: Built) -> None:
    assert real.library is not None
    for locale in Locale:
        page = real.files[PurePosixPath(locale, "search", "index.html")].decode()
        named = set(re.findall(r'data-word="([^"]+)">[^<]', page))
        sections = {passage.section for passage in passages(real.library, locale)}
        assert {section for section in sections if section.startswith("=")} <= named


def test_no_file_of_the_index_is_heavy(real: Built) -> None:
    sizes = {path: len(data) for path, data in real.files.items() if path.is_relative_to(FOLDER)}
    assert max(sizes.values()) < 48_000
    assert len(sizes) > 10
