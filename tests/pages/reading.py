"""Pages of a project in memory, read as a reader meets them."""

from pathlib import PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from taiyaku.app.build import assemble
from tests.conftest import Files


def html(files: Files, name: str) -> LexborHTMLParser:
    return LexborHTMLParser(assemble(files).files[PurePosixPath(name)].decode())


def sound(files: Files, name: str) -> LexborHTMLParser:
    """A page of a project that has no error."""
    built = assemble(files)
    assert built.ok, built.problems
    return LexborHTMLParser(built.files[PurePosixPath(name)].decode())


def words(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]
