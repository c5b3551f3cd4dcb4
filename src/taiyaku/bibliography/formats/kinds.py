"""The formats by their names."""

from enum import StrEnum


class Format(StrEnum):
    """A format in which references are exchanged."""

    RIS = "ris"
    NBIB = "nbib"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    ENDNOTE = "endnote-xml"
