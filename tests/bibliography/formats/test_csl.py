import json
from typing import Any

import pytest

from taiyaku.bibliography.formats.draft import UNCHECKED, Draft
from taiyaku.bibliography.formats.gathered import Gathered
from taiyaku.bibliography.formats.kinds import Format
from tests.bibliography.formats.reading import FILE, Fields, faults, one, read, remarks


def item(**more: Any) -> str:
    return json.dumps([{"id": "a", "type": "article-journal", "title": "T", **more}], indent=1)


def fields(**more: Any) -> Fields:
    found = one(item(**more), Format.CSL_JSON)
    return {name: value for name, value in found.items() if name not in {"type", "title", "language"}}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"issued": {"date-parts": [[2020, 5, 12]]}}, {"issued": "2020-05-12"}),
        ({"issued": {"date-parts": [["2020", "5"]]}}, {"issued": "2020-05"}),
        ({"issued": {"raw": "2020 May 12"}}, {"issued": "2020-05-12"}),
        ({"issued": {"literal": "May 2020"}}, {"issued": "2020-05"}),
        ({"volume": 12, "issue": "3"}, {"volume": "12", "issue": "3"}),
        ({"DOI": "https://doi.org/10.1000/X"}, {"DOI": "10.1000/X"}),
        ({"page": "637-40"}, {"page": "637–640"}),
        ({"keyword": "a, b"}, {"keyword": ["a", "b"]}),
        ({"ISSN": ["0028-4793"]}, {"ISSN": "0028-4793"}),
        ({"author": [{"literal": "WHO"}, {"literal": "et al."}]}, {"author": [{"literal": "WHO"}], "et_al": True}),
        ({"note": "PMID: 31234567\nPMCID: PMC12"}, {"PMID": "31234567", "PMCID": "PMC12"}),
        ({"journalAbbreviation": "J T"}, {"container-title-short": "J T"}),
        (
            {"author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den", "suffix": "Jr"}]},
            {"author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den", "suffix": "Jr"}]},
        ),
    ],
)
def test_a_field_is_read(given: Fields, expected: Fields) -> None:
    assert fields(**given) == expected


@pytest.mark.parametrize(
    ("given", "tag", "value"),
    [
        ({"abstract": "Secret"}, "abstract", "Secret"),
        ({"foo": {"a": 1}}, "foo", '{"a": "1"}'),
        ({"issued": {"date-parts": [[2020, 5], [2020, 6]]}}, "issued", "until: ['2020', '6']"),
        ({"issued": {"date-parts": [[2020]], "season": 2}}, "issued", "season: 2"),
        ({"issued": {"date-parts": [[2020, 13]]}}, "issued", "13"),
        ({"issued": 7}, "issued", "7"),
        ({"author": [{"family": "A", "email": "x"}]}, "author", "email: x"),
        ({"author": [7]}, "author", "7"),
        ({"note": "A note"}, "note", "A note"),
        ({"type": "hologram"}, "type", "hologram"),
        ({"title": "A <b>bold</b> T"}, "title", "A <b>bold</b> T"),
        ({"publisher": "half \ud83d"}, "publisher", "half \ud83d"),
        ({"publisher": "N\0UL"}, "publisher", "N\0UL"),
    ],
)
def test_what_cannot_be_used_is_told(given: Fields, tag: str, value: str) -> None:
    found = read(item(**given), Format.CSL_JSON)
    assert len(found.works) == 1
    assert [(each.tag, each.value) for each in found.remarks] == [(tag, value)]


def test_a_field_is_told_at_its_line() -> None:
    assert remarks(read('[\n{"id": "a", "type": "book",\n "title": "T",\n "abstract": "x"}\n]', Format.CSL_JSON)) == [
        ("abstract", "x", 4, True)
    ]


def test_what_else_stands_in_a_note_with_numbers_is_told() -> None:
    found = read(item(note="A remark\nPMID: 9"), Format.CSL_JSON)
    assert (found.works[0].record.pmid, [each.value for each in found.remarks]) == ("9", ["A remark"])


def test_a_name_that_stands_twice_is_told() -> None:
    found = read('[{"id": "a", "type": "book", "title": "T", "title": "U"}]', Format.CSL_JSON)
    assert remarks(found) == [("title", "U", 1, True)]


@pytest.mark.parametrize("text", [item()[1:-1], item(), '{"items": ' + item() + "}"])
def test_one_item_a_list_and_zoteros_answer_are_read(text: str) -> None:
    assert [work.record.title for work in read(text, Format.CSL_JSON).works] == ["T"]


@pytest.mark.parametrize(
    ("text", "works", "line"),
    [
        ('[\n{"type": "book", "title": "One"},\n{"title": }]', 1, 3),
        ('[\n{"type": "book", "title": "One"},\n7]', 1, 3),
        ("[" * 99999, 0, 1),
        ('[{"type": "book", "title": NaN}]', 0, 1),
        ('[{"type": "book"}]', 0, 1),
    ],
)
def test_what_cannot_be_read_is_an_error_and_what_stands_before_is_there(text: str, works: int, line: int) -> None:
    found = read(text, Format.CSL_JSON)
    assert len(found.works) == works
    assert [at for _, at in faults(found)] == [line]


def test_notices_without_the_day_of_the_last_look_are_told_with_what_they_need() -> None:
    found = Gathered(FILE)
    Draft(1, {"type": "book", "title": "T", "notices": [{"kind": "retraction"}]}).finish(found)
    assert [(work.record.title, work.record.notices) for work in found.works] == [("T", ())]
    assert [(each.tag, each.why) for each in found.remarks] == [("notices", UNCHECKED)]
