"""Ids of sentences, notes about them, headings of sections."""

import re
from collections.abc import Iterable, Iterator, Mapping

from taiyaku.base.names import did_you_mean
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.model.library import Library
from taiyaku.model.source import Source

KNOWN_SECTIONS = ("background", "methods", "results", "conclusion", "question", "answer")
"""Sections of an abstract whose headings are in the catalogs; any other needs a heading of its own."""

_OWN_SECTIONS = frozenset(
    {*Source.model_fields, *("document", "cited", "as_printed", "summaries", "listed", "reports", "mentions", "uses")}
)
"""Keys that a section of an abstract cannot have: the page has a part of that name."""

_PAGE_IDS = re.compile(r"main|(?:sec|cited)-.*")
"""Ids that the templates use themselves."""


def ids_differ(library: Library) -> Iterator[Problem]:
    """No two sentences, headings or outcomes of a page may have one id: a link to the second would lead to the first.

    Bad:  id: os-median, twice in a file
    Good: id: os-median, id: os-by-psa
    """
    for kind in ("sources", "trials", "glossary", "pages"):
        for key, record in getattr(library, kind).items():
            at = library.place(kind, key)
            named = [(s.id, at.within(s.path)) for s in record.sentences()]
            named += [(o.id, at / "outcomes" / n) for n, o in enumerate(getattr(record, "outcomes", ()))]
            named += [(s.id, at / "sections" / n) for n, s in enumerate(getattr(record, "sections", ()))]
            yield from _repeats(named)


def _repeats(named: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for name, at in named:
        if at.path[:1] == ("abstract",) and at.path[1] in _OWN_SECTIONS:
            continue  # told once, for the section
        if _PAGE_IDS.fullmatch(name):
            yield Problem(at, "id-reserved", f"the id '{name}' is used by the page itself", "choose another")
        elif name in seen:
            yield Problem(
                at, "id-twice", f"the id '{name}' is used twice", "ids differ within a file", also=(seen[name],)
            )
        seen.setdefault(name, at)


def notes_have_their_sentence(library: Library) -> Iterator[Problem]:
    """A curator's note must be about a sentence that exists.

    Bad:  about: [result-4]
    Good: about: [results-4]
    """
    for key, source in library.sources.items():
        ids = {sentence.id for sentence in source.sentences()} | {outcome.id for outcome in source.outcomes}
        for position, note in enumerate(source.commentary):
            for step, about in enumerate(note.about):
                if about not in ids:
                    at = library.place("sources", key) / "commentary" / position / "about" / step
                    yield Problem(
                        at, "sentence-unknown", f"there is no sentence '{about}' in this file", did_you_mean(about, ids)
                    )


def sections_have_headings(library: Library) -> Iterator[Problem]:
    """A section of an abstract is one of the known ones, or has its heading in both languages under `headings`.

    Bad:  abstract: {result: […]}
    Good: abstract: {results: […]}
    """
    for key, source in library.sources.items():
        at = library.place("sources", key)
        yield from _unheaded(source.abstract, source.headings, at)
        for name in source.headings:
            if name not in source.abstract:
                hint = did_you_mean(name, source.abstract)
                yield Problem(at / "headings" / name, "heading-unused", f"the abstract has no section '{name}'", hint)


def _unheaded(abstract: Mapping[str, object], headings: Mapping[str, object], at: Place) -> Iterator[Problem]:
    for name in abstract:
        if name in _OWN_SECTIONS:
            hint = "put its pairs into the field of that name, or choose another key"
            yield Problem(at / "abstract" / name, "section-taken", f"'{name}' is a part of the page by itself", hint)
        elif name not in headings and name not in KNOWN_SECTIONS:
            hint = did_you_mean(name, (*KNOWN_SECTIONS, *headings), "give it one under 'headings'")
            yield Problem(at / "abstract" / name, "heading-missing", f"the section '{name}' has no heading", hint)
