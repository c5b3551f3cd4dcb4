"""Sentences: where one ends and the next begins, in English and in Japanese."""

import re

from taiyaku.base.locale import Locale

_SHORT = "vs|e\\.g|i\\.e|cf|approx|Fig|Figs|No|Nos|Dr|Prof|Mr|Mrs|Ms|St|al|etc|ca|resp|Inc|Ltd|Jr|Eq|ref|refs|Ver|max|min|spp|sp|incl|excl|Suppl|Vol|pp|p|D|Ph|U\\.S|U\\.K|a\\.m|p\\.m"
_ENDS = {
    Locale.EN: re.compile(r"(?<!\b(?:[A-Z]))[.!?](?:[\"'”’)\]]|\[@[^\]]*\]|\s?\[@[^\]]*\])*(?=\s+[\[(\"“‘]*[A-Z0-9\[¹²]|\s*$)"),
    Locale.JA: re.compile(r"[。！？!?](?:[」』）)\]]|\s?\[@[^\]]*\])*(?![」』）)])|[^。！？!?\s](?=\s*$)"),
}  # fmt: skip
_NO_END = re.compile(rf"(?:^|[\s(])(?:{_SHORT})\.$")


def sentences(folded: str, locale: Locale) -> list[tuple[int, int]]:
    """Where each sentence of a folded text begins and ends; headings and fragments count as one."""
    found, start = [], 0
    for match in _ENDS[locale].finditer(folded):
        head = folded[max(start, match.start() - 12) : match.start() + 1]
        if locale is Locale.EN and _NO_END.search(head) and match.end() < len(folded):
            continue
        if folded[start : match.end()].strip():
            found.append((start, match.end()))
        start = match.end()
    if folded[start:].strip():
        found.append((start, len(folded)))
    return found
