"""Identifiers of works: their one form, their addresses, and whether they can be right."""

import re
from urllib.parse import quote

_DOI = re.compile(r"^(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:?\s*|info:doi/)?(10\.\d{4,9}/\S+)$", re.IGNORECASE)
_REGISTRIES = (
    (r"NCT\d{8}", "https://clinicaltrials.gov/study/{}"),
    (r"jRCTs?\d{9,11}", "https://jrct.mhlw.go.jp/latest-detail/{}"),
    (r"ISRCTN\d+", "https://www.isrctn.com/{}"),
    (r"ACTRN\d{14}p?", "https://www.anzctr.org.au/{}.aspx"),
    (r"ChiCTR[0-9A-Za-z-]+", "https://trialsearch.who.int/Trial2.aspx?TrialID={}"),
)


def bare_doi(text: str) -> str | None:
    """The DOI in what people write for one (`https://doi.org/10…`, `doi:10…`), as written; None where there is none."""
    match = _DOI.match(text.strip())
    return match[1].rstrip(".,;") if match else None


def same_doi(doi: str) -> str:
    """What two spellings of one DOI share: letters of any case name the same work (DOI Handbook, 2.4)."""
    return (bare_doi(doi) or doi).lower()


def doi_address(doi: str) -> str:
    """Where a DOI leads; characters that an address may not hold are escaped (DOI Handbook, 3.8)."""
    return "https://doi.org/" + quote(doi, safe="/():;.,_-")


def pmid_address(number: str) -> str:
    """Where a work stands in PubMed."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{number}/"


def orcid_address(orcid: str) -> str:
    """Where a person's page at ORCID stands."""
    return f"https://orcid.org/{orcid}"


def registry_address(number: str) -> str | None:
    """Where a trial's entry stands in its register, or None for a register that is not known here."""
    for pattern, address in _REGISTRIES:
        if re.fullmatch(pattern, number):
            return address.format(number)
    return None


def is_isbn(text: str) -> bool:
    """Whether the check digit of an ISBN-10 or ISBN-13 is right (ISO 2108)."""
    digits = re.sub(r"[\s-]", "", text).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return sum((10 - n) * (10 if d == "X" else int(d)) for n, d in enumerate(digits)) % 11 == 0
    return (
        bool(re.fullmatch(r"\d{13}", digits))
        and sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(digits)) % 10 == 0
    )


def is_issn(text: str) -> bool:
    """Whether the check digit of an ISSN is right (ISO 3297)."""
    digits = text.replace("-", "").upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return False
    return sum((8 - n) * (10 if d == "X" else int(d)) for n, d in enumerate(digits)) % 11 == 0


def is_orcid(text: str) -> bool:
    """Whether the check digit of an ORCID is right (ISO 7064, mod 11-2)."""
    digits = text.replace("-", "").upper()
    if not re.fullmatch(r"\d{15}[\dX]", digits):
        return False
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return "0123456789X"[(12 - total % 11) % 11] == digits[-1]
