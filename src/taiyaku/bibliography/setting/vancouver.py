"""Entries after NLM's "Citing Medicine" and the ICMJE's sample references: works in all languages but Japanese."""

import re
from collections.abc import Iterator, Mapping

from babel import Locale as CldrLocale

from taiyaku.bibliography.names import listed
from taiyaku.bibliography.setting.dates import vancouver_date
from taiyaku.bibliography.setting.parts import (
    PRESENTED,
    SERVERS,
    address,
    container,
    doi,
    is_forthcoming,
    is_part,
    is_published_translation,
    is_serial,
    pages,
    pmcid,
    pmid,
    ranged,
    registered,
    shown_url,
)
from taiyaku.bibliography.setting.pieces import (
    Piece,
    Pieces,
    Role,
    around,
    closed,
    ends_in_address,
    joined,
    said,
    text_of,
)
from taiyaku.model.reference import Name, Notice, NoticeKind, Reference, WorkType

_NOTICES = {
    NoticeKind.RETRACTION: "Retraction",
    NoticeKind.CONCERN: "Expression of concern",
    NoticeKind.CORRECTION: "Erratum",
}
_OWN_GENRE = {WorkType.THESIS: "dissertation", WorkType.DATASET: "dataset"}
_SUPPLEMENT = re.compile(r"\bSuppl\.", re.IGNORECASE)


def vancouver_entry(work: Reference, limit: int | None, works: Mapping[str, Reference]) -> Pieces:
    """The entry of a work; `works` are those among which its notices stand."""
    sentences = (
        _authors(work, limit),
        _title(work),
        *_publication(work, limit),
        around("Epub ", said(vancouver_date(work.epub))),
        said(_language(work)),
        doi(work.doi),
        joined((pmid("PubMed PMID: ", work.pmid), pmcid("PubMed Central PMCID: ", work.pmcid)), "; "),
        *_registered(work),
        around("ISBN: ", said(work.isbn, Role.IDENTIFIER)),
        *(_notice(notice, works) for notice in work.notices if notice.kind in _NOTICES),
        around("Translation of: ", said(work.original_title if is_published_translation(work) else None)),
        around("Available from: ", address(shown_url(work))),
    )
    return joined((_closed(sentence) for sentence in sentences), " ")


def _closed(sentence: Pieces) -> Pieces:
    """A sentence with its full stop; after an address only where that ends in a slash (Citing Medicine, 24)."""
    if ends_in_address(sentence) and not text_of(sentence).endswith("/"):
        return sentence
    return closed(sentence, ".")


def _authors(work: Reference, limit: int | None) -> Pieces:
    if work.type is WorkType.PATENT:
        return _inventors(work, limit)
    if not work.author and not is_part(work) and not is_serial(work):
        return _people(work.editor, "editor", limit)
    return said(listed(work.author, limit, et_al=work.et_al), Role.NAMES)


def _inventors(work: Reference, limit: int | None) -> Pieces:
    persons = tuple(name for name in work.author if name.family)
    groups = tuple(name for name in work.author if not name.family)
    return joined((_people(persons, "inventor", limit), _people(groups, "assignee", limit)), "; ")


def _people(names: tuple[Name, ...], what: str, limit: int | None) -> Pieces:
    """Names with what they are: `Foley KM, Gelband H, editors`."""
    label = what if len(names) == 1 else f"{what}s"
    return around("", said(listed(names, limit), Role.NAMES), f", {label}")


def _title(work: Reference) -> Pieces:
    title = said(work.title, Role.TITLE)
    if _is_translated(work):
        title = around("[", title, "]")
    on_title = not is_part(work) and not (is_serial(work) and work.container_title)
    labels = _labels(_genre(work), _medium(work) if on_title else None)
    return joined((title, said(labels)), " ")


