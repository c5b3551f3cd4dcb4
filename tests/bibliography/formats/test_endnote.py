from pathlib import Path

import pytest

from taiyaku.bibliography.formats.kinds import Format
from taiyaku.bibliography.formats.plain import plain
from tests.bibliography.formats.reading import Fields, faults, one, read, remarks

FILES = Path(__file__).parent / "files"
BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE xml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'
    "<xml><records><record><titles><title>&b;</title></titles></record></records></xml>"
)


def record(inside: str, kind: str = "Journal Article") -> str:
    head = f'<ref-type name="{kind}">17</ref-type><titles><title>T</title></titles>'
    return f"<xml><records><record>{head}\n{inside}</record></records></xml>"


def fields(inside: str, kind: str = "Journal Article") -> Fields:
    found = one(record(inside, kind), Format.ENDNOTE)
    return {name: value for name, value in found.items() if name not in {"type", "title", "language"}}


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<pages>637-40</pages>", {"page": "637–640"}),
        (
            "<electronic-resource-num><style>https://doi.org/10.1000/x</style></electronic-resource-num>",
            {"DOI": "10.1000/x"},
        ),
        ("<dates><year>2020</year><pub-dates><date>May 29</date></pub-dates></dates>", {"issued": "2020-05-29"}),
        ("<dates><year>2020</year></dates>", {"issued": "2020"}),
        (
            "<contributors><authors><author>NCCN,</author><author>Doe, J.</author></authors></contributors>",
            {"author": [{"literal": "NCCN"}, {"family": "Doe", "given": "J."}]},
        ),
        ("<accession-num>123</accession-num><remote-database-name>Medline</remote-database-name>", {"PMID": "123"}),
        (
            "<periodical><full-title>Journal</full-title><abbr-1>J</abbr-1></periodical>",
            {"container-title": "Journal", "container-title-short": "J"},
        ),
        ("<keywords><keyword>a</keyword><keyword>b</keyword></keywords>", {"keyword": ["a", "b"]}),
        ("<isbn>0028-4793 (Print)</isbn>", {"ISSN": "0028-4793"}),
    ],
)
def test_an_element_is_the_field_that_it_means(inside: str, expected: Fields) -> None:
    assert fields(inside) == expected


def test_what_no_record_holds_is_told_with_its_line() -> None:
    found = read(record("<abstract>Secret</abstract>\n<foo><bar>x</bar></foo>"), Format.ENDNOTE)
    assert remarks(found) == [("abstract", "Secret", 2, True), ("bar", "x", 3, True)]


def test_declared_entities_are_refused() -> None:
    found = read(BOMB, Format.ENDNOTE)
    assert faults(found) == [("import-syntax", 2)]
    assert found.works == []


@pytest.mark.parametrize(
    ("text", "works"),
    [
        (record("")[:-16] + "</wrong>", 1),
        ("<html><p>no</p></html>", 0),
        ("<xml><records>" + "<a>" * 50000, 0),
        ('<?xml version="1.0" encoding="klingon"?><xml/>', 0),
        (record("") + "<xml>", 1),
        ("<xml>&nbsp;</xml>", 0),
    ],
)
def test_a_damaged_file_is_told_and_what_stands_before_is_there(text: str, works: int) -> None:
    found = read(text, Format.ENDNOTE)
    assert len(found.works) == works
    assert {rule for rule, _ in faults(found)} == {"import-syntax"}


@pytest.mark.parametrize("short", ["", "<abbr-1>J Test</abbr-1>"])
def test_the_second_title_is_the_short_form_of_the_title_in_full(short: str) -> None:
    found = read(
        record(
            "<titles><title>T</title><secondary-title>J Test</secondary-title></titles>"
            f"<periodical>{short}<full-title>Journal of Tests</full-title></periodical>"
        ),
        Format.ENDNOTE,
    )
    work = found.works[0].record
    assert (work.container_title, work.container_title_short) == ("Journal of Tests", "J Test")
    assert found.remarks == []


def test_a_file_as_endnote_writes_it() -> None:
    found = read((FILES / "endnote.xml").read_bytes(), Format.ENDNOTE)
    assert found.problems == []
    assert plain(found.works[0].record) == {
        "type": "article-journal",
        "title": "Lutetium in vivo: a test",
        "language": "en",
        "author": [{"family": "Doe", "given": "Jane A."}, {"literal": "ESMO Group"}],
        "container-title": "J Test",
        "volume": "12",
        "issue": "3",
        "page": "637–640",
        "issued": "2020",
        "DOI": "10.1000/test.2",
        "keyword": ["lutetium"],
    }
