import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.phrases import phrases, spelled_out

EN, JA = Locale.EN, Locale.JA


def found(wordings: str, text: str, locale: Locale) -> list[str]:
    """The text of each phrase found; each wording means itself."""
    finder = phrases(((wording, wording.replace(" ", "_")) for wording in wordings.split(" | ")), locale)
    return [text[phrase.start : phrase.end] for phrase in finder.find(text)]


@pytest.mark.parametrize(
    ("wording", "spellings"),
    [
        ("low", ["low"]),
        ("low{er,ers}", ["lower", "lowers"]),
        ("increas{e,es,ed}", ["increase", "increases", "increased"]),
        ("sign{s,}", ["signs", "sign"]),
        ("{a,b}{1,2}", ["a1", "a2", "b1", "b2"]),
        ("減少{した,する}", ["減少した", "減少する"]),
    ],
)
def test_braces_stand_for_every_choice(wording: str, spellings: list[str]) -> None:
    assert list(spelled_out(wording)) == spellings


def test_a_phrase_tells_its_meaning_and_place() -> None:
    [phrase] = phrases([("overall survival", "os")], EN).find("The Overall Survival was short.")
    assert (phrase.meaning, phrase.start, phrase.end) == ("os", 4, 20)
    [phrase] = phrases([("全生存期間", "os")], JA).find("その全生存期間は")
    assert (phrase.meaning, phrase.start, phrase.end) == ("os", 2, 7)


def test_a_wording_given_twice_has_both_meanings() -> None:
    [phrase] = phrases([("control", "arm"), ("control", "restrain")], EN).find("control")
    assert phrase.meaning == "arm restrain"


@pytest.mark.parametrize(
    ("wordings", "text", "longest"),
    [
        ("survival | overall survival", "overall survival and survival", ["overall survival", "survival"]),
        ("not | not only", "not only", ["not only"]),
        ("blood | blood pressure test", "blood pressure", ["blood"]),
    ],
)
def test_the_longest_that_fits_is_found(wordings: str, text: str, longest: list[str]) -> None:
    assert found(wordings, text, EN) == longest


def test_the_longest_that_fits_is_found_in_japanese() -> None:
    assert found("生存期間 | 全生存期間 | 全", "全生存期間と生存期間、全", JA) == ["全生存期間", "生存期間", "全"]


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("follow up", "follow-up"),
        ("follow-up", "follow up"),
        ("adverse event", "adverse events"),
        ("therapies", "therapy"),
        ("mass", "masses"),
        ("drug", "DRUGS"),
        ("don't", "don't"),
        ("≥", "a ≥ b"),
    ],
)
def test_hyphens_plurals_and_capitals_make_no_other_phrase(wording: str, text: str) -> None:
    assert len(found(wording, text, EN)) == 1


@pytest.mark.parametrize(
    ("wording", "text"),
    [("art", "part"), ("rise", "arise"), ("PSA", "psa"), ("PSA", "PsA")],
)
def test_parts_of_words_and_other_capitals_are_no_phrase(wording: str, text: str) -> None:
    assert found(wording, text, EN) == []


def test_a_small_letter_tells_an_abbreviation_from_another() -> None:
    assert found("mCi", "MCI", EN) == []


@pytest.mark.parametrize(
    ("wording", "text"), [("PSA", "PSA"), ("hepatitis B", "Hepatitis B"), ("hepatitis B", "hepatitis B")]
)
def test_capitals_are_asked_for_only_where_a_wording_has_them(wording: str, text: str) -> None:
    assert found(wording, text, EN) == [text]


@pytest.mark.parametrize(
    ("wording", "text"),
    [
        ("ヘモグロビン", "オキシヘモグロビン"),
        ("サイクル", "サイクルー"),
        ("PSA", "PSAD値"),
        ("OS", "HOST"),
        ("CT", "PETCT"),
    ],
)
def test_a_run_of_katakana_or_latin_letters_is_not_cut(wording: str, text: str) -> None:
    assert found(wording, text, JA) == []


@pytest.mark.parametrize(
    ("wording", "text"),
    [("貧血", "重度貧血症"), ("ヘモグロビン", "総ヘモグロビン値"), ("PSA", "血清PSA値"), ("癌", "癌")],
)
def test_a_japanese_phrase_needs_no_spaces(wording: str, text: str) -> None:
    assert found(wording, text, JA) == [wording]


@pytest.mark.parametrize("locale", [EN, JA])
def test_without_phrases_nothing_is_found(locale: Locale) -> None:
    assert phrases([], locale).find("anything 何か") == []


WORDINGS = st.lists(
    st.text(alphabet="abAs -ァー語", min_size=1, max_size=5).filter(lambda w: bool(w.strip(" -"))), max_size=5
)


@settings(max_examples=100, derandomize=True)
@given(WORDINGS, st.text(alphabet="abAs -ァー語。'İ", max_size=30), st.sampled_from(Locale))
def test_phrases_are_in_order_and_none_within_another(wordings: list[str], text: str, locale: Locale) -> None:
    hits = phrases(((wording, "x") for wording in wordings), locale).find(text)
    ends = [0, *(hit.end for hit in hits)]
    assert all(end <= hit.start < hit.end <= len(text) for end, hit in zip(ends, hits, strict=False))
