import pytest
from pydantic import BaseModel, ValidationError

from taiyaku.model.record import PartialDate, Record, SectionKey, Slug, Words


class Card(Record):
    """A record with one field of each kind."""

    id: Slug = "a"
    words: Words = "a"
    on: PartialDate = "2021"
    section: SectionKey = "results"


def refusal(**fields: str) -> str:
    with pytest.raises(ValidationError) as raised:
        Card.model_validate(fields)
    [error] = raised.value.errors()
    return error["msg"]


def test_a_record_cannot_be_changed() -> None:
    card: BaseModel = Card()
    with pytest.raises(ValidationError, match="frozen"):
        card.id = "b"  # type: ignore[attr-defined]


def test_an_unknown_field_is_an_error() -> None:
    assert refusal(colour="red") == "Extra inputs are not permitted"


def test_space_around_a_text_is_taken_off() -> None:
    assert Card(words=" two words\n").words == "two words"


@pytest.mark.parametrize("text", ["A b", "a_b", "", "é"])
def test_an_id_that_is_none_is_refused(text: str) -> None:
    assert refusal(id=text).endswith(f"'{text}' is not an id: use lower-case letters, digits and single hyphens")


@pytest.mark.parametrize("text", ["results", "first_line", "a", "line_2", "dosing2"])
def test_the_key_of_a_section_is_an_identifier(text: str) -> None:
    assert Card(section=text).section == text


@pytest.mark.parametrize("text", ["", "Dosing", "first line", "first-line", "_a", "a_", "a__b", "2nd", "用法", "é"])
def test_a_key_that_is_none_is_refused(text: str) -> None:
    wrong = f"'{text}' is not the key of a section: use lower-case letters, digits and single underscores"
    assert refusal(section=text).endswith(wrong)


@pytest.mark.parametrize("text", ["", "  ", "\n", "\u3000"])
def test_a_blank_text_is_refused(text: str) -> None:
    assert refusal(words=text).endswith("the text is blank")


@pytest.mark.parametrize("text", ["2021", "2021-05", "2021-05-29", "2024-02-29", "1999-12-31"])
def test_a_date_is_kept_as_far_as_it_is_known(text: str) -> None:
    assert Card(on=text).on == text


@pytest.mark.parametrize(
    "text", ["", "21", "2021-5", "2021-05-9", "2021-05-29-1", "May 2021", "2021/05", "20210529", "-2021", "2021-"]
)
def test_a_date_in_another_form_is_refused(text: str) -> None:
    assert refusal(on=text).endswith(f"'{text}' is not a date: write 2021, 2021-05 or 2021-05-29")


@pytest.mark.parametrize("text", ["2021-13", "2021-00", "2021-02-30", "2023-02-29", "0000"])
def test_a_date_that_no_calendar_has_is_refused(text: str) -> None:
    assert refusal(on=text).endswith(f"'{text}' is not in the calendar")


@pytest.mark.parametrize("text", ["２０２１", "２０２１-05", "٢٠٢١"])
def test_a_date_is_written_in_ascii_digits(text: str) -> None:
    assert refusal(on=text).endswith("is not a date: write 2021, 2021-05 or 2021-05-29")
