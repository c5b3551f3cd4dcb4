"""The look at the links: every internal link and fragment leads somewhere, and nothing comes from elsewhere.

What a page links to and what can be linked to on it is a small record of its own, made from that page alone. A page is
sound or not by its own record, by which files there are, and by the ids of the pages to which it links with a fragment;
so a changed page is looked at again, and where its ids have changed, those that link to it.
"""

import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple, Protocol
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem

_LINKING = "a[href], link[href], script[src], img[src], source[src]"
_FETCHED = {"script", "img", "source"}
_FETCHED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}

_HREF, _SOURCE, _ID = (re.compile(rb' %s="([^"]*)' % name) for name in (b"href", b"src", b"id"))
_ELSEWHERE = re.compile(rb'<(?:link|script|img|source)\s[^>]*?(?:href|src)="(?:[A-Za-z][^":/]*:)?//[^>]*>')
_RELATION = re.compile(rb'\srel="(?:[^"]*\s)?(?:%s)[\s"]' % "|".join(sorted(_FETCHED_RELATIONS)).encode())
_RELATIVE = re.compile(r"((?:\.\./)*)((?:[\w-]+/)*[\w-]+(?:\.[\w-]+)+)(?:#([^%]*))?")
"""A link to a file of the site as our pages write it: nothing in it is encoded, and it names the file."""


class Link(NamedTuple):
    """A link as written, the file below the site's root to which it leads (none where elsewhere), and the place there.

    `fetched`: it leads elsewhere, and a browser fetches it without being asked.
    """

    written: str
    target: str
    fragment: str
    fetched: bool = False


class Anchors(Struct, frozen=True):
    """The ids of a page, those that stand twice, and its links to other pages and to what is not on it, each once."""

    ids: frozenset[str]
    twice: tuple[str, ...]
    links: tuple[Link, ...]

    def __reduce__(self) -> tuple[object, ...]:
        # Most of what is kept of a page are its links; as plain tuples they are read back at once.
        return _restored, (tuple(self.ids), self.twice, tuple(map(tuple, self.links)))


def _restored(ids: tuple[str, ...], twice: tuple[str, ...], links: tuple[tuple[str, str, str, bool], ...]) -> Anchors:
    return Anchors(frozenset(ids), twice, tuple(map(Link._make, links)))


def as_text(page: Anchors) -> str:
    """A page's ids and links as they can be kept; links are told as they are written on the page."""
    links = [[link.written, link.fetched] for link in page.links]
    return json.dumps([[*page.ids], page.twice, links], ensure_ascii=False, separators=(",", ":"))


def ids_of(text: str) -> frozenset[str]:
    """The ids of a page that was kept."""
    return frozenset(json.loads(text)[0])


def from_text(path: str, text: str) -> Anchors:
    """What was kept of the page at a path."""
    ids, twice, links = json.loads(text)
    known = frozenset(ids)
    return Anchors(known, tuple(twice), tuple(_links(path, map(tuple, links), known)))


def anchors(path: str, data: bytes) -> Anchors:
    """What a page links to, and what can be linked to on it.

    It is read attribute by attribute, in half the time of a parser; a page that may have attributes that are not
    written as ours are (in lower case, in double quotes, after a space) is `parsed`. A text that looks like an
    attribute is taken for one, so that a page is parsed before a fault is told.
    """
    page = _without_templates(data)
    hrefs, sources, ids = _HREF.findall(page), _SOURCE.findall(page), _ID.findall(page)
    if (
        len(hrefs) != page.count(b"href") - page.count(b"hreflang")
        or len(sources) != page.count(b"src") - page.count(b"-src")
        or len(ids) != page.count(b"id=") - page.count(b"-id=")
        or b"<!--" in page
        or _may_fetch(page)
    ):
        return parsed(path, data)
    links = dict.fromkeys((*hrefs, *sources))
    return _anchors(path, map(_value, ids), ((_value(each), False) for each in links))


def _without_templates(data: bytes) -> bytes:
    """A page without what its templates hold, which is not on the page."""
    start = 0
    while (start := data.find(b"<template", start)) >= 0:
        inside = data.find(b">", start) + 1
        end = data.find(b"</template>", inside)
        if not 0 < inside <= end:
            break
        data, start = data[:inside] + data[end:], inside
    return data


