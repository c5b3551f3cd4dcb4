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

    # As bytes, a record is the values of its fields, in their order. Which of them were given is a set, and a set is
    # written in another order by each process: the same record would be other bytes, and all that was made of it would
    # be made again. The names of the fields would be most of the bytes, and read back anew for each record.

    def __reduce__(self) -> tuple[Any, ...]:
        kind = type(self)
        return _restored, (kind, *map(self.__dict__.__getitem__, _shape(kind)[0]))


def _restored(kind: type[BaseModel], *values: object) -> BaseModel:
    record = kind.__new__(kind)
    names, given = _shape(kind)
    _set(record, "__dict__", dict(zip(names, values, strict=True)))
    _set(record, "__pydantic_fields_set__", given)
    _set(record, "__pydantic_extra__", None)
    _set(record, "__pydantic_private__", None)
    return record


_set = object.__setattr__


@cache
def _shape(of: type[BaseModel]) -> tuple[tuple[str, ...], set[str]]:
    """The fields of a kind of record, and which are given: one set for all, which nobody changes as they are frozen."""
    return tuple(of.model_fields), set(of.model_fields)


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
