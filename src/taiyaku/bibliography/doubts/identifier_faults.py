"""Identifiers of a work that cannot be right."""

import re
from collections.abc import Iterator

from taiyaku.bibliography.identifiers import is_isbn, is_issn, is_orcid, registry_address
from taiyaku.model.reference import Reference

Fault = tuple[tuple[str | int, ...], str, str]
"""Where in the record, what is wrong, and what to do."""

_COMPARE = "compare with the document; a number that is wrong there is told in 'as_printed'"
_KNOWN = re.compile(r"NCT|jRCT|ISRCTN|ACTRN|ChiCTR", re.IGNORECASE)


def identifier_faults(work: Reference) -> Iterator[Fault]:
    """The identifiers of a record, and of the people in it, that cannot be right."""
    if work.isbn and not is_isbn(work.isbn):
        yield ("ISBN",), f"the check digit of the ISBN '{work.isbn}' is wrong", _COMPARE
    if work.issn and not is_issn(work.issn):
        yield ("ISSN",), f"the check digit of the ISSN '{work.issn}' is wrong", _COMPARE
    for position, number in enumerate(work.registry):
        if _KNOWN.match(number) and registry_address(number) is None:
            yield ("registry", position), f"'{number}' does not have the form of its register", _COMPARE
    for field, names in (("author", work.author), ("editor", work.editor), ("translator", work.translator)):
        for position, name in enumerate(names):
            if name.orcid and not is_orcid(name.orcid):
                yield (field, position, "ORCID"), *_orcid_fault(name.orcid)


def _orcid_fault(orcid: str) -> tuple[str, str]:
    found = re.search(r"[0-9]{4}-?[0-9]{4}-?[0-9]{4}-?[0-9]{3}[0-9Xx]", orcid)
    if found and is_orcid(found[0]):
        return f"'{orcid}' is more than an ORCID", f"write {found[0]}"
    return f"the check digit of the ORCID '{orcid}' is wrong", _COMPARE
