"""What entries in both languages are made of: which sort of publication a work is, and its identifiers as pieces."""

import re

from taiyaku.bibliography.identifiers import doi_address, pmid_address, registry_address
from taiyaku.bibliography.setting.pieces import Piece, Pieces, Role, joined, said
from taiyaku.model.reference import Reference, RelationKind, WorkType

SERIALS = frozenset(
    {WorkType.ARTICLE_JOURNAL, WorkType.ARTICLE_MAGAZINE, WorkType.ARTICLE_NEWSPAPER, WorkType.REVIEW},
)
"""Works that appear in journals and newspapers."""

SERVERS = frozenset({WorkType.ARTICLE, WorkType.DATASET})
"""Works that a server or repository holds."""

PRESENTED = frozenset({WorkType.PAPER_CONFERENCE, WorkType.SPEECH})
"""Works that somebody gave before others."""

FORTHCOMING = frozenset({"in press", "forthcoming", "accepted", "印刷中", "掲載予定"})
"""What the status of a work is called that has been accepted and is not yet published."""

_RANGE = re.compile(r"(?<=[0-9ivxlcIVXLC])\s*[-‐‑‒–—−]+\s*(?=[A-Za-z]?[0-9]|[ivxlcIVXLC])")


def is_serial(work: Reference) -> bool:
    """Whether a work appeared in a journal: so do papers of a conference that have a volume or an issue."""
    if work.type is WorkType.PAPER_CONFERENCE:
        return work.container_title is not None and (work.volume or work.issue) is not None
    return work.type in SERIALS


def is_part(work: Reference) -> bool:
    """Whether a work is a part of a book or site."""
    return work.container_title is not None and not is_serial(work) and work.type not in SERVERS


def is_published_translation(work: Reference) -> bool:
    """Whether the work was published in translation: its title is then no translation of ours or of a database."""
    related = any(relation.kind is RelationKind.TRANSLATION_OF for relation in work.related)
    return bool(work.translator) or related


def is_forthcoming(work: Reference) -> bool:
    """Whether the work has been accepted and is not yet published."""
    return (work.status or "").casefold() in FORTHCOMING


def pages(work: Reference) -> str:
    """The pages, or the number of the article that stands for them."""
    return ranged(work.page or (work.number if is_serial(work) else None))


def ranged(text: str | None) -> str:
    """A range as recorded, with an en dash whatever dash it was typed with."""
    return _RANGE.sub("–", text or "")


def container(work: Reference, *, abbreviated: bool = False) -> Pieces:
    """The journal, book or site that holds the work."""
    short = work.container_title_short if abbreviated else None
    return said(short or work.container_title, Role.CONTAINER)


def doi(text: str | None) -> Pieces:
    """A DOI as a link."""
    return (Piece("doi: "), *said(text, Role.IDENTIFIER, doi_address(text))) if text else ()


def address(url: str | None) -> Pieces:
    """An address as a link to itself."""
    return said(url, Role.IDENTIFIER, url)


def pmid(label: str, number: str | None) -> Pieces:
    """A number of PubMed as a link."""
    return (Piece(label), *said(number, Role.IDENTIFIER, pmid_address(number))) if number else ()


def pmcid(label: str, number: str | None) -> Pieces:
    """A number of PubMed Central as a link."""
    href = f"https://pmc.ncbi.nlm.nih.gov/articles/{number}/"
    return (Piece(label), *said(number, Role.IDENTIFIER, href)) if number else ()


def registered(numbers: tuple[str, ...], between: str) -> Pieces:
    """Numbers of registers of trials as links, where the register is known."""
    return joined((said(number, Role.IDENTIFIER, registry_address(number)) for number in numbers), between)


def shown_url(work: Reference) -> str | None:
    """The address, where no DOI stands for it."""
    return None if work.doi else work.url
