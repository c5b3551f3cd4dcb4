"""The tables that ship with the program: units, cues and terms, each a file of tab-separated columns."""

import csv
from collections.abc import Iterator
from importlib.resources import files
from itertools import islice


def rows(table: str) -> Iterator[dict[str, str]]:
    """Every row of a table by the names of its columns; lines that begin with # are remarks."""
    yield from csv.DictReader(_lines(table), delimiter="\t", quoting=csv.QUOTE_NONE)


def columns(table: str) -> Iterator[tuple[str, str]]:
    """Every row of a table of two columns; for tables so long that reading them by name takes noticeable time."""
    for line in islice(_lines(table), 1, None):
        first, _, second = line.partition("\t")
        yield first, second


def _lines(table: str) -> Iterator[str]:
    with files("taiyaku.language").joinpath("data", f"{table}.tsv").open("r", encoding="utf-8") as text:
        for line in text:
            if line != "\n" and not line.startswith("#"):
                yield line.rstrip("\n")
