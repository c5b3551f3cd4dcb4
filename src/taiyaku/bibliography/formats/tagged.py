"""Files of tagged lines (`TY  - JOUR`, `PMID- 123`): RIS and PubMed's NBIB.

The libraries for them keep no line numbers and lose silently: rispy an entry without its ER and all but the last of a
tag that it does not know as a list, nbib the notes on retraction and the suffix of a name.
"""

import re
from collections.abc import Iterator

from msgspec import Struct


class Tagged(Struct, frozen=True):
    """A tag and its value, which may go over several lines; without a tag a line that belongs to none."""

    tag: str
    value: str
    line: int


def tagged_lines(text: str, form: re.Pattern[str]) -> Iterator[Tagged]:
    """Every tag of a text with the lines that continue it; `form` finds tag and value. Blank lines end a value."""
    tag, parts, start = "", [""], 0
    for number, line in enumerate(text.split("\n"), start=1):
        match = form.match(line)
        if match or not line.strip():
            if start:
                yield Tagged(tag, " ".join(parts), start)
            tag, parts, start = (match[1].strip(), [(match[2] or "").strip()], number) if match else ("", [], 0)
        elif start:
            parts.append(line.strip())
        else:
            tag, parts, start = "", [line.strip()], number
    if start:
        yield Tagged(tag, " ".join(parts), start)
