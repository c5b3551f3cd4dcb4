"""What the search shows of a passage: plain text, without marks."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from taiyaku.base.locale import Locale
from taiyaku.bibliography.names import in_full, short, vancouver
from taiyaku.bibliography.notices import flag
from taiyaku.language.citations import CITATION, parse_citation
from taiyaku.model.reference import Reference
from taiyaku.pages.search import Passage
from taiyaku.pages.view import Text
from taiyaku.render.markup import plain

_MARKED = re.compile(r"[\[*_]|\s[.,;:]")
"""Where `plain` has something to do: most texts hold no mark at all."""

_GIVEN_IN_FULL = re.compile(r"[^\W\d_]{3,}")


class Document(NamedTuple):
    """What one search result shows: plain texts on one line each; `path` is the page below the site's root.

    `rank` is its place among equally good results, lowest first.
    """

    path: str
    fragment: str
    title: str
    section: str
    lang: str
    text: str
    other: str = ""
    rank: int = 0


def document(passage: Passage, works: Mapping[str, Reference]) -> Document:
    """A passage as the search shows it; `works` are those that it may cite."""
    lang, text, other = _texts(passage, works)
    return Document(
        passage.route.name,
        passage.fragment,
        one_line(passage.title.markup) if passage.title else "",
        one_line(passage.section),
        lang,
        text,
        other,
        passage.rank,
    )


@lru_cache(maxsize=256)
def one_line(markup: str) -> str:
    """A text without its marks, on one line; titles and headings come again with every sentence below them."""
    return " ".join((plain(markup) if _MARKED.search(markup) else markup).split())


def _texts(passage: Passage, works: Mapping[str, Reference]) -> tuple[str, str, str]:
    if isinstance(passage.text, Reference):
        return passage.text.locale.value, work_line(passage.text), full_names(passage.text)
    return passage.text.lang.value, one_line(_cited_by_name(passage.text, works)), _facing(passage.other)


def _cited_by_name(text: Text, works: Mapping[str, Reference]) -> str:
    """A text with its citations as short names, `[Sartor 2021]`; those of works without an author are left out."""

    def named(match: re.Match[str]) -> str:
        cited = [works[each.key] for each in parse_citation(match[1]) or () if each.key in works]
        names = [_marked(work, text.lang) for work in cited if work.first_author]
        return f"[{'; '.join(names)}]" if names else ""

    return CITATION.sub(named, text.markup) if "[@" in text.markup else text.markup


def _marked(work: Reference, locale: Locale) -> str:
    """A work's short name, with the gravest notice about it."""
    return " ".join(filter(None, (short(work), flag(work, locale))))


def _facing(other: Text | None) -> str:
    return one_line(other.markup) if other else ""


def work_line(work: Reference) -> str:
    """A work on one line: authors, titles, journal, year, DOI, PMID."""
    authors = ", ".join(vancouver(name) for name in work.author)
    parts = (
        f"{authors}, et al" if work.et_al else authors,
        work.title,
        work.original_title,
        work.container_title,
        (work.issued or "")[:4],
        f"doi:{work.doi}" if work.doi else "",
        f"PMID {work.pmid}" if work.pmid else "",
    )
    return " ".join(" ".join(_ended(part) for part in parts if part).split()).removesuffix(".")


def _ended(part: str) -> str:
    return part if part[-1] in ".?!。" else f"{part}."


def full_names(work: Reference) -> str:
    """The authors with their names in full, where the work prints them so."""
    names = [in_full(name) for name in work.author if _GIVEN_IN_FULL.search(name.given or "")]
    return ", ".join(names)
