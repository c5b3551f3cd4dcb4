"""The table and the list of misses, as text and as JSON."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tools.audit.rows import Line
from tools.audit.site import kind

FIRST = 20


def measured(line: Line) -> str:
    """What stands in the table's third column."""
    worst = line.worst
    if worst is None:
        return "not measured"
    shown = line.row.form.format(worst.value)
    number = f", {len(line.misses)} in all" if len(line.misses) > 1 and line.row.form == "{:.0f}" else ""
    return f"{shown}{number} ({worst.page})" if line.misses or line.row.form != "{:.0f}" else shown


def table(lines: list[Line]) -> Iterator[str]:
    """The table, one row a line."""
    rows = [("what", "goal", "measured (worst page)", "pages", "met")]
    rows += [
        (line.row.what, line.row.goal, measured(line), str(len(line.readings)), "yes" if line.met else "NO")
        for line in lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for index, row in enumerate(rows):
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        if index == 0:
            yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"


def details(line: Line, *, everything: bool) -> Iterator[str]:
    """Each miss of a row with page, place and value, and what was noted."""
    if line.misses:
        yield f"\n{line.row.what}: {len(line.misses)} misses"
    for page, miss in line.misses if everything else line.misses[:FIRST]:
        yield f"  {page}  {miss.where}  {miss.value}"
    if not everything and len(line.misses) > FIRST:
        yield f"  … and {len(line.misses) - FIRST} more (--all lists them)"
    notes = Counter(note for reading in line.readings for note in reading.notes)
    if notes:
        title = "left undecided by axe-core, on so many pages" if line.row.key == "axe" else "noted"
        yield f"\n{line.row.what}: {title}"
        yield from (f"  {note}" + (f" ({number})" if line.row.key == "axe" else "") for note, number in notes.items())


def grouped(line: Line) -> Iterator[str]:
    """The misses of a row by cause: kinds of page, what they have in common, an example."""
    groups: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for page, miss in line.misses:
        groups.setdefault((kind(page), miss.like), []).append((page, miss.where, miss.value))
    for (page_kind, like), found in sorted(groups.items(), key=lambda group: -len(group[1])):
        page, where, value = found[0]
        pages = len({each[0] for each in found})
        yield f"  {len(found)} × on {pages} pages of kind {page_kind}: `{like}`: {value} (e.g. {page} {where})"


def data(lines: list[Line]) -> list[dict[str, Any]]:
    """The table with everything in it, for other programs."""
    return [
        {
            "row": line.row.key,
            "what": line.row.what,
            "goal": line.row.goal,
            "measured": measured(line),
            "met": line.met,
            "pages": len(line.readings),
            "misses": [
                {"page": page, "where": miss.where, "value": miss.value, "like": miss.like}
                for page, miss in line.misses
            ],
            "notes": [note for reading in line.readings for note in reading.notes],
        }
        for line in lines
    ]