def _value(written: bytes) -> str:
    text = written.decode()
    return unescape(text) if "&" in text else text


def _may_fetch(page: bytes) -> bool:
    """Whether a browser would fetch something from elsewhere to show this page."""
    return any(not tag.startswith(b"<link") or _RELATION.search(tag) for tag in _ELSEWHERE.findall(page))


def parsed(path: str, data: bytes) -> Anchors:
    """The same, by a parser of HTML."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - our own pages are read without it

    tree = LexborHTMLParser(data.decode("utf-8"))
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    found = {
        (node.attributes.get("href") or node.attributes.get("src") or "", _is_fetched(node.tag or "", node.attributes))
        for node in tree.css(_LINKING)
    }
    return _anchors(path, ids, sorted(found))


def _is_fetched(tag: str, attributes: Mapping[str, str | None]) -> bool:
    return tag in _FETCHED or bool(_FETCHED_RELATIONS & set((attributes.get("rel") or "").split()))


def _anchors(path: str, ids: Iterable[str], links: Iterable[tuple[str, bool]]) -> Anchors:
    own = list(ids)
    known = frozenset(own)
    twice = {each for each, count in Counter(own).items() if count > 1} if len(known) < len(own) else ()
    return Anchors(known, tuple(sorted(twice)), tuple(_links(path, links, known)))


def _links(path: str, links: Iterable[tuple[str, bool]], ids: frozenset[str]) -> Iterator[Link]:
    """The links of a page (and whether they are fetched) but those that lead to a place on it that is there."""
    *folders, _ = path.split("/")
    above = ["".join(f"{each}/" for each in folders[:depth]) for depth in range(len(folders), -1, -1)]
    for written, fetched in links:
        up, file, fragment = _simple(written)
        if 0 <= up < len(above):
            link: Link | None = Link(written, above[up] + file if file else path, fragment)
        else:
            link = _link(written, path, folders, fetched=fetched)
        if link and not (link.target == path and (not link.fragment or link.fragment in ids)):
            yield link


@lru_cache(2048)
def _simple(written: str) -> tuple[int, str, str]:
    """How many folders up a link leads, to which file and where there; it leads -1 up where that takes more thought.

    The same few links stand on most pages.
    """
    if written[:1] == "#" and "%" not in written:
        return 0, "", written[1:]
    found = _RELATIVE.fullmatch(written)
    return (len(found[1]) // 3, found[2], found[3] or "") if found else (-1, "", "")


def _link(written: str, path: str, folders: list[str], *, fetched: bool) -> Link | None:
    """A link with the file to which it leads; None for one that leads elsewhere and fetches nothing."""
    if ":" in written or "//" in written or "?" in written:
        url = urlsplit(written)
        if url.scheme or url.netloc:
            return Link(written, "", "", fetched=True) if fetched and url.scheme != "data" else None
        return Link(written, _file(url.path, path, folders), unquote(url.fragment))
    address, _, fragment = written.partition("#")
    return Link(written, _file(address, path, folders), unquote(fragment))


def _file(address: str, path: str, folders: list[str]) -> str:
    """The file to which a relative address leads from a page."""
    return posixpath.normpath(posixpath.join(*folders, unquote(address))) if address else path


class Standing(Protocol):
    """What a site has."""

    def has(self, path: str) -> bool:
        """Whether there is a file."""
        ...

    def has_id(self, path: str, fragment: str) -> bool:
        """Whether a page has a place; what is no page has every one."""
        ...

    def near(self, path: str) -> str:
        """What the name of a file that is not there may have meant."""
        ...


def faults(path: str, page: Anchors, at: Place, site: Standing) -> Iterator[Problem]:
    """What is wrong with a page, told at the content that asked for it."""
    for repeated in page.twice:
        yield Problem(at, "id-twice-on-page", f"the id '{repeated}' stands twice on {path}")
    for link in page.links:
        if link.fetched:
            fault = f"'{link.written}' would be fetched from another host", "serve it from assets/"
        elif not site.has(link.target):
            fault = f"the link '{link.written}' leads nowhere", site.near(link.target)
        elif link.fragment and not site.has_id(link.target, link.fragment):
            fault = f"the link '{link.written}' leads to a page without that place", ""
        else:
            continue
        yield Problem(at, "link-dead", f"on {path}: {fault[0]}", fault[1])
