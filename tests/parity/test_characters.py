import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.statement import read
from taiyaku.parity.characters import unsound
from taiyaku.parity.finding import Finding

EN, JA = Locale.EN, Locale.JA


def found(en: str, ja: str) -> list[Finding]:
    return list(unsound(read(en, EN), read(ja, JA)))


def test_sound_texts_are_left_alone() -> None:
    assert found("TGF-β, 10⁹/L, ①, ¹⁷⁷Lu, “quoted” – ≥ 50%", "全生存期間は、10⁹/L（95% CI）、①〜③であった。") == []


@pytest.mark.parametrize(
    "wrong",
    ["⽴", "ｱ", "\u200b", "\xad", "\ufffd", "\u2ea0"],
)
def test_an_unsound_character_is_told_in_the_language_where_it_stands(wrong: str) -> None:
    [finding] = found(f"It was {wrong} high.", "高い。")
    assert (finding.rule, finding.en, finding.ja) == ("character-unsound", (7, 8), None)
    [finding] = found("It was high.", f"高{wrong}い。")
    assert (finding.rule, finding.en, finding.ja) == ("character-unsound", None, (1, 2))


def test_the_message_names_the_character_and_the_hint_what_to_write() -> None:
    [finding] = found("", "⽴つ")
    assert finding.message == "U+2F74 KANGXI RADICAL STAND stands in the text"
    assert finding.hint == "write '立'"


def test_a_character_is_told_once_in_a_text_where_it_stands_first() -> None:
    [finding] = found("", "全⽴⽴⽴")
    assert finding.ja == (1, 2)


def test_letters_of_another_script_and_voicing_marks_are_told() -> None:
    assert [finding.en for finding in found("\u0420SMA was", "")] == [(0, 1)]
    assert [finding.ja for finding in found("", "はか\u3099ん")] == [(1, 3)]


@settings(max_examples=100, derandomize=True)
@given(st.text(max_size=40), st.text(max_size=40))
def test_every_span_holds_the_character_that_is_meant(en: str, ja: str) -> None:
    for finding in found(en, ja):
        text, span = (en, finding.en) if finding.en else (ja, finding.ja)
        assert span is not None
        assert 0 <= span[0] < span[1] <= len(text)
