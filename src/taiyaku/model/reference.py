"""A work of the bibliography: CSL-JSON fields, and what the documents' own lists print of it."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Self

from pydantic import Field, model_validator

from taiyaku.base.locale import Locale
from taiyaku.model.pair import Label, SetAside
from taiyaku.model.record import Day, PartialDate, Record, Words

DOI_FORM = r"^10\.\d{4,9}/\S+$"
"""A DOI without address or prefix."""


class WorkType(StrEnum):
    """What sort of work it is: the types of CSL 1.0.2 that a medical bibliography meets.

    `article` is a work that was made public but not published in a journal: a preprint.
    """

    ARTICLE = "article"
    ARTICLE_JOURNAL = "article-journal"
    ARTICLE_MAGAZINE = "article-magazine"
    ARTICLE_NEWSPAPER = "article-newspaper"
    BOOK = "book"
    CHAPTER = "chapter"
    DATASET = "dataset"
    DOCUMENT = "document"
    ENTRY_DICTIONARY = "entry-dictionary"
    ENTRY_ENCYCLOPEDIA = "entry-encyclopedia"
    LEGISLATION = "legislation"
    MANUSCRIPT = "manuscript"
    MOTION_PICTURE = "motion_picture"
    PAPER_CONFERENCE = "paper-conference"
    PATENT = "patent"
    POST_WEBLOG = "post-weblog"
    REPORT = "report"
    REVIEW = "review"
    SOFTWARE = "software"
    SPEECH = "speech"
    STANDARD = "standard"
    THESIS = "thesis"
    WEBPAGE = "webpage"


class Name(Record):
    """A person, or a group by its literal name.

    A `particle` (van den) belongs to the family name and stays with it; a `dropping_particle` (de in La Fontaine) is
    left out where the family name stands alone.
    """

    family: Words | None = None
    given: Words | None = None
    particle: Words | None = Field(default=None, alias="non-dropping-particle")
    dropping_particle: Words | None = Field(default=None, alias="dropping-particle")
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


class NoticeKind(StrEnum):
    """What was published about a work afterwards, or that it is a preprint; the gravest first."""

    RETRACTION = "retraction"
    CONCERN = "expression_of_concern"
    CORRECTION = "correction"
    PREPRINT = "preprint"


class Notice(Record):
    """What the publisher announced about a work; `key` is the announcement's own record, if there is one."""

    kind: NoticeKind
    issued: PartialDate | None = None
    doi: Words | None = Field(default=None, alias="DOI", pattern=DOI_FORM)
    url: Words | None = Field(default=None, alias="URL", pattern=r"^https?://\S+$")
    key: str | None = None
    note: Label | None = None


class RelationKind(StrEnum):
    """How a work stands to another: read from this work to the other."""

    PREPRINT_OF = "preprint_of"
    TRANSLATION_OF = "translation_of"
    UPDATE_OF = "update_of"
    SUPPLEMENT_TO = "supplement_to"
    COMMENT_ON = "comment_on"


class Relation(Record):
    """Another work that this one belongs to."""

    kind: RelationKind
    key: str


class Reference(Record):
    """One work, one record, however many documents list it.

    Field names and meanings are those of CSL-JSON 1.0.2; `et_al`, `as_printed`, `registry` (numbers in registers of
    trials), `notices` with `checked` (the day on which somebody last looked for any), `related`, `not_printed` (fields
    that no document prints, so that nobody looks for them), `set_aside` and the pair in `note` are ours.
    """

    type: WorkType
    title: Words
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$")
    original_title: Words | None = Field(default=None, alias="original-title")
    author: tuple[Name, ...] = ()
    et_al: bool = False
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    container_title: Words | None = Field(default=None, alias="container-title")
    container_title_short: Words | None = Field(default=None, alias="container-title-short")
    collection_title: Words | None = Field(default=None, alias="collection-title")
    collection_number: Words | None = Field(default=None, alias="collection-number")
    event_title: Words | None = Field(default=None, alias="event-title")
    event_place: Words | None = Field(default=None, alias="event-place")
    event_date: PartialDate | None = Field(default=None, alias="event-date")
    volume: Words | None = None
    issue: Words | None = None
    page: Words | None = None
    number: Words | None = None
    number_of_pages: Words | None = Field(default=None, alias="number-of-pages")
    edition: Words | None = None
    version: Words | None = None
    genre: Words | None = None
    medium: Words | None = None
    section: Words | None = None
    publisher: Words | None = None
    publisher_place: Words | None = Field(default=None, alias="publisher-place")
    status: Words | None = None
    issued: PartialDate | None = None
    epub: PartialDate | None = Field(default=None, alias="available-date")
    accessed: PartialDate | None = None
    doi: Words | None = Field(default=None, alias="DOI", pattern=DOI_FORM)
    pmid: Words | None = Field(default=None, alias="PMID", pattern=r"^[0-9]+$")
    pmcid: Words | None = Field(default=None, alias="PMCID", pattern=r"^PMC[0-9]+$")
    isbn: Words | None = Field(default=None, alias="ISBN", pattern=r"^[0-9][0-9 -]*[0-9X]$")
    issn: Words | None = Field(default=None, alias="ISSN", pattern=r"^[0-9]{4}-[0-9]{3}[0-9X]$")
    registry: tuple[Words, ...] = ()
    url: Words | None = Field(default=None, alias="URL", pattern=r"^https?://\S+$")
    keyword: tuple[Words, ...] = ()
    note: Label | None = None
    as_printed: tuple[AsPrinted, ...] = ()
    not_printed: tuple[Words, ...] = ()
    notices: tuple[Notice, ...] = ()
    checked: Day | None = None
    related: tuple[Relation, ...] = ()
    set_aside: tuple[SetAside, ...] = ()

    @model_validator(mode="after")
    def _notices_were_looked_for(self) -> Self:
        if self.notices and self.checked is None:
            raise ValueError("'notices' need 'checked': the day on which somebody looked for them")
        return self

    @model_validator(mode="after")
    def _what_is_not_printed_is_not_given(self) -> Self:
        for name in self.not_printed:
            if name not in _attributes():
                raise ValueError(f"'{name}' in 'not_printed' is not a field of a work")
            if self.gives(name):
                raise ValueError(f"'{name}' is given, and 'not_printed' says that no document prints it")
        return self

    def gives(self, name: str) -> bool:
        """Whether a field, by the name that YAML uses, says something."""
        return getattr(self, _attributes()[name]) not in (None, (), False)

    @property
    def locale(self) -> Locale:
        """The language of the site that its own is nearest to: Japanese, or for all others English."""
        return Locale.JA if self.language.startswith("ja") else Locale.EN

    @property
    def first_author(self) -> str:
        """The family name of the first author, or the group's name; empty where no author is printed."""
        first = self.author[0] if self.author else None
        return (first.family or first.literal or "") if first else ""

    @property
    def standing(self) -> tuple[NoticeKind, ...]:
        """What a reader must know before relying on the work, the gravest first, each kind once."""
        kinds = {notice.kind for notice in self.notices}
        if self.type is WorkType.ARTICLE:
            kinds.add(NoticeKind.PREPRINT)
        return tuple(kind for kind in NoticeKind if kind in kinds)


@cache
def _attributes() -> Mapping[str, str]:
    """The attribute of every field, by the name that YAML uses."""
    return {field.alias or name: name for name, field in Reference.model_fields.items()}
