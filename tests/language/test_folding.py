import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.language.folding import fold, lower, plain_digits


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＰＳＡ　９．３％", "PSA 9.3%"),
        ("（ａ）", "(a)"),
        ("4〜6、4～6、4∼6", "4~6、4~6、4~6"),
        ("−3", "-3"),
        ("non‑small", "non-small"),
        ("4–6 4—6 4‒6", "4–6 4–6 4–6"),
        ("≧50 ≦3 ⩾5 ⩽5", "≥50 ≤3 ≥5 ≤5"),
        ("5\u00a0mg", "5 mg"),
        ("1\u202f000", "1\u2009000"),
        ("\u00b5g", "μg"),
        ("1⁄2", "1/2"),
        ("don’t", "don't"),
        ("𝑃 < 0.05", "P < 0.05"),
    ],
)
def test_what_means_the_same_is_written_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["", "10⁹/L", "¹⁷⁷Lu", "① ㎎ ﾃﾞｰﾀ", "全生存期間は、9.3か月。", "カタカナー"])
def test_what_means_something_else_stays(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("text", "small"),
    [("PSMA-617", "psma-617"), ("İstanbul", "İstanbul"), ("ÉΑ", "ÉΑ"), ("ＰＳＡ", "ＰＳＡ"), ("ß", "ß")],
)
def test_only_latin_capitals_become_small(text: str, small: str) -> None:
    assert lower(text) == small


@pytest.mark.parametrize(
    ("raised", "plain"), [("⁹", "9"), ("⁻⁹", "-9"), ("¹²", "12"), ("⁰³⁴⁵⁶⁷⁸", "0345678"), ("a9", "a9")]
)
def test_superscripts_become_ordinary_digits(raised: str, plain: str) -> None:
    assert plain_digits(raised) == plain


@settings(max_examples=200, derandomize=True)
@given(st.text())
def test_positions_stay_true(text: str) -> None:
    assert len(fold(text)) == len(lower(text)) == len(plain_digits(text)) == len(text)


@settings(max_examples=200, derandomize=True)
@given(st.text() | st.text(alphabet="Ａ−‐—〜～≦⩾’　\u00b5⁄", max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
