"""Ids, and the likely right one for a wrong one."""

import difflib
import re
from collections.abc import Iterable

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""An id: lower-case Latin letters, digits and single hyphens; the same in an address, a file name, a fragment."""


def is_slug(text: str) -> bool:
    """Whether a text may serve as an id."""
    return SLUG.fullmatch(text) is not None


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known name, or lists the names where they are few, or nothing."""
    names = sorted(known)
    near = difflib.get_close_matches(wrong, names, n=1, cutoff=0.6)
    if near:
        return f"did you mean '{near[0]}'?"
    if 0 < len(names) <= 12:
        return "known: " + ", ".join(names)
    return ""
