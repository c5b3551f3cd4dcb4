"""Where a Japanese heading may be broken: between its phrases, never inside a term."""

import re
from functools import cache
from itertools import accumulate

import budoux
from markupsafe import Markup

from taiyaku.language.wordings import WordingIndex

BREAK = "\ue002"
"""Stands for a place where a line may end, until the markup is done; no content may hold it (character-unsound)."""

_LATIN = re.compile(r"[!-~]")


@cache
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()


def with_breaks(text: str, wordings: WordingIndex) -> str:
    """A text with BREAK between its phrases, except inside an approved wording or a stretch of Latin letters."""
    kept = {inside for each in wordings.found(text) for inside in range(each.start + 1, each.end)}
    ends = [end for end in _phrase_ends(text) if end not in kept and not _splits_latin(text, end)]
    starts = [0, *ends]
    return BREAK.join(text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True))


@cache
def _phrase_ends(text: str) -> tuple[int, ...]:
    """Where each phrase but the last ends; a title is asked for on every page that names it."""
    return tuple(accumulate(len(phrase) for phrase in _parser().parse(text)[:-1]))


def _splits_latin(text: str, at: int) -> bool:
    """Whether a break would stand between two Latin characters: in a name, or in a mark of ours."""
    return bool(_LATIN.match(text[at - 1]) and _LATIN.match(text[at]))


def breaks_as_html(html: Markup) -> Markup:
    """The finished HTML with `<wbr>` where a line may end."""
    return Markup(str(html).replace(BREAK, "<wbr>"))  # noqa: S704 - already escaped
