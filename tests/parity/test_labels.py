import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.statement import read
from taiyaku.parity.labels import Label, Scene, anchors

EN, JA = Locale.EN, Locale.JA


def labels(text: str, locale: Locale, first: int = 0, second: int = 1) -> tuple[Label, Label]:
    """The labels of two quantities of a text, by their places in it."""
    statement = read(text, locale)
    return Scene(statement, anchors(statement)).labels(statement.quantities[first], statement.quantities[second])


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("It was 46% with placebo and 30% with aspirin.", EN),
        ("Placebo: 46%; aspirin: 30%.", EN),
        ("Placebo (46%) and aspirin (30%)", EN),
        ("For placebo and aspirin, rates were 46% and 30%, respectively.", EN),
        ("Placebo versus aspirin: 46% versus 30%.", EN),
        ("プラセボ群で46%、アスピリン群で30%であった。", JA),
        ("プラセボ群（46%）、アスピリン群（30%）", JA),
        ("プラセボ群と、アスピリン群で、それぞれ46%、30%であった。", JA),
        ("プラセボ群46%に対し、アスピリン群は30%であった。", JA),
    ],
)
def test_a_value_belongs_to_what_is_named_beside_it(text: str, locale: Locale) -> None:
    first, second = labels(text, locale)
    assert "placebo" in first.names
    assert "aspirin" in second.names
    assert not {"placebo", "aspirin"} & (first.names & second.names)


def test_what_belongs_to_both_is_left_out() -> None:
    first, second = labels("With aspirin it was 46% with placebo and with aspirin 30%.", EN)
    assert not first.names & second.names


@pytest.mark.parametrize(
    ("text", "locale", "roles"),
    [
        ("It fell from 40 to 12 ng/mL.", EN, ("from", "to")),
        ("40から12 ng/mLに低下した。", JA, ("from", "to")),
        ("It was 15 mg versus 11 mg.", EN, ("", "reference")),
        ("11 mgに対し15 mgであった。", JA, ("reference", "")),
        ("It was 15 mg and 11 mg.", EN, ("", "")),
        ("15 mgと11 mgであった。", JA, ("", "")),
    ],
)
def test_a_value_has_its_part_in_a_comparison(text: str, locale: Locale, roles: tuple[str, str]) -> None:
    assert tuple(label.role for label in labels(text, locale)) == roles


@pytest.mark.parametrize(
    ("text", "locale", "is_listed"),
    [
        ("With placebo and aspirin it was 46% and 30%, respectively.", EN, True),
        ("プラセボ群とアスピリン群でそれぞれ46%、30%であった。", JA, True),
        ("It was 46% with placebo and 30% with aspirin.", EN, False),
        ("プラセボ群で46%、アスピリン群で30%であった。", JA, False),
    ],
)
def test_a_row_of_values_is_known(text: str, locale: Locale, is_listed: bool) -> None:  # noqa: FBT001  # a column
    assert [label.is_listed for label in labels(text, locale)] == [is_listed, is_listed]


def test_names_known_by_the_other_text_only_are_named_too() -> None:
    statement = read("It was 46% with zorbinib and 30% with blipinib.", EN)
    scene = Scene(statement, anchors(statement, [(16, "~ゾルビニブ"), (38, "~ブリピニブ")]))
    first, second = scene.labels(*statement.quantities)
    assert "~ゾルビニブ" in first.names
    assert "~ブリピニブ" in second.names


def test_names_before_a_value_are_told_nearest_last() -> None:
    statement = read("With placebo and aspirin it was 46%.", EN)
    assert Scene(statement, anchors(statement)).names_before(statement.quantities[0]) == ["placebo", "aspirin"]


@pytest.mark.parametrize(
    ("text", "is_contrasted"),
    [("B群では12%であったのに対し、A群では30%であった。", True), ("B群では12%であり、A群では30%であった。", False)],
)
def test_a_value_set_against_the_next_is_known(text: str, is_contrasted: bool) -> None:  # noqa: FBT001  # a column
    statement = read(text, JA)
    assert Scene(statement, anchors(statement)).is_contrasted(statement.quantities[0]) is is_contrasted


WORDS = st.sampled_from(
    [
        "46%",
        "30%",
        "(",
        ")",
        "（",
        "）",
        ",",
        "、",
        "。",
        ".",
        "placebo",
        "プラセボ群",
        "に対し",
        "versus",
        "and",
        "respectively",
        "それぞれ",
        "12",
        "mg",
        "は",
    ]
)


@settings(max_examples=100, derandomize=True)
@given(st.lists(WORDS, max_size=14).map(" ".join), st.sampled_from(Locale))
def test_any_two_values_have_labels_with_nothing_in_common(text: str, locale: Locale) -> None:
    statement = read(text, locale)
    scene = Scene(statement, anchors(statement))
    for one in statement.quantities:
        for two in statement.quantities:
            if one.start < two.start:
                first, second = scene.labels(one, two)
                assert not first.names & second.names
