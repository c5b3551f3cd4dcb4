import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.comparators import COMPLEMENTS, Comparator, comparator, comparing_words

EN, JA = Locale.EN, Locale.JA


def said(text: str, locale: Locale) -> Comparator | None:
    """What is said of the quantity between the marks."""
    before, _, rest = text.partition("⟨")
    quantity, _, after = rest.partition("⟩")
    return comparator(before + quantity + after, len(before), len(before + quantity), locale)


@pytest.mark.parametrize(
    ("sign", "en", "ja"),
    [
        ("≥", "at least ⟨50%⟩", "⟨50%⟩以上"),
        ("≥", "⟨50%⟩ or more", "少なくとも⟨50%⟩"),
        ("≥", "⟨18 years⟩ or older", "⟨18歳⟩以上"),
        ("≥", "no fewer than ⟨50⟩", "⟨50例⟩を下回らない"),
        ("≥", "a minimum of ⟨6⟩", "最低⟨6回⟩"),
        ("≥", "≥ ⟨50⟩", "≥⟨50⟩"),
        (">", "more than ⟨50%⟩", "⟨50%⟩を超える"),
        (">", "above ⟨50%⟩", "⟨50%⟩を上回る"),
        (">", "higher than ⟨50%⟩", "⟨50%⟩より高い"),
        (">", ">⟨50⟩", ">⟨50⟩"),
        ("<", "fewer than ⟨50⟩", "⟨50例⟩未満"),
        ("<", "below ⟨50%⟩", "⟨50%⟩を下回る"),
        ("<", "lower than ⟨50%⟩", "⟨50%⟩より低い"),
        ("<", "less than about ⟨50⟩", "約⟨50例⟩未満"),
        ("<", "P<⟨0.05⟩", "P<⟨0.05⟩"),
        ("≤", "at most ⟨50⟩", "⟨50例⟩以下"),
        ("≤", "no more than ⟨50⟩", "⟨50例⟩を超えない"),
        ("≤", "not exceeding ⟨50⟩", "多くとも⟨50例⟩"),
        ("≤", "⟨50⟩ or fewer", "⟨50例⟩以下"),
        ("≤", "≤⟨50⟩", "≤⟨50⟩"),
    ],
)
def test_a_limit_is_said_outright_in_both_languages(sign: str, en: str, ja: str) -> None:
    for found in (said(en, EN), said(ja, JA)):
        assert found is not None
        assert (found.sign, found.outright) == (sign, True)


@pytest.mark.parametrize(
    ("text", "locale", "sign"),
    [
        ("up to ⟨6 cycles⟩", EN, "≤"),
        ("within ⟨30 days⟩", EN, "≤"),
        ("a maximum of ⟨6⟩", EN, "≤"),
        ("after ⟨2020⟩", EN, ">"),
        ("before ⟨2020⟩", EN, "<"),
        ("⟨12週⟩まで", JA, "≤"),
        ("⟨30日⟩以内", JA, "≤"),
        ("最大⟨6サイクル⟩", JA, "≤"),
        ("最大約⟨6サイクル⟩", JA, "≤"),
    ],
)
def test_a_limit_that_is_not_stressed_is_not_outright(text: str, locale: Locale, sign: str) -> None:
    found = said(text, locale)
    assert found is not None
    assert (found.sign, found.outright) == (sign, False)


def test_an_outright_word_wins_over_a_weak_one() -> None:
    found = said("up to ⟨50⟩ or more", EN)
    assert found == Comparator("≥")


@pytest.mark.parametrize(
    ("text", "is_exact"), [("more than ⟨50⟩", False), (">⟨50⟩", True), ("at least ⟨50⟩", True), ("<⟨50⟩", True)]
)
def test_more_than_is_not_exact(text: str, is_exact: bool) -> None:  # noqa: FBT001  # a column of the table
    found = said(text, EN)
    assert found is not None
    assert found.is_exact is is_exact


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("It was ⟨50⟩.", EN),
        ("Moreover, ⟨50⟩ recovered.", EN),
        ("All underwent ⟨50⟩ scans.", EN),
        ("⟨50⟩ more patients", EN),
        ("⟨50%⟩であった", JA),
        ("約⟨50例⟩", JA),
        ("⟨50%⟩より高かったが", JA),
    ],
)
def test_where_nothing_limits_there_is_no_comparator(text: str, locale: Locale) -> None:
    assert said(text, locale) is None


@pytest.mark.parametrize("text", ["at least ⟨4 weeks⟩ (28 days), and ⟨9⟩", "⟨7.4 GBq⟩/日以上"])
def test_words_beside_the_quantity_may_come_between(text: str) -> None:
    found = said(text, JA if "日" in text else EN)
    assert found is not None
    assert found.sign == "≥"


@pytest.mark.parametrize(("sign", "is_upward"), [("≥", True), (">", True), ("≤", False), ("<", False)])
def test_a_lower_bound_points_upward(sign: str, is_upward: bool) -> None:  # noqa: FBT001  # a column of the table
    assert Comparator(sign).is_upward is is_upward


def test_what_is_denied_becomes_its_complement() -> None:
    assert COMPLEMENTS == {">": "≤", "≤": ">", "<": "≥", "≥": "<"}


@pytest.mark.parametrize(
    ("text", "locale", "up", "down"),
    [
        ("It exceeded the margin and was above the threshold.", EN, 2, 0),
        ("It was below the margin, up to 3.", EN, 0, 2),
        ("It was seen.", EN, 0, 0),
        ("マージンを上回り、基準値を超えた。", JA, 2, 0),
        ("基準値を下回った。", JA, 0, 1),
        ("認められた。", JA, 0, 0),
    ],
)
def test_words_that_compare_are_counted_away_from_numbers_too(text: str, locale: Locale, up: int, down: int) -> None:
    assert comparing_words(text, locale, upward=True) == up
    assert comparing_words(text, locale, upward=False) == down


@settings(max_examples=100, derandomize=True)
@given(st.text(max_size=30), st.text(max_size=5), st.text(max_size=30), st.sampled_from(Locale))
def test_anything_may_stand_around_a_quantity(before: str, quantity: str, after: str, locale: Locale) -> None:
    found = comparator(before + quantity + after, len(before), len(before + quantity), locale)
    assert found is None or found.sign in COMPLEMENTS
