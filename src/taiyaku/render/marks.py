"""Markdown's inline marks as HTML. Only paragraphs and the marks of CONTRIBUTING.md are on: all else is plain text."""

import re
from functools import lru_cache

_AMPERSAND = "\ue000"
"""Stands for & while Markdown works, which would let `&lt;` through; no content may hold it (character-unsound)."""

_MARK = re.compile(r"[*_`\\]|\]\(")


def has_marks(text: str) -> bool:
    """Whether Markdown could make anything of a line of text but the same text."""
    return _MARK.search(text) is not None


@lru_cache(maxsize=4096)
def marked(text: str) -> str:
    """A line of text with Markdown's marks as HTML, in which what is no mark of ours is escaped."""
    from taiyaku.render.our_markdown import our_markdown  # noqa: PLC0415 - it takes its time, and few texts need it

    html = our_markdown().reset().convert(text.replace("&", _AMPERSAND))
    return html.removeprefix("<p>").removesuffix("</p>").replace(_AMPERSAND, "&amp;")
