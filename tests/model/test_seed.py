from typing import Any

import pytest
from pydantic import ValidationError

from taiyaku.language.numbers import Form
from taiyaku.model.seed import Figure, OtherNumbers, Seed

SEED: dict[str, Any] = {
    "file": "doe.txt",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "kind": "journal_page",
    "depth": "abstract_only",
    "read_on": "2026-11-22",
    "rights": {"en": "The publisher's."},
}


def figure(**fields: Any) -> Figure:
    return Figure.model_validate(
        {"id": "os", "value": "9.3", "unit": "month", "line": "36", "at": "Results", "says": "Survival.", **fields}
    )


def test_a_figure_keeps_its_value_as_written_and_knows_its_numbers() -> None:
    assert figure(value="9.30").value == "9.30"
    assert figure(value="13/43").parsed.form is Form.FRACTION


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("value", "about 9"), ("unit", "months"), ("line", "0"), ("line", "-1"), ("at", " "), ("says", ""), ("id", "O S")],
)
def test_a_figure_with_a_wrong_field_is_refused(field: str, wrong: str) -> None:
    with pytest.raises(ValidationError) as raised:
        figure(**{field: wrong})
    assert [error["loc"] for error in raised.value.errors()] == [(field,)]


def test_a_figure_that_is_not_reported_says_why() -> None:
    assert figure(report="false", why="A rule of the trial.").report is False
    with pytest.raises(ValidationError, match="'report: false' needs a 'why'"):
        figure(report="false")


def test_a_figure_is_reported_unless_it_says_otherwise() -> None:
    assert figure().report is True


@pytest.mark.parametrize(
    ("lines", "span"),
    [
        ("41", [41]),
        ("41–43", [41, 42, 43]),
        ("41-43", [41, 42, 43]),
        ("7–7", [7]),
    ],
)
def test_other_numbers_stand_on_one_line_or_several(lines: str, span: list[int]) -> None:
    assert list(OtherNumbers(lines=lines, why="Page furniture.").span) == span


@pytest.mark.parametrize("lines", ["", "x", "41–", "–41", "41, 43", "41–43–45", "41—43"])
def test_anything_else_is_no_span_of_lines(lines: str) -> None:
    with pytest.raises(ValidationError, match="is not a line or a range of lines: write 41 or 41–46"):
        OtherNumbers(lines=lines, why="Page furniture.")


@pytest.mark.parametrize("lines", ["46–41", "0", "0–3"])
def test_lines_count_upwards_from_one(lines: str) -> None:
    with pytest.raises(ValidationError, match="lines"):
        OtherNumbers(lines=lines, why="Page furniture.")


def test_a_seed_needs_no_figures() -> None:
    assert Seed.model_validate(SEED).figures == ()


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("sha256", "9F86"),
        ("sha256", "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"),
        ("kind", "book"),
        ("depth", "all"),
        ("read_on", "yesterday"),
    ],
)
def test_a_seed_with_a_wrong_field_is_refused(field: str, wrong: str) -> None:
    with pytest.raises(ValidationError) as raised:
        Seed.model_validate(SEED | {field: wrong})
    assert [error["loc"] for error in raised.value.errors()] == [(field,)]
