"""What a program that keeps references makes of a page.

The order of reading is that of Zotero's translators "Embedded Metadata" and "RDF", in our own words; what they take from the
visible page is left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

KNOWN = ("dc", "dcterms", "og", "article", "z")
"""The prefixes, of those that it knows, that stand before a name on our pages."""


@dataclass(frozen=True)
class Kept:
    """The fields that make up a reference to the page."""

    kind: str
    title: str
    authors: tuple[str, ...]
    date: str
    language: str
    site: str
    url: str
    doi: str
    pmid: str
    abstract: str


Found = Mapping[str, list[str]]


def kept(page: bytes) -> Kept:
    """The reference that is made of a page."""
    tree = LexborHTMLParser(page.decode())
    found: dict[str, list[str]] = {}
    for node in tree.css("head meta[content]"):
        name = node.attributes.get("name") or node.attributes.get("property") or ""
        found.setdefault(_normal(name), []).append(node.attributes["content"] or "")
    identifier = _first(found, "dc.identifier", "dcterms.identifier")
    canonical = tree.css_first("link[rel=canonical]")
    return Kept(
        kind=_kind(found),
        title=_first(found, "citation_title", "dc.title", "dcterms.title", "og.title"),
        authors=tuple(found.get("citation_author") or found.get("dc.creator") or found.get("dcterms.creator") or ()),
        date=_first(found, "citation_publication_date", "citation_date", "dcterms.issued", "dc.date"),
        language=_first(found, "citation_language", "dc.language", "dcterms.language"),
        site=_first(found, "citation_journal_title", "dc.source", "dcterms.source", "og.site_name"),
        url=_first(found, "og.url", "citation_fulltext_html_url")
        or ((canonical.attributes["href"] or "") if canonical else ""),
        doi=_first(found, "citation_doi") or (identifier if identifier.startswith("10.") else ""),
        pmid=_first(found, "citation_pmid"),
        abstract=_first(found, "citation_abstract", "og.description", "dc.description", "description"),
    )


def _normal(name: str) -> str:
    """`DC.Title` and `og:title` as `dc.title` and `og.title`; what has no known prefix stays."""
    prefix, _, rest = re.sub(r"[.:]", ".", name, count=1).partition(".")
    return f"{prefix.lower()}.{rest[0].lower()}{rest[1:]}" if prefix.lower() in KNOWN and rest else name


def _first(found: Found, *names: str) -> str:
    return next((found[name][0] for name in names if name in found), "")


def _kind(found: Found) -> str:
    """What it is taken for: where the page does not say, a `citation_title` makes it an article in a journal."""
    if "z.itemType" in found:
        return found["z.itemType"][0]
    if _first(found, "og.type") == "website":
        return "webpage"
    return "journalArticle" if "citation_title" in found else "webpage"
