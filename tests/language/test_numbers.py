from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.numbers import Form, Value, numbers_in, parse_value, states

EN, JA = Locale.EN, Locale.JA


def value(form: Form, *numbers: str, comparator: str = "") -> Value:
    return Value(form, tuple(Decimal(n) for n in numbers), comparator)


def found(text: str, locale: Locale) -> list[str]:
    return [str(number) for number in numbers_in(text, locale)]


# --- How a ledger writes a value -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("9.3", value(Form.NUMBER, "9.3")),
        ("48", value(Form.NUMBER, "48")),
        ("2018", value(Form.NUMBER, "2018")),
        ("0.001", value(Form.NUMBER, "0.001")),
        ("<0.001", value(Form.NUMBER, "0.001", comparator="<")),
        ("< 0.001", value(Form.NUMBER, "0.001", comparator="<")),
        (">50", value(Form.NUMBER, "50", comparator=">")),
        ("≤3", value(Form.NUMBER, "3", comparator="≤")),
        ("≥50", value(Form.NUMBER, "50", comparator="≥")),
        ("4–6", value(Form.RANGE, "4", "6")),
        ("4-6", value(Form.RANGE, "4", "6")),
        ("150〜200", value(Form.RANGE, "150", "200")),
        ("0.5–1.5", value(Form.RANGE, "0.5", "1.5")),
        ("13/43", value(Form.FRACTION, "13", "43")),
        ("2022-03", value(Form.DATE, "2022", "3")),
        ("2018-05-09", value(Form.DATE, "2018", "5", "9")),
        ("not reached", Value(Form.NOT_REACHED)),
    ],
)
def test_a_value_of_the_ledger_is_read(text: str, parsed: Value) -> None:
    assert parse_value(text) == parsed


def test_a_value_keeps_its_trailing_zero() -> None:
    assert str(parse_value("6.0").numbers[0]) == "6.0"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "about 9",
        "9.",
        ".5",
        "9.3 months",
        "48%",
        "9,300",
        "-3",
        "+3",
        "4–",
        "4–6–8",
        "1/2/3",
        "≥≥50",
        "<4–6",
        "2018-5-9",
        "2018/05/09/1",
        "Not reached",
        "not_reached",
        "9.3\n",
        "NaN",
        "1e5",
    ],
)
def test_anything_else_is_refused_with_the_forms_that_are_right(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a value: write 9\.3, 4–6, 13/43") as raised:
        parse_value(text)
    assert f"'{text}'" in str(raised.value)


@pytest.mark.parametrize("text", ["2018-13", "2018-00", "2018-02-30", "2018-05-00", "2018-05-32"])
def test_a_date_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        parse_value(text)


@settings(max_examples=150, derandomize=True)
@given(st.text(alphabet="0123456789.-–〜/<>≤≥ ", max_size=12), st.sampled_from([EN, JA]))
def test_what_can_be_read_can_be_looked_for(text: str, locale: Locale) -> None:
    try:
        parsed = parse_value(text)
    except ValueError:
        return
    assert states("", parsed, locale) is False


@settings(max_examples=100, derandomize=True)
@given(st.integers(1, 99999), st.integers(0, 999), st.sampled_from([EN, JA]))
def test_a_number_is_found_in_itself_and_not_in_its_tenfold(whole: int, part: int, locale: Locale) -> None:
    number = parse_value(f"{whole}.{part}")
    assert states(f"It was {whole}.{part}.", number, locale)
    assert not states(f"It was {whole}0.{part}.", number, locale)


# --- Numbers of a text -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Median overall survival was 9.3 months.", ["9.3"]),
        ("Between 2014 and 2020, 48 of 51 were treated.", ["2014", "2020", "48", "51"]),
        ("A dose of 6.0 GBq (7.40)", ["6.0", "7.40"]),
        ("12,345 patients and 1,234,567.8 more", ["12345", "1234567.8"]),
        ("4–6 cycles, 13/43, P<0.001", ["4", "6", "13", "43", "0.001"]),
        ("grades 3,4", ["3", "4"]),
        ("in 48%.", ["48"]),
        ("HER2 and x2", ["2", "2"]),
        ("", []),
    ],
)
@pytest.mark.parametrize("locale", [EN, JA])
def test_digits_are_numbers_in_both_languages(text: str, numbers: list[str], locale: Locale) -> None:
    assert found(text, locale) == numbers


@pytest.mark.parametrize("locale", [EN, JA])
def test_a_comma_after_four_digits_does_not_part_thousands(locale: Locale) -> None:
    assert found("2021,100", locale) == ["2021", "100"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("four to six cycles", ["4", "6"]),
        ("Twelve patients; ZERO deaths", ["12", "0"]),
        ("the second of three", ["3", "2"]),
        ("third-line, sixth", ["3", "6"]),
        ("8 of the ten", ["8", "10"]),
        ("someone, tone, often, weight, fourth-generation", ["4"]),
        ("二つ", []),
    ],
)
def test_number_words_of_english(text: str, numbers: list[str]) -> None:
    assert sorted(found(text, EN)) == sorted(numbers)


