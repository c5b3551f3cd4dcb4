"""What the search shows of a passage: plain text, without marks."""

import re
from dataclasses import dataclass

from taiyaku.base.locale import Locale
from taiyaku.model.reference import Reference
from taiyaku.pages.search import Passage
from taiyaku.pages.view import Text
from taiyaku.render.markup import plain
from taiyaku.render.names import in_full, vancouver

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Document:
    """What one search result shows: plain texts on one line each; `path` is the page below the site's root."""

    path: str
    fragment: str
    title: str
    section: str
    lang: str
    text: str
    other: str = ""
    shared: bool = False


def document(passage: Passage) -> Document:
    """A passage as the search shows it."""
    lang, text, other = _texts(passage)
    return Document(
        passage.route.name,
        passage.fragment,
        one_line(passage.title.markup) if passage.title else "",
        one_line(passage.section),
        lang,
        text,
        other,
        passage.shared,
    )


def one_line(markup: str) -> str:
    """A text without its marks, on one line."""
    return _SPACES.sub(" ", plain(markup)).strip()


def _texts(passage: Passage) -> tuple[str, str, str]:
    if isinstance(passage.text, Reference):
        language = Locale.JA if passage.text.language.startswith("ja") else Locale.EN
        return language.value, work_line(passage.text), full_names(passage.text)
    return passage.text.lang.value, one_line(passage.text.markup), _facing(passage.other)


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
    return _SPACES.sub(" ", " ".join(_ended(part) for part in parts if part)).removesuffix(".")


def _ended(part: str) -> str:
    return part if part[-1] in ".?!。" else f"{part}."


def full_names(work: Reference) -> str:
    """The authors with their names in full, where the work prints them so."""
    names = [in_full(name) for name in work.author if re.search(r"[^\W\d_]{3,}", name.given or "")]
    return ", ".join(names)
