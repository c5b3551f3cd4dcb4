"""Ranges of pages: whether they go upwards, are written in full, and with an en dash."""

import re
from collections.abc import Iterator

_RANGE = re.compile(
    r"(?<![\w–-])(?P<kind>[A-Za-z]*)(?P<first>[0-9]+)[A-Za-z]*"
    r"\s*[-–—−‐‑‒~〜]+\s*"
    r"(?P<last_kind>[A-Za-z]*)(?P<last>[0-9]+)(?P<after>[A-Za-z]*)(?![\w–-])"
)
_DASH = re.compile(r"\s*[-–—−‐‑‒~〜]+\s*")
_SIGN = re.compile(r"^(?:pp?\.\s*|pp?\s+|pages?\s+)", re.IGNORECASE)
_TWICE = re.compile(r"(\w+)\s*:\s*\1")


def first_page(page: str | None) -> str:
    """The first page, in lower case: the same for 637–640, 637-40 and pp. 637-640."""
    match = re.match(r"[A-Za-z]*[0-9]+", _SIGN.sub("", (page or "").strip()))
    return match[0].lower() if match else ""


def range_faults(page: str) -> Iterator[tuple[str, str]]:
    """What cannot be right in the pages of a work, each with what was probably meant, or nothing."""
    for match in _ranges(page):
        kind, first, last = match["kind"], match["first"], match["last"]
        if match["last_kind"] not in ("", kind):
            yield f"the ends of the range '{match[0]}' are of two kinds", ""
        elif (kind and not match["last_kind"]) or int(last) < int(first):
            yield _short_or_descending(match)


def _ranges(page: str) -> Iterator[re.Match[str]]:
    """The ranges of pages; a number with a hyphen, such as 2023-0145, is none."""
    for match in _RANGE.finditer(page):
        if not (match["last"].startswith("0") and len(match["last"]) >= len(match["first"])):
            yield match


def _short_or_descending(match: re.Match[str]) -> tuple[str, str]:
    """A short form (637-40, S93-9) is told with the long one; with the kind repeated (S12–S9) it cannot be short."""
    kind, first, last = match["kind"], match["first"], match["last"]
    whole = first[: max(0, len(first) - len(last))] + last
    if int(whole) < int(first) or match["last_kind"]:
        return f"the range '{match[0]}' ends before it begins", ""
    return f"the range '{match[0]}' is shortened", f"{kind}{first}–{kind}{whole}{match['after']}"


def tidy(page: str) -> str:
    """Pages as they are stored: ranges with an en dash, without `pp.`, no number twice."""
    bare = _SIGN.sub("", page.strip())
    if twice := _TWICE.fullmatch(bare):
        return twice[1]
    for match in _ranges(bare):
        bare = bare.replace(match[0], _DASH.sub("–", match[0]))
    return bare
