"""What all records share: frozen, whole or absent, and no field that is not known."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from taiyaku.base.names import is_slug


class Record(BaseModel):
    """A frozen record; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def _slug(text: str) -> str:
    if not is_slug(text):
        raise ValueError(f"'{text}' is not an id: use lower-case letters, digits and single hyphens")
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("the text is blank")
    return text


def _partial_date(text: str) -> str:
    parts = text.split("-")
    widths = [len(p) for p in parts]
    if widths not in ([4], [4, 2], [4, 2, 2]) or not all(p.isdecimal() for p in parts):
        raise ValueError(f"'{text}' is not a date: write 2021, 2021-05 or 2021-05-29")
    year, month, day = (int(p) for p in [*parts, "1", "1"][:3])
    date(year, month, day)
    return text


Slug = Annotated[str, AfterValidator(_slug)]
"""An id of a record, a section or a sentence."""

Words = Annotated[str, AfterValidator(_not_blank)]
"""A text that says something."""

PartialDate = Annotated[str, AfterValidator(_partial_date)]
"""A year, a month or a day, as far as it is known: `2021`, `2021-05`, `2021-05-29`."""
