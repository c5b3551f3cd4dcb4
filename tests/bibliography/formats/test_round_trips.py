"""Records into RIS, BibTeX and CSL-JSON and back: equal, and understood by other programs' libraries."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from taiyaku.bibliography.formats.bibtex_write import bibtex
from taiyaku.bibliography.formats.csl import csl_item, csl_text
from taiyaku.bibliography.formats.draft import UNCHECKED
from taiyaku.bibliography.formats.kinds import Format
from taiyaku.bibliography.formats.plain import OURS
from taiyaku.bibliography.formats.read import format_of
from taiyaku.bibliography.formats.ris import ris
from taiyaku.bibliography.formats.taking_over import take_over
from taiyaku.bibliography.formats.written_notices import is_notice
from taiyaku.model.reference import Name, Reference, WorkType
from tests.bibliography.formats.reading import read
from tests.bibliography.formats.test_taking_over import library
from tests.bibliography.records import RECORDS, SITE

FORMATS = (Format.RIS, Format.BIBTEX, Format.CSL_JSON)


def written(key: str, record: Reference, form: Format) -> str:
    match form:
        case Format.RIS:
            return ris(key, record)
        case Format.BIBTEX:
            return bibtex(key, record)
        case _:
            return csl_text([csl_item(key, record)])


def whole(records: Mapping[str, Reference], form: Format) -> str:
    """Records in one file."""
    if form is Format.CSL_JSON:
        return csl_text([csl_item(key, record) for key, record in records.items()])
    return "\n".join(written(key, record, form) for key, record in records.items())


def the_work_of(record: Reference) -> Reference:
    """The record without what is ours, which RIS and BibTeX do not carry."""
    fields = Reference.model_fields
    return record.model_copy(update={name: fields[name].get_default(call_default_factory=True) for name in OURS})


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("key", RECORDS)
def test_a_record_comes_back_equal(key: str, form: Format) -> None:
    record = RECORDS[key]
    found = read(written(key, record, form), form)
    is_lost = form is not Format.CSL_JSON
    expected = the_work_of(record) if is_lost else record
    assert [work.record for work in found.works] == [expected]
    assert (found.problems, {each.why for each in found.remarks}) == (
        [],
        {UNCHECKED} if record.notices and is_lost else set(),
    )


@pytest.mark.parametrize("form", FORMATS)
def test_every_work_of_the_site_keeps_its_key_in_an_empty_library(form: Format) -> None:
    taken = take_over(read(whole(SITE, form), form), library())
    assert list(taken.records) == list(SITE)
    assert (taken.problems, taken.known) == ([], 0)


@pytest.mark.parametrize("form", FORMATS)
def test_the_whole_library_comes_back_equal_from_one_file(form: Format) -> None:
    records = {key: record for key, record in RECORDS.items() if "lines" not in key}
    text = whole(records, form)
    assert format_of(text.encode()) is form
    found = read(text, form)
    expected = list(records.values() if form is Format.CSL_JSON else map(the_work_of, records.values()))
    assert [work.record for work in found.works] == expected
    assert (found.problems, {each.why for each in found.remarks} - {UNCHECKED}) == ([], set())


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=30).filter(
    lambda text: bool(text.strip())
)
NAMES = st.lists(
    st.one_of(
        st.builds(lambda f, g, s: Name(family=f, given=g, suffix=s), TEXT, st.none() | TEXT, st.none() | TEXT),
        st.builds(lambda text: Name(literal=text), TEXT),
    ),
    max_size=3,
)
TEXTS = (
    "container-title",
    "publisher",
    "volume",
    "issue",
    "page",
    "edition",
    "genre",
    "number",
    "section",
    "original-title",
)


@given(
    kind=st.sampled_from(WorkType),
    title=TEXT,
    authors=NAMES,
    editors=NAMES,
    texts=st.dictionaries(st.sampled_from(TEXTS), TEXT),
    form=st.sampled_from(FORMATS),
)
@settings(max_examples=300)
def test_any_record_comes_back_equal(
    kind: WorkType, title: str, authors: list[Name], editors: list[Name], texts: dict[str, str], form: Format
) -> None:
    record = Reference.model_validate({"type": kind, "title": title, "author": authors, "editor": editors, **texts})
    found = read(written("key", record, form), form)
    assert [work.record for work in found.works] == [record]
    assert found.problems == []


UNDERSTOOD = {
    key: record for key, record in RECORDS.items() if key not in {"lines", "unbalanced", "signs-of-tex", "spaces"}
}
"""What other libraries can be asked for word by word; these four only test that nothing of ours breaks."""


def test_rispy_sees_title_authors_year_and_doi() -> None:
    entries = rispy.loads("\n".join(ris(key, record) for key, record in UNDERSTOOD.items()))
    assert len(entries) == len(UNDERSTOOD)
    for entry, record in zip(entries, UNDERSTOOD.values(), strict=True):
        assert entry["title"] == " ".join(record.title.split())
        assert [name.partition(",")[0] for name in entry.get("authors", [])] == [
            *(
                " ".join(part for part in (name.particle, name.family) if part)
                or (name.literal or "").partition(",")[0]
                for name in record.author
            ),
            *["et al."] * record.et_al,
        ]
        assert entry.get("year") == (record.issued[:4] if record.issued else None)
        assert entry.get("doi") == record.doi


def _bare(tex: str) -> str:
    return str(LatexNodes2Text(math_mode="text").latex_to_text(tex))


def _family(person: Any) -> str:
    return _bare(" ".join((*person.prelast_names, *person.last_names)).strip())


def test_pybtex_sees_title_authors_year_and_doi() -> None:
    entries = parse_string("\n".join(bibtex(key, record) for key, record in UNDERSTOOD.items()), "bibtex").entries
    assert list(entries) == list(UNDERSTOOD)
    for key, record in UNDERSTOOD.items():
        fields = entries[key].fields
        assert _bare(fields["title"]) == " ".join(_bare(record.title.replace("&", "\\&")).split()), key
        people = [person for person in entries[key].persons.get("author", []) if str(person) != "others"]
        assert len(people) == len(record.author), key
        for person, name in zip(people, record.author, strict=True):
            whole = name.family or name.literal
            assert _family(person).endswith(str(whole).split()[-1]), (key, person)
        assert fields.get("year") == (record.issued[:4] if record.issued else None)
        assert fields.get("doi") == record.doi


def test_csl_json_has_no_field_that_csl_does_not_know() -> None:
    """The names of a reference item and of a name in csl-data.json of CSL 1.0.2."""
    names = {"family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"}
    texts = """id type title original-title author editor translator container-title container-title-short
        collection-title collection-number event-title event-place event-date volume issue page number number-of-pages
        edition version genre medium section publisher publisher-place status issued available-date accessed language
        DOI PMID PMCID ISBN ISSN URL keyword note custom"""
    for key, record in RECORDS.items():
        item = json.loads(json.dumps(csl_item(key, record)))
        assert item.keys() <= set(texts.split())
        assert all(name.keys() <= names for role in ("author", "editor", "translator") for name in item.get(role, []))
        assert item["title"] == record.title
        names_of = [name.get("family", name.get("literal")) for name in item.get("author", [])]
        assert names_of == [*(name.family or name.literal for name in record.author), *["et al."] * record.et_al]


def test_an_edit_made_elsewhere_counts() -> None:
    """Our own field gives way where the fields that it completes were changed, and that is told."""
    record = Reference.model_validate(
        {"type": "article-journal", "title": "T", "author": [{"family": "A", "given": "B", "affiliation": ["C"]}]}
    )
    edited = ris("key", record).replace("AU  - A, B", "AU  - A, Bertha")
    found = read(edited, Format.RIS)
    assert [name.given for name in found.works[0].record.author] == ["Bertha"]
    assert [(each.tag, each.why) for each in found.remarks] == [
        ("U1", "the other fields of the entry were edited since, or it was damaged")
    ]


@pytest.mark.parametrize(
    "own", ["{", "[]", '{"of": 1, "fields": {"nonsense": 1}}', '{"of":"x","fields":{"title":null}}', "[" * 9999]
)
def test_a_damaged_field_of_ours_is_told(own: str) -> None:
    found = read(f"TY  - JOUR\nTI  - T\nU1  - taiyaku: {own}\nER  - \n", Format.RIS)
    assert [work.record.title for work in found.works] == ["T"]
    assert [each.tag for each in found.remarks] == ["U1"]


def test_few_records_of_the_site_need_our_own_field() -> None:
    """All that is not in the fields of RIS is finer than other programs need."""
    texts = [ris(key, record) for key, record in SITE.items()]
    assert len([text for text in texts if "taiyaku" in text]) <= len(texts) // 8


RETRACTED = {
    "type": "article-journal",
    "title": "T",
    "checked": "2026-11-22",
    "notices": [
        {"kind": "correction", "issued": "2020"},
        {"kind": "retraction", "issued": "2021-01-05", "DOI": "10.1000/r"},
    ],
}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["Retracted: 2021-01-05, https://doi.org/10.1000/r", "Corrected: 2020"]),
        ("ja", ["撤回：2021-01-05、https://doi.org/10.1000/r", "訂正あり：2020"]),
    ],
)
def test_every_format_says_that_a_work_is_retracted(language: str, lines: list[str]) -> None:
    record = Reference.model_validate({**RETRACTED, "language": language})
    assert re.findall(r"N1  - (.*)", ris("k", record)) == lines
    assert re.findall(r"note = {(.*)}", bibtex("k", record)) == ["; ".join(lines)]
    assert csl_item("k", record)["note"].split("\n") == lines


@pytest.mark.parametrize("note", ["Corrected proof", "Preprint server", "A retracted work", ""])
def test_other_notes_are_no_notices(note: str) -> None:
    assert not is_notice(note)


@pytest.mark.parametrize("form", FORMATS)
def test_a_notice_without_the_day_of_the_last_look_is_told_and_not_taken_for_a_note(form: Format) -> None:
    record = Reference.model_validate(RETRACTED)
    text = {
        Format.RIS: ris("k", record, own=False),
        Format.BIBTEX: bibtex("k", record, own=False),
        Format.CSL_JSON: csl_text([csl_item("k", record, own=False)]),
    }[form]
    found = read(text, form)
    assert [(work.record.note, work.record.notices) for work in found.works] == [(None, ())]
    assert {each.why for each in found.remarks} == {UNCHECKED}
