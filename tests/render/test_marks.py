import pytest

from taiyaku.render.marks import has_marks, marked


@pytest.mark.parametrize("text", ["*may*", "__must__", "`code`", r"\*", "[a](https://example.org)"])
def test_what_markdown_may_change_has_marks(text: str) -> None:
    assert has_marks(text)


@pytest.mark.parametrize("text", ["plain", "[177Lu]Lu-PSMA", "# 1", "1. one", "> quoted", "&lt;"])
def test_what_markdown_leaves_alone_has_none(text: str) -> None:
    assert not has_marks(text)


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    assert marked("[a](https://example.org) & *b*") == '<a href="https://example.org">a</a> &amp; <em>b</em>'
    assert marked("*b*") == "<em>b</em>"
