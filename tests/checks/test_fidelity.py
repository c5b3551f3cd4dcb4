from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from taiyaku.base.locale import Locale
from taiyaku.base.rules import Words, all_rules
from taiyaku.checks import fidelity, set_aside
from taiyaku.checks.fidelity import texts_say_the_same
from taiyaku.content.locate import locate
from taiyaku.content.read import read_project
from taiyaku.model.library import Library
from taiyaku.model.walk import set_asides
from taiyaku.parity.finding import Finding
from tests.checks.told import IN_BOTH, PAGE, SEED, SITE, SOURCE, TERM, TRIAL, WORKS, Edit, Tell, Told, told
from tests.conftest import Files

ADVICE = "  - en: Give iron.\n    ja: 鉄剤を投与する。\n"
GIVEN = f"{SOURCE}:recommendations[0]"
NOTE = f"{SOURCE}:commentary[0]"
CITED_EN, CITED_JA = "compared [@roe-2019].", "記されていない[@roe-2019]"
UNTRANSLATED = "en: This sentence has no translation yet."


@pytest.fixture
def compare(small: Files, edit: Callable[[str, str, str], None]) -> Tell:
    """`compare(edits…)`: what the comparison tells of the edited small project, sorted, and what is set aside left out."""

    def after(*edits: Edit) -> list[Told]:
        for change in edits:
            edit(*change)
        library = read(small)
        return sorted(
            told(problem)
            for problem in set_aside.apply(set_asides(library), texts_say_the_same(library), all_read=True)
        )

    return after


def read(files: Files) -> Library:
    library = read_project(files).library
    assert library is not None
    return library


def advice(en: str, ja: str, *fields: str) -> Edit:
    """The small project's recommendation, with other texts and further fields."""
    return SOURCE, ADVICE, f'  - en: "{en}"\n    ja: "{ja}"\n' + "".join(f"    {field}\n" for field in fields)


def more(rule: str) -> str:
    return f"correct the text that is wrong; 'taiyaku explain {rule}' tells more"


def example(words: Words) -> Edit:
    """An example of the registry as the recommendation, citing works of the small project."""
    known = [words[locale].replace("sartor-2021", "roe-2019").replace("morris-2024", "doe-2020") for locale in Locale]
    return advice(*known)


FAMILIES = [
    "number-differs", "number-missing", "number-added", "date-differs", "unit-differs", "percent-differs", "point-differs",
    "comparator-differs", "sign-differs", "values-swapped", "superscript-lost", "citation-differs", "citation-lost", "name-differs",
    "term-differs", "negation-differs", "direction-differs", "not-reached-differs", "sentence-missing", "sentence-added", "untranslated",
    "style-spacing", "style-width", "style-month", "style-range", "style-punctuation", "style-parentheses", "style-phase",
]  # fmt: skip


@pytest.mark.parametrize("rule", FAMILIES)
def test_bad_texts_say_the_same(compare: Tell, rule: str) -> None:
    bad = all_rules()[rule].bad.pair
    assert bad is not None
    problems = compare(example(bad))
    assert rule in {each[1].removesuffix(" (warning)") for each in problems}
    assert {each[0] for each in problems} <= {f"{GIVEN}.en", f"{GIVEN}.ja"}


@pytest.mark.parametrize("rule", FAMILIES)
def test_good_texts_say_the_same(compare: Tell, rule: str) -> None:
    good = all_rules()[rule].good.pair
    assert good is not None
    assert compare(example(good)) == []


def test_the_small_project_says_the_same_in_both_languages(compare: Tell) -> None:
    assert compare() == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            advice("Give it for 9.3 months.", "9.8か月投与する。"),
            (f"{GIVEN}.en", "number-differs", "'9.3 months' in the English, '9.8か月' in the Japanese", more("number-differs")),
        ),
        (
            advice("Give iron.", "鉄剤を9.8か月投与する。"),
            (f"{GIVEN}.ja", "number-added", "'9.8か月' is not in the English", more("number-added")),
        ),
        (
            advice("Give it for 3 months.", "3ヶ月投与する。"),
            (f"{GIVEN}.ja", "style-month (warning)", "'ヶ月' is not house style", "write か月"),
        ),
    ],
)  # fmt: skip
def test_a_finding_stands_at_the_text_it_is_about_with_the_words_meant(
    compare: Tell, change: Edit, expected: Told
) -> None:
    assert compare(change) == [expected]


