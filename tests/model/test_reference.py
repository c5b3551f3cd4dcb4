from typing import Any

import pytest
from pydantic import ValidationError

from taiyaku.model.reference import Name, Reference


def reference(**fields: Any) -> Reference:
    return Reference.model_validate({"type": "article-journal", "title": "A title", **fields})


def test_fields_are_written_as_csl_writes_them() -> None:
    work = reference(
        **{
            "container-title": "J Test",
            "publisher-place": "Kyoto",
            "original-title": "題名",
            "available-date": "2020-12",
        },
        DOI="10.1056/NEJMoa2107322",
        URL="https://example.org/a",
        PMID="123",
    )
    assert (work.container_title, work.publisher_place, work.original_title) == ("J Test", "Kyoto", "題名")
    assert (work.doi, work.url, work.pmid, work.epub) == (
        "10.1056/NEJMoa2107322",
        "https://example.org/a",
        "123",
        "2020-12",
    )


def test_a_work_is_in_english_unless_it_says_otherwise() -> None:
    assert reference().language == "en"
    assert reference(language="ja").language == "ja"


@pytest.mark.parametrize("name", ["container_title", "doi", "epub"])
def test_fields_have_no_second_spelling(name: str) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        reference(**{name: "10.1056/NEJMoa2107322"})


@pytest.mark.parametrize(
    "doi", ["https://doi.org/10.1056/x", "doi:10.1056/x", "10.1/x", "10.1056", "10.1056/", "10.1056/a b", "x 10.1056/a"]
)
def test_a_doi_is_written_without_address_or_prefix(doi: str) -> None:
    with pytest.raises(ValidationError, match="DOI"):
        reference(DOI=doi)


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org/", "javascript:alert(1)", "https://a b"])
def test_an_address_is_a_web_address(url: str) -> None:
    with pytest.raises(ValidationError, match="URL"):
        reference(URL=url)


@pytest.mark.parametrize(
    "fields",
    [
        {"family": "Sung"},
        {"family": "Sung", "given": "H."},
        {"family": "Berg", "non-dropping-particle": "van den", "suffix": "Jr"},
        {"literal": "ESMO Guidelines Committee"},
    ],
)
def test_a_name_is_a_person_or_a_group(fields: dict[str, str]) -> None:
    assert Name.model_validate(fields).model_dump(by_alias=True, exclude_defaults=True) == fields


@pytest.mark.parametrize("fields", [{}, {"given": "H."}, {"family": "Sung", "literal": "Sung H."}])
def test_a_name_is_not_both_and_not_neither(fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="a name has either 'family'"):
        Name.model_validate(fields)


def test_a_damaged_entry_is_kept_as_printed() -> None:
    work = reference(
        as_printed=[{"source": "a", "entry": "2", "field": "page", "printed": "1045-103", "note": {"en": "Lower."}}]
    )
    assert (work.as_printed[0].entry, work.as_printed[0].printed) == (2, "1045-103")


def test_what_is_said_not_to_be_printed_is_a_field_and_is_not_given() -> None:
    assert reference(not_printed=["container-title", "DOI"]).not_printed == ("container-title", "DOI")
    with pytest.raises(ValidationError, match="'DIO' in 'not_printed' is not a field of a work"):
        reference(not_printed=["DIO"])
    with pytest.raises(ValidationError, match="'DOI' is given, and 'not_printed' says that no document prints it"):
        reference(DOI="10.1000/a", not_printed=["DOI"])


def test_a_field_gives_something_when_it_is_filled() -> None:
    work = reference(**{"container-title": "J Test"}, author=[{"family": "Doe"}])
    assert [name for name in ("author", "container-title", "DOI", "editor", "et_al") if work.gives(name)] == [
        "author",
        "container-title",
    ]
