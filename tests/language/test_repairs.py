import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.base.rules import all_rules
from taiyaku.language.codepoints import suspects
from taiyaku.language.folding import fold
from taiyaku.language.repairs import Repair, apply, repaired, repairs
from taiyaku.language.statement import read
from taiyaku.parity.style import house_style

REPAIRED = {
    "character-unsound",
    "style-spacing",
    "style-width",
    "style-month",
    "style-punctuation",
    "style-parentheses",
}
LEFT = {"style-range", "style-phase", "style-plain"}
"""The rules whose example has more than one answer, or one that is not about width and spacing."""


@pytest.mark.parametrize("rule", sorted(REPAIRED))
def test_the_example_that_breaks_a_rule_becomes_the_one_that_keeps_it(rule: str) -> None:
    bad, good = all_rules()[rule].bad.pair, all_rules()[rule].good.pair
    assert bad is not None
    assert good is not None
    assert {repair.rule for repair in repairs(bad[Locale.JA], Locale.JA)} == {rule}
    assert repaired(bad[Locale.JA], Locale.JA) == good[Locale.JA]


@pytest.mark.parametrize("rule", sorted(LEFT))
def test_what_needs_a_decision_is_left(rule: str) -> None:
    bad = all_rules()[rule].bad.pair
    assert bad is not None
    assert repairs(bad[Locale.JA], Locale.JA) == ()


def test_every_rule_of_the_house_style_is_either_repaired_or_left() -> None:
    style = {rule for rule in all_rules() if rule.startswith("style-")}
    assert style == (REPAIRED | LEFT) - {"character-unsound"}


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("全⽣存", "全生存"),
        ("⼀次治療", "一次治療"),
        ("神\ufa19", "神神"),
        ("РSMA-617と\u0421T", "PSMA-617とCT"),
        ("ﾃﾞｰﾀ｡", "データ。"),
        ("カﾞン", "ガン"),
        ("か\u3099ん", "がん"),
        ("metas\u00adtatic", "metastatic"),
        ("全\u200b\ufeff生\u2060存\u200b", "全生存"),
        ("9.3\u200bか月", "9.3か月"),
    ],
)
def test_characters_are_repaired_in_both_languages(text: str, becomes: str) -> None:
    assert [repaired(text, locale) for locale in Locale] == [becomes, becomes]


@pytest.mark.parametrize(
    "text",
    [
        "アデノシン二リン酸、エデト酸カルシウム二ナトリウム、チーム力アップ",  # kanji among katakana, and rightly so
        "4\u200b6",  # a sign may be lost between figures
        "1О5",  # a Cyrillic letter: a figure, or Latin?
        "4\u00ad6",
        "PSMA\u00ad617",
        "177\u00adLu",
        "HbЗa",  # a letter that looks like a figure
        "[\u200b@sung-2021]",
        "*\u200b*",
        "https:/\u200b/example.org",
        "\U0001f469\u200d\u2695\ufe0f",
        "\uf0b350%",  # a private character: ≥ in the font Symbol
        "a\tb",
        "\u202eabc",
        "50\ufffd",
        "\u2e80",
        "a\uff9e",
        "が\u3099う\u309a",
        "¹⁷⁷Lu ² ① ㎎ ㍉",
        "\u200b",  # nothing would be left
    ],
)
def test_characters_that_leave_a_doubt_stay(text: str) -> None:
    assert [repairs(text, locale) for locale in Locale] == [(), ()]


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("は 9.3 か月、 PSA は", "は9.3か月、PSAは"),
        ("ＰＳＡ５０は４．６％", "PSA50は4．6%"),
        ("9.3 ヶ月、３カ月、4ヵ月、5ケ月", "9.3か月、3か月、4か月、5か月"),
        ("9ｹ月", "9か月"),
        ("9ケ⽉", "9か月"),
        ("4～6", "4〜6"),
        ("４～６", "4〜6"),
        ("有効,軽度であった.次に", "有効、軽度であった。次に"),
        ("示した．PSAは", "示した。PSAは"),
        ("（軽度）．", "（軽度）。"),
        ("全例で奏効.", "全例で奏効。"),
        ("貧血(軽度、(一過性))", "貧血（軽度、（一過性））"),
        ("(軽度９例)", "（軽度9例）"),
        ("[[psma|ＰＳＭＡ 抗原]] の", "[[psma|PSMA抗原]] の"),
    ],
)
def test_house_style_is_repaired_in_japanese_only(text: str, becomes: str) -> None:
    assert repaired(text, Locale.JA) == becomes
    english = repaired(text, Locale.EN)
    assert english == "".join({"ｹ": "ケ", "⽉": "月"}.get(c, c) for c in text)


