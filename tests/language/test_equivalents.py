import re
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.language.equivalents import LONGEST, equivalents, stem
from taiyaku.language.folding import fold
from taiyaku.language.tables import columns, rows


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("骨折", "fracture"),
        ("骨折", "broken"),
        ("貧血", "anemia"),
        ("貧血", "anaemia"),
        ("看護師", "nurse"),
        ("手術", "surgery"),
        ("手術", "operation"),
        ("肝", "liver"),
        ("犬", "dog"),
        ("朝", "morning"),
        ("朝食", "breakfast"),
    ],
)
def test_a_word_may_stand_for_any_of_its_meanings(ja: str, en: str) -> None:
    assert stem(en) in equivalents(ja)


@pytest.mark.parametrize(
    ("ja", "en"),
    [("肝", "kidney"), ("腎", "liver"), ("骨折", "surgery"), ("貧血", "nausea"), ("犬", "cat"), ("朝", "evening")],
)
def test_but_for_no_other(ja: str, en: str) -> None:
    assert stem(en) not in equivalents(ja)


@pytest.mark.parametrize(
    ("ja", "en"),
    [("投与", "given"), ("肝", "hepatic"), ("再燃", "flare"), ("控え", "withhold"), ("生後", "age")],
)
def test_medical_usage_is_known_beside_the_dictionary(ja: str, en: str) -> None:
    assert stem(en) in equivalents(ja)


@pytest.mark.parametrize(
    "forms",
    [
        ("reduce", "reduced", "reduces", "reducing"),
        ("treat", "treated", "treats", "treating"),
        ("fracture", "fractures", "fractured"),
        ("infection", "infections", "infect"),
        ("dose", "doses", "dosing"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("liver", "live"), ("infect", "inject"), ("dose", "does"), ("vein", "vain")]
)
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("text", ["", " ", "。", "nurse", "骨折骨折骨折", "ゐゑゐゑ"])
def test_what_is_no_word_stands_for_nothing(text: str) -> None:
    assert equivalents(text) == frozenset()


@settings(max_examples=100, derandomize=True)
@given(st.text(max_size=12) | st.text(alphabet="肝骨折投与手術看護師を", max_size=6))
def test_any_text_stands_for_words_or_nothing(text: str) -> None:
    assert all(meaning and " " not in meaning for meaning in equivalents(text))


def test_every_row_of_usage_is_well_formed() -> None:
    found = list(rows("usage"))
    assert found
    for row in found:
        assert [*row] == ["ja", "en"]
        assert re.fullmatch("[a-z]+( [a-z]+)*", row["en"] or ""), row
        assert row["ja"] == fold(row["ja"]), row
        assert all(wording and wording == wording.strip() for wording in row["ja"].split("|")), row


def test_every_wording_of_usage_has_every_meaning_of_its_row() -> None:
    for row in rows("usage"):
        meanings = {stem(word) for word in row["en"].split()}
        assert all(meanings <= equivalents(wording) for wording in row["ja"].split("|")), row


def test_the_dictionary_is_sorted_and_has_each_word_once() -> None:
    keys = [key for key, _ in columns("equivalents")]
    assert len(keys) > 50_000
    assert all(one < other for one, other in pairwise(keys))


def test_every_word_of_the_dictionary_is_short_and_has_meanings() -> None:
    value = re.compile("[a-z]+( [a-z]+)*")
    assert [key for key, meanings in columns("equivalents") if not value.fullmatch(meanings)] == []
    assert [key for key, _ in columns("equivalents") if not 0 < len(key) <= LONGEST or key != key.strip()] == []


def test_the_dictionary_begins_with_its_licence() -> None:
    with files("taiyaku.language").joinpath("data", "equivalents.tsv").open(encoding="utf-8") as table:
        lines = [next(table) for _ in range(5)]
    remarks = "".join(line for line in lines[:4] if line.startswith("#"))
    assert "JMdict" in remarks
    assert "Electronic Dictionary Research and\n# Development Group" in remarks
    assert "CC BY-SA 4.0" in remarks
    assert lines[4] == "ja\ten\n"
