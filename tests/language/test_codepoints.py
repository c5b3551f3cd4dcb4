import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.language.codepoints import Suspect, suspects


@pytest.mark.parametrize(
    ("character", "instead"),
    [
        ("⽴", "立"),
        ("⼀", "一"),
        ("⽤", "用"),
        ("⽉", "月"),
        ("⽣", "生"),
        ("\u2e9f", "母"),
        ("ｱ", "ア"),
        ("ｰ", "ー"),
        ("｡", "。"),
        ("\uf900", "豈"),
        ("\ufa19", "神"),
    ],
)
def test_lookalikes_are_told_with_the_character_to_use(character: str, instead: str) -> None:
    assert list(suspects(f"全{character}存")) == [Suspect(1, character, instead)]


@pytest.mark.parametrize("character", ["\u2ed1", "\u2ea0", "\u2ec4", "\u2ee9"])
def test_a_radical_that_unicode_maps_to_nothing_is_told_and_never_its_own_replacement(character: str) -> None:
    [suspect] = suspects(f"全{character}存")
    assert (suspect.position, suspect.character) == (1, character)
    assert suspect.instead != character


def test_the_twelve_unified_ideographs_among_the_compatibility_ones_stay() -> None:
    assert list(suspects("山﨑 﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩")) == []


@pytest.mark.parametrize(
    "character",
    [
        "\u200b",
        "\u200c",
        "\u200d",
        "\u2060",
        "\ufeff",
        "\xad",
        "\u202e",
        "\x00",
        "\x07",
        "\t",
        "\r",
        "\x7f",
        "\x85",
        "\ue000",
        chr(0xD800),
        "\U000e0001",
    ],
)
def test_invisible_control_private_and_replacement_characters_are_told(character: str) -> None:
    assert list(suspects(f"a{character}b")) == [Suspect(1, character, "")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "¹⁷⁷Lu-PSMA-617 25 mg/m²",
        "①〜③",
        "150〜200 mCi",
        "全生存期間の中央値は9.3か月（95% CI 7.1–11.4）であった。",
        "ヘモグロビン・ヴ",
        "two\nlines",
        "a\u00a0b\u3000c",
        "Müller – “quoted” … ≥ µ",
        "㎎",
        "Ａ１％",
        "𠮟る",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert list(suspects(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "アデノシン二リン酸",
        "アデノシン一リン酸",
        "エデト酸カルシウム二ナトリウム",
        "ピリジン二カルボン酸",
        "フォローアップ二カ月",
        "タイプ一サイクル",
        "チーム力アップ",
        "ブランド力テスト",
        "バルブ口キャップ",
        "プレス工アルバイト",
        "データ二件、コスト八割",
    ],
)
def test_kanji_that_may_be_words_among_katakana_are_left_alone(text: str) -> None:
    assert list(suspects(text)) == []


@pytest.mark.parametrize(
    ("text", "position", "instead"),
    [
        ("デ一タ", 1, "ー"),
        ("コントロ一ル", 4, "ー"),
        ("スクリ一ニング", 3, "ー"),
        ("リノ一ル酸", 2, "ー"),
        ("モ二ター", 1, "ニ"),
        ("オシメルチ二ブ", 5, "ニ"),
        ("メラ二ン", 2, "ニ"),
        ("リ八ビリ", 1, "ハ"),
        ("メ力ニズム", 1, "カ"),
        ("ク口ピドグレル", 1, "ロ"),
        ("ドセ夕キセル", 2, "タ"),
        ("アスベス卜ス", 4, "ト"),
    ],
)
def test_kanji_that_cannot_be_words_among_katakana_are_told_and_left_to_a_person(
    text: str, position: int, instead: str
) -> None:
    [suspect] = suspects(text)
    assert suspect == Suspect(position, text[position], instead)
    assert (suspect.advice, suspect.is_repairable) == (f"write '{instead}'", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("か\u3099ん", [Suspect(0, "か\u3099", "が")]),
        ("ハ\u309aン", [Suspect(0, "ハ\u309a", "パ")]),
        ("ｶﾞ", [Suspect(0, "ｶﾞ", "ガ")]),
        ("カﾞ", [Suspect(0, "カﾞ", "ガ")]),
        ("が\u3099", []),
        ("う\u309aウ\u309aた\u309a", []),
        ("\u3099", []),
        ("aﾞ", [Suspect(1, "ﾞ", "")]),
    ],
)
def test_a_kana_and_its_voicing_mark_are_one(text: str, expected: list[Suspect]) -> None:
    assert list(suspects(text)) == expected


