import pytest

from taiyaku.bibliography.identifiers import (
    bare_doi,
    doi_address,
    is_isbn,
    is_issn,
    is_orcid,
    registry_address,
    same_doi,
)


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("10.1056/NEJMoa2107322", "10.1056/NEJMoa2107322"),
        ("https://doi.org/10.1056/NEJMoa2107322", "10.1056/NEJMoa2107322"),
        ("http://dx.doi.org/10.1056/NEJMoa2107322", "10.1056/NEJMoa2107322"),
        ("doi.org/10.1056/NEJMoa2107322", "10.1056/NEJMoa2107322"),
        ("doi: 10.1056/NEJMoa2107322.", "10.1056/NEJMoa2107322"),
        ("DOI 10.1056/NEJMoa2107322", "10.1056/NEJMoa2107322"),
        ("info:doi/10.1000/a(1)b", "10.1000/a(1)b"),
        ("https://example.org/10.1056/x", None),
        ("10.1/x", None),
        ("", None),
    ],
)
def test_a_doi_is_found_in_what_people_write(written: str, doi: str | None) -> None:
    assert bare_doi(written) == doi


def test_letters_of_any_case_name_the_same_work() -> None:
    assert same_doi("10.1056/NEJMoa2107322") == same_doi("https://doi.org/10.1056/nejmOA2107322")
    assert same_doi("10.1056/a") != same_doi("10.1056/b")


def test_an_address_holds_only_what_addresses_may_hold() -> None:
    assert doi_address("10.1002/(SICI)1097<1::AID>3.0;2-#") == "https://doi.org/10.1002/(SICI)1097%3C1::AID%3E3.0;2-%23"


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("NCT03511664", "https://clinicaltrials.gov/study/NCT03511664"),
        ("jRCTs031200091", "https://jrct.mhlw.go.jp/latest-detail/jRCTs031200091"),
        ("ISRCTN12345678", "https://www.isrctn.com/ISRCTN12345678"),
        ("ACTRN12615000912583", "https://www.anzctr.org.au/ACTRN12615000912583.aspx"),
        ("NCT1", None),
        ("UMIN000001234", None),
    ],
)
def test_a_registry_number_leads_to_its_register(number: str, address: str | None) -> None:
    assert registry_address(number) == address


@pytest.mark.parametrize("isbn", ["978-3-16-148410-0", "0-306-40615-2", "080442957X", "978 0 306 40615 7"])
def test_good_isbn(isbn: str) -> None:
    assert is_isbn(isbn)


@pytest.mark.parametrize("isbn", ["978-3-16-148410-1", "0-306-40615-3", "12345", "080442957Y"])
def test_bad_isbn(isbn: str) -> None:
    assert not is_isbn(isbn)


def test_issn() -> None:
    assert is_issn("0028-4793")
    assert is_issn("2434-561X")
    assert not is_issn("0028-4794")
    assert not is_issn("0028")


def test_orcid() -> None:
    assert is_orcid("0000-0001-7754-6624")
    assert is_orcid("0000-0002-1694-233X")
    assert not is_orcid("0000-0001-7754-6625")
    assert not is_orcid("0000-0001")
