"""NBIB, the format of PubMed's "Citation manager": read only."""

import re
from collections.abc import Sequence

from taiyaku.bibliography.formats.cleaning import without_hidden
from taiyaku.bibliography.formats.draft import ABSTRACT, BOOKKEEPING, UNCHECKED, UNKNOWN, At, Draft
from taiyaku.bibliography.formats.gathered import Gathered
from taiyaku.bibliography.formats.tagged import Tagged, tagged_lines
from taiyaku.bibliography.formats.written_dates import read_date
from taiyaku.bibliography.formats.written_names import medline_name

FORM = re.compile(r"([A-Z][A-Z0-9 ]{3})-\s?(.*)$")

_FIELDS = {
    "JT": "container-title",
    "TA": "container-title-short",
    "VI": "volume",
    "IP": "issue",
    "PG": "page",
    "CTI": "collection-title",
    "EN": "edition",
    "PB": "publisher",
    "PL": "publisher-place",
    "DP": "issued",
    "LA": "language",
    "IS": "ISSN",
    "ISBN": "ISBN",
    "PMID": "PMID",
    "PMC": "PMCID",
}
_IN_FULL = {"FAU": "author", "FED": "editor"}
_SHORT = {"AU": "author", "ED": "editor"}
_NOTICES = {"RIN": "retraction", "ECI": "expression_of_concern", "EIN": "correction"}
_BOOKKEEPING = set(
    "OWN STAT DCOM LR DA CRDT EDAT MHDA PHST PST JID SB RF GR PUBM PMCR CI LRR SO MID PT- OTO NM GS SPIN".split()  # noqa: SIM905
)
_LEFT_OUT = {
    "AB": ABSTRACT,
    "OAB": ABSTRACT,
    "OABL": ABSTRACT,
    "MH": "subject headings are the database's own",
    "RN": "subject headings are the database's own",
    "COIS": "statements of interests belong to their publishers",
    "IR": "collaborators are not authors",
    "FIR": "collaborators are not authors",
    "IRAD": "collaborators are not authors",
    "CIN": "comments on a work are works of their own: add them, and name this one under 'related'",
    "CON": "name the other work under 'related'",
    "UOF": "name the other work under 'related'",
    "UIN": "name the other work under 'related'",
    "ROF": "name the other work under 'related', and this notice under 'notices' there",
    "EFR": "name the other work under 'related', and this notice under 'notices' there",
}
_REGISTERS = re.compile(
    r"(?:ClinicalTrials\.gov|ISRCTN|ANZCTR|ChiCTR|CRiS|CTRI|DRKS|EudraCT|CTIS|IRCT|JapicCTI|JMACCT|JPRN|jRCT|NTR|NTRR|PACTR"
    r"|RBR|ReBec|REPEC|RPCEC|SLCTR|TCTR|LBCTR|UMIN ?CTR)/(\S+)",
    re.IGNORECASE,
)
"""What `SI` names that is a register of trials, and no bank of sequences or data."""

_USUAL_TYPES = {"Journal Article", "Retracted Publication", "Published Erratum", "Preprint", "Letter", "Editorial"}


def read_nbib(text: str, found: Gathered) -> None:
    """Gathers the works of a text in NBIB."""
    entry: list[Tagged] = []
    for each in tagged_lines(text, FORM):
        if each.tag in {"PMID", "BAID"} and any(line.tag not in {"BAID", "PMID"} for line in entry):
            _draft_of(entry).finish(found)
            entry = []
        if each.tag:
            entry.append(each)
        else:
            found.left_out("text", each.value, "the line has no tag", each.line)
    if entry:
        _draft_of(entry).finish(found)


def _draft_of(entry: Sequence[Tagged]) -> Draft:
    draft = Draft(entry[0].line, {"type": _type(entry)})
    in_full = any(line.tag == "FAU" for line in entry)
    for each in entry:
        _take(draft, each, At(each.tag, each.line), in_full=in_full)
    _translated(draft)
    _notices(draft, entry)
    return draft


def _type(entry: Sequence[Tagged]) -> str:
    kinds = {line.value for line in entry if line.tag == "PT"}
    tags = {line.tag for line in entry}
    if "Preprint" in kinds:
        return "article"
    if "Dataset" in kinds and "Journal Article" not in kinds:
        return "dataset"
    return (
        ("chapter" if "CTDT" in tags or ("BTI" in tags and "TI" in tags) else "book")
        if "BTI" in tags
        else "article-journal"
    )


