"""A work of the bibliography: CSL-JSON fields, and what the documents' own lists print of it."""

from typing import Self

from pydantic import Field, model_validator

from taiyaku.base.locale import Locale
from taiyaku.model.pair import Label
from taiyaku.model.record import PartialDate, Record, Words


class Name(Record):
    """A person, or a group by its literal name."""

    family: Words | None = None
    given: Words | None = None
    particle: Words | None = Field(default=None, alias="non-dropping-particle")
    suffix: Words | None = None
    literal: Words | None = None
    affiliation: tuple[Words, ...] = ()
    orcid: Words | None = Field(default=None, alias="ORCID")

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if (self.family is None) == (self.literal is None):
            raise ValueError("a name has either 'family' (and 'given') or 'literal'")
        return self


class AsPrinted(Record):
    """Where a document's own entry is damaged or odd: shown as printed, never repaired silently."""

    source: str
    entry: int | None = None
    field: Words
    printed: Words
    note: Label


class Reference(Record):
    """One work, one record, however many documents list it.

    Field names and meanings are those of CSL-JSON 1.0.2; `et_al`, `as_printed`, `original-title` and the pair in
    `note` are ours.
    """

    type: Words
    title: Words
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$")
    original_title: Words | None = Field(default=None, alias="original-title")
    author: tuple[Name, ...] = ()
    et_al: bool = False
    container_title: Words | None = Field(default=None, alias="container-title")
    volume: Words | None = None
    issue: Words | None = None
    page: Words | None = None
    number: Words | None = None
    edition: Words | None = None
    genre: Words | None = None
    section: Words | None = None
    publisher: Words | None = None
    publisher_place: Words | None = Field(default=None, alias="publisher-place")
    issued: PartialDate | None = None
    epub: PartialDate | None = Field(default=None, alias="available-date")
    accessed: PartialDate | None = None
    doi: Words | None = Field(default=None, alias="DOI", pattern=r"^10\.\d{4,9}/\S+$")
    pmid: Words | None = Field(default=None, alias="PMID", pattern=r"^[0-9]+$")
    url: Words | None = Field(default=None, alias="URL", pattern=r"^https?://\S+$")
    keyword: tuple[Words, ...] = ()
    note: Label | None = None
    as_printed: tuple[AsPrinted, ...] = ()

    @property
    def locale(self) -> Locale:
        """The language of the site that its own is nearest to: Japanese, or for all others English."""
        return Locale.JA if self.language.startswith("ja") else Locale.EN

    @property
    def first_author(self) -> str:
        """The family name of the first author, or the group's name; empty where no author is printed."""
        first = self.author[0] if self.author else None
        return (first.family or first.literal or "") if first else ""
