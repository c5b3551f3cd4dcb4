"""The markup of a pair: citations `[@key, p. 3; @other]` and terms `[[id|wording]]`."""

import re
from collections.abc import Iterator

from msgspec import Struct

CITATION = re.compile(r"\[(@[^\]\[]*)\]")
TERM = re.compile(r"\[\[([^\]\[|]*)(?:\|([^\]\[]*))?\]\]")
_ADDRESS = re.compile(r"\]\(\S*?\)|https?://\S+")
_BROKEN = re.compile(r"[\[［]?(?<![A-Za-z0-9._-])[@＠][A-Za-z][A-Za-z0-9-]*|\[\[[^\]]*")
_MARKED = re.compile(r"[@＠]|\[\[")
_ONE = re.compile(r"@(?P<key>[^\s,;@]+)(?:,\s*(?P<locator>.*))?")


class Citation(Struct, frozen=True):
    """A work that a sentence cites, with the place in it if one is given (`p. 3`)."""

    key: str
    locator: str = ""


def parse_citation(inside: str) -> tuple[Citation, ...] | None:
    """The works named between the brackets of `[@a; @b, p. 3]`, or None where the text is not a citation."""
    found = [_ONE.fullmatch(part.strip()) for part in inside.split(";")]
    if not all(found):
        return None
    return tuple(Citation(m["key"], (m["locator"] or "").strip()) for m in found if m)


def citations(text: str) -> Iterator[Citation]:
    """Every citation of a text, in order."""
    if "[@" in text:
        for match in CITATION.finditer(text):
            yield from parse_citation(match[1]) or ()


def malformed_citations(text: str) -> Iterator[str]:
    """Every piece of text that begins like a citation or a term link and is none: it would be published as it is."""
    if not _MARKED.search(text):
        return
    for match in CITATION.finditer(text):
        if parse_citation(match[1]) is None:
            yield match[0]
    rest = _ADDRESS.sub("", TERM.sub("", CITATION.sub("", text)))
    for match in _BROKEN.finditer(rest):
        yield match[0]


def term_links(text: str) -> Iterator[str]:
    """The id of every term that a text links by hand, in order."""
    if "[[" in text:
        for match in TERM.finditer(text):
            yield match[1].strip()
