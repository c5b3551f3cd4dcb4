"""A seed: which document was read, how much of it, and the ledger of its figures."""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from taiyaku.language.numbers import Value, parse_value
from taiyaku.model.pair import Label
from taiyaku.model.record import PartialDate, Record, Slug, Words


class DocumentKind(StrEnum):
    """In what form the document was read."""

    DATABASE_RECORD = "database_record"
    JOURNAL_PAGE = "journal_page"
    QA_PAGE = "qa_page"
    COMPILED_HANDOUT = "compiled_handout"


class Depth(StrEnum):
    """How much of the work was read."""

    ABSTRACT_ONLY = "abstract_only"
    ABSTRACT_AND_REFERENCES = "abstract_and_references"
    SUMMARY_PAGE = "summary_page"
    FULL_TEXT = "full_text"


class FigureUnit(StrEnum):
    """What a ledger figure is counted in."""

    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    YEAR = "year"
    DATE = "date"
    PATIENT = "patient"
    CYCLE = "cycle"
    PERCENT = "percent"
    P = "p"
    HAZARD_RATIO = "hazard_ratio"
    GBQ = "GBq"
    MCI = "mCi"
    POINT = "point"
    GENE = "gene"
    RANK = "rank"
    MG_PER_M2 = "mg_per_m2"
    GRADE = "grade"
    LINE_OF_THERAPY = "line_of_therapy"
    AGE = "age"
    COUNT = "count"


def _value(text: str) -> str:
    parse_value(text)
    return text


def _lines(text: str) -> str:
    match = re.fullmatch(r"([1-9][0-9]*)(?:[–-]([1-9][0-9]*))?", text)
    if not match or int(match[2] or match[1]) < int(match[1]):
        raise ValueError(f"'{text}' is not a line or a range of lines: write 41 or 41–46")
    return text


class Figure(Record):
    """One figure of the document: value, unit, where it stands (line from 1) and what it says."""

    id: Slug
    value: Annotated[str, AfterValidator(_value)]
    unit: FigureUnit
    line: Annotated[int, Field(ge=1)]
    at: Words
    says: Words
    report: bool = True
    why: Words | None = None

    @model_validator(mode="after")
    def _silence_has_a_reason(self) -> Self:
        if not self.report and self.why is None:
            raise ValueError("'report: false' needs a 'why'")
        return self

    @property
    def parsed(self) -> Value:
        """The value as numbers."""
        return parse_value(self.value)


class OtherNumbers(Record):
    """Numbers of the document that are not figures, and why; without `numbers`, all the rest of those lines."""

    lines: Annotated[str, AfterValidator(_lines)]
    numbers: tuple[str, ...] | None = None
    why: Words

    @property
    def span(self) -> range:
        """The lines meant, from 1."""
        first, _, last = self.lines.replace("–", "-").partition("-")
        return range(int(first), int(last or first) + 1)


class Seed(Record):
    """One record per source document. The document itself is not kept: its wording belongs to its publisher."""

    file: Words
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    kind: DocumentKind
    depth: Depth
    read_on: PartialDate
    rights: Label
    figures: tuple[Figure, ...] = ()
    other_numbers: tuple[OtherNumbers, ...] = ()
