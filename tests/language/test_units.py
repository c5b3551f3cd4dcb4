from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.units import may_face, same_amount, unit_at

EN, JA = Locale.EN, Locale.JA


@pytest.mark.parametrize(
    ("unit", "en", "ja"),
    [
        ("percent", "%", "%"),
        ("percent", " percent", "パーセント"),
        ("percentage_point", " percentage points", "パーセントポイント"),
        ("year", " years", "年間"),
        ("year", "-year-old", "歳"),
        ("month", " months", "か月"),
        ("week", " weeks", "週間"),
        ("day", " days", "日間"),
        ("hour", " h", "時間"),
        ("GBq", " GBq", " GBq"),
        ("mCi", " mCi", " mCi"),
        ("mg", " mg", " mg"),
        ("ug", " μg", "マイクログラム"),
        ("mmHg", " mmHg", " mmHg"),
        ("celsius", " °C", "℃"),
        ("egfr", " mL/min/1.73 m²", " mL/分/1.73 m²"),
        ("person", " patients", "例"),
        ("person", " people", "人"),
        ("study", " trials", "試験"),
        ("time", " cycles", "サイクル"),
        ("fold", "-fold", "倍"),
        ("tablet", " tablets", "錠"),
    ],
)
def test_a_unit_has_one_name_in_both_languages(unit: str, en: str, ja: str) -> None:
    assert unit_at(f"3{en}", 1, EN) == (unit, 1 + len(en))
    assert unit_at(f"3{ja}", 1, JA) == (unit, 1 + len(ja))


@pytest.mark.parametrize(
    ("text", "locale"),
    [("5 monitors", EN), ("5", EN), ("5 gray-haired", JA), ("5", JA), ("5、", JA), ("5 dayside", EN), ("5 mgs", EN)],
)
def test_a_unit_is_a_whole_word(text: str, locale: Locale) -> None:
    found = unit_at(text, 1, locale)
    assert found is None or text[found[1] :].startswith("-")


def test_japanese_text_may_have_an_english_unit() -> None:
    assert unit_at("5 monthsの", 1, JA) == ("month", 8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mg", "mg"),
        ("", ""),
        ("person", "study"),
        ("time", "item"),
        ("point", "percentage_point"),
        ("mL", "cm3"),
        ("U", "IU"),
    ],
)
def test_units_that_may_stand_for_each_other(one: str, other: str) -> None:
    assert may_face(one, other)
    assert may_face(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GBq", "MBq"),
        ("week", "month"),
        ("mg", "g"),
        ("percent", "person"),
        ("percent", "percentage_point"),
        ("country", "site"),
        ("mg", "mL"),
        ("GBq", "mCi"),
    ],
)
def test_units_that_may_not(one: str, other: str) -> None:
    assert not may_face(one, other)
    assert not may_face(other, one)


@pytest.mark.parametrize(
    ("value", "unit", "other", "other_unit"),
    [
        ("24", "month", "2", "year"),
        ("7.4", "GBq", "7400", "MBq"),
        ("2", "week", "14", "day"),
        ("1.5", "hour", "90", "minute"),
        ("0.5", "g", "500", "mg"),
        ("1", "decade", "120", "month"),
        ("1", "L", "1000", "mL"),
        ("1.5", "m", "150", "cm"),
    ],
)
def test_one_amount_in_two_units_is_the_same(value: str, unit: str, other: str, other_unit: str) -> None:
    assert same_amount(Decimal(value), unit, Decimal(other), other_unit)
    assert same_amount(Decimal(other), other_unit, Decimal(value), unit)


@pytest.mark.parametrize(
    ("value", "unit", "other", "other_unit"),
    [
        ("24", "month", "3", "year"),
        ("7.4", "GBq", "74", "MBq"),
        ("7.4", "GBq", "7.4", "GBq"),
        ("4", "week", "1", "month"),
        ("7.4", "GBq", "200", "mCi"),
        ("5", "mg", "5", "mL"),
        ("5", "", "5", "mg"),
    ],
)
def test_other_amounts_are_not(value: str, unit: str, other: str, other_unit: str) -> None:
    assert not same_amount(Decimal(value), unit, Decimal(other), other_unit)


@settings(max_examples=100, derandomize=True)
@given(st.text(max_size=30), st.integers(0, 35), st.sampled_from(Locale))
def test_a_unit_ends_within_its_text(text: str, position: int, locale: Locale) -> None:
    found = unit_at(text, min(position, len(text)), locale)
    assert found is None or (found[0] and min(position, len(text)) < found[1] <= len(text))
