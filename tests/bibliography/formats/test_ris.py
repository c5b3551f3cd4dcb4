from pathlib import Path

import pytest

from taiyaku.bibliography.formats.kinds import Format
from tests.bibliography.formats.reading import Fields, faults, one, read, remarks

FILES = Path(__file__).parent / "files"


def entry(lines: str, kind: str = "JOUR", title: str = "T") -> str:
    return f"TY  - {kind}\nTI  - {title}\n{lines}\nER  - \n"


def fields(lines: str, kind: str = "JOUR", title: str = "T") -> Fields:
    """What one entry holds besides title and language."""
    found = one(entry(lines, kind, title), Format.RIS)
    return {name: value for name, value in found.items() if name not in {"type", "title", "language"}}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("DO  - https://doi.org/10.1000/x", {"DOI": "10.1000/x"}),
        ("UR  - http://dx.doi.org/10.1000/x", {"DOI": "10.1000/x"}),
        ("UR  - https://example.org/a", {"URL": "https://example.org/a"}),
        ("SP  - 637\nEP  - 40", {"page": "637–640"}),
        ("SP  - 637-40", {"page": "637–640"}),
        ("SP  - S93\nEP  - S99", {"page": "S93–S99"}),
        ("C7  - e0123", {"page": "e0123"}),
        ("PY  - 2020\nDA  - 2020/05/29/", {"issued": "2020-05-29"}),
        ("DA  - 2020/05/29/\nPY  - 2020", {"issued": "2020-05-29"}),
        ("Y1  - 2020/05//", {"issued": "2020-05"}),
        ("Y2  - 2025/09/16/", {"accessed": "2025-09-16"}),
        ("AN  - 31234567\nDB  - PubMed", {"PMID": "31234567"}),
        ("C2  - PMC123", {"PMCID": "PMC123"}),
        ("SN  - 0028-4793 (Print)", {"ISSN": "0028-4793"}),
        ("SN  - 978-3-16-148410-0", {"ISBN": "978-3-16-148410-0"}),
        (
            "JO  - J Test\nT2  - Journal of Tests",
            {"container-title": "Journal of Tests", "container-title-short": "J Test"},
        ),
        ("AU  - Doe, Jane\nAU  - et al.", {"author": [{"family": "Doe", "given": "Jane"}], "et_al": True}),
        ("A1  - NCCN Panel,", {"author": [{"literal": "NCCN Panel"}]}),
        ("KW  - a\nKW  - b\nKW  - a", {"keyword": ["a", "b"]}),
        ("VL  - 112巻\nIS  - 3号", {"volume": "112", "issue": "3"}),
        ("VL  - 第112巻\nIS  - 増刊号", {"volume": "112", "issue": "増刊号"}),
        ("IS  - 2\nVL  - 3\nJ2  - J T", {"volume": "3", "issue": "2", "container-title-short": "J T"}),
    ],
)
def test_a_tag_is_the_field_that_it_means(lines: str, expected: Fields) -> None:
    found = fields(lines)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("kind", "lines", "expected"),
    [
        ("BOOK", "T2  - Series\nSP  - 320", {"collection-title": "Series", "number-of-pages": "320"}),
        (
            "CHAP",
            "T2  - Handbook\nA2  - Roe, R",
            {"container-title": "Handbook", "editor": [{"family": "Roe", "given": "R"}]},
        ),
        ("RPRT", "SN  - WHO/1", {"number": "WHO/1"}),
        ("INPR", "", {"status": "in press"}),
    ],
)
def test_some_tags_depend_on_the_type(kind: str, lines: str, expected: Fields) -> None:
    assert fields(lines, kind) == expected


