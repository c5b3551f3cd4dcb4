"""A work as an entry of a bibliography, in the style of its own language."""

from collections.abc import Mapping
from types import MappingProxyType

from taiyaku.base.locale import Locale
from taiyaku.bibliography.names import LIMIT, listed, listed_in_japanese
from taiyaku.bibliography.setting.pieces import Pieces, text_of, tidy
from taiyaku.bibliography.setting.sist import japanese_entry
from taiyaku.bibliography.setting.vancouver import vancouver_entry
from taiyaku.model.reference import Reference

_NONE: Mapping[str, Reference] = MappingProxyType({})


def entry(work: Reference, *, limit: int | None = LIMIT, works: Mapping[str, Reference] = _NONE) -> Pieces:
    """A work as an entry: a Japanese one after SIST 02, all others after NLM and ICMJE.

    `limit` is the number of names before "et al.", None for all; `works` are those among which announcements about the
    work stand, so that an entry can tell where it was retracted or corrected.
    """
    style = japanese_entry if work.locale is Locale.JA else vancouver_entry
    return tidy(style(work, limit, works))


def entry_text(work: Reference, *, limit: int | None = LIMIT, works: Mapping[str, Reference] = _NONE) -> str:
    """The same as plain text."""
    return text_of(entry(work, limit=limit, works=works))


def authors(work: Reference) -> str:
    """All authors that the record names, as an entry lists them."""
    names = listed_in_japanese if work.locale is Locale.JA else listed
    return names(work.author, None, et_al=work.et_al)
