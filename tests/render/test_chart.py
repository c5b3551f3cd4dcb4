"""The geometry of charts: whatever the numbers, they stand inside the page, in their order, and nothing is invented."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.render.chart import LABEL_WIDTH, Chart, axis_for, breadth, chart, wrapped

MEASURES = [("median", "month"), ("proportion", "percent"), ("hazard_ratio", "ratio"), ("count", "patient")]


@dataclass(frozen=True)
class Arm:
    value: Decimal | str
    low: Decimal | None = None
    high: Decimal | None = None


NUMBERS = st.decimals(min_value=-1000, max_value=100000, places=2)


@st.composite
def arms(draw: st.DrawFn) -> Arm:
    value = draw(st.one_of(NUMBERS, st.just("not_reached")))
    ends = sorted(draw(st.tuples(NUMBERS, NUMBERS))) if draw(st.booleans()) else (None, None)
    return Arm(value, *ends)


def drawn(measure: tuple[str, str], *given_arms: Arm) -> Chart:
    return chart(*measure, [("A study", [("A group", "figures", n, arm) for n, arm in enumerate(given_arms)])])


@given(st.sampled_from(MEASURES), st.lists(arms(), min_size=1, max_size=6))
def test_everything_stands_inside_the_page(measure: tuple[str, str], given_arms: list[Arm]) -> None:
    found = drawn(measure, *given_arms)
    across = [x for _, x in found.ticks]
    down = [0, found.bottom, found.height]
    for strip in found.blocks[0].strips:
        across += [x for x in (strip.x, strip.low, strip.high) if x is not None]
        down += [strip.y, *(line.y for line in (*strip.name, *strip.figures))]
    assert all(0 <= x <= 100 for x in across)
    assert all(0 <= y <= found.height for y in down)


@given(st.sampled_from(MEASURES), st.lists(NUMBERS, min_size=2, max_size=6))
def test_values_stand_in_their_order(measure: tuple[str, str], numbers: list[Decimal]) -> None:
    strips = drawn(measure, *map(Arm, numbers)).blocks[0].strips
    pairs = sorted((number, strip.x or 0) for number, strip in zip(numbers, strips, strict=True))
    assert [x for _, x in pairs] == sorted(x for _, x in pairs)


@given(st.sampled_from(MEASURES), st.lists(arms(), min_size=1, max_size=6))
def test_what_was_not_reached_never_has_a_place_on_the_axis(measure: tuple[str, str], given_arms: list[Arm]) -> None:
    strips = drawn(measure, *given_arms).blocks[0].strips
    for arm, strip in zip(given_arms, strips, strict=True):
        if arm.value == "not_reached":
            assert (strip.x, strip.low, strip.high) == (None, None, None)
        else:
            assert strip.x is not None


@given(st.sampled_from(MEASURES), st.lists(arms(), min_size=1, max_size=6))
def test_groups_keep_the_order_in_which_they_are_reported(measure: tuple[str, str], given_arms: list[Arm]) -> None:
    strips = drawn(measure, *given_arms).blocks[0].strips
    assert [strip.shape for strip in strips] == list(range(len(given_arms)))
    assert [strip.y for strip in strips] == sorted({strip.y for strip in strips})


@pytest.mark.parametrize(
    ("measure", "numbers", "ticks"),
    [
        (("median", "month"), ["9.3", "11.6", "15.3"], ["0", "5", "10", "15", "20"]),
        (("median", "month"), ["3.2", "6.0"], ["0", "2", "4", "6"]),
        (("median", "month"), ["0.4"], ["0", "0.1", "0.2", "0.3", "0.4"]),
        (("median", "month"), [], ["0", "1"]),
        (("median", "month"), ["0"], ["0", "1"]),
        (("mean", "point"), ["-5", "3"], ["-6", "-4", "-2", "0", "2", "4"]),
        (("proportion", "percent"), ["3"], ["0", "25", "50", "75", "100"]),
        (("proportion", "percent"), ["120"], ["0", "50", "100", "150"]),
        (("median", "percent"), ["-40", "20"], ["-40", "-20", "0", "20"]),
        (("hazard_ratio", "ratio"), ["0.62"], ["0.5", "1", "2"]),
        (("hazard_ratio", "ratio"), ["4.06"], ["0.125", "0.25", "0.5", "1", "2", "4", "8"]),
        (("hazard_ratio", "ratio"), ["1"], ["0.5", "1", "2"]),
        (("hazard_ratio", "ratio"), [], ["0.5", "1", "2"]),
    ],
)  # fmt: skip
def test_an_axis_begins_at_0_or_lies_around_1(measure: tuple[str, str], numbers: list[str], ticks: list[str]) -> None:
    axis = axis_for(*measure, [Decimal(number) for number in numbers])
    assert axis.ticks == tuple(map(Decimal, ticks))
    assert axis.is_log == (measure[1] == "ratio")
    assert Decimal(1 if axis.is_log else 0) in axis.ticks


def test_on_a_logarithmic_axis_a_half_is_as_far_from_1_as_a_double() -> None:
    axis = axis_for("hazard_ratio", "ratio", [Decimal("0.3")])
    one, half, double = (axis.at(Decimal(number)) for number in ("1", "0.5", "2"))
    assert one - half == pytest.approx(double - one)


def test_an_interval_that_does_not_hold_its_value_is_drawn_as_printed() -> None:
    (strip,) = drawn(("median", "month"), Arm(Decimal(10), Decimal(2), Decimal(5))).blocks[0].strips
    assert strip.low is not None
    assert strip.high is not None
    assert strip.x is not None
    assert strip.low < strip.high < strip.x


def test_a_chart_knows_what_its_legend_must_explain() -> None:
    plain = drawn(("median", "month"), Arm(Decimal(3)))
    assert (plain.has_intervals, plain.has_unreached, plain.has_several) == (False, False, False)
    rich = drawn(("median", "month"), Arm(Decimal(3), Decimal(1), Decimal(6)), Arm("not_reached"))
    assert (rich.has_intervals, rich.has_unreached, rich.has_several) == (True, True, True)


def test_a_single_outcome_needs_no_name() -> None:
    found = chart("median", "month", [("", [("All", "3 months", 0, Arm(Decimal(3)))])])
    assert found.blocks[0].name == ()
    assert [line.text for line in found.blocks[0].strips[0].name] == ["All"]


def test_a_nuclide_is_raised_with_signs_that_need_no_markup() -> None:
    found = chart("median", "month", [("[177Lu]Lu-PSMA-617", [("99mTc", "3", 0, Arm(Decimal(3)))])])
    assert [line.text for line in found.blocks[0].name] == ["[¹⁷⁷Lu]Lu-PSMA-617"]
    assert [line.text for line in found.blocks[0].strips[0].name] == ["⁹⁹ᵐTc"]


TEXTS = st.text(st.sampled_from("Aab 1.、。（）」患者カッ"), max_size=120)


@given(TEXTS, st.sampled_from([6.0, LABEL_WIDTH]))
def test_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(breadth(line) <= width + 4 for line in lines)  # what may not begin a line may hang


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("With liver metastasis", ["With liver", "metastasis"]),
        ("", [""]),
        ("肝転移あり、多変量解析", ["肝転移あり、", "多変量解析"]),
        ("対照群（名称なし）", ["対照群（名称", "なし）"]),
        ("一二三四五（名称）", ["一二三四五", "（名称）"]),
    ],
)
def test_lines_are_broken_as_each_script_is(text: str, lines: list[str]) -> None:
    assert wrapped(text, 6.0) == tuple(lines)