def test_a_title_goes_over_lines_and_loses_marks_and_its_stop() -> None:
    found = read(
        "TY  - JOUR\nTI  - Imaging <i>in vivo</i> &amp; with\n  <sup>68</sup>Ga at 10<sup>-5</sup> M.\nER  - ",
        Format.RIS,
    )
    assert found.works[0].record.title == "Imaging in vivo & with 68Ga at 10⁻⁵ M"
    assert [(each.tag, each.why, each.line) for each in found.remarks] == [
        ("TI", "marks of HTML were taken out", 2),
        ("TI", "the stop at the end was taken off", 2),
    ]


def test_what_no_record_holds_is_told_with_its_line() -> None:
    found = read(entry("XX  - unknown\nAB  - secret\nC1  - one\nC1  - two"), Format.RIS)
    assert remarks(found) == [
        ("XX", "unknown", 3, True),
        ("AB", "secret", 4, True),
        ("C1", "one", 5, True),
        ("C1", "two", 6, True),
    ]


@pytest.mark.parametrize(
    ("lines", "tag", "value"),
    [
        ("PY  - 2020/05//Spring", "PY", "Spring"),
        ("PY  - 2020 May-Jun", "PY", "May-Jun"),
        ("SP  - 4367-38", "SP", "4367-38"),
        ("DO  - not a doi", "DO", "not a doi"),
        ("UR  - javascript:alert(1)", "UR", "javascript:alert(1)"),
        ("T1  - Another", "T1", "Another"),
        ("AN  - 12345", "AN", "12345"),
        ("LA  - Klingon!", "LA", "Klingon!"),
        ("SN  - 12", "SN", "12"),
        ("AU  - John Smith", "AU", "John Smith"),
        ("a line\n", "", ""),
    ],
)
def test_a_value_that_cannot_be_used_is_told(lines: str, tag: str, value: str) -> None:
    found = read(entry(lines), Format.RIS)
    assert len(found.works) == 1
    assert [(each.tag, each.value) for each in found.remarks] == ([(tag, value)] if tag else [])


def test_entries_without_an_end_are_all_there() -> None:
    found = read("TY  - JOUR\nTI  - One\n\nTY  - BOOK\nTI  - Two\n", Format.RIS)
    assert [work.record.title for work in found.works] == ["One", "Two"]
    assert [(each.tag, each.line) for each in found.remarks] == [("TY", 1), ("TY", 4)]


@pytest.mark.parametrize("tag", ["VL", "AU", "T2", "JO", "SP", "SN", "AN", "KW", "PY", "U1", "XX"])
@pytest.mark.parametrize("end", ["", " ", "  "])
def test_an_empty_tag_says_nothing(tag: str, end: str) -> None:
    found = read(f"TY  - JOUR\nTI  - One\n{tag}  -{end}\nER  -\nTY  - JOUR\nTI  - Two\nER  -", Format.RIS)
    assert [work.record.title for work in found.works] == ["One", "Two"]
    assert (found.problems, found.remarks) == ([], [])


def test_an_entry_without_a_title_is_an_error_and_the_others_are_there() -> None:
    found = read("TY  - JOUR\nAU  - Doe, J\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n", Format.RIS)
    assert faults(found) == [("import-refused", 1)]
    assert [work.record.title for work in found.works] == ["Two"]


def test_what_stands_outside_of_entries_is_told() -> None:
    found = read("Provider: X\n" + entry(""), Format.RIS)
    assert remarks(found) == [("text", "Provider: X", 1, True)]


def test_an_unknown_type_is_a_document() -> None:
    found = read(entry("", "HOLOGRAM"), Format.RIS)
    assert found.works[0].record.type == "document"
    assert remarks(found) == [("TY", "HOLOGRAM", 1, False)]


def test_a_file_as_a_publisher_writes_it() -> None:
    found = read((FILES / "publisher.ris").read_bytes(), Format.RIS)
    assert found.problems == []
    record = found.works[0].record
    assert (record.title, record.page, record.doi) == ("Müller’s Verfahren: Ergebnisse", "12–19", "10.1000/test.12")
    assert [name.family for name in record.author] == ["Müller", "van den Bergh"]
    assert {each.tag for each in found.remarks} == {"N2", "L1", "N1"}
