"""Cited by, proven: for every citation in the content a link leads there, and a link leads back, in both languages."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from urllib.parse import urldefrag

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from taiyaku.app.build import Built
from taiyaku.base.locale import Locale
from taiyaku.language.citations import citations
from taiyaku.model.library import Library, Spot
from taiyaku.pages.route import Route, anchor, page_of


@dataclass(frozen=True)
class Cites:
    """A sentence of one language and a work that it cites."""

    spot: Spot
    locale: Locale
    key: str

    @property
    def route(self) -> Route:
        return Route(self.locale, page_of(self.spot.kind, self.spot.owner))

    @property
    def fragment(self) -> str:
        return anchor(self.spot.kind, self.spot.owner, self.spot.sentence.id)


def cited(library: Library) -> Iterator[Cites]:
    for spot in library.spots():
        for locale in Locale:
            for citation in citations(spot.sentence.pair.text(locale) or ""):
                yield Cites(spot, locale, citation.key)


class Reader:
    """Reads the pages of a built site by following links."""

    def __init__(self, built: Built) -> None:
        self.files = built.files
        self.tree = cache(self._tree)

    def _tree(self, name: str) -> LexborHTMLParser:
        return LexborHTMLParser(self.files[PurePosixPath(name)].decode())

    def place(self, route: Route, fragment: str) -> LexborNode:
        node = self.tree(route.name).css_first(f'[id="{fragment}"]')
        assert node is not None, f"{route.name}#{fragment}"
        return node


def works_behind(reader: Reader, route: Route, mark: LexborNode) -> Iterator[str]:
    """The addresses of the works' pages to which a citation's mark leads, by way of the page's list where there is one."""
    href = mark.attributes["href"] or ""
    if not href.startswith("#cited-"):
        yield href
        return
    first = int(href.removeprefix("#cited-"))
    for number in range(first, int(mark.attributes.get("data-to") or first) + 1):
        entry = reader.place(route, f"cited-{number}")
        yield from (
            link.attributes["href"] or ""
            for link in entry.css("a")
            if "/references/" in (link.attributes["href"] or "")
        )


@pytest.fixture(scope="module")
def library(real: Built) -> Library:
    assert real.library is not None
    return real.library


def test_there_is_something_to_prove(library: Library) -> None:
    found = list(cited(library))
    assert len(found) >= 220
    assert len({each.key for each in found}) >= 30


def test_every_citation_leads_to_its_work(real: Built, library: Library) -> None:
    reader, lost = Reader(real), []
    for each in cited(library):
        sentence = reader.place(each.route, each.fragment)
        wanted = each.route.href(Route(each.locale, ("references", each.key)))
        marks = sentence.css('[role="doc-biblioref"]')
        if wanted not in {href for mark in marks for href in works_behind(reader, each.route, mark)}:
            lost.append((each.route.name, each.fragment, each.key))
    assert lost == []


def test_every_work_leads_back_to_every_sentence_that_cites_it(real: Built, library: Library) -> None:
    reader, lost = Reader(real), []
    for each in cited(library):
        own = Route(each.locale, ("references", each.key))
        back = own.href(each.route, each.fragment)
        links = {link.attributes["href"] for link in reader.tree(own.name).css('[aria-labelledby="sec-cited-by"] a')}
        if back not in links:
            lost.append((own.name, back))
    assert lost == []


def test_every_entry_of_a_page_list_leads_back_to_the_marks_that_cite_it(real: Built) -> None:
    reader, entries, back = Reader(real), 0, 0
    for name in (str(path) for path in real.files if path.suffix == ".html"):
        for entry in reader.tree(name).css(".cited li"):
            entries += 1
            marks = [reader.tree(name).css_first(link.attributes["href"] or "") for link in entry.css("a.back")]
            assert marks, name
            number = int((entry.attributes["id"] or "").removeprefix("cited-"))
            for mark in marks:
                assert mark is not None
                first = int((mark.attributes["href"] or "").removeprefix("#cited-"))
                assert first <= number <= int(mark.attributes.get("data-to") or first)
                back += 1
    assert entries > 100
    assert back > entries


def test_no_page_of_a_work_leads_to_a_sentence_that_does_not_cite_it(real: Built, library: Library) -> None:
    reader = Reader(real)
    known = {(each.key, each.route.name, each.fragment) for each in cited(library)}
    names = {(key, name.partition("/")[2], fragment) for key, name, fragment in known}
    for locale in Locale:
        for key in library.references:
            own = Route(locale, ("references", key))
            for link in reader.tree(own.name).css('[aria-labelledby="sec-cited-by"] li li > a[aria-label]'):
                address, fragment = urldefrag(link.attributes["href"] or "")
                target = PurePosixPath(*_resolved(own, address).parts[1:])
                assert (key, str(target), fragment) in names


def _resolved(own: Route, address: str) -> PurePosixPath:
    parts = list(own.path.parent.parts)
    for part in address.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return PurePosixPath(*parts)
