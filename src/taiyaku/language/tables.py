"""The tables that ship with the program: units, cues and terms, each a file of tab-separated columns."""

import csv
from collections.abc import Iterator
from importlib.resources import files


def rows(table: str) -> Iterator[dict[str, str]]:
    """Every row of a table by the names of its columns; lines that begin with # are remarks."""
    text = files("taiyaku.language").joinpath("data", f"{table}.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
