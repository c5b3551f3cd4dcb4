import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.statement import read
from taiyaku.parity.step import in_step

EN, JA = Locale.EN, Locale.JA


def step(en: str, ja: str) -> bool:
    return in_step(read(en, EN), read(ja, JA))


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("The drug works. It harms the liver.", "この薬は有効である。肝臓に障害を来す。"),
        ("It rose by 3 points. It fell by 4 points. It stayed.", "3点上昇した。4点低下した。維持された。"),
    ],
)
def test_sentences_of_like_length_face_each_other(en: str, ja: str) -> None:
    assert step(en, ja)


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("The drug works.", "この薬は有効である。"),
        ("The drug works. It harms the liver.", "この薬は有効であるが、肝臓に障害を来す。"),
        ("The drug works.", "この薬は有効である。肝臓に障害を来す。"),
        (
            "No. The drug did not improve survival, and it harmed the liver of many patients.",
            "この薬は全生存期間を延長せず、多くの患者で肝臓に障害を来した。以上。",
        ),
    ],
)
def test_one_sentence_other_numbers_and_other_lengths_do_not(en: str, ja: str) -> None:
    assert not step(en, ja)


TEXTS = st.text(alphabet="ab A.。 語", max_size=40)


@settings(max_examples=100, derandomize=True)
@given(TEXTS, TEXTS)
def test_only_equal_numbers_of_sentences_are_in_step(en: str, ja: str) -> None:
    one, other = read(en, EN), read(ja, JA)
    assert not in_step(one, other) or len(one.sentences) == len(other.sentences)
