"""Works that were read, into new records of a library: under keys of their own, and none that is there already."""

from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.bibliography.formats.gathered import Gathered, Remark, Work
from taiyaku.bibliography.identity import author, differ, identifiers
from taiyaku.bibliography.keys import free_key, may_be_key
from taiyaku.bibliography.titles import folded
from taiyaku.model.library import Library
from taiyaku.model.reference import Notice, Reference, Relation

Edges = dict[tuple[str, str], list[str]]
"""Where relations lead, by their kind and the work that has them."""

Leave = Callable[[str, str, str], None]
"""Notes a value that is left out, by its field, and why."""

_NOWHERE = "no work of this name is in the library or in the file"


@dataclass
class Taken:
    """New records by their keys, how many works are known already, and what is told about it."""

    records: dict[str, Reference] = field(default_factory=dict)
    known: int = 0
    problems: list[Problem] = field(default_factory=list)


def identities(record: Reference) -> Iterator[tuple[str, str]]:
    """What two records of one work share: an identifier, or title, year (if any) and first author."""
    yield from identifiers(record)
    yield "title", f"{folded(record.title)}|{(record.issued or '')[:4]}|{author(record)}"


def take_over(found: Gathered, library: Library) -> Taken:
    """The records to be added; a work that the library or the file itself has already is told and left."""
    taken = Taken()
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, record in library.references.items():
        for mark in identities(record):
            owners[mark].append(key)
    works = ChainMap(taken.records, dict(library.references))
    keys = set(library.ids("references"))
    wanted = keys | {work.name for work in found.works if may_be_key(work.name)}
    names: dict[str, str] = {}
    lines: dict[str, int] = {}
    known: dict[str, list[int]] = defaultdict(list)
    skipped: set[int] = set()
    for work in found.works:
        key = _same(work.record, owners, works)
        if key:
            known[key].append(work.line)
            skipped.update(map(id, work.remarks))
        else:
            is_free = may_be_key(work.name) and work.name not in keys
            key = work.name if is_free else free_key(work.record, wanted)
            if work.name and work.name != key and (work.name in names or work.name in keys):
                found.remarks.append(_other_key(work, key))
            keys.add(key)
            wanted.add(key)
            lines[key], taken.records[key] = work.line, work.record
            for mark in identities(work.record):
                owners[mark].append(key)
        names.setdefault(work.name, key)
    found.remarks = [remark for remark in found.remarks if id(remark) not in skipped]
    taken.known = sum(map(len, known.values()))
    taken.problems += [_known(found.file, key, again, lines, library) for key, again in known.items()]
    _lead_to_what_is_there(taken, found, lines, names, library)
    return taken


def _other_key(work: Work, key: str) -> Remark:
    return Remark("key", f"{work.name} → {key}", "another work has this key", work.line, lost=False)


def _same(record: Reference, owners: Mapping[tuple[str, str], list[str]], works: Mapping[str, Reference]) -> str:
    """The key of the record that is the same work, or nothing; a preprint and its article are two of one title."""
    for mark in identities(record):
        for key in owners.get(mark, ()):
            if mark[0] != "title" or not differ(record, works[key]):
                return key
    return ""


def _known(file: PurePosixPath, key: str, again: list[int], lines: Mapping[str, int], library: Library) -> Problem:
    """One problem for all entries of the file that are the same work."""
    more = f" (and {len(again) - 1} more times in the file)" if len(again) > 1 else ""
    message = f"the work is in the library already, as '{key}'{more}"
    also: tuple[Place, ...] = ()
    if key in lines:
        message = f"the work is '{key}', of line {lines[key]}: it is taken over once{more}"
    else:
        also = (library.place("references", key),)
    hint = "if the file knows more of it, add that to the record"
    return Problem(Place(file, (), again[0], 1), "import-known", message, hint, Severity.WARNING, also)


def _lead_to_what_is_there(
    taken: Taken, found: Gathered, lines: Mapping[str, int], names: Mapping[str, str], library: Library
) -> None:
    """Keys that records name become those of this library; what leads nowhere, or in a circle, is left out."""
    there = library.ids("references") | taken.records.keys()
    edges: Edges = defaultdict(list)
    for key, record in library.references.items():
        for relation in record.related:
            edges[relation.kind, key].append(relation.key)
    for key, record in taken.records.items():
        leave = partial(_left_out, found, lines[key])
        related = tuple(
            r for each in record.related if (r := _related(key, _renamed(each, names), there, edges, leave))
        )
        notices = tuple(_notice(notice, names, there, leave) for notice in record.notices)
        taken.records[key] = record.model_copy(update={"related": related, "notices": notices})


def _left_out(found: Gathered, line: int, tag: str, value: str, why: str) -> None:
    found.left_out(tag, value, why, line)


def _renamed(relation: Relation, names: Mapping[str, str]) -> Relation:
    return relation.model_copy(update={"key": names.get(relation.key, relation.key)})


def _related(key: str, relation: Relation, there: frozenset[str], edges: Edges, leave: Leave) -> Relation | None:
    why = ""
    if relation.key not in there:
        why = _NOWHERE
    elif _leads(edges, relation.kind, relation.key, key):
        why = "the works would lead to each other in a circle"
    if why:
        leave("related", f"{relation.kind} {relation.key}", why)
        return None
    edges[relation.kind, key].append(relation.key)
    return relation


def _notice(notice: Notice, names: Mapping[str, str], there: frozenset[str], leave: Leave) -> Notice:
    key = names.get(notice.key, notice.key) if notice.key else None
    if key is not None and key not in there:
        leave("notices", key, _NOWHERE)
        key = None
    return notice.model_copy(update={"key": key})


def _leads(edges: Edges, kind: str, start: str, goal: str) -> bool:
    """Whether relations of one kind lead from a work to another, or it is that work."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        key = ahead.pop()
        if key == goal:
            return True
        if key not in seen:
            seen.add(key)
            ahead += edges.get((kind, key), ())
    return False
