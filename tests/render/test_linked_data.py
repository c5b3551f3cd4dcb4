import json
from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from taiyaku.app.build import Built, assemble
from taiyaku.base.locale import Locale
from taiyaku.render.linked_data import script_safe
from tests.approving import approve_all
from tests.conftest import Files
from tests.render.described import block

SUMMARY = "en/sources/doe-2020/index.html"

Edit = Callable[[str, str, str], None]


@pytest.fixture(scope="module")
def built(small_base: Files) -> Built:
    return assemble(small_base)


@pytest.fixture(scope="module")
def addressed(small_base: Files) -> Built:
    return assemble(small_base, base_url="https://guide.test/")


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "a & b \u2028 “癌”"])
def test_nothing_ends_the_block_or_turns_it_into_a_comment(text: str) -> None:
    told = script_safe({"name": text})
    assert "<" not in told
    assert json.loads(told) == {"name": text}


def test_a_title_cannot_break_out_of_the_page(small: Files, edit: Edit) -> None:
    edit("content/references/works.yaml", "title: The FERRO trial", 'title: "</script><!-- & x"')
    named = block(assemble(small), "ja/references/roe-2019/index.html")
    assert named["mainEntity"]["name"] == "</script><!-- & x"
    assert named["name"] == "参考文献：</script><!-- & x"


def test_a_summary_tells_of_itself_before_its_document(built: Built) -> None:
    told = block(built, SUMMARY)
    assert (told["@type"], told["name"]) == ("MedicalWebPage", "Summary of “Iron & anaemia: a cohort with 59Fe”")
    assert told["author"] == {"@type": "Organization", "name": "Small"}
    assert (told["dateModified"], told["inLanguage"], told["creativeWorkStatus"]) == ("2026-01-02", "en", "submitted")
    assert told["isBasedOn"]["@id"] == "https://doi.org/10.1000/test.1"
    assert [each["familyName"] for each in told["isBasedOn"]["author"]] == ["Doe"]
    assert told["about"] == [{"@type": "Thing", "name": "Anaemia"}]
    assert told["citation"] == [{"@type": "ScholarlyArticle", "name": "The FERRO trial"}]


def test_only_a_site_with_an_address_names_its_own_pages(built: Built, addressed: Built) -> None:
    assert not {"@id", "url"} & set(block(built, SUMMARY))
    told = block(addressed, SUMMARY)
    assert told["@id"] == told["url"] == "https://guide.test/en/sources/doe-2020/"
    work = "https://guide.test/en/references/roe-2019/#work"
    assert told["citation"] == [{"@id": work}]
    assert block(addressed, "en/references/roe-2019/index.html")["mainEntity"]["@id"] == work
    assert [each.get("item") for each in told["breadcrumb"]["itemListElement"]] == [
        {"@id": "https://guide.test/en/"},
        {"@id": "https://guide.test/en/sources/"},
        None,
    ]


def test_the_facing_view_is_in_both_languages(built: Built) -> None:
    told = block(built, "ja/sources/doe-2020/parallel/index.html")
    assert told["inLanguage"] == ["en", "ja"]
    names = [each["name"] for each in told["breadcrumb"]["itemListElement"]]
    assert names[:3] == ["小さなサイト", "要約", "鉄と貧血に関するコホート研究"]


def test_a_language_that_is_not_translated_is_no_translation(small: Files, edit: Edit) -> None:
    edit("content/sources/doe-2020.yaml", "  ja: 鉄と貧血に関するコホート研究\n", "")
    assert "workTranslation" not in block(assemble(small), SUMMARY)


def test_a_summary_is_reviewed_where_every_sentence_is_approved(small: Files) -> None:
    approve_all(small, Locale.EN)
    built = assemble(small)
    told = block(built, SUMMARY)
    assert told["reviewedBy"] == [{"@type": "Person", "name": "Hanako Sato"}]
    assert told["lastReviewed"] == "2026-01-03"
    for unapproved in ("ja/sources/doe-2020/index.html", "en/sources/doe-2020/parallel/index.html"):
        assert "reviewedBy" not in block(built, unapproved)


def test_a_change_after_the_approval_takes_the_review_back(small: Files, edit: Edit) -> None:
    approve_all(small, Locale.EN)
    edit("content/sources/doe-2020.yaml", "en: A single group.", "en: One group.")
    assert not {"reviewedBy", "lastReviewed"} & set(block(assemble(small), SUMMARY))


def test_a_trial_a_term_and_a_work_are_what_their_pages_are_about(built: Built) -> None:
    trial = block(built, "en/trials/ferro/index.html")["mainEntity"]
    assert (trial["@type"], trial["name"], trial["identifier"]["value"]) == ("MedicalStudy", "FERRO", "NCT00000001")
    assert trial["sameAs"] == "https://clinicaltrials.gov/study/NCT00000001"
    assert [each["name"] for each in trial["subjectOf"]] == ["The FERRO trial"]
    term = block(built, "ja/glossary/haemoglobin/index.html")["mainEntity"]
    assert (term["@type"], term["name"], term["alternateName"]) == ("DefinedTerm", "ヘモグロビン", ["Hb"])
    assert term["inDefinedTermSet"]["name"] == "用語集"
    work = block(built, "en/references/doe-2020/index.html")["mainEntity"]
    assert (work["@type"], work["name"]) == ("ScholarlyArticle", "Iron & anaemia: a cohort with 59Fe")


@pytest.mark.parametrize(
    ("name", "entries"),
    [
        ("en/sources/index.html", ["Iron & anaemia: a cohort with 59Fe"]),
        ("en/trials/index.html", ["FERRO"]),
        ("en/topics/index.html", ["Anaemia"]),
        ("ja/topics/anaemia/index.html", ["鉄と貧血に関するコホート研究"]),
        ("en/references/index.html", ["Iron & anaemia: a cohort with 59Fe", "The FERRO trial"]),
    ],
)
def test_a_list_names_its_entries_in_order(built: Built, name: str, entries: list[str]) -> None:
    told = block(built, name)
    listed = told["mainEntity"]["itemListElement"]
    assert told["@type"] == "CollectionPage"
    assert [each["name"] for each in listed] == entries
    assert [each["position"] for each in listed] == list(range(1, len(entries) + 1))


def test_the_glossary_is_a_set_of_terms(addressed: Built) -> None:
    told = block(addressed, "en/glossary/index.html")["mainEntity"]
    assert told["@type"] == "DefinedTermSet"
    assert told["hasDefinedTerm"] == [
        {"@type": "DefinedTerm", "name": "haemoglobin", "url": "https://guide.test/en/glossary/haemoglobin/"}
    ]


def test_the_gate_is_the_site_in_both_languages(addressed: Built) -> None:
    told = block(addressed, "index.html")
    assert (told["@type"], told["@id"], told["inLanguage"]) == ("WebSite", "https://guide.test/", ["en", "ja"])
    assert (told["name"], told["alternateName"]) == ("Small", "小さなサイト")


def test_the_page_for_addresses_that_do_not_exist_tells_machines_nothing(built: Built) -> None:
    assert b"ld+json" not in built.files[PurePosixPath("404.html")]
