"""What lists tell of a record: its row, so that a list is made again only where a row says something else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from taiyaku.model.library import Library
from taiyaku.model.pair import Label
from taiyaku.model.vocabulary import SUBJECTS, Subject
from taiyaku.pages.laid import cards_of, mentions_of, said_of
from taiyaku.pages.ways_back import Fact, Places, WaysBack


class TermLine(NamedTuple):
    """Of a term: its wording and its abbreviation."""

    term: Label
    abbreviation: str | None


class WorkLine(NamedTuple):
    """Of a work: how many documents list it, how many sentences cite it, and whether a summary is about it."""

    listed: int
    cited: int
    summarised: bool


class TrialLine(NamedTuple):
    """Of a trial: its name, how many works report it, and how many sentences of others speak of it."""

    name: str
    reports: int
    sentences: int


class SubjectLine(NamedTuple):
    """Of a topic, a group of patients or a drug: how many summaries are about it, how many sentences speak of it."""

    name: Label
    description: Label | None
    summaries: int
    sentences: int


def own_row(library: Library, kind: str, key: str) -> Iterator[Fact]:
    """The row of a record whose list tells only what it says itself: of a page of prose its title."""
    if kind == "glossary":
        term = library.glossary[key]
        yield Fact("row", f"glossary/{key}", TermLine(term.term, term.abbreviation))
    if kind == "pages":
        yield Fact("row", f"pages/{key}", library.pages[key].title)


def row(library: Library, links: WaysBack, kind: str, key: str) -> Iterator[Fact]:
    """The row of a record whose list tells also what others say of it."""
    yield Fact("row", f"{kind}/{key}", _ROWS[kind](library, links, kind, key))


def _work(_library: Library, links: WaysBack, _kind: str, key: str) -> WorkLine:
    cited = _sentences(links.citing.get(key, ()))
    return WorkLine(len(links.listing.get(key, ())), cited, bool(links.summarising.get(key)))


def _sentences(places: Iterable[Places]) -> int:
    return sum(len(each.ids) for each in places)


def _trial(library: Library, links: WaysBack, _kind: str, key: str) -> TrialLine:
    trial = library.trials[key]
    return TrialLine(trial.name, len(trial.references), _sentences(mentions_of(links, key)))


def _subject(library: Library, links: WaysBack, kind: str, key: str) -> SubjectLine:
    subject: Subject = getattr(library, kind)[key]
    summaries, sentences = len(cards_of(links, kind, key)), _sentences(said_of(links, subject.terms))
    return SubjectLine(subject.name, subject.description, summaries, sentences)


_ROWS: Mapping[str, Callable[[Library, WaysBack, str, str], Any]] = {
    "references": _work,
    "trials": _trial,
    **dict.fromkeys(SUBJECTS, _subject),
}

ROWS = ("trials", *SUBJECTS)
"""The kinds of which each record's row is made by itself; that of a work is made with its names."""