@pytest.mark.parametrize(("ja", "line", "column"), [("9.8か月投与する。", 37, 5), ("9.3ヶ月投与する。", 38, 5)])
def test_a_finding_has_the_line_of_its_text(
    small: Files, edit: Callable[[str, str, str], None], ja: str, line: int, column: int
) -> None:
    edit(*advice("Give it for 9.3 months.", ja))
    (problem,) = texts_say_the_same(read(small))
    text = small[PurePosixPath(SOURCE)].decode()
    assert locate(text, problem.at) == (line, column)
    assert text.splitlines()[line - 1][column - 1 :].startswith(f"{problem.at.path[-1]}: ")


TEXTS = "Give the iron   slowly over a long, a very long time.", "鉄剤を投与する。"


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (Finding("a-rule", "it denies", (5, 13)), ("en", "it denies: 'the iron'")),
        (Finding("a-rule", "it denies", None, (3, 5)), ("ja", "it denies: '投与'")),
        (Finding("a-rule", "it denies", (0, 4), (3, 5)), ("en", "it denies: 'Give'")),
        (Finding("a-rule", "it denies", (9, 22)), ("en", "it denies: 'iron slowly'")),
        (Finding("a-rule", "it denies", (0, 53)), ("en", "it denies: 'Give the iron slowly over a long, a ver…'")),
        (Finding("a-rule", "it denies", (3, 3)), ("en", "it denies")),
        (Finding("a-rule", "it denies"), ("en", "it denies")),
        (Finding("a-rule", "'iron' is denied", (5, 13)), ("en", "'iron' is denied")),
    ],
)
def test_the_words_meant_are_quoted_where_the_message_does_not(
    compare: Tell, monkeypatch: pytest.MonkeyPatch, finding: Finding, expected: tuple[str, str]
) -> None:
    found = {TEXTS: [finding]}
    fidelity._comparing.cache_clear()
    monkeypatch.setattr(fidelity, "compare", lambda en, ja, **_: found.get((en, ja), []))
    problems = compare(advice(*TEXTS))
    fidelity._comparing.cache_clear()
    assert problems == [(f"{GIVEN}.{expected[0]}", "a-rule", expected[1], more("a-rule"))]


@pytest.mark.parametrize(("file", "old", "new", "where"), IN_BOTH)
def test_every_text_in_two_languages_is_compared(compare: Tell, file: str, old: str, new: str, where: str) -> None:
    problems = compare((file, old, new.replace("%s", "[@roe-2019]", 1).replace("%s", "")))
    expected = (
        f"{file}:{where}.en",
        "citation-lost",
        "'@roe-2019' is not cited in the Japanese",
        more("citation-lost"),
    )
    assert expected in problems


def test_a_text_that_is_not_translated_yet_is_not_compared(compare: Tell) -> None:
    assert compare((SOURCE, UNTRANSLATED, "en: These 37 are not translated yet [@roe-2019].")) == []


# The layers.


def example_for_lay_readers(words: Words) -> Edit:
    """An example of the registry as the small project's summary for lay readers."""
    texts = "  - en: Iron helped some people with anaemia.\n    ja: 貧血の方の一部に鉄が役立ちました。\n"
    return SOURCE, texts, f"  - en: {words[Locale.EN]}\n    ja: {words[Locale.JA]}\n"


def test_bad_texts_for_lay_readers_are_in_their_style(compare: Tell) -> None:
    bad = all_rules()["style-plain"].bad.pair
    assert bad is not None
    said = "'癌' is the word for clinicians"
    assert compare(example_for_lay_readers(bad)) == [
        (f"{SOURCE}:plain_summary[0].ja", "style-plain (warning)", said, "write がん")
    ]


