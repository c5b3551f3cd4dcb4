import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.statement import read
from taiyaku.parity.alignment import Alignment, align

EN, JA = Locale.EN, Locale.JA


def aligned(en: str, ja: str) -> Alignment:
    return align(read(en, EN), read(ja, JA))


def answers(en: str, ja: str) -> list[tuple[str, str]]:
    found = aligned(en, ja)
    return [
        (en[found.en[m].start : found.en[m].end], ja[found.ja[n].start : found.ja[n].end])
        for m, n in sorted(found.in_ja.items())
    ]


@pytest.mark.parametrize(
    ("en", "ja", "pairs"),
    [
        ("Surgery was stopped.", "手術を中止した。", [("Surgery", "手術"), ("stopped", "中止した")]),
        ("The fracture healed.", "骨折が治癒した。", [("fracture", "骨折"), ("healed", "治癒")]),
        ("Sleep improved.", "睡眠が改善した。", [("Sleep", "睡眠"), ("improved", "改善")]),
        (
            "Mortality fell by 25%.",
            "死亡率は25%低下した。",
            [("Mortality", "死亡率"), ("fell", "低下"), ("25%", "25%")],
        ),
        ("Anaemia and nausea", "悪心と貧血", [("Anaemia", "貧血"), ("nausea", "悪心")]),
        ("25% and 30%", "30%と25%", [("25%", "25%"), ("30%", "30%")]),
    ],
)
def test_words_that_say_the_same_answer_to_each_other_wherever_they_stand(
    en: str, ja: str, pairs: list[tuple[str, str]]
) -> None:
    assert answers(en, ja) == pairs


@pytest.mark.parametrize(
    ("en", "ja"),
    [("", ""), ("nurse", ""), ("", "看護師"), ("liver", "腎"), ("25%", "35%"), ("anaemia", "骨折")],
)
def test_what_says_something_else_has_no_answer(en: str, ja: str) -> None:
    assert answers(en, ja) == []


@pytest.mark.parametrize(
    ("en", "ja"),
    [("Doefalimab", "ドエファリマブ"), ("Zoltripan", "ゾルトリパン")],
)
def test_a_name_in_no_table_answers_to_its_spelling(en: str, ja: str) -> None:
    assert answers(f"{en} was given.", f"{ja}を飲んだ。")[0] == (en, ja)


@pytest.mark.parametrize(
    ("en", "ja", "count"),
    [
        ("nurse", "看護師と看護師", 1),
        ("nurse and nurse", "看護師", 1),
        ("nurse and nurse", "看護師と看護師", 2),
        ("reduced and reduced", "減少", 1),
        ("nurse " * 300, "看護師、" * 299, 299),
    ],
)
def test_a_word_answers_to_one_only(en: str, ja: str, count: int) -> None:
    assert len(answers(en, ja)) == count


@pytest.mark.parametrize(
    ("en", "ja"), [("dose therapy", "治療と投与"), ("dose treatment", "投与と治療"), ("therapy dose", "投与と治療")]
)
def test_a_word_leaves_its_answer_to_one_that_has_no_other(en: str, ja: str) -> None:
    assert ("dose", "投与") in answers(en, ja)
    assert len(answers(en, ja)) == 2


@pytest.mark.parametrize(
    ("en", "ja", "certain"),
    [
        ("nurse", "看護師", 1),
        ("nurse and fracture", "骨折と看護師", 2),
        ("nurse and nurse", "看護師と看護師", 0),
        ("nurse", "看護師と看護師", 0),
        ("nurse and nurse", "看護師", 0),
        ("liver", "腎", 0),
    ],
)
def test_certain_is_what_can_be_no_other(en: str, ja: str, certain: int) -> None:
    assert len(aligned(en, ja).certain) == certain


ENGLISH = [
    "nurse",
    "dose",
    "therapy",
    "treatment",
    "given",
    "reduced",
    "fell",
    "drug",
    "liver",
    "25%",
    "anaemia",
    "Doefalimab",
]
JAPANESE = ["看護師", "投与", "治療", "減少", "低下", "薬剤", "肝", "25%", "貧血", "ドエファリマブ", "用量"]
SOME_EN = st.lists(st.sampled_from(ENGLISH), max_size=5).map(", ".join)
SOME_JA = st.lists(st.sampled_from(JAPANESE), max_size=5).map("、".join)


@settings(max_examples=100, derandomize=True)
@given(SOME_EN | st.text(max_size=50), SOME_JA | st.text(max_size=50))
def test_answers_of_any_texts_are_symmetric_and_given_to_one_word_only(en: str, ja: str) -> None:
    found = aligned(en, ja)
    assert {n: m for m, n in found.in_ja.items()} == found.in_en
    assert len(found.in_ja) == len(found.in_en)
    assert all(found.en[m].meanings & found.ja[n].meanings for m, n in found.in_ja.items())


@settings(max_examples=100, derandomize=True)
@given(SOME_EN | st.text(max_size=50), SOME_JA | st.text(max_size=50))
def test_what_is_certain_is_an_answer_and_nothing_else_shares_its_meanings(en: str, ja: str) -> None:
    found = aligned(en, ja)
    for m, n in found.certain:
        assert found.in_ja[m] == n
        assert [k for k, word in enumerate(found.ja) if word.meanings & found.en[m].meanings] == [n]
        assert [k for k, word in enumerate(found.en) if word.meanings & found.ja[n].meanings] == [m]


def most(options: list[set[int]]) -> int:
    """How many words can have an answer of their own, by trying everything."""
    if not options:
        return 0
    first, *rest = options
    return max(most(rest), *(1 + most([each - {answer} for each in rest]) for answer in first), 0)


@settings(max_examples=100, derandomize=True)
@given(SOME_EN, SOME_JA)
def test_as_many_words_as_can_be_have_an_answer(en: str, ja: str) -> None:
    found = aligned(en, ja)
    options = [{n for n, other in enumerate(found.ja) if word.meanings & other.meanings} for word in found.en]
    assert len(found.in_ja) == most(options)
