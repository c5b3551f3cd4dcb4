import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.language.katakana import same_names, spelling


@pytest.mark.parametrize(
    ("run", "word"),
    [
        ("オシメルチニブ", "osimertinib"),
        ("ペムブロリズマブ", "pembrolizumab"),
        ("アスピリン", "aspirin"),
        ("ワルファリン", "warfarin"),
        ("プラセボ", "placebo"),
        ("メトトレキサート", "methotrexate"),
        ("ドセタキセル", "docetaxel"),
        ("カバジタキセル", "cabazitaxel"),
        ("ルテチウム", "lutetium"),
        ("ダパグリフロジン", "dapagliflozin"),
        ("フルオロウラシル", "fluorouracil"),
        ("バンコマイシン", "vancomycin"),
        ("ヘモグロビン", "haemoglobin"),
        ("チロキシン", "thyroxine"),
        ("ジャクソン", "jackson"),
        ("フィラデルフィア", "philadelphia"),
        ("ヴィジョン", "vision"),
        ("ツベルクリン", "tuberculin"),
        ("ヤヌス", "janus"),
        ("カプラン", "kaplan"),
    ],
)
def test_a_run_spells_the_word_that_it_was_written_after(run: str, word: str) -> None:
    assert spelling(run).fullmatch(word)


@pytest.mark.parametrize(
    ("run", "word"),
    [
        ("アスピリン", "ibuprofen"),
        ("ニボルマブ", "pembrolizumab"),
        ("メトホルミン", "methotrexate"),
        ("カバジタキセル", "docetaxel"),
        ("プラセボ", "aspirin"),
        ("オシメルチニブ", "gefitinib"),
        ("オシメルチニブ", "osimertinibs of"),
        ("カプラン", "kaplanmeier"),
    ],
)
def test_a_run_spells_no_other_word(run: str, word: str) -> None:
    assert spelling(run).fullmatch(word) is None


def test_names_are_found_with_both_positions_and_the_run() -> None:
    found = same_names("Aspirin helped, placebo did not.", "プラセボではなくアスピリンが有効であった。")
    assert found == ((0, 8, "アスピリン"), (16, 0, "プラセボ"))


@pytest.mark.parametrize(
    ("en", "ja", "found"),
    [
        ("The Kaplan-Meier method", "カプランマイヤー法", ((4, 0, "カプランマイヤー"),)),
        ("Two placebos", "プラセボ", ((4, 0, "プラセボ"),)),
        ("ASPIRIN", "アスピリン", ((0, 0, "アスピリン"),)),
        ("aspirin, again aspirin", "アスピリン", ((0, 0, "アスピリン"), (15, 0, "アスピリン"))),
    ],
)
def test_joined_words_plurals_and_capitals_are_found_too(
    en: str, ja: str, found: tuple[tuple[int, int, str], ...]
) -> None:
    assert same_names(en, ja) == found


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("", ""),
        ("Aspirin", ""),
        ("", "アスピリン"),
        ("Aspirin", "阿司匹林"),
        ("Aspirin", "ワルファリン"),
        ("tea", "アア"),
    ],
)
def test_what_does_not_spell_the_same_is_no_name(en: str, ja: str) -> None:
    assert same_names(en, ja) == ()


def test_a_long_text_without_katakana_names_nothing() -> None:
    assert same_names("aspirin " * 1000, "骨転移" * 1000) == ()


MADE_TO_BE_SLOW = [
    ("フ" * 24, "f" * 39 + "q"),
    ("ハ" * 24, "p" * 12 + "q"),
    ("キシ" * 12, "x" * 39 + "q"),
    ("シ" * 24, "sh" * 19 + "q"),
    ("サ" * 24, "s" * 39 + "q"),
    ("タ" * 24, "t" * 39 + "q"),
]
"""Runs and words that a pattern may try to bring together in many ways, as long as they are looked at."""


@pytest.mark.parametrize(("run", "word"), MADE_TO_BE_SLOW)
def test_words_made_to_be_tried_in_many_ways_are_tried_once(run: str, word: str) -> None:
    # A pattern that could share these letters out among the kana in many ways would never come to an end here.
    assert all(found[2] == run for found in same_names(word, run))


KANA = st.text(alphabet="アオカキクサシジタッツトニハフブプマャラルンー", max_size=12)
LETTERS = st.text(alphabet="abcfhijklmnoprstxyz", max_size=14)


@settings(max_examples=200, derandomize=True)
@given(KANA, LETTERS)
def test_any_run_has_a_spelling(run: str, word: str) -> None:
    assert spelling(run).fullmatch(word) is None or len(word) < 100


@settings(max_examples=100, derandomize=True)
@given(st.text(max_size=40) | LETTERS, st.text(max_size=40) | KANA)
def test_names_stand_where_they_are_said_to(en: str, ja: str) -> None:
    for at, start, run in same_names(en, ja):
        assert en[at].isalpha()
        assert ja.startswith(run, start)
