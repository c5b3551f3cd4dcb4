"""The look at the links: every internal link and fragment leads somewhere, and nothing comes from elsewhere."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem

_LINKING = (
    ("a[href]", "href"),
    ("link[href]", "href"),
    ("script[src]", "src"),
    ("img[src]", "src"),
    ("source[src]", "src"),
)
_FETCHED = {"script", "img", "source", "iframe", "audio", "video", "object", "embed"}
_FETCHED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: what it points to, and whether a browser fetches it without being asked."""

    target: str
    fetched: bool


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids of a page, ids that stand twice, and its links."""

    ids: frozenset[str]
    twice: tuple[str, ...]
    links: tuple[Link, ...]


def repeated_ids(path: str, page: Anchors, at: Place) -> Iterator[Problem]:
    """Every id that stands twice on a page."""
    for repeated in page.twice:
        yield Problem(at, "id-twice-on-page", f"the id '{repeated}' stands twice on {path}")


def broken_links(path: str, page: Anchors, at: Place, site: "Standing") -> Iterator[Problem]:
    """Every dead link or fragment of a page, and every resource that it fetches from another host."""
    for link in page.links:
        if fault := _fault(path, link, site):
            yield Problem(at, "link-dead", f"on {path}: {fault[0]}", fault[1])


class Standing(Protocol):
    """What a site has: whether there is a file, which ids a page has (None: no page), all names for a hint."""

    def has(self, path: str) -> bool: ...

    def ids(self, path: str) -> frozenset[str] | None: ...

    def near(self, path: str) -> str: ...


def anchors(data: bytes) -> Anchors:
    """The ids and links of a page."""
    tree = LexborHTMLParser(data.decode("utf-8"))
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    links = tuple(
        Link(node.attributes[attribute] or "", _is_fetched(node.tag or "", node.attributes.get("rel") or ""))
        for selector, attribute in _LINKING
        for node in tree.css(selector)
    )
    return Anchors(
        frozenset(ids), tuple(sorted({i for i in ids if ids.count(i) > 1})) if len(set(ids)) < len(ids) else (), links
    )


def _is_fetched(tag: str, relations: str) -> bool:
    return tag in _FETCHED or bool(_FETCHED_RELATIONS & set(relations.split()))


def _fault(path: str, link: Link, site: Standing) -> tuple[str, str] | None:
    """What is wrong with a link, with a hint, or None."""
    url = urlsplit(link.target)
    if url.scheme == "data":
        return None
    if url.scheme or url.netloc:
        return (
            (f"'{link.target}' would be fetched from another host", "serve it from assets/") if link.fetched else None
        )
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(url.path))) if url.path else path
    if not site.has(target):
        return f"the link '{link.target}' leads nowhere", site.near(target)
    ids = site.ids(target) if url.fragment else None
    if ids is not None and unquote(url.fragment) not in ids:
        return f"the link '{link.target}' leads to a page without that place", ""
    return None
