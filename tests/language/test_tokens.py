from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.equivalents import stem
from taiyaku.language.statement import read
from taiyaku.language.tokens import Token, tokens

EN, JA = Locale.EN, Locale.JA


def words(text: str, locale: Locale) -> list[str]:
    return [text[token.start : token.end] for token in tokens(read(text, locale))]


def meanings(text: str, locale: Locale) -> set[str]:
    return set[str]().union(*(token.meanings for token in tokens(read(text, locale))))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The nurse drew blood.", ["nurse", "drew", "blood"]),
        ("Severe anaemia and nausea were more frequent.", ["Severe", "anaemia", "nausea", "frequent"]),
        ("Aspirin reduced mortality by 25%.", ["Aspirin", "reduced", "mortality", "25%"]),
        ("It was recommended.", ["recommended"]),
    ],
)
def test_the_telling_words_of_an_english_text_are_told_in_order(text: str, told: list[str]) -> None:
    assert words(text, EN) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("看護師が採血した。", ["看護師", "採血"]),
        ("死亡が25%減少した。", ["死亡", "25%", "減少"]),
        ("アスピリンは死亡率を低下させた。", ["アスピリン", "死亡率", "低下"]),
        ("それが推奨された。", ["推奨"]),
    ],
)
def test_the_telling_words_of_a_japanese_text_are_told_in_order(text: str, told: list[str]) -> None:
    assert words(text, JA) == told


@pytest.mark.parametrize(
    ("text", "locale"),
    [("", EN), ("", JA), ("the of in to", EN), ("患者の群", JA), ("これは、それである。", JA), ("(–) ...", EN)],
)
def test_grammar_and_words_of_every_text_tell_nothing(text: str, locale: Locale) -> None:
    assert words(text, locale) == []


@pytest.mark.parametrize(("text", "locale"), [("[@doe-2020]", EN), ("[@doe-2020; @roe-2021]", JA)])
def test_a_citation_is_no_word(text: str, locale: Locale) -> None:
    assert words(text, locale) == []


@pytest.mark.parametrize(
    ("text", "locale", "term"),
    [
        ("177Lu-PSMA-617 was given.", EN, "177Lu-PSMA-617"),
        ("It lowers overall survival.", EN, "overall survival"),
        ("全生存期間を延長した。", JA, "全生存期間"),
        ("副腎皮質ステロイドを用いた。", JA, "副腎皮質ステロイド"),
    ],
)
def test_a_term_of_several_words_is_one(text: str, locale: Locale, term: str) -> None:
    assert term in words(text, locale)


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("anaemia", "貧血"),
        ("overall survival", "全生存期間"),
        ("25%", "25%"),
        ("7.4 GBq", "7.4 GBq"),
        ("recommended", "推奨"),
        ("nurse", "看護師"),
        ("fracture", "骨折"),
        ("withdrew", "中止"),
        ("decreased", "減少"),
        ("breathlessness", "息苦しさ"),
    ],
)
def test_words_that_say_the_same_share_a_meaning(en: str, ja: str) -> None:
    assert meanings(en, EN) & meanings(ja, JA)


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("anaemia", "悪心"),
        ("25%", "35%"),
        ("nurse", "骨折"),
        ("surgery", "貧血"),
        ("increased", "減少"),
        ("liver", "腎"),
    ],
)
def test_others_share_none(en: str, ja: str) -> None:
    assert not meanings(en, EN) & meanings(ja, JA)


@pytest.mark.parametrize(("text", "number"), [("24 months", "#24"), ("25% of them", "#25"), ("7.4 GBq", "#7.4")])
def test_a_number_is_a_meaning_of_its_word(text: str, number: str) -> None:
    assert number in meanings(text, EN)


@pytest.mark.parametrize("text", ["two doses", "3 doses", "10 doses"])
def test_but_a_small_one_may_be_left_to_the_grammar(text: str) -> None:
    assert not any(meaning.startswith("#") for meaning in meanings(text, EN))


@pytest.mark.parametrize(("text", "locale"), [("a decrease", EN), ("it fell", EN), ("減少", JA), ("低下", JA)])
def test_a_word_of_a_direction_has_it_as_a_meaning(text: str, locale: Locale) -> None:
    assert "amount:down" in meanings(text, locale)


@pytest.mark.parametrize("text", ["Anaemia", "ANAEMIA", "anaemia"])
def test_capitals_mean_the_same(text: str) -> None:
    assert meanings(text, EN) == meanings("anaemia", EN)


def test_a_word_of_the_dictionary_means_its_stem() -> None:
    assert {stem("breakfast")} <= meanings("breakfast", EN) & meanings("朝食", JA)


@pytest.mark.parametrize("text", ["PSMA", "ZQX"])
def test_latin_letters_in_japanese_mean_what_they_are(text: str) -> None:
    assert meanings(f"{text}を用いた。", JA) & meanings(text, EN)


PIECES = [
    "anaemia",
    "reduced",
    "recommended ",
    "25% ",
    "7.4 GBq",
    "the",
    "[@doe]",
    ", ",
    "貧血",
    "減少",
    "推奨",
    "が",
    "少なく",
    "25%",
    "看護師",
    "アスピリン",
    "。",
    "İ",
]
TEXTS = st.text(max_size=50) | st.lists(st.sampled_from(PIECES), max_size=10).map("".join)


def told(text: str, locale: Locale) -> list[Token]:
    return tokens(read(text, locale))


@settings(max_examples=120, derandomize=True)
@given(TEXTS, st.sampled_from(Locale))
def test_words_of_any_text_lie_in_it_in_order_and_mean_something(text: str, locale: Locale) -> None:
    found = told(text, locale)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(one.start < other.start for one, other in pairwise(found))
    assert all(token.meanings for token in found)


@settings(max_examples=60, derandomize=True)
@given(TEXTS, st.sampled_from(Locale))
def test_a_text_read_again_tells_the_same(text: str, locale: Locale) -> None:
    statement = read(text, locale)
    assert tokens(statement) == tokens(statement)
