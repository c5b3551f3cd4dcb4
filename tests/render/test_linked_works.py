from typing import Any

import pytest

from taiyaku.model.reference import Reference, WorkType
from taiyaku.render.linked_works import named_node, short_node, work_node
from tests.vocabulary import read_vocabulary

ARTICLE = {
    "type": "article-journal",
    "title": "Lutetium",
    "author": [
        {"family": "Berg", "non-dropping-particle": "van den", "given": "A. B.", "suffix": "Jr", "ORCID": "0000-0001"},
        {"literal": "The VISION Group"},
    ],
    "container-title": "Lancet",
    "ISSN": "0140-6736",
    "volume": "1",
    "issue": "2",
    "page": "3–4",
    "issued": "2021-05",
    "DOI": "10.1000/a<b>",
    "PMID": "1",
    "PMCID": "PMC1",
    "registry": ["NCT00000001"],
}


def described(**fields: Any) -> dict[str, Any]:
    return work_node(Reference.model_validate(ARTICLE | fields), None)


def test_a_work_is_told_with_its_identifiers_and_where_it_stands() -> None:
    assert described() == {
        "@id": "https://doi.org/10.1000/a%3Cb%3E",
        "@type": "ScholarlyArticle",
        "name": "Lutetium",
        "inLanguage": "en",
        "author": [
            {
                "@id": "https://orcid.org/0000-0001",
                "@type": "Person",
                "name": "A. B. van den Berg Jr",
                "familyName": "van den Berg",
                "givenName": "A. B.",
                "honorificSuffix": "Jr",
            },
            {"@type": "Organization", "name": "The VISION Group"},
        ],
        "datePublished": "2021-05",
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "2",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "1",
                "isPartOf": {"@type": "Periodical", "name": "Lancet", "issn": "0140-6736"},
            },
        },
        "pagination": "3–4",
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1000/a<b>"},
            {"@type": "PropertyValue", "propertyID": "PMID", "value": "1"},
            {"@type": "PropertyValue", "propertyID": "PMCID", "value": "PMC1"},
            {"@type": "PropertyValue", "propertyID": "trial registration", "value": "NCT00000001"},
        ],
        "sameAs": "https://pubmed.ncbi.nlm.nih.gov/1/",
    }


@pytest.mark.parametrize("kind", WorkType)
def test_every_kind_of_work_is_told_in_words_that_there_are(kind: WorkType) -> None:
    fields = {
        "type": kind,
        "editor": [{"family": "Doe"}],
        "translator": [{"family": "Roe"}],
        "publisher": "P",
        "publisher-place": "Oslo",
        "edition": "2nd",
        "version": "3",
        "ISBN": "0-306-40615-2",
        "URL": "https://a.test/",
    }
    for each in (described(**fields), described(**fields | {"container-title": None})):
        assert list(read_vocabulary().faults(each)) == []


@pytest.mark.parametrize(
    ("kind", "told", "within"),
    [
        ("webpage", "WebPage", "WebSite"),
        ("chapter", "Chapter", "Book"),
        ("paper-conference", "ScholarlyArticle", "CreativeWork"),
        ("standard", "CreativeWork", "CreativeWork"),
    ],
)
def test_what_a_work_stands_in_depends_on_its_kind(kind: str, told: str, within: str) -> None:
    node = described(type=kind)
    assert (node["@type"], node["isPartOf"]["@type"], node["isPartOf"]["name"]) == (told, within, "Lancet")


@pytest.mark.parametrize(
    ("kinds", "status"),
    [(["correction", "retraction"], "Retracted"), (["expression_of_concern"], "Expression of concern"), ([], None)],
)
def test_the_gravest_notice_is_its_status(kinds: list[str], status: str | None) -> None:
    node = described(notices=[{"kind": kind} for kind in kinds], checked="2026-01-02")
    assert node.get("creativeWorkStatus") == status


def test_only_the_document_of_a_summary_is_called_medical() -> None:
    record = Reference.model_validate(ARTICLE)
    assert work_node(record, None, described=True)["@type"] == "MedicalScholarlyArticle"
    page = Reference.model_validate({"type": "webpage", "title": "x"})
    assert work_node(page, None, described=True) == {"@type": "WebPage", "name": "x", "inLanguage": "en"}


def test_a_work_is_known_by_its_doi_or_by_our_page_about_it() -> None:
    ours = "https://a.test/en/references/x/"
    article, report = Reference.model_validate(ARTICLE), Reference.model_validate({"type": "report", "title": "x"})
    assert short_node(article, ours) == {"@id": "https://doi.org/10.1000/a%3Cb%3E"}
    assert short_node(report, ours) == {"@id": f"{ours}#work"}
    assert work_node(report, ours)["@id"] == named_node(report, ours)["@id"] == f"{ours}#work"


def test_a_work_that_nothing_is_known_by_is_named() -> None:
    report = Reference.model_validate({"type": "report", "title": "x"})
    assert short_node(report, None) == named_node(report, None) == {"@type": "Report", "name": "x"}
