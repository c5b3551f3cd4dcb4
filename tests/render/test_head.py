from collections.abc import Callable
from datetime import date

import pytest

from taiyaku.app.build import Built, assemble
from tests.conftest import Files
from tests.render.described import metas

SUMMARY = "ja/sources/doe-2020/index.html"
PARALLEL = "en/sources/doe-2020/parallel/index.html"

Edit = Callable[[str, str, str], None]


@pytest.fixture(scope="module")
def built(small_base: Files) -> Built:
    return assemble(small_base)


@pytest.fixture(scope="module")
def addressed(small_base: Files) -> Built:
    return assemble(small_base, base_url="https://guide.test/")


def test_a_summary_names_itself_its_authors_and_its_day(built: Built) -> None:
    found = metas(built, SUMMARY)
    assert (
        found["citation_title"] == found["DC.title"] == found["og:title"] == ["「鉄と貧血に関するコホート研究」の要約"]
    )
    assert found["citation_author"] == found["DC.creator"] == ["小さなサイト"]
    assert found["citation_publication_date"] == ["2026/01/02"]
    assert found["DC.date"] == found["article:modified_time"] == [date(2026, 1, 2).isoformat()]
    assert found["citation_language"] == found["DC.language"] == ["ja"]
    assert (found["og:locale"], found["og:locale:alternate"]) == (["ja_JP"], ["en_GB"])


def test_what_it_summarises_is_a_relation_and_no_identity(built: Built) -> None:
    for name in (SUMMARY, PARALLEL):
        found = metas(built, name)
        assert found["DC.relation"] == ["https://doi.org/10.1000/test.1"]
        assert not {"citation_doi", "citation_pmid", "citation_journal_title", "DC.source"} & set(found)
        assert not any("Doe" in (content or "") for contents in found.values() for content in contents)


def test_a_document_without_an_identifier_is_named_by_its_title(small: Files, edit: Edit) -> None:
    edit("content/references/works.yaml", "  DOI: 10.1000/test.1\n", "")
    assert metas(assemble(small), SUMMARY)["DC.relation"] == ["Iron & anaemia: a cohort with 59Fe"]


def test_the_facing_view_is_no_second_paper(built: Built) -> None:
    found = metas(built, PARALLEL)
    assert not [name for name in found if name.startswith("citation_")]
    assert found["og:type"] == ["article"]


def test_a_title_is_told_without_its_markup_and_as_it_is_written(built: Built) -> None:
    title = "Iron & anaemia: a cohort with 59Fe"
    assert metas(built, "en/sources/doe-2020/index.html")["citation_title"] == [f"Summary of “{title}”"]
    assert metas(built, "en/references/doe-2020/index.html")["DC.title"] == [f"Reference: {title}"]


def test_a_page_that_is_no_summary_is_part_of_a_site(built: Built) -> None:
    for name in ("index.html", "en/index.html", "ja/glossary/haemoglobin/index.html"):
        found = metas(built, name)
        assert found["og:type"] == ["website"]
        assert found["DC.rights"] == ["https://creativecommons.org/licenses/by/4.0/"]


def test_addresses_are_told_only_where_the_site_has_one(built: Built, addressed: Built) -> None:
    addresses = ("citation_fulltext_html_url", "DC.identifier", "og:url")
    assert not set(addresses) & set(metas(built, SUMMARY))
    for name in addresses:
        assert metas(addressed, SUMMARY)[name] == ["https://guide.test/ja/sources/doe-2020/"]


def test_a_language_that_is_not_translated_is_no_alternate(small: Files, edit: Edit) -> None:
    edit("content/sources/doe-2020.yaml", "  ja: 鉄と貧血に関するコホート研究\n", "")
    assert "og:locale:alternate" not in metas(assemble(small), "en/sources/doe-2020/index.html")
