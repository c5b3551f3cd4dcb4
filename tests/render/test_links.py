from pathlib import PurePosixPath

import pytest

from taiyaku.base.place import Place
from taiyaku.render.links import broken_links

OTHER = b'<h1 id="top">Other</h1>'


def faults(body: str) -> list[tuple[str, str]]:
    files = {PurePosixPath("en/index.html"): body.encode(), PurePosixPath("en/b/index.html"): OTHER}
    sources = {PurePosixPath("en/index.html"): Place(PurePosixPath("content/site.yaml"))}
    return [(p.rule, p.message) for p in broken_links(files, sources)]


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
