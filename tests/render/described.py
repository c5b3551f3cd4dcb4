"""Heads of pages of the small site, as machines read them."""

import json
from pathlib import PurePosixPath
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from taiyaku.app.build import Built


def block(built: Built, name: str) -> dict[str, Any]:
    """What a page says in the words of schema.org."""
    [script] = LexborHTMLParser(built.files[PurePosixPath(name)].decode()).css("script[type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.text(strip=False))
    return found


def metas(built: Built, name: str) -> dict[str, list[str | None]]:
    """The contents of a page's `meta` elements by their names."""
    found: dict[str, list[str | None]] = {}
    for node in LexborHTMLParser(built.files[PurePosixPath(name)].decode()).css("meta[content]"):
        found.setdefault(node.attributes.get("name") or node.attributes.get("property") or "", []).append(
            node.attributes["content"]
        )
    return found
