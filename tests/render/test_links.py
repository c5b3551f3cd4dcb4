from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.app.build import Built
from taiyaku.base.place import Place
from taiyaku.render import links
from taiyaku.render.links import Anchors, anchors, as_text, from_text, ids_of, parsed

HERE = Place(PurePosixPath("content/site.yaml"))
OTHER = b'<h1 id="top">Other</h1>'


@dataclass(frozen=True)
class Two:
    """A page beside another one."""

    pages: Mapping[str, Anchors]

    def has(self, path: str) -> bool:
        return path in self.pages

    def has_id(self, path: str, fragment: str) -> bool:
        return fragment in self.pages[path].ids

    def near(self, path: str) -> str:
        return f"not {path}"


def faults(body: str) -> list[tuple[str, str]]:
    """What is wrong with a page beside another one; it is parsed before a fault is told."""
    path, data = "en/index.html", body.encode()
    site = Two({path: anchors(path, data), "en/b/index.html": anchors("en/b/index.html", OTHER)})
    if not any(links.faults(path, site.pages[path], HERE, site)):
        return []
    return [(p.rule, p.message) for p in links.faults(path, parsed(path, data), HERE, site)]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="b/index.html">b</a>',
        '<a href="b/index.html#top">b</a>',
        '<p id="x"></p><a href="#x">x</a>',
        '<a href="https://example.org/">elsewhere</a>',
        '<a href="mailto:a@example.org">mail</a>',
        '<link rel="canonical" href="https://example.org/">',
        '<link rel="icon" href="data:,">',
    ],
)
def test_sound_links(body: str) -> None:
    assert faults(body) == []


@pytest.mark.parametrize(
    ("body", "rule", "message"),
    [
        ('<a href="c/index.html">c</a>', "link-dead", "on en/index.html: the link 'c/index.html' leads nowhere"),
        ('<a href="b/">b</a>', "link-dead", "on en/index.html: the link 'b/' leads nowhere"),
        (
            '<a href="b/index.html#y">b</a>',
            "link-dead",
            "on en/index.html: the link 'b/index.html#y' leads to a page without that place",
        ),
        ('<a href="#y">y</a>', "link-dead", "on en/index.html: the link '#y' leads to a page without that place"),
        (
            '<script src="https://cdn.example/x.js"></script>',
            "link-dead",
            "on en/index.html: 'https://cdn.example/x.js' would be fetched from another host",
        ),
        (
            '<link rel="stylesheet" href="//cdn.example/x.css">',
            "link-dead",
            "on en/index.html: '//cdn.example/x.css' would be fetched from another host",
        ),
        ('<p id="x"></p><p id="x"></p>', "id-twice-on-page", "the id 'x' stands twice on en/index.html"),
    ],
)
def test_faults(body: str, rule: str, message: str) -> None:
    assert faults(body) == [(rule, message)]


NAMES = st.sampled_from(["id", "href", "src", "rel", "class"])
VALUES = st.sampled_from(
    [
        "a",
        "b",
        "#a",
        "../b/index.html#top",
        "c.html?q=1&amp;r",
        "//x.test/y",
        "data:,",
        "https://x.test/",
        "a&gt;b",
        "%41",
        "stylesheet",
        "icon",
    ]
)
QUOTES = st.sampled_from("\"'")
ATTRIBUTES = st.lists(
    st.tuples(NAMES, QUOTES, VALUES, st.sampled_from(" \n")), max_size=3, unique_by=lambda each: each[0]
)
TAGS = st.tuples(st.sampled_from(["a", "p", "link", "script", "img", "source", "template"]), ATTRIBUTES)


def written(tag: str, attributes: list[tuple[str, str, str, str]]) -> str:
    inside = "".join(f"{space}{name}={quote}{value}{quote}" for name, quote, value, space in attributes)
    return f'<{tag}{inside}><i id="within">x</i></{tag}>'


@given(st.lists(TAGS, max_size=5))
def test_a_page_is_read_as_a_parser_reads_it(tags: list[tuple[str, list[tuple[str, str, str, str]]]]) -> None:
    data = "".join(written(*tag) for tag in tags).encode()
    quick, exact = anchors("en/a/index.html", data), parsed("en/a/index.html", data)
    assert quick.ids >= exact.ids
    assert set(quick.twice) >= set(exact.twice)
    assert set(quick.links) >= set(exact.links)


def test_the_pages_of_the_first_site_are_read_as_a_parser_reads_them(real: Built) -> None:
    for path, data in real.files.items():
        if path.suffix == ".html":
            quick, exact = anchors(str(path), data), parsed(str(path), data)
            assert (quick.ids, quick.twice, set(quick.links)) == (exact.ids, exact.twice, set(exact.links))
            assert from_text(str(path), as_text(quick)) == quick
            assert ids_of(as_text(quick)) == quick.ids


@given(st.lists(TAGS, max_size=5))
def test_what_is_kept_of_a_page_is_what_was_read(tags: list[tuple[str, list[tuple[str, str, str, str]]]]) -> None:
    page = parsed("en/a/index.html", "".join(written(*tag) for tag in tags).encode())
    assert from_text("en/a/index.html", as_text(page)) == page


def test_a_text_that_looks_like_a_link_is_no_fault() -> None:
    assert faults('<p>Write href="x.html" there.</p>') == []
