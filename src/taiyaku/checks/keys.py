"""A record that is named somewhere must exist."""

from collections.abc import Iterable, Iterator

from taiyaku.base.locale import Locale
from taiyaku.base.names import did_you_mean
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.language.citations import citations, term_links
from taiyaku.model.library import Library
from taiyaku.model.vocabulary import SUBJECTS
from taiyaku.model.walk import labels

_ONE = {
    "seeds": "seed",
    "references": "work",
    "topics": "topic",
    "trials": "trial",
    "endpoints": "endpoint",
    "glossary": "term",
    "sources": "source",
}
"""What one record of each kind is called in a message."""


def _unknown(library: Library, kind: str, key: str | None, at: Place) -> Iterator[Problem]:
    if key is not None and kind not in library.incomplete and not library.knows(kind, key):
        hint = did_you_mean(key, library.ids(kind))
        yield Problem(at, f"{_ONE[kind]}-unknown", f"there is no {_ONE[kind]} '{key}'", hint)


def _unknown_in(library: Library, kind: str, keys: Iterable[str], at: Place) -> Iterator[Problem]:
    for position, key in enumerate(keys):
        yield from _unknown(library, kind, key, at / position)


def named_records_exist(library: Library) -> Iterator[Problem]:
    """Sources, seeds, works, topics, trials, endpoints and terms that a record names must exist.

    Bad:  topics: [bone-metastases]
    Good: topics: [bone-metastasis]
    """
    yield from _from_sources(library)
    yield from _from_trials(library)
    yield from _from_vocabularies(library)
    yield from _from_references(library)
    for key in library.reviews:
        yield from _unknown(library, "sources", key, library.place("reviews", key))


def _from_sources(library: Library) -> Iterator[Problem]:
    for key, source in library.sources.items():
        at = library.place("sources", key)
        yield from _unknown(library, "seeds", source.seed, at / "seed")
        yield from _unknown(library, "references", source.citation, at / "citation")
        yield from _unknown_in(library, "topics", source.topics, at / "topics")
        yield from _unknown_in(library, "references", source.references, at / "references")
        for position, outcome in enumerate(source.outcomes):
            here = at / "outcomes" / position
            yield from _unknown(library, "endpoints", outcome.endpoint, here / "endpoint")
            yield from _unknown(library, "trials", outcome.trial, here / "trial")


def _from_trials(library: Library) -> Iterator[Problem]:
    for key, trial in library.trials.items():
        for position, report in enumerate(trial.references):
            at = library.place("trials", key) / "references" / position / "key"
            yield from _unknown(library, "references", report.key, at)


def _from_references(library: Library) -> Iterator[Problem]:
    for key, work in library.references.items():
        at = library.place("references", key)
        for position, printed in enumerate(work.as_printed):
            yield from _unknown(library, "sources", printed.source, at / "as_printed" / position / "source")
        for position, relation in enumerate(work.related):
            yield from _unknown(library, "references", relation.key, at / "related" / position / "key")
        for position, notice in enumerate(work.notices):
            yield from _unknown(library, "references", notice.key, at / "notices" / position / "key")


def _from_vocabularies(library: Library) -> Iterator[Problem]:
    for key, term in library.glossary.items():
        yield from _unknown_in(library, "glossary", term.related, library.place("glossary", key) / "related")
    for kind in SUBJECTS:
        for key, subject in getattr(library, kind).items():
            yield from _unknown_in(library, "glossary", subject.terms, library.place(kind, key) / "terms")
    for key, endpoint in library.endpoints.items():
        at = library.place("endpoints", key)
        yield from _unknown(library, "glossary", endpoint.term, at / "term")
        yield from _unknown_in(library, "endpoints", endpoint.unlike, at / "unlike")
    for key, disagreement in library.differences.items():
        for position, entry in enumerate(disagreement.entries):
            at = library.place("differences", key) / "entries" / position / "source"
            yield from _unknown(library, "sources", entry.source, at)


def cited_works_exist(library: Library) -> Iterator[Problem]:
    """A work that a sentence cites must be in `content/references/`.

    Bad:  en: Survival was longer [@sartor-2012].
    Good: en: Survival was longer [@sartor-2021].
    """
    for at, label in labels(library):
        for locale in Locale:
            for citation in citations(label.text(locale) or ""):
                yield from _unknown(library, "references", citation.key, at / locale.value)


def linked_terms_exist(library: Library) -> Iterator[Problem]:
    """A term that a sentence links by hand must be in the glossary.

    Bad:  en: The antigen ([[pmsa]]) is overexpressed.
    Good: en: The antigen ([[psma]]) is overexpressed.
    """
    for at, label in labels(library):
        for locale in Locale:
            for key in term_links(label.text(locale) or ""):
                yield from _unknown(library, "glossary", key, at / locale.value)
