"""The look at the links: every internal link and fragment leads somewhere, and nothing comes from elsewhere."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from taiyaku.base.names import did_you_mean
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
class _Link:
    """A link of a page: what it points to, and whether a browser fetches it without being asked."""

    target: str
    fetched: bool


@dataclass(frozen=True, slots=True)
class _Anchors:
    """The ids of a page, ids that stand twice, and its links."""

    ids: frozenset[str]
    twice: tuple[str, ...]
    links: tuple[_Link, ...]


def broken_links(files: Mapping[PurePosixPath, bytes], sources: Mapping[PurePosixPath, Place]) -> Iterator[Problem]:
    """Every dead link or fragment, repeated id, and resource fetched from another host, in the pages among these files.

    `sources` tells for each page the content that asked for it.
    """
    pages = {str(path): _anchors(data) for path, data in files.items() if path.suffix == ".html"}
    names = {str(path) for path in files}
    for path, anchors in pages.items():
        at = sources.get(PurePosixPath(path), Place(PurePosixPath(path)))
        for repeated in anchors.twice:
            yield Problem(at, "id-twice-on-page", f"the id '{repeated}' stands twice on {path}")
        for link in anchors.links:
            if fault := _fault(path, link, pages, names):
                yield Problem(at, "link-dead", f"on {path}: {fault[0]}", fault[1])


def _anchors(data: bytes) -> _Anchors:
    tree = LexborHTMLParser(data.decode("utf-8"))
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    links = tuple(
        _Link(node.attributes[attribute] or "", _is_fetched(node.tag or "", node.attributes.get("rel") or ""))
        for selector, attribute in _LINKING
        for node in tree.css(selector)
    )
    return _Anchors(
        frozenset(ids), tuple(sorted({i for i in ids if ids.count(i) > 1})) if len(set(ids)) < len(ids) else (), links
    )


def _is_fetched(tag: str, relations: str) -> bool:
    return tag in _FETCHED or bool(_FETCHED_RELATIONS & set(relations.split()))


def _fault(path: str, link: _Link, pages: Mapping[str, _Anchors], names: set[str]) -> tuple[str, str] | None:
    """What is wrong with a link, with a hint, or None."""
    url = urlsplit(link.target)
    if url.scheme == "data":
        return None
    if url.scheme or url.netloc:
        return (
            (f"'{link.target}' would be fetched from another host", "serve it from assets/") if link.fetched else None
        )
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(url.path))) if url.path else path
    if target not in names:
        return f"the link '{link.target}' leads nowhere", did_you_mean(target, names)
    if url.fragment and target in pages and unquote(url.fragment) not in pages[target].ids:
        return f"the link '{link.target}' leads to a page without that place", ""
    return None
