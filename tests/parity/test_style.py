import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.base.problem import Severity
from taiyaku.language.statement import read
from taiyaku.parity.finding import Finding
from taiyaku.parity.style import house_style, plain_style

EN, JA = Locale.EN, Locale.JA


def found(ja: str) -> list[Finding]:
    return list(house_style(read("", EN), read(ja, JA)))


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        ("style-spacing", "PSA は低下した。", "PSAは低下した。"),
        ("style-spacing", "その PSAは", "そのPSAは"),
        ("style-width", "４８例", "48例"),
        ("style-width", "ＰＳＡは", "PSAは"),
        ("style-width", "48％", "48%"),
        ("style-month", "9.3ヶ月", "9.3か月"),
        ("style-month", "9.3カ月", "9.3か月"),
        ("style-month", "9.3 ヵ月", "9.3か月"),
        ("style-range", "4-6サイクル", "4〜6サイクル"),
        ("style-range", "4～6サイクル", "4〜6サイクル"),
        ("style-range", "7.1–11.4か月", "7.1〜11.4か月"),
        ("style-punctuation", "有効，軽度であった。", "有効、軽度であった。"),
        ("style-punctuation", "有効であった.", "有効であった。"),
        ("style-parentheses", "貧血(軽度)", "貧血（軽度）"),
        ("style-phase", "第III相試験", "第3相試験"),
        ("style-phase", "第三相試験", "第3相試験"),
    ],
)
def test_what_is_not_house_style_is_told_and_what_is_stays(rule: str, wrong: str, right: str) -> None:
    assert rule in {finding.rule for finding in found(wrong)}
    assert found(right) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7.4 GBq",
        "PSMA-617とHER2",
        "2018-05-09",
        "P<0.001",
        "95% CI 0.5〜0.8",
        "中央値（95% CI）",
        "(n=40)",
        "NCT03511664",
        "第3相、第二次",
        "1,000例",
    ],
)
def test_names_dates_and_figures_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_english_has_another_style() -> None:
    assert list(house_style(read("４８ ヶ月 (軽度)", EN), read("", JA))) == []


def test_a_finding_is_a_warning_that_shows_what_and_tells_what_to_write() -> None:
    [finding] = found("期間は9.3ヶ月")
    assert (finding.severity, finding.en, finding.ja) == (Severity.WARNING, None, (6, 8))
    assert (finding.message, finding.hint) == ("'ヶ月' is not house style", "write か月")


def test_each_rule_is_told_once() -> None:
    assert [finding.rule for finding in found("9ヶ月、8ヶ月、7ヶ月")] == ["style-month"]


@settings(max_examples=100, derandomize=True)
@given(st.text(max_size=40) | st.text(alphabet="９9ヶ月-～–，．,.()第III相三 A語。、", max_size=30))
def test_spans_lie_within_the_text(text: str) -> None:
    for finding in found(text):
        assert finding.ja is not None
        assert 0 <= finding.ja[0] < finding.ja[1] <= len(text)
        assert finding.message.startswith(f"'{text[slice(*finding.ja)]}'")


@pytest.mark.parametrize(
    ("ja", "wide"),
    [
        ("奏効割合は４．６％であった。", "４．６％"),
        ("対象は１，０００例であった。", "１，０００"),
        ("対象は１，０００，０００例であった。", "１，０００，０００"),
        ("平均は１，０００．５であった。", "１，０００．５"),
        ("平均は4．6であった。", "4．6"),
        ("ＰＳＡは低下した。", "ＰＳＡ"),
    ],
)
def test_a_point_or_comma_within_a_figure_is_a_matter_of_width(ja: str, wide: str) -> None:
    assert [(each.rule, ja[slice(*each.ja)]) for each in found(ja) if each.ja] == [("style-width", wide)]


