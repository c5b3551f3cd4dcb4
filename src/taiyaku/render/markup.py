"""The text of a pair into HTML: Markdown's inline marks, citations, terms, nuclides. Raw HTML is shown as text.

A text is read once and remembered, with a slot wherever the page has its say: where a term leads, which number a
citation has. Only the slots are filled in for each page.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from itertools import chain

from markupsafe import Markup, escape
from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.language.citations import CITATION, TERM, Citation, parse_citation
from taiyaku.language.wordings import Wording, WordingIndex
from taiyaku.model.pair import Label
from taiyaku.render.citing import PageMarkup, is_spoken, named, numbered, spoken
from taiyaku.render.marks import has_marks, marked
from taiyaku.render.typeset import JAPANESE, raised, typeset

_REMEMBERED = 1024
"""How many texts are remembered: those that many pages show, whatever the size of the site."""

_NEWLINES = re.compile(r"\s*\n\s*")
_MARKED = re.compile(r"[*_`\[\\]")
_CODE = r"(?<!\\)(?P<ticks>`+).+?(?<!`)(?P=ticks)(?!`)"
_OURS = re.compile(f"{_CODE}|(?P<term>{TERM.pattern})|(?P<cited>{CITATION.pattern})")
_TAG = re.compile(r"(<[^>]*>)")
_SIGN = re.compile("[\ue100-\uf8ff]")
"""Stands for a slot in a text; no content may hold it (character-unsound)."""


@lru_cache(_REMEMBERED)
def plain(text: str) -> str:
    """A text without its markup, for places that hold none: titles of windows, descriptions for search engines."""
    without = TERM.sub(lambda m: m[2] or m[1], CITATION.sub("", text))
    without = re.sub(r"\[([^\]]*)\]\(\S*?\)", r"\1", without)
    return re.sub(r"\s+(?=[.,;:])", "", re.sub(r"(\*\*?|__?)(\S(?:.*?\S)?)\1", r"\2", without))


def word(label: Label, locale: Locale) -> str:
    """A label without its markup, in one language or, where it is missing, in the other."""
    return plain(label.either(locale))


class _Cited(Struct, frozen=True):
    """A slot for a citation; `is_spoken`: the sentence speaks of the work."""

    works: tuple[Citation, ...]
    is_spoken: bool


class _Term(Struct, frozen=True):
    """A slot for the link of a term: its owner, and the term as HTML."""

    owner: str
    html: str


_Slot = _Cited | _Term


class _Piece(Struct, frozen=True):
    """A stretch of a text: finished HTML, or text that is still to be set, and whether terms in it may be linked."""

    text: str
    is_html: bool = False
    may_link: bool = True


class _Read(Struct, frozen=True):
    """A text as read: its pieces, and the slots whose signs stand in them."""

    pieces: tuple[_Piece, ...]
    slots: tuple[_Slot, ...]


class _Wordings(Struct, frozen=True):
    """The wordings of each piece of a text that may be linked by themselves, and their owners, each once."""

    found: tuple[tuple[Wording, ...], ...]
    owners: tuple[str, ...]


class _Ready(Struct, frozen=True):
    """A text as HTML: what stands before, between and after its slots."""

    html: tuple[Markup, ...]
    slots: tuple[_Slot, ...] = ()


class InlineMarkup:
    """The texts of one language as HTML, with our citations, terms and nuclides; one for a whole build."""

    def __init__(self, locale: Locale, wordings: WordingIndex) -> None:
        self.locale = locale
        self.wordings = wordings
        self._read = lru_cache(_REMEMBERED)(self._read_anew)
        self._wordings = lru_cache(_REMEMBERED)(self._wordings_anew)
        self._ready = lru_cache(_REMEMBERED)(self._ready_anew)
        self._bare: dict[tuple[str, bool], Markup] = {}

    def render(self, text: str, page: PageMarkup, *, link_terms: bool = True, by_name: bool = False) -> Markup:
        """A text as inline HTML on a page; `by_name`: with citations as names that lead to the works' pages."""
        bare = self._bare.get((text, link_terms))
        if bare is not None:
            return bare
        read = self._read(text)
        for slot in read.slots:
            if isinstance(slot, _Term):
                page.linked[self.locale, slot.owner] = None
        owners = self._wordings(text).owners if link_terms else ()
        now = tuple([owner for owner in owners if page.links_now(self.locale, owner)]) if owners else ()
        ready = self._ready(text, now, bool(owners))
        if not ready.slots:
            if not owners and not read.slots:
                self._keep_bare((text, link_terms), ready.html[0])
            return ready.html[0]
        filled = (self._filled(slot, page, by_name=by_name) for slot in ready.slots)
        inside = chain.from_iterable(zip(ready.html, filled, strict=False))
        return Markup("".join((*inside, ready.html[-1])))  # noqa: S704 - every part is HTML

    def _keep_bare(self, key: tuple[str, bool], html: Markup) -> None:
        """Most texts are the same on every page: no citation stands in them, and no term that may be linked."""
        if len(self._bare) >= _REMEMBERED:
            self._bare.clear()
        self._bare[key] = html

    def _filled(self, slot: _Slot, page: PageMarkup, *, by_name: bool) -> str:
        if isinstance(slot, _Term):
            return f'<a class="term" href="{escape(page.term_href(slot.owner))}">{slot.html}</a>'
        if slot.is_spoken:
            return spoken(slot.works[0], page, self.locale, by_name=by_name)
        return named(slot.works, page, self.locale) if by_name else numbered(slot.works, page, self.locale)

    def _read_anew(self, text: str) -> _Read:
        slots: list[_Slot] = []
        source = self._with_signs(_one_line(text), slots)
        return _Read(tuple(_pieces(source)), tuple(slots))

    def _wordings_anew(self, text: str) -> _Wordings:
        """Looked for only in texts that may link them: to look takes longer than all else that is done to a text."""
        pieces = self._read(text).pieces
        found = tuple(self.wordings.found(piece.text) if piece.may_link else () for piece in pieces)
        return _Wordings(found, tuple(dict.fromkeys(each.owner for within in found for each in within)))

    def _with_signs(self, text: str, slots: list[_Slot]) -> str:
        """A text with a sign for each citation and for each term that is linked by hand; code stays as it is."""
        if "[" not in text:
            return text

        def sign(match: re.Match[str]) -> str:
            slot = self._slot(match)
            return _sign(slot, slots) if slot else match[0]

        return _OURS.sub(sign, text)

    def _slot(self, match: re.Match[str]) -> _Slot | None:
        if term := TERM.fullmatch(match[0]):
            wording = (term[2] or term[1]).strip()
            return _Term(f"glossary/{term[1].strip()}", "".join(map(self._set, _pieces(wording))))
        cited = parse_citation(match["cited"][1:-1]) if match["cited"] else None
        if cited is None:
            return None
        before, after = match.string[: match.start()], match.string[match.end() :]
        return _Cited(cited, len(cited) == 1 and is_spoken(before, after, self.locale))

    def _ready_anew(self, text: str, now: tuple[str, ...], has_wordings: bool) -> _Ready:  # noqa: FBT001 - a key
        """A text with a slot at the first wording of each of the owners that are linked `now`."""
        one_line = _one_line(text)
        if not (has_wordings or _MARKED.search(one_line) or (self.locale is Locale.EN and JAPANESE.search(one_line))):
            return _Ready((raised(one_line),))
        read = self._read(text)
        slots = list(read.slots)
        pieces = self._with_terms(text, now, slots) if now else read.pieces
        html = "".join([self._set(piece) for piece in pieces])
        if not slots:
            return _Ready((Markup(html),))  # noqa: S704 - HTML
        signs = _SIGN.findall(html)
        return _Ready(tuple(map(Markup, _SIGN.split(html))), tuple(slots[ord(sign) - _FIRST] for sign in signs))

    def _with_terms(self, text: str, now: tuple[str, ...], slots: list[_Slot]) -> Iterator[_Piece]:
        """The pieces of a text with a sign at the first wording of each of these owners."""
        owners = list(now)
        for piece, within in zip(self._read(text).pieces, self._wordings(text).found, strict=True):
            yield from self._linked(piece, within, owners, slots)

    def _linked(
        self, piece: _Piece, within: Iterable[Wording], owners: list[str], slots: list[_Slot]
    ) -> Iterator[_Piece]:
        """A piece with a sign at each wording whose owner is still to be linked."""
        start = 0
        for each in within:
            if each.owner in owners:
                owners.remove(each.owner)
                yield _Piece(piece.text[start : each.start])
                wording = typeset(piece.text[each.start : each.end], self.locale)
                yield _Piece(_sign(_Term(each.owner, wording), slots), is_html=True)
                start = each.end
        yield _Piece(piece.text[start:], piece.is_html) if start else piece

    def _set(self, piece: _Piece) -> str:
        return piece.text if piece.is_html else typeset(piece.text, self.locale)


_FIRST = 0xE100


def _sign(slot: _Slot, slots: list[_Slot]) -> str:
    slots.append(slot)
    return chr(_FIRST + len(slots) - 1)


def _one_line(text: str) -> str:
    text = text.strip()
    return _NEWLINES.sub(" ", text) if "\n" in text else text


def _pieces(text: str) -> Iterable[_Piece]:
    """A line of text as Markdown has it; in code nothing is set, and in a link no term is linked."""
    if not has_marks(text):
        return [_Piece(text)]
    found: list[_Piece] = []
    inside: list[str] = []
    for part in _TAG.split(marked(text)):
        if _TAG.fullmatch(part):
            found.append(_Piece(part, is_html=True, may_link=False))
            inside = inside[:-1] if part.startswith("</") else [*inside, part[1:].split(" ")[0].rstrip(">")]
        elif part:
            code = "code" in inside
            found.append(_Piece(part if code else unescape(part), code, not code and "a" not in inside))
    return found
