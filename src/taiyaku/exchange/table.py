"""Tables with a header: values separated by commas, semicolons or tabs."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import PurePosixPath

from taiyaku.exchange.gathering import LONE_SURROGATE, Gathering, shortened
from taiyaku.exchange.kinds import Kind

_DELIMITERS = {Kind.CSV: ",;\t", Kind.TSV: "\t"}
"""What may separate the values; the first by which the header names both texts does."""

_LONGEST = 2**31 - 1
_REREAD_AT_MOST = 20
"""How often reading goes back behind a quote that swallowed lines: without a limit it would be quadratic."""

Record = tuple[int, list[str]]
"""The line (from 1) where a record begins, and its values."""


def read_table(data: bytes, file: PurePosixPath, kind: Kind, source: str, target: str) -> Gathering:
    """The pairs of a table whose header names the columns `source`, `target` and perhaps `id`, in any order."""
    found = Gathering(file)
    source, target = source.lower(), target.lower()
    lines = list(io.StringIO(found.decode(data), newline=""))
    csv.field_size_limit(_LONGEST)  # Python's own limit is 128 KiB, and it is of the whole process
    start = next((number for number, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return found
    for delimiter in _DELIMITERS[kind]:
        header = _header(lines[start], delimiter)
        if {source, target} <= set(header):
            _read_records(found, lines, start, delimiter, (header, source, target))
            return found
    message = f"the first line names no columns '{source}' and '{target}': {shortened(lines[start])}"
    found.tell("table-header", message, start + 1, 1, f"begin the file with a line such as: id,{source},{target}")
    return found


def _header(line: str, delimiter: str) -> list[str]:
    try:
        return [name.strip().lower() for name in next(csv.reader([line], delimiter=delimiter, strict=True))]
    except csv.Error:
        return []


def _read_records(
    found: Gathering, lines: Sequence[str], start: int, delimiter: str, names: tuple[list[str], str, str]
) -> None:
    header, source, target = names
    twice = sorted({name for name in ("id", source, target) if header.count(name) > 1})
    for name in twice:
        found.tell("duplicate-key", f"there are several columns '{name}'", start + 1, 1, "leave one of them")
    if twice:
        return
    for line, values in _records(found, lines, start + 1, delimiter):
        if len(values) != len(header):
            count = "1 value" if len(values) == 1 else f"{len(values)} values"
            hint = "put a text that holds the separator or a line break in double quotes"
            found.tell("table-columns", f"{count} for {len(header)} columns", line, 1, hint)
        elif any(LONE_SURROGATE.search(value) for value in values):
            _tell_undecodable(found, lines, line)
        else:
            _read_entry(found, dict(zip(header, values, strict=True)), line, (source, target))


def _read_entry(found: Gathering, entry: dict[str, str], line: int, names: tuple[str, str]) -> None:
    identity = entry.get("id", "").strip()
    if identity:
        found.claim(identity, identity, line)
    found.add(identity or str(line), entry[names[0]], entry[names[1]], line, names)


def _records(found: Gathering, lines: Sequence[str], start: int, delimiter: str) -> Iterator[Record]:
    """Every record from a line on but blank ones; where one is malformed, reading goes on after its first line."""
    rereads = 0
    reader = csv.reader(islice(lines, start, None), delimiter=delimiter, strict=True)
    while True:
        first = start + reader.line_num
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            last = start + reader.line_num
            _tell_malformed(found, str(error), first + 1, last)
            if last > first + 1 and rereads < _REREAD_AT_MOST:
                rereads, start = rereads + 1, first + 1
                reader = csv.reader(islice(lines, start, None), delimiter=delimiter, strict=True)
            continue
        if any(value.strip() for value in values):
            yield first + 1, values


def _tell_malformed(found: Gathering, message: str, first: int, last: int) -> None:
    if message == "unexpected end of data":
        message = "a double quote is opened and never closed"
    elif last > first:
        message += f" (in line {last}, inside the quotes that are opened here)"
    found.tell("table-syntax", message, first, 1, "close the quotes; inside a quoted text, write each quote twice")


def _tell_undecodable(found: Gathering, lines: Sequence[str], first: int) -> None:
    wrong = next(number for number in range(first, len(lines) + 1) if LONE_SURROGATE.search(lines[number - 1]))
    found.is_decodable(lines[wrong - 1], wrong)
