"""What all records share: frozen, whole or absent, and no field that is not known."""

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticKnownError

from taiyaku.base.names import is_slug

ErrorType = Literal["int_parsing", "decimal_parsing", "date_from_datetime_parsing"]


class Record(BaseModel):
    """A frozen record; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)

    # As bytes, a record is its fields alone. Which of them were given is a set, and a set is written in another order
    # by each process: the same record would be other bytes, and all that was made of it would be made again.

    def __getstate__(self) -> dict[Any, Any]:
        return self.__dict__

    def __setstate__(self, state: dict[Any, Any]) -> None:
        object.__setattr__(self, "__dict__", state)
        object.__setattr__(self, "__pydantic_fields_set__", _fields(type(self)))
        object.__setattr__(self, "__pydantic_extra__", None)
        object.__setattr__(self, "__pydantic_private__", None)


@cache
def _fields(of: type[BaseModel]) -> set[str]:
    """All fields of a record: one set for all of its kind, which nobody changes since they are frozen."""
    return set(of.model_fields)


def _slug(text: str) -> str:
    if not is_slug(text):
        raise ValueError(f"'{text}' is not an id: use lower-case letters, digits and single hyphens")
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("the text is blank")
    return text


def _partial_date(text: str) -> str:
    if not re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", text):
        raise ValueError(f"'{text}' is not a date: write 2021, 2021-05 or 2021-05-29")
    try:
        date(*[int(part) for part in [*text.split("-"), "1", "1"][:3]])
    except ValueError:
        raise ValueError(f"'{text}' is not in the calendar") from None
    return text


def _as_written(pattern: str, error: ErrorType) -> BeforeValidator:
    """Refuses what pydantic would take beyond the plain form: 1_000 and 1e5 for a number, 0 for a date."""

    def refuse(value: object) -> object:
        if isinstance(value, str) and not re.fullmatch(pattern, value):
            raise PydanticKnownError(error, {"error": "form"} if error == "date_from_datetime_parsing" else None)
        return value

    return BeforeValidator(refuse)


Slug = Annotated[str, AfterValidator(_slug)]
"""An id of a record, a section or a sentence."""


def _section(text: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*", text):
        raise ValueError(f"'{text}' is not the key of a section: use lower-case letters, digits and single underscores")
    return text


SectionKey = Annotated[str, AfterValidator(_section)]
"""The key of a section of an abstract."""

Words = Annotated[str, AfterValidator(_not_blank)]
"""A text that says something."""

PartialDate = Annotated[str, AfterValidator(_partial_date)]
"""A year, a month or a day, as far as it is known: `2021`, `2021-05`, `2021-05-29`."""

Day = Annotated[date, _as_written(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "date_from_datetime_parsing")]
"""A day: `2026-11-22`."""

Count = Annotated[int, _as_written(r"[0-9]+", "int_parsing")]
"""How many: a whole number in digits."""

NUMBER_FORM = r"-?[0-9]+(?:\.[0-9]+)?"
"""How a number is written."""

Number = Annotated[Decimal, _as_written(NUMBER_FORM, "decimal_parsing")]
"""A number in digits, with the decimals it was printed with."""
