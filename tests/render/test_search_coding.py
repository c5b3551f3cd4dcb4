from hypothesis import given
from hypothesis import strategies as st

from taiyaku.render.search_coding import ALPHABET, decode, decode_growing, encode, encode_growing

NUMBERS = st.integers(min_value=0, max_value=2**40)


@given(st.lists(NUMBERS))
def test_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    assert list(decode(encode(numbers))) == numbers


@given(st.sets(NUMBERS))
def test_growing_numbers_come_back_as_they_were(numbers: set[int]) -> None:
    assert list(decode_growing(encode_growing(sorted(numbers)))) == sorted(numbers)


@given(st.lists(NUMBERS))
def test_the_coding_needs_no_escaping(numbers: list[int]) -> None:
    assert set(encode(numbers)) <= set(ALPHABET)


def test_near_numbers_take_one_character_each() -> None:
    assert len(encode_growing(range(1000))) == 1000