@pytest.mark.parametrize(
    "text",
    [
        "7.4 GBq",
        "二 30例、5 一部",
        "7.1–11.4、4-6、2018-05-09、2022-03、10–3",
        "１，０００、１．５",  # 1.5, or the first point, which begins with 5?
        "一，〇〇〇",
        "P値は．05",
        "など．．．",
        "ア．目的",
        "ジョン．スミス",
        "(95% CI)、(n=40)、抗原(前立腺特異抗原、PSA)",
        "第III相、第二相、第Ⅱ相",
        "\\(軽度\\)",
        "９ヵ国",
        "年ヶ月",
    ],
)
def test_house_style_that_needs_a_decision_stays(text: str) -> None:
    assert repaired(text, Locale.JA) == fold_digits(text)


def fold_digits(text: str) -> str:
    return "".join(fold(c) if c in "０１２３４５６７８９" else c for c in text)


@pytest.mark.parametrize(
    "text",
    [
        "[@ｓung-2021, 4～6 頁]",
        "［＠ｓung-2021］",
        "[[ｐｓｍａ]]",
        "[[ｐｓｍａ|抗原]]",
        "[語](https://example.org/～４～/ａ)",
        "[語](ａ ４ の)",
        "https://example.org/４～６",
        "https://example.org/a に",
        "`4～6 か月 ９ヶ月`",
    ],
)
def test_citations_ids_addresses_and_code_are_not_touched(text: str) -> None:
    assert repairs(text, Locale.JA) == ()


def test_a_rule_that_is_set_aside_asks_for_nothing() -> None:
    assert repaired("⽣は 4～6", Locale.JA, {"style-range", "character-unsound"}) == "⽣は4～6"


def test_repairs_say_where_and_by_which_rule() -> None:
    found = repairs("⽣は ４", Locale.JA)
    assert found == (Repair(0, 1, "生", "character-unsound"), Repair(3, 4, "4", "style-width"))
    assert apply("⽣は ４", found) == "生は 4"


SIGNS = "⽣⼀ｶﾊﾞﾟか\u3099ハ９３％Ａ93.0,， ．、。～〜-–(（）)ヶ月第相二Аο\u200b\u00ad\u200d\u202e\ue000*_`[]@|:/\\ aZ\n"
TEXTS = st.text(alphabet=SIGNS, max_size=14) | st.text(max_size=14)


@settings(max_examples=600, derandomize=True)
@given(TEXTS, st.sampled_from(Locale))
def test_repairing_twice_is_repairing_once(text: str, locale: Locale) -> None:
    once = repaired(text, locale)
    assert repairs(once, locale) == ()


@settings(max_examples=600, derandomize=True)
@given(TEXTS, st.sampled_from(Locale))
def test_no_number_changes(text: str, locale: Locale) -> None:
    assert figures(repaired(text, locale)) == figures(text)


def figures(text: str) -> list[str]:
    return re.findall(r"[0-9]+(?:[.,][0-9]+)*", fold(text))


@settings(max_examples=600, derandomize=True)
@given(TEXTS)
def test_nothing_is_repaired_that_no_rule_tells(text: str) -> None:
    told = {finding.rule for finding in house_style(read("", Locale.EN), read(text, Locale.JA))}
    told |= {"character-unsound" for _ in suspects(text)}
    assert {repair.rule for repair in repairs(text, Locale.JA)} <= told


@settings(max_examples=300, derandomize=True)
@given(TEXTS)
def test_repairs_are_in_order_and_do_not_overlap(text: str) -> None:
    found = repairs(text, Locale.JA)
    ends = [0, *(repair.end for repair in found)]
    assert all(end <= repair.start < repair.end for end, repair in zip(ends, found, strict=False))
