import pytest

from taiyaku.bibliography.doubts.doi_faults import doi_faults, likely_doi

LANCET = "10.1016/S0140-6736(21)00237-3"
OLD = "10.1002/(SICI)1097-0142(19990115)85:2<489::AID-CNCR30>3.0.CO;2-#"


@pytest.mark.parametrize(
    ("doi", "message"),
    [
        (f"{LANCET}.", "the DOI ends in '.'"),
        (f"{LANCET},", "the DOI ends in ','"),
        (f"{LANCET})", "the DOI has brackets that do not match"),
        (f"{LANCET}>", "the DOI has brackets that do not match"),
        (f"10.1016/{LANCET}", "the DOI holds another one"),
        (f"10.1016/https://doi.org/{LANCET}", "the DOI holds another one"),
        ("10.1016/S0140-6736%2821%2900237-3", "the DOI holds escapes of an address (%)"),
        ("10.1016/S0140–6736(21)00237-3", "the DOI holds '–' (EN DASH)"),
        (f"{LANCET}/full", "the DOI ends in a part of an address"),
        (f"{LANCET}?via=x", "the DOI ends in a part of an address"),
    ],
)
def test_a_damaged_doi_is_told_and_mended(doi: str, message: str) -> None:
    assert list(doi_faults(doi)) == [message]
    assert likely_doi(doi) == LANCET


@pytest.mark.parametrize("doi", [LANCET, OLD, "10.1056/NEJMoa2107322", "10.1200/jco.2022.40.16_suppl.tps5110"])
def test_a_sound_doi_stays(doi: str) -> None:
    assert list(doi_faults(doi)) == []
    assert likely_doi(doi) == doi


@pytest.mark.parametrize(
    "text",
    [f"https://doi.org/{LANCET}", f"DOI: {LANCET}", f"<{LANCET}>", "10.1016/ S0140-6736(21)00237-3", "10.1016/S0140-\u200b6736(21)00237-3",
     "https://doi.org/10.1016%2FS0140-6736%2821%2900237-3", f"http://dx.doi.org/{LANCET}."],
)  # fmt: skip
def test_an_address_or_a_broken_text_gives_its_doi(text: str) -> None:
    assert likely_doi(text) == LANCET


@pytest.mark.parametrize("text", ["", "none", "10.1056", "https://example.org/10.1056/x", "10.1016/S0140-6736(21"])
def test_where_no_doi_can_be_made_out_none_is_offered(text: str) -> None:
    assert likely_doi(text) is None