def _is_translated(work: Reference) -> bool:
    """Whether the title is recorded in English beside the original one of a work that was not published in English."""
    in_brackets = work.title.startswith("[") and work.title.endswith("]")
    in_english = work.original_title is not None and work.language.split("-")[0] == "en"
    return in_english and not in_brackets and not is_published_translation(work)


def _labels(genre: str | None, medium: str | None) -> str:
    if genre and medium == "Internet":
        return f"[{genre} on the Internet]"
    return " ".join(f"[{label}]" for label in (genre, medium) if label)


def _genre(work: Reference) -> str | None:
    """What sort of article or publication it is, where that stands in brackets after the title."""
    if work.type in {WorkType.REPORT, WorkType.PATENT} or (_is_presented(work) and _is_poster(work)):
        return None
    if NoticeKind.PREPRINT in work.standing and not _server(work):
        return "Preprint"
    return work.genre or _OWN_GENRE.get(work.type)


def _medium(work: Reference) -> str | None:
    if work.type in SERVERS:
        return work.medium
    return work.medium or ("Internet" if shown_url(work) else None)


def _publication(work: Reference, limit: int | None) -> Iterator[Pieces]:
    """The sentences that tell where and when the work appeared."""
    if is_serial(work):
        yield joined((container(work, abbreviated=True), said(_container_medium(work))), " ")
        yield _in_serial(work)
    elif work.type in SERVERS:
        yield _server(work)
        yield said(_version(work))
        yield said(_dated(work))
    elif work.type is WorkType.PATENT:
        yield from _whole(work, limit)
        yield said(" ".join(part for part in (work.genre or "Patent", work.number) if part))
        yield said(_dated(work))
    else:
        yield from _monograph(work, limit)


def _container_medium(work: Reference) -> str:
    return _labels(None, _medium(work)) if work.container_title else ""


def _in_serial(work: Reference) -> Pieces:
    """Date, volume, issue and pages: `2002 Jul 25;347(4):284–287`."""
    date, where, page = _dated(work), _volume(work), pages(work)
    if not date and not where:
        return around("p. ", said(page))
    return said(";".join(part for part in (date, where) if part) + (f":{page}" if page else ""))


def _volume(work: Reference) -> str:
    issue = _SUPPLEMENT.sub("Suppl", ranged(work.issue))
    if work.type is WorkType.ARTICLE_NEWSPAPER and work.section:
        issue = ""
    if issue.startswith("Suppl"):
        volume = f"{work.volume or ''} {issue}".strip()
    else:
        volume = ranged(work.volume) + (f"({issue})" if issue else "")
    section = f"Sect. {work.section}" if work.type is WorkType.ARTICLE_NEWSPAPER and work.section else ""
    return ", ".join(part for part in (volume, section) if part)


def _dated(work: Reference) -> str:
    """When it appeared, in what state it is and when it was looked at: `2001 [cited 2002 Jul 9]`."""
    forthcoming = is_forthcoming(work)
    parts = (
        "Forthcoming" if forthcoming else "",
        vancouver_date(work.issued),
        f"[{work.status}]" if work.status and not forthcoming else "",
        f"[cited {vancouver_date(work.accessed)}]" if work.accessed else "",
    )
    return " ".join(part for part in parts if part)


def _server(work: Reference) -> Pieces:
    """The server that holds a preprint, or the repository that holds data."""
    if work.type not in SERVERS:
        return ()
    name = container(work) or said(work.publisher, Role.CONTAINER)
    preprint = "[Preprint]" if work.type is WorkType.ARTICLE and name else ""
    return joined((name, said(work.number), said(preprint)), " ")


def _monograph(work: Reference, limit: int | None) -> Iterator[Pieces]:
    """Books and whatever appeared neither in a journal nor on a server, and their parts."""
    presented = _is_presented(work)
    yield said(work.genre if work.type is WorkType.REPORT else None)
    yield from _whole(work, limit)
    yield said(_edition(work.edition))
    yield said(_version(work))
    yield _others(work, limit)
    yield around("Vol. ", said(work.volume))
    yield around(_presented_at(work) if presented else "", _event(work))
    yield _imprint(work)
    yield _number(work)
    yield around("p. ", said(pages(work)))
    yield said(_extent(work.number_of_pages))
    yield around("(", _series(work), ")")