@pytest.mark.parametrize(("text", "instead"), [("РSMA", "P"), ("HbЗa", ""), ("З5", "")])
def test_a_letter_is_taken_for_a_letter_and_never_for_a_figure(text: str, instead: str) -> None:
    [suspect] = suspects(text)
    assert suspect.instead == instead
    assert suspect.is_repairable is bool(instead)


RESEMBLES = "type the ordinary character that it resembles"
LOST = "look at the original, and write the character that was meant"


@pytest.mark.parametrize(
    ("character", "advice", "is_repairable"),
    [
        ("⽣", "write '生'", True),
        ("\u200b", "take it out", True),
        ("\u00ad", "take it out", True),
        ("\t", "write what was meant: a space, a new line or another character", False),
        ("\u202e", "take it out if the text reads the same without it", False),
        ("\u200f", "take it out if the text reads the same without it", False),
        ("\uf0b3", f"{LOST}: fonts draw their own signs with it, ≥ among them", False),
        ("\ufffd", LOST, False),
        (chr(0xD800), LOST, False),
        ("\u2e80", RESEMBLES, False),
        ("ﾞ", RESEMBLES, False),
    ],
)
def test_what_may_have_meant_something_is_left_to_a_person(character: str, advice: str, *, is_repairable: bool) -> None:
    [suspect] = suspects(f"a{character}b")
    assert (suspect.advice, suspect.is_repairable) == (advice, is_repairable)


def test_every_suspect_of_a_text_is_told_in_order_and_each_time() -> None:
    assert [(s.position, s.instead) for s in suspects("⽴\u200b立⽴")] == [(0, "立"), (1, ""), (3, "立")]


@pytest.mark.parametrize(
    ("suspect", "name"),
    [
        (Suspect(0, "⽴", "立"), "U+2F74 KANGXI RADICAL STAND"),
        (Suspect(0, "\u200b", ""), "U+200B ZERO WIDTH SPACE"),
        (Suspect(0, "\x07", ""), "U+0007 control character"),
        (Suspect(0, "\uf0b3", ""), "U+F0B3 private-use character"),
        (Suspect(0, "ｶﾞ", "ガ"), "U+FF76 HALFWIDTH KATAKANA LETTER KA + U+FF9E HALFWIDTH KATAKANA VOICED SOUND MARK"),
        (Suspect(0, "\U000e0001", ""), "U+E0001 LANGUAGE TAG"),
    ],
)
def test_a_suspect_is_named_as_unicode_names_it(suspect: Suspect, name: str) -> None:
    assert suspect.name == name


@pytest.mark.parametrize(
    ("text", "position", "instead"),
    [
        ("\u0420SMA-617", 0, "P"),
        ("C\u0422画像", 1, "T"),
        ("\u03a1D-L1", 0, "P"),
        ("tum\u043er", 3, "o"),
    ],
)
def test_a_letter_of_another_script_within_a_latin_word_is_told(text: str, position: int, instead: str) -> None:
    assert list(suspects(text)) == [Suspect(position, text[position], instead)]


@pytest.mark.parametrize("text", ["TGF-β", "β遮断薬", "IFNν", "α = 0.05", "Москва", "Αθήνα", "10 μg"])
def test_letters_of_another_script_that_stand_for_themselves_stay(text: str) -> None:
    assert list(suspects(text)) == []


@settings(max_examples=150, derandomize=True)
@given(st.text())
def test_positions_lead_to_the_character(text: str) -> None:
    for suspect in suspects(text):
        assert text.startswith(suspect.character, suspect.position)


@settings(max_examples=500, derandomize=True)
@given(st.text(alphabet=st.characters(min_codepoint=0x2E80, max_codepoint=0xFFFD)))
def test_a_repaired_text_is_sound(text: str) -> None:
    for suspect in reversed(list(suspects(text))):
        end = suspect.position + len(suspect.character)
        text = text[: suspect.position] + suspect.instead + text[end:]
    assert list(suspects(text)) == []


@settings(max_examples=500, derandomize=True)
@given(st.text(alphabet="かがうはパウｶﾊﾞﾟ\u3099\u309a一二力ンータОЗａb5\uf0b3\u200b\t"))
def test_nothing_is_to_be_replaced_by_itself(text: str) -> None:
    assert all(suspect.instead != suspect.character for suspect in suspects(text))
