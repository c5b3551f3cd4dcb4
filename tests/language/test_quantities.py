from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.folding import fold
from taiyaku.language.quantities import DAY, MONTH, YEAR, Quantity, quantities

EN, JA = Locale.EN, Locale.JA


def read(text: str, locale: Locale) -> list[Quantity]:
    return quantities(fold(text), locale)


def amounts(text: str, locale: Locale) -> list[str]:
    """Each quantity as its value and unit."""
    return [f"{quantity.value.normalize():f} {quantity.unit}".strip() for quantity in read(text, locale)]


@pytest.mark.parametrize(
    ("found", "en", "ja"),
    [
        ("9.3 month", "9.3 months", "9.3か月"),
        ("9.3 month", "９．３ months", "９．３か月"),
        ("12345 person", "12,345 patients", "12,345例"),
        ("12345 person", "12 345 patients".replace(" ", "\u2009", 1), "1万2,345人"),
        ("1200000 person", "1.2 million people", "120万人"),
        ("3000 person", "3 thousand people", "3千人"),
        ("30 percent", "30%", "3割"),
        ("5 percentage_point", "5 percentage points", "5パーセントポイント"),
        ("7.4 GBq", "7.4 GBq", "7.4 GBq"),
        ("25 celsius", "25 °C", "25℃"),
        ("30 egfr", "30 mL/min/1.73 m²", "30 mL/分/1.73 m²"),
        ("2 time", "two infusions", "二回"),
        ("23 person", "twenty-three patients", "二十三例"),
        ("3 phase", "phase III", "第III相"),
        ("4 phase", "stage IV", "ステージIV"),
        ("4 month", "4 more months", "4か月"),
        ("20 year", "2 decades", "20年間"),
        ("1.5 year", "1.5 years", "1年半"),
        ("18 month", "18 months", "1年6か月"),
        ("0.001", "P<0.001", "P＜0.001"),
        ("0.05", "P = .05", "P = .05"),
        ("1.5", "1·5", "1·5"),
        ("2 fold", "2-fold", "2倍"),
        ("60 year", "60-year-old", "60歳"),
        ("200", "two hundred", "200"),
        ("1500000000", "1.5×10⁹/L", "1.5×10⁹/L"),
        ("1500000000", "1.5×10^9/L", "1.5×10^9/L"),
        ("0.001", "10⁻³", "10⁻³"),
    ],
)
def test_a_quantity_has_one_form_in_both_languages(found: str, en: str, ja: str) -> None:
    assert amounts(en, EN) == [found]
    assert amounts(ja, JA) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "PSMA-617",
        "177Lu",
        "[@key-2020]",
        "HER2",
        "NCT03511664",
        "https://example.org/2024",
        "[[psa-2]]",
        "RECIST 1.1",
        "",
    ],
)
@pytest.mark.parametrize("locale", [EN, JA])
def test_names_that_hold_digits_are_passed_over(text: str, locale: Locale) -> None:
    assert amounts(text, locale) == []


@pytest.mark.parametrize(
    ("parts", "en", "ja"),
    [
        ([(2018, YEAR), (5, MONTH), (9, DAY)], "on 9 May 2018", "2018年5月9日"),
        ([(2018, YEAR), (5, MONTH), (9, DAY)], "on May 9, 2018", "平成30年5月9日"),
        ([(2018, YEAR), (5, MONTH), (9, DAY)], "2018-05-09", "2018-05-09"),
        ([(2022, YEAR), (3, MONTH)], "in March 2022", "2022年3月"),
        ([(2019, YEAR)], "in 2019", "令和元年"),
        ([(5, MONTH)], "in May", "5月"),
        ([(5, MONTH), (9, DAY)], "on 9 May", "5月9日"),
        ([(1989, YEAR)], "in 1989", "平成元年"),
        ([(1926, YEAR)], "in 1926", "昭和元年"),
    ],
)
def test_a_date_is_its_parts_in_both_languages(parts: list[tuple[int, str]], en: str, ja: str) -> None:
    for text, locale in ((en, EN), (ja, JA)):
        assert [(int(quantity.value), quantity.unit) for quantity in read(text, locale)] == parts


@pytest.mark.parametrize("text", ["It may help.", "They march on.", "May I?"])
def test_a_month_is_no_other_word(text: str) -> None:
    assert amounts(text, EN) == []


@pytest.mark.parametrize(
    ("text", "locale"), [("4 to 6 months", EN), ("4–6 months", EN), ("4〜6か月", JA), ("4から6か月", JA)]
)
def test_the_ends_of_a_range_share_their_unit(text: str, locale: Locale) -> None:
    low, high = read(text, locale)
    assert [(int(q.value), q.unit) for q in (low, high)] == [(4, "month"), (6, "month")]
    assert [(q.is_bound, q.is_last) for q in (low, high)] == [(True, False), (True, True)]


def test_a_shortened_year_is_a_year() -> None:
    assert amounts("2018–19", EN) == ["2018 calendar_year", "2019 calendar_year"]


def test_a_shortened_year_is_a_year_in_japanese() -> None:
    assert amounts("2018〜19年", JA) == ["2018 calendar_year", "2019 calendar_year"]


