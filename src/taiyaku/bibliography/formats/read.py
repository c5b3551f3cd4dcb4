"""Reading anybody's references: which format a file has, and one function for all of them."""

import re
from pathlib import PurePosixPath

from taiyaku.bibliography.formats.bibtex import read_bibtex
from taiyaku.bibliography.formats.csl_read import read_csl
from taiyaku.bibliography.formats.decoding import decoded
from taiyaku.bibliography.formats.endnote import read_endnote
from taiyaku.bibliography.formats.gathered import Gathered
from taiyaku.bibliography.formats.kinds import Format
from taiyaku.bibliography.formats.nbib import read_nbib
from taiyaku.bibliography.formats.ris import read_ris

_SIGNS = (
    (Format.RIS, re.compile(r"^\s*TY\s{1,2}-\s", re.MULTILINE)),
    (Format.NBIB, re.compile(r"^(?:PMID|BAID|STAT|OWN )- ", re.MULTILINE)),
    (Format.BIBTEX, re.compile(r"^\s*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE)),
)


_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


def format_of(data: bytes, encoding: str = "") -> Format | None:
    """The format that the content of a file shows; None where it shows none."""
    text = decoded(data, Gathered(PurePosixPath()), encoding) or data.decode("latin-1")
    start = text.lstrip("\ufeff \t\n")[:1]
    if start in {"[", "{"}:
        return Format.CSL_JSON
    if start == "<":
        return Format.ENDNOTE
    found = [(match.start(), form) for form, sign in _SIGNS if (match := sign.search(text))]
    return min(found)[1] if found else None


def read_works(data: bytes, file: PurePosixPath, form: Format, encoding: str = "") -> Gathered:
    """Every work of a file, what was not taken over, and the problems; never raises, whatever the bytes.

    `encoding` is the one that somebody named; without it, the bytes show it.
    """
    found = Gathered(file)
    if not data.strip(b" \t\r\n\0"):
        found.tell("file-empty", "the file is empty", 0, 0, "export the references again")
        return found
    if _WEB_PAGE.match(data[:2000]):
        hint = "on that page, export the references or the citation, and save what it gives"
        found.tell("import-syntax", "this is a web page, not a file of references", 1, 1, hint)
        return found
    if form is Format.ENDNOTE:
        read_endnote(
            decoded(data, found, encoding).encode() if encoding else data, found, "utf-8" if encoding else None
        )
    else:
        _read_text(decoded(data, found, encoding), form, found)
    if not found.works and not found.problems:
        found.tell("file-empty", "there is no work in the file", 0, 0, f"is it {form.value}?")
    return found


def _read_text(text: str, form: Format, found: Gathered) -> None:
    match form:
        case Format.RIS:
            read_ris(text, found)
        case Format.NBIB:
            read_nbib(text, found)
        case Format.BIBTEX:
            read_bibtex(text, found)
        case _:
            read_csl(text, found)
