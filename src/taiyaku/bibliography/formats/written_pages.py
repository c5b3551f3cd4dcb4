"""Page ranges of other programs into the form that records keep: `637-40` is stored in full, as 637–640."""

import re

_PAGE = r"(?:[A-Za-z]{0,3}\d+(?:\.?[A-Za-z]{1,2}\d*)?|[ivxlcdm]+)"
_RANGE = re.compile(rf"(?<![\w.–-])({_PAGE})\s*(?:-{{1,3}}|[–—‐‑−])\s*({_PAGE})(?![\w–-]|\.\d)")
_PARTS = re.compile(r"([A-Za-z]*)(\d+)([A-Za-z]*)")


def full_range(text: str) -> tuple[str, str]:
    """The pages with every short range in full, and what of them cannot be such a short form (`4367-38`)."""
    odd: list[str] = []

    def write_out(match: re.Match[str]) -> str:
        first, last = match[1], match[2]
        whole = _last_page(first, last)
        if whole is None:
            odd.append(match[0])
            return first
        return first if whole == first else f"{first}–{whole}"

    return _RANGE.sub(write_out, text.strip()), ", ".join(odd)


def _last_page(first: str, last: str) -> str | None:
    """The last page in full, or None where the two are no range."""
    one, other = _PARTS.fullmatch(first), _PARTS.fullmatch(last)
    if not one or not other:
        return last  # Roman figures, or a form of the publisher's own
    if other[1] and other[1].lower() != one[1].lower():
        return last if not one[1] else None
    digits = other[2]
    if len(digits) < len(one[2]):
        digits = one[2][: len(one[2]) - len(digits)] + digits
    if int(digits) < int(one[2]) or (int(digits) == int(one[2]) and one[3] > other[3]):
        return None
    return (other[1] or one[1]) + digits + other[3]
