import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.language.number_words import WORDS, WORDS_PATTERN, english, kanji, roman

PATTERN = re.compile(WORDS_PATTERN)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("zero", ["0"]),
        ("twelve", ["12"]),
        ("second", ["2"]),
        ("twice", ["2"]),
        ("both", ["2"]),
        ("twenty-three", ["23"]),
        ("two hundred", ["200"]),
        ("one hundred and twenty", ["120"]),
        ("a third", ["1", "3"]),
        ("two-thirds", ["2", "3"]),
        ("three quarters", ["3", "4"]),
        ("half", ["0.5"]),
        ("a half", ["0.5"]),
        ("two thousand five hundred", ["2500"]),
        ("three million", ["3000000"]),
        ("hundred", ["100"]),
    ],
)
def test_english_words_state_their_numbers(words: str, numbers: list[str]) -> None:
    assert english(words) == [Decimal(number) for number in numbers]


@pytest.mark.parametrize("words", ["", "patients", "a patient", "one patient", "anyone"])
def test_other_words_state_none(words: str) -> None:
    assert english(words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("two hundred and five patients", "two hundred and five"),
        ("in twenty-three centres", "twenty-three"),
        ("about a third of them", "a third"),
        ("half of them", "half"),
        ("given twice", "twice"),
        ("seventeen", "seventeen"),
    ],
)
def test_a_number_in_words_is_found_whole(text: str, words: str) -> None:
    found = PATTERN.search(text)
    assert found is not None
    assert found[0] == words


@pytest.mark.parametrize("text", ["someone", "tension", "the bone", "weight", "often", "behalf"])
def test_a_number_within_a_word_is_none(text: str) -> None:
    assert PATTERN.search(text) is None


@pytest.mark.parametrize("word", sorted(WORDS))
def test_every_word_of_the_table_states_a_number_and_is_found(word: str) -> None:
    assert english(word)
    assert PATTERN.fullmatch(word)


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("二", 2),
        ("十", 10),
        ("十二", 12),
        ("二十三", 23),
        ("百", 100),
        ("百五", 105),
        ("三百二十", 320),
        ("千", 1000),
        ("二〇一八", 2018),
    ],
)
def test_a_kanji_numeral_states_its_number(numeral: str, number: int) -> None:
    assert kanji(numeral) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("I", 1), ("ii", 2), ("III", 3), ("IV", 4), ("VI", 6), ("IX", 9), ("XII", 12), ("Ⅲ", 3), ("ⅳ", 4), ("Ⅹ", 10)],
)
def test_a_roman_numeral_states_its_number(numeral: str, number: int) -> None:
    assert roman(numeral) == number


PARTS = st.lists(st.sampled_from(["a", "and", "two", "third", "hundred", "million", "half", "-", " ", "x"]), max_size=8)


@settings(max_examples=200, derandomize=True)
@given(PARTS.map(" ".join))
def test_words_state_two_numbers_at_most(words: str) -> None:
    assert len(english(words)) <= 2
