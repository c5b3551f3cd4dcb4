import pytest
from pydantic import ValidationError

from taiyaku.model.disagreement import Disagreement, Entry
from taiyaku.model.pair import Label, Pair

ENTRY = Entry(source="ng-2025", en="up to 4 to 6", ja="最大4〜6サイクル", says=("initial-course",))
CYCLES = Disagreement(
    title=Label(en="Cycles", ja="サイクル数"),
    question=Pair(en="How many?", ja="何サイクルか"),
    entries=(ENTRY, Entry(source="volkova-2025", en="none", says=("scope-1",), id="none")),
    remark=Pair(en="Nobody decides.", ja="判断はしない。"),
)


def test_its_sentences_come_in_the_order_of_the_page() -> None:
    found = [(s.id, s.path, s.section) for s in CYCLES.sentences()]
    assert found == [
        ("question", ("question",), "question"),
        ("entries-1", ("entries", 0), "entries"),
        ("none", ("entries", 1), "entries"),
        ("remark", ("remark",), "remark"),
    ]


def test_without_a_remark_there_is_none_among_its_sentences() -> None:
    assert [s.id for s in CYCLES.model_copy(update={"remark": None}).sentences()][-1] == "none"


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (("entries", 0), "ng-2025"),
        (("entries", 1, "set_aside", 0), "volkova-2025"),
        (("remark",), ""),
        (("question",), ""),
        (("title",), ""),
    ],
)
def test_a_text_belongs_to_the_document_of_its_entry(path: tuple[str | int, ...], source: str) -> None:
    assert CYCLES.source_of(path) == source


@pytest.mark.parametrize("field", ["says", "source"])
def test_an_entry_says_whose_it_is_and_where_it_is_stated(field: str) -> None:
    given = {"source": "ng-2025", "en": "4 to 6", "says": ["initial-course"]}
    with pytest.raises(ValidationError, match=field):
        Entry.model_validate({key: value for key, value in given.items() if key != field})


def test_an_empty_list_of_sentences_is_refused() -> None:
    with pytest.raises(ValidationError, match="too_short"):
        Entry.model_validate({"source": "ng-2025", "en": "4 to 6", "says": []})
