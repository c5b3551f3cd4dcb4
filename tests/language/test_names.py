import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.language.names import NAMES, latin_words

PATTERN = re.compile(NAMES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("with 177Lu given", "177Lu"),
        ("with Lu-PSMA-617 given", "Lu-PSMA-617"),
        ("with Lu-177 given", "Lu-177"),
        ("with lutetium-177.", "lutetium-177"),
        ("ルテチウム177を", "ルテチウム177"),
        ("アクチニウム-225を", "アクチニウム-225"),
        ("PSMA-617を", "PSMA-617"),
        ("HER2 was", "HER2"),
        ("by RECIST 1.1 and", "RECIST 1.1"),
        ("by CTCAE v5.0 and", "CTCAE v5.0"),
        ("as NCT03511664.", "NCT03511664"),
        ("jRCT2031200001として", "jRCT2031200001"),
        ("shown [@sung-2021, p. 210] here", "[@sung-2021, p. 210]"),
        ("shown [12, 14–16] here", "[12, 14–16]"),
        ("at https://example.org/2024/a1 or", "https://example.org/2024/a1"),
        ("（https://example.org/2024）", "https://example.org/2024"),
        ("10.1056/NEJMoa2107322。", "10.1056/NEJMoa2107322"),
        ("vitamin-12 was", "vitamin-12"),
        ("オメガ3を", "オメガ3"),
    ],
)
def test_a_name_that_holds_digits_is_found_as_a_whole(text: str, name: str) -> None:
    found = PATTERN.search(text)
    assert found is not None
    assert found[0] == name


def test_a_nuclide_before_a_word_that_begins_like_a_unit_is_found() -> None:
    found = PATTERN.search("with lutetium-177 given")
    assert found is not None
    assert found[0] == "lutetium-177"


@pytest.mark.parametrize(
    "text",
    [
        "9.3 months",
        "48 of 51",
        "Grade 3",
        "Day 8",
        "HR 0.62",
        "P<0.001",
        "95% CI 0.5–0.8",
        "鉄 5 mg",
        "第3相",
        "12,345",
        "7.4 GBq",
    ],
)
def test_a_quantity_is_no_name(text: str) -> None:
    assert PATTERN.search(text) is None


@pytest.mark.parametrize("text", ["iodine 5 mg", "炭素10 g", "ヨウ素131 mCi"])
def test_an_amount_of_an_element_is_no_nuclide(text: str) -> None:
    assert PATTERN.search(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PSMA-617とHER2を", [(0, "PSMA-617"), (9, "HER2")]),
        ("IL-6/IL-8 (TNF-α)", [(0, "IL-6/IL-8"), (11, "TNF-α")]),
        ("9 patients", [(2, "patients")]),
        ("骨転移", []),
        ("", []),
    ],
)
def test_runs_of_latin_letters_are_told_with_their_positions(text: str, words: list[tuple[int, str]]) -> None:
    assert latin_words(text) == words


@settings(max_examples=100, derandomize=True)
@given(st.text(max_size=40) | st.text(alphabet="AbΑβ19-/+[]@: ", max_size=40))
def test_every_run_stands_where_it_is_said_to(text: str) -> None:
    assert all(text.startswith(word, at) for at, word in latin_words(text))
    assert all(match[0] for match in PATTERN.finditer(text))
