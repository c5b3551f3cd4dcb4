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
def test_invisible_control_private_and_replacement_characters_are_to_be_left_out(character: str) -> None:
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


def test_every_suspect_of_a_text_is_told_in_order_and_each_time() -> None:
    assert [(s.position, s.instead) for s in suspects("⽴\u200b立⽴")] == [(0, "立"), (1, ""), (3, "立")]


@pytest.mark.parametrize(
    ("suspect", "name"),
    [
        (Suspect(0, "⽴", "立"), "U+2F74 KANGXI RADICAL STAND"),
        (Suspect(0, "\u200b", ""), "U+200B ZERO WIDTH SPACE"),
        (Suspect(0, "\x07", ""), "U+0007 unnamed"),
        (Suspect(0, "\U000e0001", ""), "U+E0001 LANGUAGE TAG"),
    ],
)
def test_a_suspect_is_named_as_unicode_names_it(suspect: Suspect, name: str) -> None:
    assert suspect.name == name


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.text())
def test_positions_lead_to_the_character(text: str) -> None:
    for suspect in suspects(text):
        assert text[suspect.position] == suspect.character


@settings(max_examples=500, derandomize=True, deadline=None)
@given(st.text(alphabet=st.characters(min_codepoint=0x2E80, max_codepoint=0xFFFD)))
def test_a_repaired_text_is_sound(text: str) -> None:
    repaired = list(text)
    for suspect in suspects(text):
        repaired[suspect.position] = suspect.instead
    assert list(suspects("".join(repaired))) == []
