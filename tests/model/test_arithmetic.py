from decimal import Decimal

import pytest

from taiyaku.model.arithmetic import parse_derivation


@pytest.mark.parametrize(
    ("text", "value", "operands"),
    [
        ("17 = 30 - 13", "17", "30 13"),
        ("17=30-13", "17", "30 13"),
        ("12.5 = (30 - 5) / 2", "12.5", "30 5 2"),
        ("7.4 = 3.7 * 2", "7.4", "3.7 2"),
        ("36 = 30 - 13 + 19", "36", "30 13 19"),
    ],
)
def test_a_derivation_is_computed_exactly(text: str, value: str, operands: str) -> None:
    derivation = parse_derivation(text)
    assert derivation.value == Decimal(value)
    assert derivation.operands == tuple(Decimal(each) for each in operands.split())
    assert derivation.is_right


@pytest.mark.parametrize(
    "text",
    [
        "46.09 = 106 / 230 * 100",
        "46 = 106 / 230 * 100",
        "0.3 = 0.1 + 0.2",
        "33.3 = 100 / 3",
        "66.7 = 200 / 3",
        "2.5 = 2.45 * 1",  # half up
        "2.4 = 2.45 * 1",  # half even
    ],
)
def test_a_result_is_compared_at_its_printed_precision(text: str) -> None:
    assert parse_derivation(text).is_right


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("16 = 30 - 13", "17"),
        ("17 = 13 - 30", "-17"),
        ("46.10 = 106 / 230 * 100", "46.09"),
        ("46.1 = 106 / 213 * 100", "49.8"),
        ("17.1 = 30 - 13", "17.0"),
        ("66.6 = 200 / 3", "66.7"),
        ("2.6 = 2.45 * 1", "2.5"),
    ],
)
def test_a_wrong_result_is_told_with_the_right_one(text: str, computed: str) -> None:
    derivation = parse_derivation(text)
    assert not derivation.is_right
    assert str(derivation.computed) == computed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "17",
        "17 =",
        "= 30 - 13",
        "17 = 30 - ",
        "17 = (30 - 13",
        "17 = 30 − 13",
        "17 = 30 13",
        "17 = 1_7",
        "17 = 017",
        "17 = .5 * 34",
        "17 = 17.",
        "17 = -13 + 30",
        "256 = 2 ** 8",
        "4 = 9 // 2",
        "0 = ()",
        "0 = (1)(2)",
        "0 = ...",
        "17 = 30 - 13 = 17",
        "1,589 = 1589 * 1",
        "-17 = 13 - 30",
        "1 = __import__('os').getpid()",
        "1e1 = 10 * 1",
        "1 = " + "1 * " * 40 + "1",
    ],
)
def test_anything_else_is_no_derivation(text: str) -> None:
    with pytest.raises(ValueError, match="is not a derivation"):
        parse_derivation(text)


@pytest.mark.parametrize("text", ["0 = 1 / 0", "0 = 0 / 0", "0 = 1 / (13 - 13)"])
def test_a_division_by_zero_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="divides by zero"):
        parse_derivation(text)


def test_the_longest_numbers_lose_no_digit() -> None:
    nines = "9" * 55
    assert not parse_derivation(f"0 = {nines} * {nines}").is_right
    assert parse_derivation(f"{nines} = {nines} + 0").is_right
    assert not parse_derivation(f"{nines} = {nines} + 1").is_right
