"""How the pages of records are laid out that many others speak of: what each part shows, by documents.

A part names what it shows, so that its page reads that alone, and nothing of the other parts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from taiyaku.model.library import Library
from taiyaku.model.vocabulary import SUBJECTS, Subject
from taiyaku.pages.panels import Shown, overview, shown, shown_in_parts
from taiyaku.pages.parts import cut
from taiyaku.pages.results import by_measure, count_results, same_results
from taiyaku.pages.ways_back import Fact, Listing, Places, Result, WaysBack

T = TypeVar("T")

DOCUMENTS = 50
"""So many documents, or works, one part of a page tells of."""

COMPARED = "compare/topics"
"""What the pages are called that compare what the sources of a topic report."""


class WorkPart(NamedTuple):
    """Who cites a work, and who lists it."""

    cited_by: tuple[Places, ...] = ()
    listed_in: tuple[Listing, ...] = ()


class Measure(NamedTuple):
    """What documents report of a trial in one endpoint, statistic and unit.

    `total` are the reports on all parts, `agree` tells whether the figures of all are the same; None where there is
    one document, and so nothing to compare.
    """

    results: tuple[Result, ...]
    total: int
    agree: bool | None


class TrialPart(NamedTuple):
    """What is reported of a trial, the sentences that name it, and the differences between documents that do."""

    measures: tuple[Measure, ...] = ()
    mentions: tuple[Places, ...] = ()
    differences: tuple[str, ...] = ()


class SubjectPart(NamedTuple):
    """The sources on a subject, the results of its groups, and the sentences that speak of it."""

    cards: tuple[str, ...] = ()
    outcomes: tuple[Result, ...] = ()
    said: tuple[Places, ...] = ()


class EndpointPart(NamedTuple):
    """What is reported on an endpoint, and the sentences that speak of it or state it."""

    shown: Shown
    said: tuple[Places, ...] = ()


def laid_out(library: Library, links: WaysBack, kind: str, key: str) -> Iterator[Fact]:
    """What stands on which part of the page of a record; of a work only where there are several."""
    yield from _LAID[kind](library, links, key)


def work_part(links: WaysBack, key: str) -> WorkPart:
    """Everybody who cites or lists a work."""
    return WorkPart(links.citing.get(key, ()), links.listing.get(key, ()))


def slice_of(entries: Sequence[T], number: int) -> tuple[T, ...]:
    """What one part shows of a list of works or documents."""
    return _at(_sliced(entries), number - 1)


def _sliced(entries: Sequence[T]) -> list[tuple[T, ...]]:
    return [tuple(entries[n : n + DOCUMENTS]) for n in range(0, len(entries), DOCUMENTS)]


def _at(slices: Sequence[tuple[T, ...]], n: int) -> tuple[T, ...]:
    return slices[n] if n < len(slices) else ()


def _work(_library: Library, links: WaysBack, key: str) -> Iterator[Fact]:
    whole = work_part(links, key)
    if max(map(len, whole)) > DOCUMENTS:
        cited_by, listed_in = _sliced(whole.cited_by), _sliced(whole.listed_in)
        count = max(len(cited_by), len(listed_in))
        yield from cut("references", key, [WorkPart(_at(cited_by, n), _at(listed_in, n)) for n in range(count)], 1)


def _term(_library: Library, links: WaysBack, key: str) -> Iterator[Fact]:
    """The first use in each source: enough to see a term at work, short enough to read."""
    uses = [Places("sources", each.source, (each.first,)) for each in links.using.get(key, ()) if each.first]
    yield from cut("glossary", key, uses, DOCUMENTS)


def _trial(library: Library, links: WaysBack, key: str) -> Iterator[Fact]:
    mentions = _sliced(mentions_of(links, key))
    differences = tuple(each.owner for each in links.mentioning.get(key, ()) if each.kind == "differences")
    results = links.reporting_of.get(key, ())
    agreeing = {measure: _agree(links, own) for measure, own in by_measure(results).items()}
    reported = _by_document(results)
    count = max(1, len(mentions), len(reported), len(_sliced(library.trials[key].references)))
    parts = [
        TrialPart(tuple(_measures(_at(reported, n), agreeing)), _at(mentions, n), differences if n == 0 else ())
        for n in range(count)
    ]
    yield from cut("trials", key, parts, 1)


def mentions_of(links: WaysBack, key: str) -> tuple[Places, ...]:
    """The sentences that speak of a trial, but for its own."""
    told = links.mentioning.get(key, ())
    return tuple(each for each in told if (each.kind, each.owner) != ("trials", key))


def _agree(links: WaysBack, results: Sequence[Result]) -> tuple[int, bool | None]:
    several = len({each.source for each in results}) > 1
    return len(results), len(same_results([links.report(each) for each in results])) == 1 if several else None


def _measures(
    results: Iterable[Result], agreeing: Mapping[tuple[str, str, str], tuple[int, bool | None]]
) -> Iterator[Measure]:
    for measure, own in by_measure(results).items():
        yield Measure(tuple(own), *agreeing[measure])


def _by_document(results: Iterable[Result]) -> list[tuple[Result, ...]]:
    """The results of so many documents each, which stand one after another."""
    documents = [tuple(own) for _, own in groupby(results, key=lambda each: each.source)]
    return [tuple(each for own in part for each in own) for part in _sliced(documents)]


def _subject(library: Library, links: WaysBack, kind: str, key: str) -> Iterator[Fact]:
    subject: Subject = getattr(library, kind)[key]
    cards = _sliced(cards_of(links, kind, key))
    reported = _by_document(_reported(links, kind, subject))
    said = _sliced(said_of(links, subject.terms))
    count = max(1, len(cards), len(reported), len(said))
    yield from cut(kind, key, [SubjectPart(_at(cards, n), _at(reported, n), _at(said, n)) for n in range(count)], 1)


def cards_of(links: WaysBack, kind: str, key: str) -> tuple[str, ...]:
    """The sources on a subject; only topics have them."""
    return links.on_topic.get(key, ()) if kind == "topics" else ()


def _reported(links: WaysBack, kind: str, subject: Subject) -> list[Result]:
    """The outcomes of groups that are named by a term of the subject, by source and id."""
    terms = () if kind == "topics" else subject.terms
    return sorted({each for term in terms for each in links.reporting_for.get(term, ())}, key=lambda each: each[:2])


def said_of(links: WaysBack, terms: Iterable[str], more: Iterable[Places] = ()) -> list[Places]:
    """The sentences that tell, in full, what the documents say of terms, source by source; `more` is added."""
    found: dict[str, dict[str, None]] = {}
    told = ((each.source, each.telling) for term in terms for each in links.using.get(term, ()) if each.telling)
    for source, ids in (*told, *((each.owner, each.ids) for each in more)):
        found.setdefault(source, {}).update(dict.fromkeys(ids))
    return [Places("sources", source, tuple(ids)) for source, ids in sorted(found.items())]


def _endpoint(library: Library, links: WaysBack, key: str) -> Iterator[Fact]:
    results, term = links.reporting.get(key, ()), library.endpoints[key].term
    whole = shown(key, results)
    yield Fact("results", f"endpoints/{key}", count_results(links, results))
    yield Fact("overview", key, overview(whole))
    panels = shown_in_parts([whole])
    said = _sliced(said_of(links, (term,) if term else (), links.stating.get(key, ())))
    nothing = whole._replace(panels=())
    count = max(len(panels), len(said))
    parts = [EndpointPart(panels[n][0] if n < len(panels) else nothing, _at(said, n)) for n in range(count)]
    yield from cut("endpoints", key, parts, 1)


def _compared(library: Library, links: WaysBack, key: str) -> Iterator[Fact]:
    """The endpoints on which a topic's sources report something: first those of several documents."""
    results = links.reporting_on.get(key, ())
    wholes = [shown(endpoint, results) for endpoint in library.endpoints]
    told = sorted((whole for whole in wholes if whole.panels), key=lambda whole: whole.documents < 2)
    yield Fact("results", f"topics/{key}", count_results(links, results))
    yield from cut(COMPARED, key, shown_in_parts(told), 1)


def _of_subject(kind: str) -> Callable[[Library, WaysBack, str], Iterator[Fact]]:
    return lambda library, links, key: _subject(library, links, kind, key)


_LAID: Mapping[str, Callable[[Library, WaysBack, str], Iterator[Fact]]] = {
    "references": _work,
    "glossary": _term,
    "trials": _trial,
    "endpoints": _endpoint,
    COMPARED: _compared,
    **{kind: _of_subject(kind) for kind in SUBJECTS},
}


def laid_records(library: Library) -> Iterator[tuple[str, str]]:
    """Every record, by kind and id, whose page is laid out by itself; works are with what they are called."""
    for kind in _LAID:
        if kind != "references":
            records: Mapping[str, object] = library.topics if kind == COMPARED else getattr(library, kind)
            yield from ((kind, key) for key in records)
