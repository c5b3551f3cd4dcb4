import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.acts import acts

EN, JA = Locale.EN, Locale.JA


def names(text: str, locale: Locale) -> set[str]:
    return {name for act in acts(text, locale) for name in act.names}


@pytest.mark.parametrize(
    ("act", "en", "ja"),
    [
        ("recommend", "Aspirin was recommended.", "アスピリンが推奨された。"),
        ("differ", "The groups did not differ.", "両群に差は認められなかった。"),
        ("observe", "Nausea was observed.", "悪心が観察された。"),
        ("compare", "Both arms were compared.", "両群を比較した。"),
        ("confirm", "A biopsy confirmed it.", "生検で確認された。"),
        ("conclude", "They concluded this.", "そのように結論した。"),
    ],
)
def test_an_act_has_the_same_name_in_both_languages(act: str, en: str, ja: str) -> None:
    assert act in names(en, EN)
    assert act in names(ja, JA)


def test_an_act_tells_where_its_wording_stands() -> None:
    [act] = acts("It was recommended.", EN)
    assert (act.start, act.end) == (7, 18)
    [act] = acts("それを推奨する。", JA)
    assert (act.start, act.end) == (3, 5)


def test_a_wording_that_may_stand_for_several_acts_has_all_their_names() -> None:
    [act] = acts("所見が認められた。", JA)[1:]
    assert {"observe", "find"} <= act.names


def test_acts_are_told_in_order() -> None:
    found = acts("It was compared, then recommended.", EN)
    assert ["compare" in found[0].names, "recommend" in found[-1].names] == [True, True]


@pytest.mark.parametrize("text", ["recommend", "Recommended", "RECOMMENDING", "recommendations"])
def test_every_form_of_a_word_is_the_same_act(text: str) -> None:
    assert "recommend" in names(text, EN)


@pytest.mark.parametrize(("text", "locale"), [("", EN), ("", JA), ("177Lu 50%", EN), ("PSMA-617、50%", JA)])
def test_a_text_without_a_predicate_has_no_act(text: str, locale: Locale) -> None:
    assert acts(text, locale) == ()


@pytest.mark.parametrize(("text", "locale"), [("推奨", EN), ("recommended", JA)])
def test_each_language_has_its_own_wordings(text: str, locale: Locale) -> None:
    assert acts(text, locale) == ()


@settings(max_examples=100, derandomize=True)
@given(st.text(max_size=60) | st.text(alphabet="推奨差認められrecomnd -。", max_size=40), st.sampled_from(Locale))
def test_acts_of_any_text_stand_in_it_one_after_the_other(text: str, locale: Locale) -> None:
    found = acts(text, locale)
    ends = [0, *(act.end for act in found)]
    assert all(end <= act.start < act.end <= len(text) for end, act in zip(ends, found, strict=False))
    assert all(act.names for act in found)
