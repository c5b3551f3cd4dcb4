import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.base.problem import Severity
from taiyaku.language.statement import read
from taiyaku.parity.finding import Finding
from taiyaku.parity.numbers import differences
from taiyaku.parity.pairing import pair_up

EN, JA = Locale.EN, Locale.JA


def found(en: str, ja: str) -> list[Finding]:
    one, other = read(en, EN), read(ja, JA)
    return list(differences(one, other, pair_up(one.quantities, other.quantities)))


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("Survival was 9.3 months.", "生存期間は9.3か月であった。"),
        ("It was seen in 13/43 patients.", "13/43例にみられた。"),
        ("Survival was 24 months.", "生存期間は2年であった。"),
        ("The dose was 7.4 GBq.", "投与量は7400 MBqであった。"),
        ("Half of the patients relapsed.", "患者の50%が再発した。"),
        ("Two thirds responded.", "3分の2で奏効が得られた。"),
        ("About 1.2 million people took part.", "約120万人が参加した。"),
        ("There were 12,345 patients.", "1万2,345例であった。"),
        ("Two infusions were given.", "2回投与した。"),
        ("Either drug helped.", "両剤とも有効であった。"),
        ("It rose by 5 percentage points.", "5ポイント上昇した。"),
        # dates
        ("It began on 9 May 2018.", "平成30年5月9日に開始された。"),
        ("It began in March 2022.", "令和4年3月に開始された。"),
        ("It ran from March 2020 to May 2020.", "2020年3月から同年5月まで行われた。"),
        # comparators
        ("Patients aged 18 or older took part.", "18歳以上の患者が参加した。"),
        ("Treatment lasted up to 6 cycles.", "治療は6サイクル行った。"),
        ("Treatment lasted 6 cycles.", "治療は最大6サイクル行った。"),
        ("Store at no more than 25 °C.", "25℃以下で保存する。"),
        ("Do not store above 25 °C.", "25℃以下で保存する。"),
        ("Store at 25 °C or below.", "25℃を超えないこと。"),
        ("It exceeded the margin of 5 points.", "5点のマージンを上回った。"),
        # signs
        ("The change was −3 points.", "変化量は−3点であった。"),
        ("The change was −3 points.", "3点低下した。"),
        ("", ""),
    ],
)
def test_the_same_quantities_are_left_alone(en: str, ja: str) -> None:
    assert found(en, ja) == []


@pytest.mark.parametrize(
    ("rule", "en", "ja"),
    [
        ("number-differs", "Survival was 9.3 months.", "生存期間は9.8か月であった。"),
        ("number-differs", "Survival was 9.3 months.", "生存期間は93か月であった。"),
        ("number-differs", "The dose was 6.0 GBq.", "投与量は6 GBqであった。"),
        ("number-differs", "About 1.2 million people took part.", "約12万人が参加した。"),
        ("number-differs", "Two thirds responded.", "3分の1で奏効が得られた。"),
        ("number-missing", "Survival was 9.3 months in 48 patients.", "48例の生存期間を示した。"),
        ("number-added", "Some of the 48 patients responded.", "48例のうち13例が奏効した。"),
        ("unit-differs", "The dose was 7.4 GBq.", "投与量は7.4 MBqであった。"),
        ("unit-differs", "The dose was 25 mg/m².", "投与量は25 mg/kgであった。"),
        ("unit-differs", "It lasted 6 weeks.", "期間は6か月であった。"),
        ("percent-differs", "It was seen in 43%.", "43例にみられた。"),
        ("point-differs", "It rose by 5 percentage points.", "5%上昇した。"),
        ("date-differs", "It began in March 2022.", "2022年4月に開始された。"),
        ("date-differs", "It began in March 2022.", "2021年3月に開始された。"),
        ("date-differs", "It began on 9 May 2018.", "2018年5月8日に開始された。"),
        ("comparator-differs", "PSA fell by at least 50%.", "PSAが50%以下低下した。"),
        ("comparator-differs", "PSA fell by at least 50%.", "PSAが50%低下した。"),
        ("comparator-differs", "PSA fell by 50%.", "PSAが50%以上低下した。"),
        ("comparator-differs", "Values of P<0.05 were used.", "P>0.05を用いた。"),
        ("comparator-differs", "At least 50% responded.", "50%超が奏効した。"),
        ("sign-differs", "The change was −3 points.", "変化量は3点であった。"),
        ("superscript-lost", "There were 10⁹ cells.", "細胞数は109であった。"),
    ],
)
def test_another_quantity_is_told_by_its_rule(rule: str, en: str, ja: str) -> None:
    assert [finding.rule for finding in found(en, ja)] == [rule]


def test_both_places_are_shown_where_a_quantity_has_a_partner() -> None:
    [finding] = found("Survival was 9.3 months.", "期間は9.8か月であった。")
    assert (finding.en, finding.ja) == ((13, 23), (3, 8))
    assert finding.message == "'9.3 months' in the English, '9.8か月' in the Japanese"


def test_one_place_is_shown_where_it_has_none() -> None:
    [finding] = found("It was seen in 48 patients.", "これがみられた。")
    assert (finding.message, finding.en, finding.ja) == ("'48 patients' is not in the Japanese", (15, 26), None)
    [finding] = found("It was seen.", "48例にみられた。")
    assert (finding.message, finding.en, finding.ja) == ("'48例' is not in the English", None, (0, 3))


def test_more_than_and_or_more_are_a_warning_only() -> None:
    [finding] = found("More than 50% responded.", "50%以上が奏効した。")
    assert (finding.rule, finding.severity) == ("comparator-differs", Severity.WARNING)
    [finding] = found("At least 50% responded.", "50%未満が奏効した。")
    assert (finding.rule, finding.severity) == ("comparator-differs", Severity.ERROR)


def test_decimals_are_told_with_what_to_do() -> None:
    [finding] = found("The dose was 6.0 GBq.", "投与量は6 GBqであった。")
    assert finding.hint == "write it as it was printed"


@pytest.mark.parametrize("word", ["a", "one", "both", "two", "either"])
def test_a_word_may_be_left_to_the_grammar(word: str) -> None:
    assert found(f"It was seen in {word} arm.", "群にみられた。") == []


def test_a_shortened_year_is_the_same_in_both_languages() -> None:
    assert found("Between 2018 and 2019 it rose.", "2018〜19年に増加した。") == []


TEXTS_EN = st.text(alphabet="0123456789.,%-–−/<≥ mgof\n½", max_size=30)
TEXTS_JA = st.text(alphabet="0123456789.,%−〜/年月日例中分の以上未満十二万両", max_size=30)


@settings(max_examples=200, derandomize=True)
@given(TEXTS_EN | st.text(max_size=30), TEXTS_JA | st.text(max_size=30))
def test_spans_lie_within_their_texts(en: str, ja: str) -> None:
    for finding in found(en, ja):
        for span, text in ((finding.en, en), (finding.ja, ja)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


@settings(max_examples=100, derandomize=True)
@given(st.lists(st.integers(2, 99_999), max_size=6))
def test_the_same_figures_never_differ(figures: list[int]) -> None:
    assert found("; ".join(f"{n} mg" for n in figures), "；".join(f"{n} mg" for n in figures)) == []


@settings(max_examples=100, derandomize=True)
@given(st.integers(100, 999_999), st.integers(100, 999_999))
def test_another_figure_always_does(one: int, other: int) -> None:
    assert bool(found(f"It was {one} mg.", f"{other} mgであった。")) is (one != other)
