"""DOIs that were damaged on the way: what is wrong, and what was probably meant."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from taiyaku.bibliography.identifiers import bare_doi

_AGAIN = re.compile(r"10\.\d{4,9}/(?=(?:https?:|doi:|(?:dx\.)?doi\.org/|10\.\d{4,9}/))", re.IGNORECASE)
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_PAGE_OF_IT = re.compile(r"(?:[?]\w+=.*|/(?:abstract|e?pdf|full|html|meta|summary)|\.pdf)$", re.IGNORECASE)
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}
_END = ".,;:'\"”’。、"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_INVISIBLE = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")


def doi_faults(doi: str) -> Iterator[str]:
    """What is wrong with a DOI that begins as one should."""
    if strange := next((character for character in doi if not character.isascii()), None):
        yield f"the DOI holds '{strange}' ({unicodedata.name(strange, 'no name')})"
    if _AGAIN.match(doi):
        yield "the DOI holds another one"
    if _ESCAPE.search(doi):
        yield "the DOI holds escapes of an address (%)"
    if _PAGE_OF_IT.search(doi):
        yield "the DOI ends in a part of an address"
    if doi[-1] in _END:
        yield f"the DOI ends in '{doi[-1]}'"
    if not _balanced(doi):
        yield "the DOI has brackets that do not match"


def _balanced(text: str) -> bool:
    open_: list[str] = []
    for character in text:
        if character in _BRACKETS.values():
            open_.append(character)
        elif character in _BRACKETS and (not open_ or open_.pop() != _BRACKETS[character]):
            return False
    return not open_


def likely_doi(text: str) -> str | None:
    """The DOI that a damaged one, or an address, was probably meant to be; None where nothing likely is found.

    A digit or letter that was lost or changed cannot be known.
    """
    bare = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text).translate(_DASHES)).strip("<>[]()\"'“”‘’")
    bare = unquote(bare) if _ESCAPE.search(bare) else bare
    found = bare_doi(bare.rstrip(_END))
    while found and (again := _AGAIN.match(found)):
        found = bare_doi(found[again.end() :])
    if found is None:
        return None
    found = _PAGE_OF_IT.sub("", found).rstrip(_END)
    if not _balanced(found) and found[-1] in _BRACKETS:
        found = found[:-1]
    return found if not [*doi_faults(found)] else None