@pytest.mark.parametrize(
    ("text", "locale", "parts"),
    [
        ("13 of 43 patients", EN, ["of", "all"]),
        ("13/43", EN, ["of", "all"]),
        ("13 out of 43 patients", EN, ["of", "all"]),
        ("43例中13例", JA, ["all", "of"]),
        ("43例のうち13例", JA, ["all", "of"]),
        ("3分の1", JA, ["all", "of"]),
        ("a third", EN, ["of", "all"]),
        ("13 and 43 patients", EN, ["", ""]),
    ],
)
def test_a_fraction_tells_its_numerator_and_denominator(text: str, locale: Locale, parts: list[str]) -> None:
    assert [quantity.part for quantity in read(text, locale)] == parts


def test_a_slash_makes_a_fraction_in_japanese_too() -> None:
    assert [quantity.part for quantity in read("13/43", JA)] == ["of", "all"]


@pytest.mark.parametrize(
    ("text", "locale"), [("below 130/80 mmHg", EN), ("130/80 mmHg未満", JA), ("130/80 mmHg 未満", JA)]
)
def test_two_values_of_a_blood_pressure_share_unit_and_limit(text: str, locale: Locale) -> None:
    for quantity in read(text, locale):
        assert quantity.unit == "mmHg"
        assert quantity.comparator is not None
        assert quantity.comparator.sign == "<"


@pytest.mark.parametrize(
    ("text", "locale"),
    [("a change of -3 points", EN), ("a change of −3 points", EN), ("−3点", JA), ("マイナス3点", JA)],
)
def test_a_minus_sign_makes_a_number_negative(text: str, locale: Locale) -> None:
    assert [quantity.is_negative for quantity in read(text, locale)] == [True]


@pytest.mark.parametrize(
    ("text", "locale"), [("COVID-19 3%", EN), ("a 4-6 range", EN), ("サイクル-3", JA), ("PSMA-617", EN)]
)
def test_a_hyphen_makes_none(text: str, locale: Locale) -> None:
    assert not any(quantity.is_negative for quantity in read(text, locale))


@pytest.mark.parametrize(
    ("text", "over"), [("25 mg/m²", "m²"), ("25 mg/m2", "m²"), ("25 mg/kg", "kg"), ("5 ng/mL", "mL"), ("25 mg", "")]
)
@pytest.mark.parametrize("locale", [EN, JA])
def test_what_a_quantity_is_given_per_is_kept(text: str, over: str, locale: Locale) -> None:
    assert [quantity.over for quantity in read(text, locale)] == [over]


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("two", EN),
        ("both arms", EN),
        ("twice", EN),
        ("half", EN),
        ("両群", JA),
        ("半数", JA),
        ("毎日", JA),
        ("隔週", JA),
        ("二次治療", JA),
    ],
)
def test_words_may_be_left_to_the_grammar(text: str, locale: Locale) -> None:
    assert [(quantity.firm, quantity.is_written) for quantity in read(text, locale)] == [(False, False)]


@pytest.mark.parametrize(("text", "locale"), [("48 patients", EN), ("9.3", EN), ("48例", JA), ("9.3", JA)])
def test_digits_may_not(text: str, locale: Locale) -> None:
    assert [(quantity.firm, quantity.is_written) for quantity in read(text, locale)] == [(True, True)]


@pytest.mark.parametrize(("text", "locale"), [("half of them", EN), ("a half", EN), ("半数", JA)])
def test_half_is_fifty_percent_too(text: str, locale: Locale) -> None:
    [half] = read(text, locale)
    assert half.value == Decimal("0.5")
    assert (Decimal(50), "percent") in half.also


def test_a_value_is_exact() -> None:
    assert [str(quantity.value) for quantity in read("6.0 and 0.10", EN)] == ["6.0", "0.10"]


def test_the_text_of_a_quantity_is_what_stands_there() -> None:
    assert [quantity.text for quantity in read("At least 9.3 months, 48 patients", EN)] == ["9.3 months", "48 patients"]


SIGNS = "0123456789.,·-–〜/%×⁹^ 年月日例中分の一十百第III相万千半percentMayhalf of[]"


@settings(max_examples=200, derandomize=True)
@given(st.text(max_size=40) | st.text(alphabet=SIGNS, max_size=30), st.sampled_from(Locale))
def test_every_quantity_of_any_text_lies_within_it(text: str, locale: Locale) -> None:
    for quantity in read(text, locale):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.text == fold(text)[quantity.start : quantity.end]


@settings(max_examples=100, derandomize=True)
@given(st.integers(2, 9_999_999), st.sampled_from(Locale))
def test_separators_of_thousands_change_nothing(number: int, locale: Locale) -> None:
    assert (
        [q.value for q in read(f"{number:,} mg", locale)] == [q.value for q in read(f"{number} mg", locale)] == [number]
    )


@pytest.mark.parametrize("text", ["10^" + "7" * 5000, "10" + "⁷" * 5000, "10^-" + "9" * 5000, "10^" + "0" * 5000 + "7"])
def test_an_exponent_of_thousands_of_digits_does_no_harm(text: str) -> None:
    assert quantities(text, Locale.EN) is not None
