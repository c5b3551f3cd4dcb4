"""The files of one language's search, joined from pieces that are all in memory."""

from collections.abc import Iterable, Mapping

from taiyaku.base.locale import Locale
from taiyaku.render.search_joining import joined, numbered
from taiyaku.render.search_pieces import Piece
from tests.conftest import Files


def locale_files(made: Mapping[str, Iterable[Piece]], locale: Locale) -> Files:
    """The files from the pieces of each kind, in the library's order."""
    held = list(numbered(made))
    return dict(joined(lambda: held, locale))
