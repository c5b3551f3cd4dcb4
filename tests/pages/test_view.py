from taiyaku.base.locale import Locale
from taiyaku.model.pair import Label, Pair
from taiyaku.pages.view import Text, coverage, facing, pick

EN, JA = Locale.EN, Locale.JA
BOTH, ONLY_EN = Label(en="Survival", ja="生存"), Label(en="Survival")


def test_a_label_is_shown_in_the_language_of_the_page() -> None:
    assert pick(BOTH, JA) == Text("生存", JA)


def test_a_missing_translation_is_shown_in_the_other_language_and_marked() -> None:
    assert pick(ONLY_EN, JA) == Text("Survival", EN, missing=True)


def test_facing_text_is_never_the_other_language() -> None:
    assert facing(ONLY_EN, JA) is None


def test_a_page_is_announced_where_its_title_and_half_of_its_sentences_are_translated() -> None:
    half = [Pair(en="a", ja="あ"), Pair(en="b")]
    assert coverage(BOTH, half) == (EN, JA)
    assert coverage(BOTH, [*half, Pair(en="c")]) == (EN,)
    assert coverage(ONLY_EN, half) == (EN,)