@pytest.mark.parametrize(
    ("ja", "sign"),
    [
        ("有効であり，軽度であった。", "，"),
        ("軽度であった．", "．"),
        ("軽度であった．5例は重度であった。", "．"),
        ("対象は5，10例であった。", "，"),
        ("有効,軽度であった。", ","),
    ],
)
def test_every_other_point_or_comma_is_punctuation(ja: str, sign: str) -> None:
    assert [(each.rule, ja[slice(*each.ja)]) for each in found(ja) if each.ja] == [("style-punctuation", sign)]


def plain(ja: str, *, is_plain: bool) -> list[str]:
    findings = list(plain_style(ja, is_plain=is_plain))
    assert {(each.rule, each.severity, each.en) for each in findings} <= {("style-plain", Severity.WARNING, None)}
    return [ja[slice(*each.ja)] for each in findings if each.ja]


@pytest.mark.parametrize(
    ("ja", "wrong"),
    [
        ("この薬は、前立腺癌の方に使われました。", ["癌"]),
        ("[[mcrpc|前立腺癌]]の薬です。", ["癌"]),
        ("放射性の薬である。", ["性の薬である"]),
        ("効いた方がいた[@doe-2020]。詳しくは医師にたずねてください。", ["方がいた"]),
        ("結果は**良好だった**。", ["好だった"]),
        ("長く生きた方もいました。効果は高い。", ["効果は高い"]),
        ("薬は効かない（約半数）。", ["は効かない"]),
        ("癌が小さくなった。", ["癌", "くなった"]),
    ],
)
def test_a_text_for_lay_readers_is_in_their_words_and_style(ja: str, wrong: list[str]) -> None:
    assert plain(ja, is_plain=True) == wrong


@pytest.mark.parametrize(
    "ja",
    [
        "がんが小さくなりました。効かない方もいました（約半数です）。",
        "原因であると証明するものではありません。",
        "医師にたずねてください[@doe-2020]。",
        "**救急車を呼んでください。**",
        "どうなったのでしょうか。",
        "まだ半数に達していない",
        "目的",
        "体の中の放射線の量。",
        "日本癌治療学会の『前立腺癌診療ガイドライン』を読みました。",
        "前立腺癌取扱い規約に「癌である。」と書かれています。",
    ],
)
def test_what_is_written_for_lay_readers_is_left_alone(ja: str) -> None:
    assert plain(ja, is_plain=True) == []


@pytest.mark.parametrize(
    ("ja", "wrong"),
    [
        ("前立腺癌の薬です。", ["です"]),
        ("効果がみられました[@doe-2020]。", ["ました"]),
        ("有効ですが、有害事象も多い。", ["です"]),
        ("投与しますので、注意を要する。", ["ます"]),
        ("奏効はみられませんでした。", ["ませんでした"]),
        ("推奨されますか。", ["ます"]),
        ("医療上の助言ではありません", ["ません"]),
    ],
)
def test_a_text_for_clinicians_is_in_theirs(ja: str, wrong: list[str]) -> None:
    assert plain(ja, is_plain=False) == wrong


@pytest.mark.parametrize(
    "ja",
    [
        "前立腺癌に有効である。",
        "がん薬物療法専門医が投与した。",
        "投与後に室温まで冷ます。",
        "「よく眠れます。」との回答が得られた。",
        "症状はますます悪化した。",
        "全患者",
    ],
)
def test_what_is_written_for_clinicians_is_left_alone(ja: str) -> None:
    assert plain(ja, is_plain=False) == []


@pytest.mark.parametrize(
    ("ja", "is_told"),
    [
        ("48人の 結果を示す。", True),
        ("治療 を行った。", True),
        ("ベドチン ブレンツキシマブ", False),
        ("7.4 GBq", False),
    ],
)
def test_a_space_typed_between_japanese_characters_is_told(ja: str, is_told: bool) -> None:  # noqa: FBT001  # a table
    told = house_style(read("", Locale.EN), read(ja, Locale.JA))
    assert ("style-spacing" in {finding.rule for finding in told}) is is_told
