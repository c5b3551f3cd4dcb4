"""Markdown, with our marks alone switched on; most texts hold none, and do without it."""

import re
from functools import cache
from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

_SAFE_LINK = re.compile(r"https?://|mailto:")
_BLOCKS_ON = {"paragraph"}
_INLINE_ON = {"backtick", "escape", "link", "em_strong", "em_strong2", "not_strong"}


@cache
def our_markdown() -> Markdown:
    """Markdown that knows paragraphs and the marks of CONTRIBUTING.md; all else is plain text to it."""
    markdown = Markdown(output_format="html")
    _keep(markdown.parser.blockprocessors, _BLOCKS_ON)
    _keep(markdown.preprocessors, {"normalize_whitespace"})
    _keep(markdown.inlinePatterns, _INLINE_ON)
    markdown.inlinePatterns.register(_SafeLinks(markdown.inlinePatterns["link"]), "link", 160)
    return markdown


def _keep(registry: Any, names: set[str]) -> None:
    for item in list(registry._priority):  # noqa: SLF001 - the registry has no public list of its names
        if item.name not in names:
            registry.deregister(item.name)


class _SafeLinks(InlineProcessor):
    """Markdown's links, but only to web and mail addresses and places on the page; any other stays text."""

    def __init__(self, links: Any) -> None:
        super().__init__(links.pattern, links.md)
        self.links = links

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: N802
        element, start, end = self.links.handleMatch(m, data)
        if element is not None and not _SAFE_LINK.match(element.get("href", "")):
            return None, None, None
        return element, start, end
