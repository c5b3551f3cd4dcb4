"""The look at the links: every internal link and fragment leads somewhere, and nothing comes from elsewhere.

What a page links to and what can be linked to on it is a small record of its own, made from that page alone. A page is
sound or not by its own record, by which files there are, and by the ids of the pages to which it links with a fragment;
so a changed page is looked at again, and where its ids have changed, those that link to it.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple, Protocol
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem

_LINKING = "a[href], link[href], script[src], img[src], source[src]"
_FETCHED = {"script", "img", "source"}
_FETCHED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}

_TEMPLATE = re.compile(r"(<template\b[^>]*>).*?</template>", re.DOTALL)
_ELSEWHERE = re.compile(r'<(?:link|script|img|source)\s[^>]*?(?:href|src)="(?:[A-Za-z][^":/]*:)?//[^>]*>')
_RELATION = re.compile(rf'\srel="(?:[^"]*\s)?(?:{"|".join(sorted(_FETCHED_RELATIONS))})[\s"]')


class Link(NamedTuple):
    """A link as written, the file below the site's root to which it leads (none where elsewhere), and the place there.

    `fetched`: it leads elsewhere, and a browser fetches it without being asked.
    """

    written: str
    target: str
    fragment: str
    fetched: bool = False


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids of a page, those that stand twice, and its links to other pages and to what is not on it, each once."""

    ids: frozenset[str]
    twice: tuple[str, ...]
    links: tuple[Link, ...]


def anchors(path: str, data: bytes) -> Anchors:
    """What a page links to, and what can be linked to on it.

    It is read attribute by attribute, in half the time of a parser; a page that may have attributes that are not
    written as ours are (in lower case, in double quotes, after a space) is `parsed`. A text that looks like an
    attribute is taken for one, so that a page is parsed before a fault is told.
    """
    text = data.decode("utf-8")
    if "<template" in text:
        text = _TEMPLATE.sub(r"\1", text)  # what it holds is not on the page
    hrefs, sources = _values(text, "href", "hreflang"), _values(text, "src", "-src")
    ids = [part.partition('"')[0] for part in text.split(' id="')[1:]]
    if (
        hrefs is None
        or sources is None
        or text.count("id=") != len(ids) + text.count("-id=")
        or "<!--" in text
        or _may_fetch(text)
    ):
        return parsed(path, data)
    links = dict.fromkeys((*(hrefs or ()), *(sources or ())))
    return _anchors(path, map(unescape, ids), ((unescape(each), False) for each in links))


def _values(text: str, name: str, but: str) -> list[str] | None:
    """The values of an attribute; None where it may be written in another way. `but` ends or begins other names."""
    parts = text.split(f' {name}="')
    if len(parts) - 1 != text.count(name) - text.count(but):
        return None
    return [part.partition('"')[0] for part in parts[1:]]


def _may_fetch(text: str) -> bool:
    """Whether a browser would fetch something from elsewhere to show this page."""
    return any(not tag.startswith("<link") or _RELATION.search(tag) for tag in _ELSEWHERE.findall(text))


def parsed(path: str, data: bytes) -> Anchors:
    """The same, by a parser of HTML."""
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
    folders = path.split("/")[:-1]
    kept = (_link(written, path, folders, fetched=fetched) for written, fetched in links)
    return Anchors(
        known, tuple(sorted(twice)), tuple(each for each in kept if each and not _is_near(each, path, known))
    )


def _is_near(link: Link, path: str, ids: frozenset[str]) -> bool:
    """Whether a link leads to the page itself, and to a place on it that is there."""
    return link.target == path and (not link.fragment or link.fragment in ids)


def _link(written: str, path: str, folders: list[str], *, fetched: bool) -> Link | None:
    """A link with the file to which it leads; None for one that leads elsewhere and fetches nothing."""
    if ":" in written or "//" in written or "?" in written:
        url = urlsplit(written)
        if url.scheme or url.netloc:
            return Link(written, "", "", fetched=True) if fetched and url.scheme != "data" else None
        return Link(written, _file(url.path, path, folders), unquote(url.fragment))
    address, _, fragment = written.partition("#")
    return Link(written, _file(address, path, folders), unquote(fragment) if "%" in fragment else fragment)


def _file(address: str, path: str, folders: list[str]) -> str:
    """The file to which a relative address leads from a page."""
    if not address:
        return path
    up = 0
    while address.startswith("../", 3 * up):
        up += 1
    below = address[3 * up :]
    if up > len(folders) or "%" in address or "./" in below or "//" in below or below[-1:] in ("", ".", "/"):
        return posixpath.normpath(posixpath.join(*folders, unquote(address)))
    return "/".join((*folders[: len(folders) - up], below))


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
