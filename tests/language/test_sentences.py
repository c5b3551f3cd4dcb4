import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.folding import fold
from taiyaku.language.sentences import sentences

EN, JA = Locale.EN, Locale.JA


def parts(text: str, locale: Locale) -> list[str]:
    return [text[start:end].strip() for start, end in sentences(text, locale)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Is it? It is! Good.", ["Is it?", "It is!", "Good."]),
        ("It rose. 48 died.", ["It rose.", "48 died."]),
        ("It helps [@doe-2020]. It harms.", ["It helps [@doe-2020].", "It harms."]),
        ("It helps.[@doe-2020] It harms.", ["It helps.[@doe-2020]", "It harms."]),
        ("He said “yes.” She left.", ["He said “yes.”", "She left."]),
        ("It was 9.3 months.", ["It was 9.3 months."]),
        ("P = .05 was used.", ["P = .05 was used."]),
        ("Placebo vs. Aspirin was compared.", ["Placebo vs. Aspirin was compared."]),
        ("See Fig. 3 and No. 4.", ["See Fig. 3 and No. 4."]),
        ("Drugs (e.g. Aspirin) help.", ["Drugs (e.g. Aspirin) help."]),
        ("Smith et al. Reported it.", ["Smith et al. Reported it."]),
        ("By J. Smith.", ["By J. Smith."]),
        ("Background", ["Background"]),
    ],
)
def test_english_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert parts(text, EN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一つ。二つ。", ["一つ。", "二つ。"]),
        ("有効か？有効である！よい。", ["有効か？", "有効である！", "よい。"]),
        ("有効である[@doe-2020]。有害である。", ["有効である[@doe-2020]。", "有害である。"]),
        ("有効である。[@doe-2020]有害である。", ["有効である。[@doe-2020]", "有害である。"]),
        ("（有効である。）有害である。", ["（有効である。）", "有害である。"]),
        ("9.3か月であった。", ["9.3か月であった。"]),
        ("背景", ["背景"]),
    ],
)
def test_japanese_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert parts(text, JA) == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
@pytest.mark.parametrize("locale", [EN, JA])
def test_nothing_holds_no_sentence(text: str, locale: Locale) -> None:
    assert sentences(text, locale) == []


TEXTS = st.text(max_size=60) | st.text(alphabet="Aa1 .!?。」）)[@-]\n語", max_size=40)


@settings(max_examples=200, derandomize=True)
@given(TEXTS, st.sampled_from(Locale))
def test_sentences_cover_all_that_is_written_one_after_the_other(text: str, locale: Locale) -> None:
    folded = fold(text)
    spans = sentences(folded, locale)
    starts = [*(start for start, _ in spans), len(folded)]
    ends = [0, *(end for _, end in spans)]
    assert all(start < end <= len(folded) for start, end in spans)
    assert [folded[end:start].strip() for end, start in zip(ends, starts, strict=True)] == [""] * len(starts)
