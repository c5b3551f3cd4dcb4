from pathlib import Path

import pytest

from taiyaku.bibliography.formats.kinds import Format
from tests.bibliography.formats.reading import Fields, one, read, remarks

FILES = Path(__file__).parent / "files"
HEAD = "PMID- 1\nTI  - A title.\n"


def fields(lines: str) -> Fields:
    """What one entry holds besides type, title, language and PMID."""
    found = one(HEAD + lines + "\n", Format.NBIB)
    return {name: value for name, value in found.items() if name not in {"type", "title", "language", "PMID"}}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("FAU - Sung, Hyuna\nAU  - Sung H", {"author": [{"family": "Sung", "given": "Hyuna"}]}),
        ("AU  - van den Berg J Jr", {"author": [{"family": "van den Berg", "given": "J", "suffix": "Jr"}]}),
        ("FAU - King, Martin L 3rd", {"author": [{"family": "King", "given": "Martin L", "suffix": "3rd"}]}),
        ("CN  - ESMO Guidelines Committee", {"author": [{"literal": "ESMO Guidelines Committee"}]}),
        ("DP  - 2020 May 12", {"issued": "2020-05-12"}),
        ("DP  - 2020 May", {"issued": "2020-05"}),
        ("DEP - 20200401", {"available-date": "2020-04-01"}),
        ("PG  - 637-40", {"page": "637–640"}),
        ("PG  - 637-40; discussion 641-2", {"page": "637–640; discussion 641–642"}),
        ("AID - 10.1000/abc [doi]", {"DOI": "10.1000/abc"}),
        ("PMC - PMC123", {"PMCID": "PMC123"}),
        ("IS  - 1533-4406 (Electronic)", {"ISSN": "1533-4406"}),
        ("SI  - ClinicalTrials.gov/NCT03511664", {"registry": ["NCT03511664"]}),
        ("SI  - JPRN/UMIN000012345\nSI  - ISRCTN/ISRCTN1", {"registry": ["UMIN000012345", "ISRCTN1"]}),
        ("OT  - *PSMA\nOT  - lutetium", {"keyword": ["PSMA", "lutetium"]}),
        (
            "JT  - The journal of tests\nTA  - J Test",
            {"container-title": "The journal of tests", "container-title-short": "J Test"},
        ),
        (
            "FAU - Doe, Jane\nAUID- ORCID: 0000000177546624\nAD  - Clinic, Paris.",
            {
                "author": [
                    {
                        "family": "Doe",
                        "given": "Jane",
                        "affiliation": ["Clinic, Paris."],
                        "ORCID": "0000-0001-7754-6624",
                    }
                ]
            },
        ),
    ],
)
def test_a_tag_is_the_field_that_it_means(lines: str, expected: Fields) -> None:
    assert fields(lines) == expected


def test_a_translated_title_keeps_its_brackets_and_the_original() -> None:
    found = one("PMID- 1\nTI  - [Treatment of prostate\n      cancer].\nTT  - Behandlung.\nLA  - ger\n", Format.NBIB)
    assert (found["title"], found["original-title"], found["language"]) == (
        "[Treatment of prostate cancer]",
        "Behandlung",
        "de",
    )


def test_a_title_that_only_begins_with_a_bracket_keeps_it() -> None:
    assert one("PMID- 1\nTI  - [177Lu]Lu-PSMA-617 in mCRPC.\n", Format.NBIB)["title"] == "[177Lu]Lu-PSMA-617 in mCRPC"


@pytest.mark.parametrize(
    ("line", "notice"),
    [
        (
            "RIN - J Foo. 2021 Jan 5;1(2):3. doi: 10.1000/r. PMID: 9",
            {"kind": "retraction", "issued": "2021-01-05", "DOI": "10.1000/r"},
        ),
        ("EIN - J Foo. 2021;1(2):3", {"kind": "correction", "issued": "2021"}),
        ("ECI - J Foo. 2021 Mar;1(2):3", {"kind": "expression_of_concern", "issued": "2021-03"}),
        ("PT  - Retracted Publication", {"kind": "retraction"}),
    ],
)
def test_what_was_published_about_a_work_is_a_notice(line: str, notice: Fields) -> None:
    found = fields(f"LR  - 20220105\n{line}")
    assert found == {"notices": [notice], "checked": "2022-01-05"}


def test_a_number_of_another_bank_is_told() -> None:
    assert remarks(read(HEAD + "SI  - GENBANK/AB123456\n", Format.NBIB)) == [("SI", "GENBANK/AB123456", 3, True)]


@pytest.mark.parametrize("line", ["RIN - J Foo. 2021 Jan 5;1(2):3.", "PT  - Retracted Publication"])
def test_without_a_day_of_revision_nobody_has_looked_and_the_notice_is_told(line: str) -> None:
    found = read(HEAD + line + "\n", Format.NBIB)
    assert (found.works[0].record.notices, found.works[0].record.checked) == ((), None)
    assert [(each.line, "checked: YYYY-MM-DD" in each.why) for each in found.remarks] == [(3, True)]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("DP  - 2020 Spring", "Spring"),
        ("DP  - 2020 May-Jun", "May-Jun"),
        ("DP  - 2019 Dec-2020 Jan", "Dec-2020 Jan"),
        ("AB  - Secret", "Secret"),
        ("CON - J Foo. 2020;1:2", "J Foo. 2020;1:2"),
        ("ZZZ - what", "what"),
        ("PG  - 4367-38", "4367-38"),
    ],
)
def test_what_cannot_be_kept_is_told(line: str, value: str) -> None:
    assert remarks(read(HEAD + line + "\n", Format.NBIB)) == [(line[:3].strip(), value, 3, True)]


def test_an_e_mail_address_is_neither_kept_nor_shown() -> None:
    found = read(
        HEAD + "FAU - Doe, Jane\nAD  - Clinic, Paris. Electronic address: jane.doe@example.org.\n", Format.NBIB
    )
    assert found.works[0].record.author[0].affiliation == ("Clinic, Paris.",)
    assert remarks(found) == [("AD", "…", 4, True)]


def test_a_file_as_pubmed_writes_it() -> None:
    found = read((FILES / "pubmed.nbib").read_bytes(), Format.NBIB)
    assert [work.record.pmid for work in found.works] == ["90000001", "90000002"]
    assert [name.family or name.literal for name in found.works[0].record.author] == ["Doe", "Müller", "TEST Group"]
    assert found.works[0].record.author[1].suffix == "Jr"
    assert [work.line for work in found.works] == [2, 39]
    assert found.problems == []