@pytest.mark.parametrize("text", ["twenty-one", "thirty-two patients", "twenty-first"])
def test_the_end_of_a_longer_number_word_is_no_number_of_its_own(text: str) -> None:
    assert not {"1", "2"} & set(found(text, EN))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("一次治療と二次治療", ["1", "2"]),
        ("第三相試験", ["3"]),
        ("三つの群、五人、九番、二種、四者、六群", ["3", "5", "9", "2", "4", "6"]),
        ("第3相、40例中12例", ["3", "40", "12"]),
        ("一部の患者、一方、均一、統一", []),
        ("one of two", []),
    ],
)
def test_number_words_of_japanese(text: str, numbers: list[str]) -> None:
    assert found(text, JA) == numbers


@pytest.mark.parametrize("text", ["十二人", "第十三", "二十五人"])
def test_the_end_of_a_longer_kanji_number_is_no_number_of_its_own(text: str) -> None:
    assert not {"2", "3", "5"} & set(found(text, JA))


@pytest.mark.parametrize(
    ("text", "numbers"), [("１２．５か月", ["12.5"]), ("１，０００例", ["1000"]), ("Ｐ＜０．０５", ["0.05"])]
)
@pytest.mark.parametrize("locale", [EN, JA])
def test_full_width_digits_are_digits(text: str, numbers: list[str], locale: Locale) -> None:
    assert found(text, locale) == numbers


@pytest.mark.parametrize(
    "name",
    [
        "PSMA-617",
        "177Lu",
        "[177Lu]Lu-PSMA-617",
        "¹⁷⁷Lu",
        "99mTc",
        "Lu-177",
        "I-131",
        "lutetium-177",
        "Lutetium 177",
        "gallium-68",
        "ルテチウム177",
        "アクチニウム-225",
        "ガリウム‐68",
        "68Ga-PSMA-11",
        "NCT04663997",
        "PSA50",
        "BRCA1/2",
        "BRCA2",
        "RECIST 1.1",
        "PROMISE V2",
        "[@sung-2021]",
        "[@sung-2021, p. 210; @harris-2009]",
        "[[lu-psma-617]]",
        "[[lu-psma-617|the drug]]",
        "https://example.org/2021/10.1056",
        "①〜③ ²",
    ],
)
@pytest.mark.parametrize("locale", [EN, JA])
def test_digits_inside_names_are_no_numbers(name: str, locale: Locale) -> None:
    assert found(name, locale) == []
    assert found(f"({name}) 9.3", locale) == ["9.3"]


def test_the_wording_of_a_linked_term_is_text() -> None:
    assert found("[[psa|the 2 markers]]", EN) == ["2"]


def test_an_address_ends_where_its_bracket_closes() -> None:
    assert found("[詳細](https://example.org/2021)では9.3か月であった。", JA) == ["9.3"]


@settings(max_examples=150, derandomize=True)
@given(st.text(), st.sampled_from([EN, JA]))
def test_any_text_can_be_asked_for_its_numbers(text: str, locale: Locale) -> None:
    assert all(number >= 0 for number in numbers_in(text, locale))


# --- Whether a sentence states a value -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "en", "ja"),
    [
        ("9.3", "Median overall survival was 9.3 months.", "全生存期間の中央値は9.3か月であった。"),
        ("2014", "Records from 2014 on were read.", "2014年以降の記録を調べた。"),
        ("4–6", "Patients had 4 to 6 cycles.", "4〜6サイクルが行われた。"),
        ("4–6", "Patients had four to six cycles.", "4〜6サイクルが行われた。"),
        ("13/43", "13 of 43 patients responded (13/43).", "43例中13例が奏効した。"),
        ("1000", "There were 1,000 patients.", "1,000例であった。"),
        ("2", "A second-line treatment.", "二次治療である。"),
        ("<0.001", "The difference was clear (P<0.001).", "差は明らかであった（P＜0.001）。"),
        ("<2", "It took less than 2 weeks.", "2週未満であった。"),
        ("<2", "Fewer than 2, below 2.", "2を下回った。"),
        (">50", "It was more than 50%.", "50%を超えた。"),
        (">50", "It exceeded 50%.", "50%を上回った。"),
        ("≤3", "It was at most 3, up to 3.", "3以下であった。"),
        ("≤3", "There were no more than 3 cycles.", "最大3サイクル、3サイクルまで。"),
        ("≥50", "A fall of 50% or more.", "50%以上の低下。"),
        ("≥50", "A fall of at least 50% (≥ 50%).", "≧50%の低下。"),
        ("2018-05-09", "It began on 9 May 2018.", "2018年5月9日に始まった。"),
        ("2018-05-09", "It began on May 9, 2018.", "２０１８年５月９日に始まった。"),
        ("2018-11-09", "It began on 9 Nov 2018.", "2018年11月9日に始まった。"),
        ("2022-03", "Read until March 2022.", "2022年3月まで調べた。"),
        ("2022-12", "Read until Dec 2022.", "2022年12月まで調べた。"),
        ("2022-01", "Read until January\n 2022.", "2022年1月まで調べた。"),
        ("not reached", "The median was not reached.", "中央値は未到達であった。"),
        ("not reached", "Not yet reached.", "中央値には到達していない。"),
        ("not reached", "It had not been reached.", "中央値に達しなかった。"),
    ],
)
def test_a_sentence_states_its_figure_in_both_languages(figure: str, en: str, ja: str) -> None:
    assert states(en, parse_value(figure), EN)
    assert states(ja, parse_value(figure), JA)


