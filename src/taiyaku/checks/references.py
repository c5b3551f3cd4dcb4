"""The lists of the documents, and what stands behind a work that is cited."""

from collections import Counter
from collections.abc import Iterator

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.language.citations import citations
from taiyaku.model.library import Library
from taiyaku.model.reference import NoticeKind
from taiyaku.model.walk import labels


def lists_name_a_work_once(library: Library) -> Iterator[Problem]:
    """A list names a work once; where the document itself lists it twice, the record says so in `as_printed`.

    Bad:  references: [violet-2020, violet-2020]
    Good: the same, with `as_printed: [{source: volkova-2025, entry: 12, …}]` in violet-2020
    """
    for source_id, source in library.sources.items():
        for key, times in Counter(source.references).items():
            reference = library.references.get(key)
            if times == 1 or reference is None or any(p.source == source_id for p in reference.as_printed):
                continue
            position = len(source.references) - 1 - source.references[::-1].index(key)
            at = library.place("sources", source_id) / "references" / position
            hint = "take one out; or, if the document lists it twice, say so in 'as_printed' of the record"
            yield Problem(at, "work-listed-twice", f"the work '{key}' is listed {times} times", hint, Severity.WARNING)


def cited_works_stand(library: Library) -> Iterator[Problem]:
    """A sentence does not rest on a work that was retracted, or about which its publisher expressed concern, unawares.

    Bad:  en: Survival was longer [@doe-2020], with `notices: [{kind: retraction, …}]` in doe-2020
    Good: en: "Doe et al. reported longer survival, but the paper was retracted [@doe-2020].", with the rule set aside
    """
    for at, label in labels(library):
        cited = {c.key for locale in Locale for c in citations(label.text(locale) or "")}
        yield from (_notice(at, key, said) for key in sorted(cited) if (said := _said_of(library, key)))
    for source_id, source in library.sources.items():
        if said := _said_of(library, source.citation):
            yield _notice(library.place("sources", source_id) / "citation", source.citation, said)


def _said_of(library: Library, key: str) -> str:
    work = library.references.get(key)
    return next((_GRAVE[kind] for kind in work.standing if kind in _GRAVE), "") if work else ""


_GRAVE = {
    NoticeKind.RETRACTION: "the work '{}' was retracted",
    NoticeKind.CONCERN: "an expression of concern was published about the work '{}'",
}


def _notice(at: Place, key: str, said: str) -> Problem:
    hint = "cite another work; or say so in the sentence, and set the rule aside there"
    return Problem(at, "work-notice", said.format(key), hint, Severity.WARNING)
