import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.folding import fold
from taiyaku.language.quantities import Quantity, quantities
from taiyaku.parity.pairing import Pairing, fits, pair_up

EN, JA = Locale.EN, Locale.JA


def one(text: str, locale: Locale) -> Quantity:
    [quantity] = quantities(fold(text), locale)
    return quantity


def paired(en: str, ja: str) -> Pairing:
    return pair_up(quantities(fold(en), EN), quantities(fold(ja), JA))


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("9 months", "9か月"),
        ("9 patients", "9例"),
        ("9 patients", "9試験"),
        ("9 months", "9"),
        ("9", "9か月"),
        ("phase III", "第3相"),
        ("in 2018", "2018年"),
        ("5 percentage points", "5ポイント"),
    ],
)
def test_units_that_may_face_each_other_fit(en: str, ja: str) -> None:
    assert fits(one(en, EN), one(ja, JA))


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("9%", "9例"),
        ("9%", "9"),
        ("9 weeks", "9か月"),
        ("9 GBq", "9 MBq"),
        ("9 percentage points", "9%"),
        ("9 mg", "9 mL"),
    ],
)
def test_others_do_not_and_a_percent_sign_may_not_be_left_unsaid(en: str, ja: str) -> None:
    assert not fits(one(en, EN), one(ja, JA))
    assert not fits(one(ja, JA), one(en, EN))


@pytest.mark.parametrize(
    ("en", "ja", "pairs"),
    [
        ("4, 5 and 6 mg", "4、5、6 mg", ((0, 0), (1, 1), (2, 2))),
        ("4 mg and 5 mL", "5 mLと4 mg", ((0, 1), (1, 0))),
        # equal values: those that agree in more first
        ("9 mg and 9 mL", "9 mLと9 mg", ((0, 1), (1, 0))),
        ("below 9, above 9", "9を超え、9未満", ((0, 1), (1, 0))),
        ("two doses in 2 patients", "2例に二回", ((0, 1), (1, 0))),
        # the same amounts said otherwise
        ("24 months", "2年", ((0, 0),)),
        ("half", "50%", ((0, 0),)),
        ("a third", "33%", ((0, 0),)),
        ("6 months", "半年", ((0, 0),)),
    ],
)
def test_every_quantity_finds_its_own(en: str, ja: str, pairs: tuple[tuple[int, int], ...]) -> None:
    assert paired(en, ja).pairs == pairs


def test_what_faces_nothing_is_left() -> None:
    assert paired("4 mg, 5 mg and 6 mg", "7 mg、5 mg") == Pairing(((1, 1),), (0, 2), (0,))
    assert paired("", "") == Pairing((), (), ())


def test_a_crowd_of_equal_values_is_paired_in_order() -> None:
    assert len(paired("5 mg, " * 60, "5 mg、" * 50).pairs) == 50


TEXTS = st.lists(st.sampled_from(["2 mg", "2", "24 months", "2%", "two", "half", "50%", "2018", "3"]), max_size=10)


@settings(max_examples=100, derandomize=True)
@given(TEXTS, TEXTS)
def test_each_quantity_is_paired_once_or_left(en: list[str], ja: list[str]) -> None:
    mine, theirs = quantities(", ".join(en), EN), quantities("、".join(ja), JA)
    pairing = pair_up(mine, theirs)
    assert sorted([*(i for i, _ in pairing.pairs), *pairing.en_left]) == list(range(len(mine)))
    assert sorted([*(j for _, j in pairing.pairs), *pairing.ja_left]) == list(range(len(theirs)))


@settings(max_examples=100, derandomize=True)
@given(TEXTS)
def test_a_text_is_paired_with_itself(parts: list[str]) -> None:
    read = quantities(", ".join(parts), EN)
    pairing = pair_up(read, read)
    assert not pairing.en_left
    assert not pairing.ja_left
    assert all(read[i].value == read[j].value for i, j in pairing.pairs)