@pytest.mark.parametrize(
    ("figure", "en", "ja"),
    [
        ("9.3", "Survival was 93 months.", "生存期間は93か月であった。"),
        ("9.3", "Survival was 9.30 months.", "生存期間は9.30か月であった。"),
        ("9.3", "Survival was 19.3 months.", "生存期間は19.3か月であった。"),
        ("9.3", "Survival was 9.31 months.", "生存期間は9.31か月であった。"),
        ("6.0", "It was 6 GBq.", "6 GBqであった。"),
        ("6", "It was 6.0 GBq.", "6.0 GBqであった。"),
        ("617", "PSMA-617 was given.", "PSMA-617を投与した。"),
        ("177", "177Lu was given.", "177Luを投与した。"),
        ("4663997", "The trial is NCT04663997.", "NCT04663997である。"),
        ("2021", "It is common [@sung-2021].", "頻度が高い[@sung-2021]。"),
        ("4–6", "Patients had 4 cycles.", "4サイクルが行われた。"),
        ("13/43", "13 patients responded.", "13例が奏効した。"),
        ("<0.001", "It was P=0.001.", "P=0.001であった。"),
        ("≥50", "A fall of 50%.", "50%の低下。"),
        ("≥50", "A fall of more than 50%.", "50%超の低下。"),
        ("≤3", "It was 3.", "3であった。"),
        (">50", "It was 50.", "50であった。"),
        ("2018-05-09", "It began in May 2018.", "2018年5月に始まった。"),
        ("2018-05-09", "It began on 2018-05-09.", "2018-05-09に始まった。"),
        ("2018-05-01", "It began on 10 May 2018.", "2018年5月11日に始まった。"),
        ("2022-03", "It ended in April 2022.", "2022年13月に終わった。"),
        ("not reached", "The median was reached.", "中央値に到達した。"),
    ],
)
def test_a_sentence_that_says_something_else_does_not_state_it(figure: str, en: str, ja: str) -> None:
    assert not states(en, parse_value(figure), EN)
    assert not states(ja, parse_value(figure), JA)


def test_each_language_has_its_own_words() -> None:
    assert not states("未到達", Value(Form.NOT_REACHED), EN)
    assert not states("not reached", Value(Form.NOT_REACHED), JA)
    assert not states("9 May 2018", parse_value("2018-05-09"), JA)
    assert not states("2018年5月9日", parse_value("2018-05-09"), EN)


@pytest.mark.parametrize("text", ["It began on 11 May 2018.", "It began on 21 May 2018.", "It began on 31 May 2018."])
def test_a_later_day_does_not_state_the_first(text: str) -> None:
    assert not states(text, parse_value("2018-05-01"), EN)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("≥50", "At least 50% fell."),
        (">50", "More than 50% fell."),
        (">50", "Over 50% fell."),
        ("<50", "Less than 50% fell."),
        ("<50", "Fewer than 50 fell."),
        ("≤50", "Up to 50 fell."),
        ("≤50", "No more than 50 fell."),
    ],
)
def test_a_comparator_may_begin_a_sentence(figure: str, text: str) -> None:
    assert states(text, parse_value(figure), EN)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (">50", "Median overall survival was 50 months."),
        (">50", "Moreover, 50 recovered."),
        ("<50", "All underwent 50 scans."),
    ],
)
def test_a_comparator_is_a_whole_word(figure: str, text: str) -> None:
    assert not states(text, parse_value(figure), EN)


@pytest.mark.parametrize(
    ("figure", "text"), [(">50", "It was no more than 50."), ("<50", "It was not less than 50, no less than 50.")]
)
def test_a_comparator_that_is_denied_says_the_opposite(figure: str, text: str) -> None:
    assert not states(text, parse_value(figure), EN)