def test_good_texts_for_lay_readers_are_in_their_style(compare: Tell) -> None:
    good = all_rules()["style-plain"].good.pair
    assert good is not None
    assert compare(example_for_lay_readers(good)) == []


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ((SOURCE, "鉄が役立ちました。", "鉄が役立った。"), f"{SOURCE}:plain_summary[0].ja"),
        (
            (PAGE, "ja: これは試験用のサイトです。", "ja: これは試験用のサイトである。"),
            f"{PAGE}:sections[0].text[0].ja",
        ),
        ((PAGE, "ja: 小さいサイトです。", "ja: 小さいサイトである。"), f"{PAGE}:sections[0].points[0].ja"),
        ((TERM, "血液中のたんぱく質です。", "血液中のたんぱく質である。"), f"{TERM}:definition[0].ja"),
        ((TERM, "ja: 血液の赤い色のもと", "ja: 血液の赤い色のもとである。"), f"{TERM}:plain.ja"),
    ],
)
def test_texts_for_lay_readers_are_those_of_the_plain_layer(compare: Tell, change: Edit, place: str) -> None:
    assert [(each[0], each[1], each[3]) for each in compare(change)] == [
        (place, "style-plain (warning)", "write です・ます style")
    ]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ((SOURCE, "ja: 単群の研究である。", "ja: 単群の研究です。"), f"{SOURCE}:limitations[0].ja"),
        ((WORKS, "範囲が逆になっている。", "範囲が逆になっています。"), f"{WORKS}:roe-2019.as_printed[0].note.ja"),
        ((TRIAL, "題名に試験名が記されている。", "題名に試験名が記されています。"), f"{TRIAL}:references[0].basis.ja"),
        ((SEED, "出版社に帰属する。", "出版社に帰属します。"), f"{SEED}:rights.ja"),
    ],
)
def test_every_other_text_is_for_clinicians(compare: Tell, change: Edit, place: str) -> None:
    assert [(each[0], each[1], each[3]) for each in compare(change)] == [
        (place, "style-plain (warning)", "write である style")
    ]


@pytest.mark.parametrize("ja", ["小さなサイトです。", "小さなサイトである。"])
def test_what_the_site_says_of_itself_may_be_in_either_style(compare: Tell, ja: str) -> None:
    assert compare((SITE, "ja: 一つの要約とそれに属するもの。", f"ja: {ja}")) == []


# Citations.


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((SOURCE, CITED_JA, "記されていない"), (f"{NOTE}.en", "citation-lost", "'@roe-2019' is not cited in the Japanese")),
        ((SOURCE, CITED_EN, "compared."), (f"{NOTE}.ja", "citation-lost", "'@roe-2019' is not cited in the English")),
        ((SOURCE, CITED_EN, "compared [@roe-2019] [@roe-2019]."), (f"{NOTE}.en", "citation-lost", "'@roe-2019' is not cited in the Japanese")),
        ((SOURCE, CITED_EN, "compared [@roe-2019; @doe-2020]."), (f"{NOTE}.en", "citation-lost", "'@doe-2020' is not cited in the Japanese")),
        ((SOURCE, CITED_JA, "記されていない[@doe-2020]"), (f"{NOTE}.en", "citation-differs", "'@roe-2019' in the English, '@doe-2020' in the Japanese")),
    ],
)  # fmt: skip
def test_both_languages_cite_the_same_works(compare: Tell, change: Edit, expected: tuple[str, str, str]) -> None:
    assert compare(change) == [(*expected, more(expected[1]))]


def test_works_may_be_cited_in_another_order(compare: Tell) -> None:
    en = (SOURCE, CITED_EN, "compared [@roe-2019; @doe-2020].")
    assert compare(en, (SOURCE, CITED_JA, "記されていない[@doe-2020][@roe-2019]")) == []


# One fault is told once.


@pytest.mark.parametrize("wrong", ["[@row-2019]", "[@roe-2019 @doe-2020]", "[@roe-2019"])
def test_a_citation_at_fault_itself_is_not_compared(compare: Tell, tell: Tell, wrong: str) -> None:
    change = (SOURCE, CITED_EN, f"compared {wrong}.")
    assert compare(change) == []
    assert [each[0] for each in tell()] == [f"{NOTE}.en"]


FIGURES = "figures: [patients]"


def test_a_figure_told_as_unstated_is_not_told_as_another_number(compare: Tell, tell: Tell) -> None:
    assert compare(advice("Seen in 40.", "41例にみられた。", FIGURES)) == []
    assert [each[:2] for each in tell()] == [(f"{GIVEN}.ja", "figure-unstated")]


def test_what_else_differs_is_told_beside_an_unstated_figure(compare: Tell) -> None:
    problems = compare(advice("Not seen in 40.", "41例にみられた。", FIGURES))
    assert [each[1] for each in problems] == ["negation-differs"]


def test_a_figure_whose_rule_is_set_aside_is_told_as_another_number(compare: Tell) -> None:
    aside = "set_aside: [{rule: figure-unstated, why: A reason.}]"
    problems = compare(advice("Seen in 40.", "41例にみられた。", FIGURES, aside))
    assert (f"{GIVEN}.en", "number-differs") in [each[:2] for each in problems]


