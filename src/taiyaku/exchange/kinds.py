"""Which kinds of file hold pairs, and how a file tells which it is."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath


class Kind(StrEnum):
    """A format in which pairs are exchanged."""

    JSONL = "jsonl"
    PO = "po"
    TMX = "tmx"
    CSV = "csv"
    TSV = "tsv"


SUFFIXES: Mapping[str, Kind] = {
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".json": Kind.JSONL,
    ".po": Kind.PO,
    ".pot": Kind.PO,
    ".tmx": Kind.TMX,
    ".csv": Kind.CSV,
    ".tsv": Kind.TSV,
}
"""The kind that a file has by the end of its name."""


def kind_of(file: PurePath) -> Kind | None:
    """The kind that the file's name tells, in upper or lower case; None where it tells none."""
    return SUFFIXES.get(file.suffix.lower())
