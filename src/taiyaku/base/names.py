"""Ids, and the likely right one for a wrong one."""

import difflib
import re
from collections.abc import Iterable

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""An id: lower-case Latin letters, digits and single hyphens; the same in an address, a file name, a fragment."""


def is_slug(text: str) -> bool:
    """Whether a text may serve as an id."""
    return SLUG.fullmatch(text) is not None


def nearest(wrong: str, known: Iterable[str]) -> str | None:
    """The known name that a wrong one was probably meant to be, if there is one like it."""
    near = difflib.get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)
    return near[0] if near else None


def did_you_mean(wrong: str, known: Iterable[str], otherwise: str = "") -> str:
    """A hint that names the nearest known name; else `otherwise`, or the names themselves where they are few."""
    names = sorted(set(known))
    near = nearest(wrong, names)
    if near:
        return f"did you mean '{near}'?"
    if not otherwise and 0 < len(names) <= 16:
        return "known: " + ", ".join(names)
    return otherwise
