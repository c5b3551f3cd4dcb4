"""The files of the search, in `assets/search/<language>/`.

What is found of a record is a piece (`search_pieces`), made from that record and the works that it cites. The pieces of
all records are joined (`search_joining`); where a piece has changed, the files that it touches are made from what they
were (`search_editing`), byte for byte as if all had been joined again.

| file | holds | of a site with 10,000 sources |
|---|---|---|
| `meta` | the overview: the words with which the shards begin, the version | one |
| `i-<word>` | a shard of search words, each with its list of documents | a few thousand, 6 to 24 kB |
| `a-<word>` | the list of one frequent word | about two thousand |
| `w-<word>` | a shard of the words that can be misspelt | hundreds |
| `h<n>`, `b<n>` | texts: the leading ones of sixteen sources, the others of one | 625 and 10,000 |
| `n<n>`, `t<n>` | of other records: the names of 64, the other texts of sixteen | hundreds, some thousands |

A sentence that is edited touches its file of texts, the shards or lists of the words that came or went, and the
overview. A record that is added moves those of its kind that follow it, so that all is joined again. While pieces are
joined, the lists of some groups of words are in memory, and the vocabulary; never the texts.
"""

from taiyaku.base.locale import Locale
from taiyaku.model.library import Library
from taiyaku.pages.search import passages_of
from taiyaku.render.search_pieces import Piece, pieces
from taiyaku.render.search_texts import document

ALIKE = frozenset(["references"])
"""Kinds of which the pieces are the same in both languages."""


def record_pieces(library: Library, kind: str, key: str, locale: Locale) -> tuple[Piece, ...]:
    """What the search holds of one record in one language."""
    found = passages_of(library, kind, key, locale)
    return pieces([document(passage, library.references) for passage in found])
