from typing import Any

import pytest

from taiyaku.base.place import Place
from taiyaku.bibliography.formats.gathered import Gathered, Work
from taiyaku.bibliography.formats.kinds import Format
from taiyaku.bibliography.formats.taking_over import take_over
from taiyaku.model.library import Library
from taiyaku.model.reference import Reference
from taiyaku.model.site import Site
from tests.bibliography.formats.reading import FILE, read

LABEL = {"en": "Guide"}
SITE = Site.model_validate(
    {
        **dict.fromkeys(("title", "tagline", "description", "subject"), LABEL),
        "base_url": "https://guide.org/",
        "texts_licence": {"name": "CC BY", "url": "https://example.org/by/"},
    }
)
SUNG = {"title": "Global Cancer Statistics", "author": [{"family": "Sung", "given": "H."}], "issued": "2021"}


def record(**fields: Any) -> Reference:
    return Reference.model_validate({"type": "article-journal", **fields})


def library(**references: Reference) -> Library:
    places = {("references", key): Place(FILE, (key,)) for key in references}
    return Library(site=SITE, references=references, places=places, broken={"references": frozenset({"broken-2021"})})


def gathered(*records: Reference) -> Gathered:
    """A file in which the works are called W0, W1, … (no keys), each on a line of its own."""
    return Gathered(FILE, [Work(each, n + 1, f"W{n}") for n, each in enumerate(records)])


@pytest.mark.parametrize(
    ("there", "new"),
    [
        ({"title": "A", "DOI": "10.1000/ABC"}, {"title": "B", "DOI": "10.1000/abc"}),
        ({"title": "A", "PMID": "12"}, {"title": "B", "PMID": "12"}),
        (SUNG, {**SUNG, "title": "Global cancer statistics!", "issued": "2021-05", "volume": "71"}),
        ({"title": "Undated"}, {"title": "Undated"}),
    ],
)
def test_a_work_that_the_library_has_is_left_and_its_key_told(there: dict[str, Any], new: dict[str, Any]) -> None:
    taken = take_over(gathered(record(**new)), library(**{"old-key": record(**there)}))
    assert (taken.records, taken.known) == ({}, 1)
    assert [(p.rule, p.at.line, p.also) for p in taken.problems] == [("import-known", 1, (Place(FILE, ("old-key",)),))]
    assert "'old-key'" in taken.problems[0].message


@pytest.mark.parametrize("other", [{"issued": "2020"}, {"title": "Another"}, {"author": [{"family": "Roe"}]}])
def test_another_work_is_taken(other: dict[str, Any]) -> None:
    assert take_over(gathered(record(**{**SUNG, **other})), library(**{"sung-2021": record(**SUNG)})).known == 0


def test_a_work_that_stands_twice_in_the_file_is_taken_once() -> None:
    taken = take_over(gathered(record(**SUNG), record(**SUNG, volume="71")), library())
    assert list(taken.records) == ["sung-2021"]
    assert [p.message for p in taken.problems] == ["the work is 'sung-2021', of line 1: it is taken over once"]


def test_no_key_is_given_twice_nor_one_whose_record_is_broken() -> None:
    broken = record(title="X", author=[{"family": "Broken"}], issued="2021")
    works = [record(**{**SUNG, "title": title}) for title in "ABC"]
    taken = take_over(gathered(*works, broken), library(**{"sung-2021": record(**SUNG)}))
    assert list(taken.records) == ["sung-2021b", "sung-2021c", "sung-2021d", "broken-2021b"]


def related(kind: str, key: str) -> list[dict[str, str]]:
    return [{"kind": kind, "key": key}]


def test_relations_lead_to_the_new_keys_and_to_works_that_were_there() -> None:
    first = record(title="A", issued="2021", related=related("preprint_of", "W1"))
    second = record(**SUNG, related=related("update_of", "old-key"))
    taken = take_over(gathered(first, second), library(**{"old-key": record(title="Old")}))
    assert [[r.key for r in each.related] for each in taken.records.values()] == [["sung-2021"], ["old-key"]]


def test_a_relation_that_leads_nowhere_is_told() -> None:
    found = gathered(record(title="A", related=related("comment_on", "nowhere")))
    assert [each.related for each in take_over(found, library()).records.values()] == [()]
    assert [(r.tag, r.value, r.line) for r in found.remarks] == [("related", "comment_on nowhere", 1)]


@pytest.mark.parametrize("length", [1, 2, 3, 50])
def test_works_that_lead_to_each_other_in_a_circle_do_not(length: int) -> None:
    works = [record(title=f"T{n}", related=related("preprint_of", f"W{(n + 1) % length}")) for n in range(length)]
    found = gathered(*works)
    taken = take_over(found, library())
    assert len(taken.records) == length
    assert sum(len(each.related) for each in taken.records.values()) == length - 1
    assert [r.why for r in found.remarks] == ["the works would lead to each other in a circle"]


def test_a_circle_of_different_relations_is_none() -> None:
    works = [
        record(title="A", related=related("comment_on", "W1")),
        record(title="B", related=related("update_of", "W0")),
    ]
    assert all(each.related for each in take_over(gathered(*works), library()).records.values())


def test_notices_lead_to_nothing_unknown_and_what_was_printed_is_kept() -> None:
    printed = {"source": "absent", "field": "page", "printed": "5-3", "note": LABEL}
    notices = [{"kind": "retraction", "key": "W1"}, {"kind": "correction", "key": "nowhere"}]
    found = gathered(record(title="A", notices=notices, checked="2026-11-22", as_printed=[printed]), record(title="B"))
    first = next(iter(take_over(found, library()).records.values()))
    assert [notice.key for notice in first.notices] == ["b", None]
    assert [each.source for each in first.as_printed] == ["absent"]  # the check tells what names no source
    assert {r.tag for r in found.remarks} == {"notices"}


def called(*names: str) -> Gathered:
    """Works by Sung of 2021, each with another title, and what the file calls them."""
    works = [record(**{**SUNG, "title": f"Title {n}"}) for n in range(len(names))]
    return Gathered(FILE, [Work(each, n + 1, name) for n, (each, name) in enumerate(zip(works, names, strict=True))])


def test_a_work_keeps_the_key_of_its_file_and_no_other_work_gets_it() -> None:
    taken = take_over(called("Sung2021", "sung-2021", "12", "globocan"), library())
    assert list(taken.records) == ["sung-2021b", "sung-2021", "sung-2021c", "globocan"]


@pytest.mark.parametrize("key", ["sung-2021", "broken-2021"])
def test_a_key_that_is_taken_already_is_changed_and_told(key: str) -> None:
    found = called(key)
    taken = take_over(found, library(**{"sung-2021": record(title="Other")}))
    assert list(taken.records) == ["sung-2021b"]
    assert [(r.value, r.line, r.lost) for r in found.remarks] == [(f"{key} → sung-2021b", 1, False)]


def test_two_works_under_one_key_of_a_file_are_told() -> None:
    text = "@book{who-1, title={One}}\n@book{who-1, title={Two}}\n@book{Who, title={A}}\n@book{Who, title={B}}"
    found = read(text, Format.BIBTEX)
    assert list(take_over(found, library()).records) == ["who-1", "two", "a", "b"]
    assert [(r.tag, r.value, r.line) for r in found.remarks] == [("key", "who-1 → two", 2), ("key", "Who → b", 4)]
