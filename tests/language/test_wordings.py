import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.wordings import WordingIndex
from tests.language.wordings_pattern import wordings_pattern

EN, JA = Locale.EN, Locale.JA


def mentions(wordings: str, text: str, locale: Locale) -> list[str]:
    """The wordings of a list that a text mentions; each owns itself."""
    return list(WordingIndex({word: word for word in wordings.split(" | ")}, locale).mentions(text))


@pytest.mark.parametrize(
    ("wordings", "text", "mentioned"),
    [
        ("survival | overall survival", "Overall survival and survival.", ["overall survival", "survival"]),
        ("PSA | PSA response", "PSA response by PSA", ["PSA response", "PSA"]),
        ("PSMA | 177Lu-PSMA", "177Lu-PSMA", ["177Lu-PSMA"]),
    ],
)
def test_the_longest_wording_is_found_first(wordings: str, text: str, mentioned: list[str]) -> None:
    assert mentions(wordings, text, EN) == mentioned


def test_the_longest_wording_is_found_first_in_japanese() -> None:
    assert mentions("生存期間 | 全生存期間", "全生存期間と生存期間", JA) == ["全生存期間", "生存期間"]


@pytest.mark.parametrize(
    "text", ["survivals", "presurvival", "survival-free", "non-survival", "survival2", "2survival"]
)
def test_an_english_wording_is_whole_words(text: str) -> None:
    assert mentions("survival", text, EN) == []


@pytest.mark.parametrize("text", ["survival", "(survival)", "survival.", "survival, then", "“survival”", "*survival*"])
def test_punctuation_may_stand_beside_an_english_wording(text: str) -> None:
    assert mentions("survival", text, EN) == ["survival"]


@pytest.mark.parametrize("text", ["Bone scan", "bone scan", "BONE SCAN"])
def test_a_wording_in_small_letters_is_found_in_any_case(text: str) -> None:
    assert mentions("bone scan", text, EN) == ["bone scan"]


@pytest.mark.parametrize(
    ("wording", "text"), [("CARD", "a card"), ("CARD", "Card"), ("TheraP", "therap"), ("Hb", "HB")]
)
def test_a_wording_with_capitals_is_found_as_written(wording: str, text: str) -> None:
    assert mentions(wording, text, EN) == []
    assert mentions(wording, f"{wording} {text}", EN) == [wording]


def test_a_wording_at_the_beginning_of_a_sentence_has_its_owner() -> None:
    index = WordingIndex({"bone scan": "glossary/bone-scan"}, EN)
    assert index.owner("Bone scan") == index.owner("bone scan") == "glossary/bone-scan"


def test_a_name_and_a_word_that_differ_in_capitals_have_their_own_owners() -> None:
    index = WordingIndex({"VISION": "trials/vision", "vision": "glossary/vision"}, EN)
    assert list(index.mentions("Vision, VISION, vision")) == ["glossary/vision", "trials/vision", "glossary/vision"]


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("貧血", "重度貧血症"),
        ("ヘモグロビン", "ヘモグロビンは低い"),
        ("ヘモグロビン", "総ヘモグロビン値"),
        ("PSA", "血清PSA値"),
        ("PSA", "PSAの低下"),
        ("がん", "前立腺がんの"),
        ("アクチニウム-225", "アクチニウム-225を"),
    ],
)
def test_a_japanese_wording_needs_no_spaces(wording: str, text: str) -> None:
    assert mentions(wording, text, JA) == [wording]


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("ヘモグロビン", "ヘモグロビンエー"),
        ("ヘモグロビン", "オキシヘモグロビン"),
        ("サイクル", "サイクルー"),
        ("リガンド", "ーリガンド"),
        ("PSA", "PSAD値"),
        ("PSA", "fPSA値"),
        ("PSMA", "177Lu-PSMA療法"),
        ("PET検査", "SPET検査"),
    ],
)
def test_a_run_of_katakana_or_latin_letters_is_not_cut(wording: str, text: str) -> None:
    assert mentions(wording, text, JA) == []


def test_katakana_runs_end_at_a_middle_dot() -> None:
    assert mentions("カプラン", "カプラン・マイヤー法", JA) == ["カプラン"]


def test_japanese_wordings_are_found_as_written() -> None:
    assert mentions("psma", "PSMA", JA) == []


@pytest.mark.parametrize(("wording", "text"), [("PSA (total)", "PSA (total)"), ("P value", "P value"), ("a.b", "a.b")])
def test_signs_in_a_wording_are_no_pattern(wording: str, text: str) -> None:
    assert mentions(wording, text, EN) == [wording]
    assert mentions(wording, text.replace("(", "").replace(" ", "").replace(".", "x"), EN) == []


@pytest.mark.parametrize("locale", [EN, JA])
def test_without_wordings_nothing_is_found(locale: Locale) -> None:
    assert list(WordingIndex({}, locale).mentions("anything 何か")) == []


@pytest.mark.parametrize("text", ["diſease", "dısease", "DİSEASE", "\u212aidney"])
def test_letters_that_only_fold_to_a_wording_do_no_harm(text: str) -> None:
    assert set(mentions("disease | kidney", text, EN)) <= {"disease", "kidney"}


@settings(max_examples=300, derandomize=True)
@given(
    st.lists(st.text(alphabet="abAB-ァー語 ", min_size=1, max_size=4).filter(str.strip), max_size=6),
    st.text(alphabet="abABc-ァーイ語 。", max_size=30),
    st.sampled_from([EN, JA]),
)
def test_what_is_found_is_what_the_pattern_finds(wordings: list[str], text: str, locale: Locale) -> None:
    owned = {wording: f"glossary/{wording}" for wording in wordings}
    found = WordingIndex(owned, locale).found(text)
    assert [(each.start, each.end) for each in found] == [
        match.span() for match in wordings_pattern(wordings, locale).finditer(text)
    ]
    assert all(text[each.start : each.end].lower() == each.owner.removeprefix("glossary/").lower() for each in found)