def _whole(work: Reference, limit: int | None) -> Iterator[Pieces]:
    """The book or site that the work is a part of."""
    if is_part(work):
        editors = _people(work.editor, "editor", limit)
        whole = joined((container(work), said(_container_medium(work))), " ")
        yield around("In: ", editors)
        yield whole if editors else around("In: ", whole)


def _others(work: Reference, limit: int | None) -> Pieces:
    """Translators and editors, where they do not stand elsewhere."""
    editors = work.editor if work.author and not is_part(work) else ()
    return joined((_people(work.translator, "translator", limit), _people(editors, "editor", limit)), "; ")


def _is_presented(work: Reference) -> bool:
    return work.type in PRESENTED and work.container_title is None and bool(_event(work))


def _is_poster(work: Reference) -> bool:
    return "poster" in (work.genre or "").casefold()


def _presented_at(work: Reference) -> str:
    return "Poster session presented at: " if _is_poster(work) else "Paper presented at: "


def _event(work: Reference) -> Pieces:
    parts = (said(work.event_title), said(vancouver_date(work.event_date)), said(work.event_place))
    return joined(parts, "; ")


def _imprint(work: Reference) -> Pieces:
    """Place, publisher and date: `New York: Springer; 2002`."""
    place = joined((said(work.publisher_place), said(work.publisher)), ": ")
    return joined((place, said(_dated(work))), "; ")


def _number(work: Reference) -> Pieces:
    return around("Report No.: " if work.type is WorkType.REPORT else "", said(work.number))


def _edition(edition: str | None) -> str:
    """`4` and `4th` give "4th ed."; what says so itself stays."""
    if edition is None or re.search(r"\bed", edition):
        return edition or ""
    return f"{_ordinal(int(edition)) if re.fullmatch('[0-9]+', edition) else edition} ed."


def _ordinal(number: int) -> str:
    if 10 < number % 100 < 14:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _version(work: Reference) -> str:
    version = work.version or ""
    return f"Version {version}" if version[:1].isdigit() else version


def _extent(number: str | None) -> str:
    return f"{number} p." if number and number.isdigit() else number or ""


def _series(work: Reference) -> Pieces:
    number = work.collection_number or ""
    return joined((said(work.collection_title), said(f"no. {number}" if number.isdigit() else number)), "; ")


def _language(work: Reference) -> str:
    """The language of a work that is not in English, by its English name."""
    language = work.language.split("-")[0]
    return "" if language == "en" else CldrLocale("en").languages.get(language) or ""


def _registered(work: Reference) -> Iterator[Pieces]:
    """Numbers in registers of trials: those of ClinicalTrials.gov by its name, as NLM does."""
    own = tuple(number for number in work.registry if number.startswith("NCT"))
    others = tuple(number for number in work.registry if not number.startswith("NCT"))
    for name, numbers in (("ClinicalTrials.gov", own), ("Trial", others)):
        plural = "s" if len(numbers) > 1 else ""
        yield around(f"{name} registration number{plural}: ", registered(numbers, ", "))


def _notice(notice: Notice, works: Mapping[str, Reference]) -> Pieces:
    """What was published about the work: where, if that is known, else when."""
    label, date = _NOTICES[notice.kind], said(vancouver_date(notice.issued))
    announcement = works.get(notice.key or "")
    if announcement and announcement.container_title:
        where = joined((_closed(container(announcement, abbreviated=True)), _in_serial(announcement)), " ")
        return around(f"{label} in: ", where)
    if notice.doi or notice.url:
        return around(f"{label} in: ", joined((date, doi(notice.doi) or address(notice.url)), "; "))
    return around(f"{label}: ", date) or (Piece(f"{label} published"),)
