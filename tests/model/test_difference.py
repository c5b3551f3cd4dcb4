import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.model.difference import Fate, difference, words

TEXTS = st.text(st.sampled_from("a b1.9/-,かナ全生　\n々"), max_size=30)


def marked(old: str, new: str) -> str:
    marks = {Fate.SAME: "{}", Fate.REMOVED: "[-{}-]", Fate.ADDED: "{{+{}+}}"}
    return "".join(marks[s.fate].format(s.text) for s in difference(old, new))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Of 40, 12/40 (9.3 months)", ["Of", " ", "40", ",", " ", "12/40", " ", "(", "9.3", " ", "months", ")"]),
        ("follow-up of PSMA-617", ["follow-up", " ", "of", " ", "PSMA-617"]),
        ("PSAが50%低下した", ["PSA", "が", "50", "%", "低", "下", "した"]),
        ("中央値はグレード3", ["中", "央", "値", "は", "グレード", "3"]),
        ("人々、3〜6", ["人", "々", "、", "3", "〜", "6"]),
    ],
)
def test_words_and_figures_are_whole_and_kanji_stand_alone(text: str, pieces: list[str]) -> None:
    assert words(text) == pieces


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Median 9.3 months", "Median 9.4 months", "Median [-9.3-]{+9.4+} months"),
        ("12/40 responded", "13/40 responded", "[-12/40-]{+13/40+} responded"),
        ("It was not seen.", "It was seen.", "It was [-not -]seen."),
        ("a big red house", "a small blue house", "a [-big red-]{+small blue+} house"),
        ("全生存期間の中央値", "無増悪生存期間の中央値", "[-全-]{+無増悪+}生存期間の中央値"),
        ("差がみられた。", "差がみられなかった。", "差[-がみられた-]{+がみられなかった+}。"),
        ("", "New.", "{+New.+}"),
        ("Gone.", "", "[-Gone.-]"),
        ("As it was.", "As it was.", "As it was."),
    ],
)  # fmt: skip
def test_what_changed_is_marked_word_by_word(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


@given(TEXTS, TEXTS)
def test_a_difference_holds_both_texts_whole(old: str, new: str) -> None:
    segments = difference(old, new)
    assert "".join(s.text for s in segments if s.fate is not Fate.ADDED) == old
    assert "".join(s.text for s in segments if s.fate is not Fate.REMOVED) == new
    assert all(s.text for s in segments)


@given(TEXTS)
def test_equal_texts_have_no_difference(text: str) -> None:
    assert {s.fate for s in difference(text, text)} <= {Fate.SAME}