def _take(draft: Draft, each: Tagged, at: At, *, in_full: bool) -> None:
    """Puts one line where it belongs."""
    value = each.value
    match each.tag:
        case tag if tag in _FIELDS:
            draft.take(_FIELDS[tag], value, at)
        case tag if tag in _IN_FULL:
            draft.person(_IN_FULL[tag], medline_name(without_hidden(value)))
        case tag if tag in _SHORT:
            if not in_full:
                draft.name(_SHORT[tag], value, at)
        case "CN":
            draft.person("author", {"literal": without_hidden(value).strip()})
        case "AUID":
            _orcid(draft, each, at)
        case "AD":
            draft.affiliation(value, at)
        case "LID" | "AID":
            _location(draft, each, at)
        case _:
            _take_words(draft, each, at)


def _take_words(draft: Draft, each: Tagged, at: At) -> None:
    value = each.value
    match each.tag:
        case "TI":
            draft.title(value, at, stop_is_usual=True)
        case "TT":
            draft.text("original-title", value.rstrip("."), at)
        case "BTI":
            draft.text("title" if draft.fields["type"] == "book" else "container-title", value.rstrip("."), at)
        case "DEP":
            draft.date("available-date", re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", value), at)
        case "OT":
            draft.keyword(value.lstrip("*"), at)
        case "SI" if register := _REGISTERS.fullmatch(value):
            draft.fields.setdefault("registry", []).append(register[1])
        case "SI":
            draft.left_out(at, value, "no register of trials that is known here has given the number")
        case "PT" if value in _USUAL_TYPES:
            pass
        case tag if tag in _NOTICES:
            pass  # read together
        case tag:
            draft.left_out(at, value, BOOKKEEPING if tag in _BOOKKEEPING else _LEFT_OUT.get(tag, UNKNOWN))


def _orcid(draft: Draft, each: Tagged, at: At) -> None:
    match = re.search(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])", each.value)
    if match and draft.fields.get("author"):
        draft.fields["author"][-1]["ORCID"] = "-".join(match.groups())
    else:
        draft.left_out(at, each.value, "this is no ORCID of an author", "author")


def _location(draft: Draft, each: Tagged, at: At) -> None:
    """A DOI; what else publishers write there is a number of their own."""
    value, _, kind = each.value.rpartition(" [")
    if kind == "doi]":
        draft.doi(value, at)
    else:
        draft.left_out(at, each.value, "the publisher's own number")


def _translated(draft: Draft) -> None:
    """MEDLINE's [translation of a title] keeps its brackets, which tell that the work does not print it."""
    title = str(draft.fields.get("title", ""))
    if title.startswith("[") and title.endswith("]"):
        draft.fields["title"] = f"[{title[1:-1].rstrip('.')}]"


def _notices(draft: Draft, entry: Sequence[Tagged]) -> None:
    """Retractions, concerns and corrections, as known when the entry was last revised: nobody else has looked."""
    given = [line for line in entry if line.tag in _NOTICES]
    kinds = {_NOTICES[line.tag] for line in given}
    marked = next((line for line in entry if (line.tag, line.value) == ("PT", "Retracted Publication")), None)
    if "retraction" not in kinds and marked:
        given.append(Tagged("RIN", "", marked.line))
    if not given:
        return
    revised = next((line.value for line in entry if line.tag == "LR"), "")
    day = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", revised)
    if day is None:
        for line in given:
            draft.left_out(At(line.tag, line.line), line.value or "Retracted Publication", UNCHECKED)
        return
    draft.fields["checked"] = "-".join(day.groups())
    draft.fields["notices"] = [_notice(draft, line) for line in given]


def _notice(draft: Draft, line: Tagged) -> dict[str, str]:
    """`J Foo. 2021 Jan 5;1(2):3. doi: 10.1000/x. PMID: 999`: its day and DOI; the rest is told."""
    notice = {"kind": _NOTICES[line.tag]}
    doi = re.search(r"doi:\s*(10\.\d{4,9}/\S+?)[.;,]?(?:\s|$)", line.value)
    when = re.search(r"\.\s((?:1[89]|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?)(?=[;.:\s(]|$)", line.value)
    day = read_date(when[1])[0] if when else None
    notice |= ({"issued": day} if day else {}) | ({"DOI": doi[1]} if doi else {})
    if line.value:
        draft.left_out(At(line.tag, line.line), line.value, "only its kind, day and DOI are kept, under 'notices'")
    return notice
