"""One work, one record; and how works stand to each other."""

from collections.abc import Iterator

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.bibliography.doubts.circles import circles
from taiyaku.bibliography.identity import same_works
from taiyaku.bibliography.journals import spelled_twice
from taiyaku.bibliography.likeness import Likeness, Similar, similar_works
from taiyaku.model.library import Library
from taiyaku.model.reference import Reference, RelationKind, WorkType


def one_work_one_record(library: Library) -> Iterator[Problem]:
    """Two records with one identifier, or with one title, year and first author, are one work.

    Bad:  violet-2020 with DOI 10.2967/jnumed.119.236414 and hofman-2020 with DOI 10.2967/JNUMED.119.236414
    Good: violet-2020, with `as_printed` for the second entry
    """
    for same in same_works(library.references):
        at, other = library.place("references", same.key), library.place("references", same.other)
        message = f"'{same.key}' is the same work as '{same.other}': {same.shared}"
        hint = "keep one record, and tell in its 'as_printed' what another list prints differently"
        yield Problem(at, "work-twice", message, hint, also=(other,))


def likely_duplicates_are_explained(library: Library) -> Iterator[Problem]:
    """Two records that look like one work are made one, or say how they stand to each other.

    Bad:  doe-2020 and doe-2021, both "Iron and anaemia" by Doe, one without its subtitle
    Good: the same, with `related: [{kind: preprint_of, key: doe-2021}]` in doe-2020
    """
    for similar in similar_works(library.references):
        at, other = library.place("references", similar.key), library.place("references", similar.other)
        message = f"'{similar.key}' may be the same work as '{similar.other}': {_WHY[similar.why]}"
        hint = _how_to_explain(library, similar)
        yield Problem(at, "work-near-twice", message, hint, Severity.WARNING, also=(other,))


_WHY = {
    Likeness.TITLE: "title and first author are alike, and the years near",
    Likeness.PLACE: "journal, volume and first page are the same",
    Likeness.PREPRINT: "one looks like the preprint of the other",
}


def _how_to_explain(library: Library, similar: Similar) -> str:
    if similar.why is Likeness.PREPRINT:
        keys = similar.key, similar.other
        preprint, paper = keys if library.references[similar.key].type is WorkType.ARTICLE else keys[::-1]
        return f"write in '{preprint}': related: [{{kind: preprint_of, key: {paper}}}]"
    two = "say under 'related' how they stand to each other, or set the rule aside"
    return f"keep one record; or, if they are two works, {two} in '{similar.key}'"


def relations_do_not_run_in_circles(library: Library) -> Iterator[Problem]:
    """No work is, through others or by itself, its own preprint, translation, update, supplement or comment.

    Bad:  in doe-2020 `related: [{kind: preprint_of, key: doe-2021}]`, in doe-2021 `{kind: preprint_of, key: doe-2020}`
    Good: in doe-2020 only
    """
    for kind, named in _named(library).items():
        for circle in circles({key: tuple(others) for key, others in named.items()}):
            at, *others = (named[key][other] for key, other in zip(circle, (*circle[1:], circle[0]), strict=True))
            message = f"'{kind.value}' runs in a circle: " + " → ".join(f"'{key}'" for key in (*circle, circle[0]))
            yield Problem(at, "relation-circle", message, "take one of them out", also=tuple(others))
    for key, work in library.references.items():
        for position, notice in enumerate(work.notices):
            if notice.key == key:
                at = library.place("references", key) / "notices" / position / "key"
                yield Problem(at, "relation-circle", f"'{key}' is named as its own notice", "take the key out")


def _named(library: Library) -> dict[RelationKind, dict[str, dict[str, Place]]]:
    """For each kind of relation the works that name others by it, and where each."""
    found: dict[RelationKind, dict[str, dict[str, Place]]] = {kind: {} for kind in RelationKind}
    for key, work in library.references.items():
        for position, relation in enumerate(work.related):
            at = library.place("references", key) / "related" / position / "key"
            found[relation.kind].setdefault(key, {})[relation.key] = at
    return found


def journals_are_spelled_one_way(library: Library) -> Iterator[Problem]:
    """One journal has one name in all records, and one abbreviation.

    Bad:  container-title: J. Clin. Oncol., and in another record Journal of Clinical Oncology
    Good: container-title: Journal of Clinical Oncology and container-title-short: J Clin Oncol, in both
    """
    for field in ("container-title", "container-title-short"):
        yield from _spelled_twice(library, field)


def _spelled_twice(library: Library, field: str) -> Iterator[Problem]:
    named = {key: name for key, work in library.references.items() if (name := _journal(work, field))}
    first = {name: key for key, name in reversed(named.items())}
    for name, same in spelled_twice(named.values()):
        at, other = (library.place("references", first[n]) / field for n in (name, same))
        message = f"'{name}' and '{same}' are one journal"
        hint = "write one name everywhere; the abbreviation has a field of its own, 'container-title-short'"
        yield Problem(at, "journal-spelled-twice", message, hint, Severity.WARNING, also=(other,))


def _journal(work: Reference, field: str) -> str | None:
    """The name of the journal; a book or a site is no journal."""
    if work.type not in _IN_JOURNALS:
        return None
    return work.container_title if field == "container-title" else work.container_title_short


_IN_JOURNALS = {
    WorkType.ARTICLE_JOURNAL,
    WorkType.ARTICLE_MAGAZINE,
    WorkType.ARTICLE_NEWSPAPER,
    WorkType.PAPER_CONFERENCE,
    WorkType.REVIEW,
}
