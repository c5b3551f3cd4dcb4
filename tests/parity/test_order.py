import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.statement import read
from taiyaku.parity.alignment import align
from taiyaku.parity.finding import Finding
from taiyaku.parity.order import swaps
from taiyaku.parity.pairing import pair_up

EN, JA = Locale.EN, Locale.JA


def found(en: str, ja: str) -> list[Finding]:
    one, other = read(en, EN), read(ja, JA)
    return list(swaps(one, other, pair_up(one.quantities, other.quantities), align(one, other)))


ARMS = "It was 46% with placebo and 30% with aspirin."
SEXES = "Nausea occurred in 12% of men and 34% of women."
ENDPOINTS = "Overall survival was 15.3 months and progression-free survival 8.7 months."
DRUGS = "Response was 40% with osimertinib and 20% with gefitinib."
LISTED = "Response rates with osimertinib and gefitinib were 40% and 20%, respectively."
RANGE = "The median was 9.3 months (range, 2.1 to 14.5)."
CHANGE = "PSA fell from 40 to 12 ng/mL."
RATIO = "Patients were randomised 2:1."
FRACTION = "It was seen in 13 of 43 patients."


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        (ARMS, "プラセボ群で46%、アスピリン群で30%であった。"),
        (ARMS, "アスピリン群で30%、プラセボ群で46%であった。"),
        (SEXES, "悪心は男性の12%、女性の34%に発現した。"),
        (SEXES, "悪心は女性の34%、男性の12%に発現した。"),
        (ENDPOINTS, "全生存期間は15.3か月、無増悪生存期間は8.7か月であった。"),
        (ENDPOINTS, "無増悪生存期間は8.7か月、全生存期間は15.3か月であった。"),
        (DRUGS, "奏効率はオシメルチニブ群40%、ゲフィチニブ群20%であった。"),
        (DRUGS, "奏効率はゲフィチニブ群20%、オシメルチニブ群40%であった。"),
        (LISTED, "奏効率はオシメルチニブ群とゲフィチニブ群でそれぞれ40%、20%であった。"),
        (RANGE, "中央値は9.3か月（範囲2.1〜14.5）であった。"),
        (CHANGE, "PSAは40から12 ng/mLに低下した。"),
        (RATIO, "患者は2:1の比で無作為に割り付けられた。"),
        (FRACTION, "43例中13例にみられた。"),
        (FRACTION, "13/43例にみられた。"),
        (
            "Survival was 15.3 months versus 11.3 months with placebo.",
            "生存期間は、プラセボ群の11.3か月に対し15.3か月であった。",
        ),
        ("It was 46%.", "46%であった。"),
        ("", ""),
    ],
)
def test_an_order_that_only_the_grammar_changed_is_left_alone(en: str, ja: str) -> None:
    assert found(en, ja) == []


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        (ARMS, "プラセボ群で30%、アスピリン群で46%であった。"),
        (ARMS, "アスピリン群で46%、プラセボ群で30%であった。"),
        (SEXES, "悪心は男性の34%、女性の12%に発現した。"),
        (ENDPOINTS, "全生存期間は8.7か月、無増悪生存期間は15.3か月であった。"),
        (DRUGS, "奏効率はオシメルチニブ群20%、ゲフィチニブ群40%であった。"),
        (LISTED, "奏効率はオシメルチニブ群とゲフィチニブ群でそれぞれ20%、40%であった。"),
        (RANGE, "中央値は9.3か月（範囲14.5〜2.1）であった。"),
        (CHANGE, "PSAは12から40 ng/mLに低下した。"),
        (RATIO, "患者は1:2の比で無作為に割り付けられた。"),
        (FRACTION, "13例中43例にみられた。"),
    ],
)
def test_values_that_traded_places_are_told(en: str, ja: str) -> None:
    assert {finding.rule for finding in found(en, ja)} == {"values-swapped"}


def test_a_fraction_turned_round_is_told_where_a_slash_writes_it() -> None:
    assert [finding.rule for finding in found("It was seen in 13/43 patients.", "43/13例にみられた。")] == [
        "values-swapped"
    ]


@pytest.mark.parametrize(
    "en",
    [
        "With placebo and aspirin it was 46% and 30%, respectively.",
        "With placebo versus aspirin, the rate was 46% versus 30%.",
    ],
)
def test_a_row_of_values_may_be_told_arm_by_arm(en: str) -> None:
    assert found(en, "アスピリン群で30%、プラセボ群で46%であった。") == []


def test_a_finding_shows_both_values_and_says_what_to_look_at() -> None:
    [finding] = found(ARMS, "プラセボ群で30%、アスピリン群で46%であった。")
    assert (finding.en, finding.ja) == ((7, 31), (6, 20))
    assert finding.message == "'46%' and '30%' seem to have changed places in the Japanese"
    assert finding.hint == "see which value belongs to which group, endpoint or time"


WORDS_EN = st.sampled_from(
    [
        "46%",
        "30%",
        "13",
        "of",
        "43",
        "patients",
        "placebo",
        "aspirin",
        "versus",
        "and",
        ",",
        "(",
        ")",
        ".",
        "from",
        "to",
        "respectively",
        "12%",
        "men",
        "9",
        "mg",
    ]
)
WORDS_JA = st.sampled_from(
    [
        "46%",
        "30%",
        "43例中",
        "13例",
        "プラセボ群",
        "アスピリン群",
        "に対し",
        "、",
        "（",
        "）",
        "。",
        "から",
        "それぞれ",
        "12%",
        "男性",
        "9mg",
        "より",
    ]
)


@settings(max_examples=200, derandomize=True)
@given(st.lists(WORDS_EN, max_size=14).map(" ".join), st.lists(WORDS_JA, max_size=14).map("".join))
def test_spans_lie_within_their_texts(en: str, ja: str) -> None:
    for finding in found(en, ja):
        assert finding.en is not None
        assert finding.ja is not None
        assert 0 <= finding.en[0] < finding.en[1] <= len(en)
        assert 0 <= finding.ja[0] < finding.ja[1] <= len(ja)


@settings(max_examples=100, derandomize=True)
@given(st.lists(st.integers(2, 80), unique=True, max_size=6))
def test_values_in_the_same_order_with_no_labels_stay(values: list[int]) -> None:
    assert found(", ".join(f"{n} mg" for n in values), "、".join(f"{n} mg" for n in values)) == []
