"""A work of the bibliography in the words of schema.org."""

from collections.abc import Iterator
from typing import Any

from taiyaku.bibliography import names
from taiyaku.bibliography.identifiers import doi_address, orcid_address, pmid_address
from taiyaku.model.reference import Name, NoticeKind, Reference, WorkType

Node = dict[str, Any]

_TYPES = {
    WorkType.ARTICLE: "ScholarlyArticle",
    WorkType.ARTICLE_JOURNAL: "ScholarlyArticle",
    WorkType.ARTICLE_MAGAZINE: "Article",
    WorkType.ARTICLE_NEWSPAPER: "NewsArticle",
    WorkType.BOOK: "Book",
    WorkType.CHAPTER: "Chapter",
    WorkType.DATASET: "Dataset",
    WorkType.ENTRY_DICTIONARY: "Article",
    WorkType.ENTRY_ENCYCLOPEDIA: "Article",
    WorkType.LEGISLATION: "Legislation",
    WorkType.MANUSCRIPT: "Manuscript",
    WorkType.MOTION_PICTURE: "Movie",
    WorkType.PAPER_CONFERENCE: "ScholarlyArticle",
    WorkType.POST_WEBLOG: "BlogPosting",
    WorkType.REPORT: "Report",
    WorkType.REVIEW: "Review",
    WorkType.SOFTWARE: "SoftwareApplication",
    WorkType.THESIS: "Thesis",
    WorkType.WEBPAGE: "WebPage",
}
"""What has no type of its own there (a patent, a speech, a standard) is a CreativeWork."""

_IN_PERIODICALS = {WorkType.ARTICLE_JOURNAL, WorkType.ARTICLE_MAGAZINE, WorkType.ARTICLE_NEWSPAPER, WorkType.REVIEW}
_ON_SITES = {WorkType.WEBPAGE, WorkType.POST_WEBLOG}
_IN_BOOKS = {WorkType.CHAPTER, WorkType.ENTRY_DICTIONARY, WorkType.ENTRY_ENCYCLOPEDIA}

_STATUSES = {
    NoticeKind.RETRACTION: "Retracted",
    NoticeKind.CONCERN: "Expression of concern",
    NoticeKind.CORRECTION: "Corrected",
    NoticeKind.PREPRINT: "Preprint",
}


def node(kind: str, **facts: Any) -> Node:
    """A thing of a type with what is known of it; `id` is its identity on the web."""
    known_by = facts.pop("id", None)
    known = {name: value for name, value in facts.items() if value not in (None, "", [], ())}
    return ({"@id": known_by} if known_by else {}) | {"@type": kind} | known


def identity(record: Reference, page: str | None) -> str | None:
    """What a work is known by on the web: its DOI, else the address of our page about it, marked as the work's."""
    if record.doi:
        return doi_address(record.doi)
    return f"{page}#work" if page else None


def named_node(record: Reference, page: str | None) -> Node:
    """A work by its identity and name; `page` is the address of our page about it."""
    return node(_TYPES.get(record.type, "CreativeWork"), id=identity(record, page), name=record.title)


def short_node(record: Reference, page: str | None) -> Node:
    """A work by its identity alone, where it has one: our page about it tells the rest under the same."""
    known = identity(record, page)
    return {"@id": known} if known else named_node(record, page)


def work_node(record: Reference, page: str | None, *, described: bool = False) -> Node:
    """A work with its own title and all of its recorded authors; `page` is the address of our page about it.

    `described`: it is the document of a summary, of which alone we know that it is medical.
    """
    kind = _TYPES.get(record.type, "CreativeWork")
    return node(
        "MedicalScholarlyArticle" if described and kind == "ScholarlyArticle" else kind,
        id=identity(record, page),
        name=record.title,
        inLanguage=record.language,
        author=[_person(name) for name in record.author],
        editor=[_person(name) for name in record.editor if not record.container_title],
        translator=[_person(name) for name in record.translator],
        datePublished=record.issued or record.epub,
        publisher=_publisher(record),
        isPartOf=_container(record),
        bookEdition=record.edition if kind == "Book" else None,
        isbn=record.isbn if kind == "Book" else None,
        pagination=record.page if "Article" in kind or kind in {"Chapter", "Report"} else None,
        version=record.version,
        creativeWorkStatus=next((_STATUSES[kind] for kind in record.standing), None),
        identifier=list(_identifiers(record)),
        url=record.url,
        sameAs=pmid_address(record.pmid) if record.pmid else None,
    )


def _person(name: Name) -> Node:
    if name.family is None:
        return node("Organization", name=name.literal)
    return node(
        "Person",
        id=orcid_address(name.orcid) if name.orcid else None,
        name=names.in_full(name),
        familyName=names.surname(name),
        givenName=name.given,
        honorificSuffix=name.suffix,
        affiliation=[node("Organization", name=place) for place in name.affiliation],
    )


def _publisher(record: Reference) -> Node | None:
    if record.publisher is None:
        return None
    return node("Organization", name=record.publisher, address=record.publisher_place)


def _container(record: Reference) -> Node | None:
    """What the work stands in: an issue of a volume of a journal, as far as each is known; a book; a site."""
    name = record.container_title
    if record.type in _IN_PERIODICALS:
        return _periodical(record)
    if name is None:
        return None
    if record.type in _ON_SITES:
        return node("WebSite", name=name)
    if record.type in _IN_BOOKS:
        editors = [_person(editor) for editor in record.editor]
        return node("Book", name=name, editor=editors, bookEdition=record.edition, isbn=record.isbn)
    return node("CreativeWork", name=name, editor=[_person(editor) for editor in record.editor])


def _periodical(record: Reference) -> Node | None:
    found: Node | None = None
    if record.container_title or record.issn:
        found = node("Periodical", name=record.container_title, issn=record.issn)
    if record.volume:
        found = node("PublicationVolume", volumeNumber=record.volume, isPartOf=found)
    if record.issue:
        found = node("PublicationIssue", issueNumber=record.issue, isPartOf=found)
    return found


def _identifiers(record: Reference) -> Iterator[Node]:
    known = {"DOI": record.doi, "PMID": record.pmid, "PMCID": record.pmcid}
    for name, value in [*known.items(), *(("trial registration", number) for number in record.registry)]:
        if value:
            yield node("PropertyValue", propertyID=name, value=value)