def test_a_figure_of_another_document_is_known_too(compare: Tell) -> None:
    summary = (TRIAL, "比較している[@doe-2020]。", "41例で比較している[@doe-2020]。\n    figures: [doe-2020/patients]")
    assert compare(summary, (TRIAL, "FERRO [@doe-2020].", "FERRO in 40 patients [@doe-2020].")) == []


def test_characters_are_told_elsewhere(compare: Tell) -> None:
    assert compare(advice("Give iron.", "鉄剤を投⼊する。")) == []


# Setting aside.


def test_a_rule_that_is_set_aside_is_not_told_there(compare: Tell) -> None:
    aside = "set_aside: [{rule: negation-differs, why: The Japanese says it in other words.}]"
    assert compare(advice("Do not give iron.", "鉄剤を投与する。", aside)) == []


def test_only_the_rule_that_is_named_is_set_aside(compare: Tell) -> None:
    aside = "set_aside: [{rule: term-differs, why: A reason.}]"
    assert [each[:2] for each in compare(advice("Do not give iron.", "鉄剤を投与する。", aside))] == [
        (f"{GIVEN}.en", "negation-differs"),
        (f"{GIVEN}.set_aside[0]", "set-aside-unused (warning)"),
    ]


# The project's own words.

HELMINTHS = "content/glossary/helminths.yaml"
OTHERS = "content/glossary/others.yaml"


def add_term(small: Files, file: str, en: str, ja: str, more_words: str = "") -> None:
    term = f"term: {{en: {en}, ja: {ja}}}\ndefinition: [{{en: It is red., ja: 赤いものです。}}]\n{more_words}verified: false\n"
    small[PurePosixPath(file)] = term.encode()


def test_another_term_of_the_glossary_is_told(small: Files, compare: Tell) -> None:
    add_term(small, HELMINTHS, "red pointer", "赤指標", "also: {en: [RPX], ja: [アカシ]}\n")
    add_term(small, OTHERS, "blue pointer", "青指標")
    (problem,) = compare(advice("Measure the red pointer.", "青指標を測る。"))
    message = "'red pointer' in the English, '青指標' in the Japanese: these are two terms"
    assert problem == (f"{GIVEN}.en", "term-differs", message, more("term-differs"))


@pytest.mark.parametrize("en", ["red pointer", "Red pointers", "RPX"])
@pytest.mark.parametrize("ja", ["赤指標", "アカシ"])
def test_each_approved_wording_faces_each_other_one(small: Files, compare: Tell, en: str, ja: str) -> None:
    add_term(small, HELMINTHS, "red pointer", "赤指標", "also: {en: [RPX], ja: [アカシ]}\n")
    add_term(small, OTHERS, "blue pointer", "青指標")
    assert compare(advice(f"Measure it ({en}).", f"これ（{ja}）を測る。")) == []


def test_a_wording_of_the_glossary_joins_the_shipped_term(small: Files, compare: Tell) -> None:
    change = advice("Overall survival was measured.", "命のながさを測った。")
    other = advice("Progression-free survival was measured.", "命のながさを測った。")
    add_term(small, HELMINTHS, "overall survival", "全生存期間", "also: {en: [], ja: [命のながさ]}\n")
    assert compare(change) == []
    assert [each[1] for each in compare((change[0], change[2], other[2]))] == ["term-differs"]


def test_the_avoided_wording_is_told_by_its_own_rule(compare: Tell, tell: Tell) -> None:
    assert compare((SOURCE, "Haemoglobin was low;", "Hemoglobin was low;")) == []
    assert [each[1] for each in tell()] == ["term-avoided"]


def test_a_term_does_not_vouch_for_itself(compare: Tell) -> None:
    assert [
        each[:2] for each in compare((TERM, "{en: haemoglobin, ja: ヘモグロビン}", "{en: haemoglobin, ja: 白血球}"))
    ] == [(f"{TERM}:term.en", "term-differs")]


def test_a_seed_has_no_sentences_and_is_compared_too(compare: Tell) -> None:
    change = (
        SEED,
        "{en: The publisher's., ja: 出版社に帰属する。}",
        "{en: The publisher's., ja: 出版社には帰属しない。}",
    )
    assert [each[:2] for each in compare(change)] == [(f"{SEED}:rights.ja", "negation-differs")]
