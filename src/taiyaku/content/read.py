"""A project's files into its library: every problem is collected, and who cites a broken file is not blamed for it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from taiyaku.base.names import did_you_mean, is_slug
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.base.text import decode_utf8
from taiyaku.content.decode import decode
from taiyaku.content.yaml_values import PlainValue, read_yaml
from taiyaku.model.disagreement import Disagreement
from taiyaku.model.library import KINDS, Library
from taiyaku.model.page import Page
from taiyaku.model.reference import Reference
from taiyaku.model.review import Review
from taiyaku.model.seed import Seed
from taiyaku.model.site import Site
from taiyaku.model.source import Source
from taiyaku.model.term import Term
from taiyaku.model.trial import Trial
from taiyaku.model.vocabulary import Drug, Endpoint, Population, Topic

ONE_A_FILE: Mapping[str, type[BaseModel]] = {
    "content/sources": Source,
    "content/trials": Trial,
    "content/glossary": Term,
    "content/pages": Page,
    "content/reviews": Review,
    "seeds": Seed,
}
"""Folders in which each file is one record; its id is the file's name."""

MANY_A_FILE: Mapping[str, type[BaseModel]] = {"content/references": Reference}
"""Folders in which each file holds any number of records, each under its key."""

VOCABULARIES: Mapping[str, type[BaseModel]] = {
    "content/endpoints.yaml": Endpoint,
    "content/topics.yaml": Topic,
    "content/populations.yaml": Population,
    "content/drugs.yaml": Drug,
    "content/differences.yaml": Disagreement,
}
"""Files that each hold any number of records, each under its key."""

SITE = PurePosixPath("content/site.yaml")
REQUIRED = (
    "content",
    "content/sources",
    "content/references",
    "seeds",
    "content/endpoints.yaml",
    "content/topics.yaml",
)
FOLDERS = (*ONE_A_FILE, *MANY_A_FILE)
_SUFFIXES = {".yaml", ".yml"}


class Found(Struct, frozen=True):
    """A record as a file tells it; None where it cannot be read."""

    kind: str
    key: str
    at: Place
    record: BaseModel | None


class FileRead(Struct, frozen=True):
    """What a file holds, every problem met in it, and the kinds of which nobody knows what it holds."""

    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()
    incomplete: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Read:
    """What reading gave: a library (None without a readable site.yaml) and every problem met."""

    library: Library | None
    problems: list[Problem]


def read_project(files: Mapping[PurePosixPath, bytes]) -> Read:
    """The library of a project, given the bytes of its files by their path in it."""
    read = [read_file(file, data) for file, data in sorted(files.items(), key=lambda item: str(item[0]))]
    problems = [problem for each in read for problem in each.problems] + list(missing_files(map(str, files)))
    told: dict[tuple[str, str], Found] = {}
    for found in (found for each in read for found in each.found):
        first = told.setdefault((found.kind, found.key), found)
        if first is not found:
            problems.append(told_twice(found.key, found.at, first.at))
    return Read(_library(list(told.values()), _incomplete(files, read)), problems)


def told_twice(key: str, at: Place, first: Place) -> Problem:
    """The problem of an id that an earlier file has told already."""
    return Problem(at, "id-twice", f"'{key}' is already the id of another record", "rename one", also=(first,))


def _incomplete(files: Mapping[PurePosixPath, bytes], read: Iterable[FileRead]) -> frozenset[str]:
    """The kinds of which a file or folder could not be read at all."""
    return frozenset(kind for each in read for kind in each.incomplete) | missing_kinds(map(str, files))


def missing_kinds(files: Iterable[str]) -> frozenset[str]:
    """The kinds of records whose folder or file is not there."""
    return frozenset(kind_of(folder) for folder in _missing_from(_present(files))) & _KINDS


def read_file(file: PurePosixPath, data: bytes) -> FileRead:
    """The records of a file of the project, by itself; nothing in a file that is not content."""
    at = Place(file)
    if file == SITE:
        return _read_site(data)
    folder, kind = _home(file)
    if folder is None:
        return FileRead(problems=tuple(_stray(file)))
    value, problems = _value(data, at)
    if folder in ONE_A_FILE:
        found, faults = _found(ONE_A_FILE[folder], kind, at.file.stem, value, at)
        return FileRead((found,), (*problems, *faults))
    if not isinstance(value, dict):
        if value is not None:
            wrong = "a mapping from id to record is expected here"
            problems.append(Problem(at, "wrong-type", wrong, "see CONTRIBUTING.md"))
        return FileRead((), tuple(problems), frozenset({kind}))
    model = MANY_A_FILE.get(folder) or VOCABULARIES[folder]
    several = [_found(model, kind, key, node, at / key) for key, node in value.items()]
    problems += (fault for _, faults in several for fault in faults)
    return FileRead(tuple(found for found, _ in several), tuple(problems))


def _found(model: type[BaseModel], kind: str, key: str, value: PlainValue, at: Place) -> tuple[Found, list[Problem]]:
    if value is None and not at.path:
        return Found(kind, key, at, None), []
    record, problems = decode(model, value, at)
    if not is_slug(key):
        problems.append(
            Problem(at, "id-wrong", f"'{key}' is not an id", "lower-case letters, digits and single hyphens")
        )
    return Found(kind, key, at, None if problems else record), problems


def _read_site(data: bytes) -> FileRead:
    value, problems = _value(data, Place(SITE))
    site, found = decode(Site, value, Place(SITE)) if value is not None else (None, [])
    return FileRead((Found("site", "site", Place(SITE), site),) if site else (), (*problems, *found))


def missing_files(files: Iterable[str]) -> Iterator[Problem]:
    """Folders and files that must be there and are not."""
    present = _present(files)
    yield from _missing(_missing_from(present))
    if str(SITE) not in present and "content" in present:
        hint = "it gives title, base_url, locales and licence; see CONTRIBUTING.md"
        yield Problem(Place(SITE), "file-missing", "the file is missing", hint)


def kind_of(folder: str) -> str:
    """The kind of record that a folder or vocabulary holds: `sources` for `content/sources`."""
    return PurePosixPath(folder).stem


_KINDS = frozenset(kind_of(folder) for folder in (*ONE_A_FILE, *MANY_A_FILE, *VOCABULARIES))


def _library(told: list[Found], incomplete: frozenset[str]) -> Library | None:
    records: dict[str, dict[str, Any]] = {kind: {} for kind in (*KINDS, "site")}
    broken: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for each in sorted(told, key=lambda found: found.key):
        if each.record is None:
            broken[each.kind].add(each.key)
        else:
            records[each.kind][each.key] = each.record
    site = records.pop("site").get("site")
    if site is None:
        return None
    in_order = sorted(told, key=lambda found: (*KINDS, "site").index(found.kind))
    places = {(each.kind, each.key): each.at for each in in_order}
    unread = {kind: frozenset(keys) for kind, keys in broken.items()}
    return Library(site=site, places=places, broken=unread, incomplete=incomplete, **records)  # type: ignore[arg-type]


def _home(file: PurePosixPath) -> tuple[str | None, str]:
    """The folder or vocabulary that a file belongs to, and the name of its shelf."""
    if file.suffix not in _SUFFIXES:
        return None, ""
    for folder in (*ONE_A_FILE, *MANY_A_FILE):
        if file.is_relative_to(folder):
            return folder, kind_of(folder)
    name = str(file.with_suffix(".yaml"))
    return (name, kind_of(name)) if name in VOCABULARIES else (None, "")


def _value(data: bytes, at: Place) -> tuple[PlainValue, list[Problem]]:
    text, problems = decode_utf8(data, at)
    return (None, problems) if text is None else read_yaml(text, at)


def _present(files: Iterable[str]) -> set[str]:
    """What stands in a project at the first two levels; a vocabulary may also end in .yml."""
    tops = {"/".join(file.split("/", 2)[:2]) for file in files}
    also = {file for file in VOCABULARIES if f"{file.removesuffix('.yaml')}.yml" in tops}
    return tops | also | {top.partition("/")[0] for top in tops}


def _missing_from(present: set[str]) -> list[str]:
    return [folder for folder in REQUIRED if folder not in present]


def _missing(folders: list[str]) -> Iterator[Problem]:
    """Folders that must be there; one inside a missing one is not told."""
    for folder in folders:
        if not any(folder.startswith(f"{other}/") for other in folders):
            hint = _START if folder == "content" else "see CONTRIBUTING.md"
            rule, message = _ABSENT["file" if folder in VOCABULARIES else "folder"]
            yield Problem(Place(PurePosixPath(folder)), rule, message, hint)


_ABSENT = {
    "file": ("file-missing", "the file is missing"),
    "folder": ("folder-missing", "the folder is missing or empty"),
}
_START = "run the command in the project's folder, or name it with --project"


def _stray(file: PurePosixPath) -> Iterator[Problem]:
    """A file of content that nothing reads; for YAML that is an error, since its content would be lost silently."""
    if file.parts[0] in ("content", "seeds"):
        severity = Severity.ERROR if file.suffix.lower() in _SUFFIXES else Severity.WARNING
        yield Problem(Place(file), "file-stray", "nothing reads this file", _stray_hint(file), severity)


def _stray_hint(file: PurePosixPath) -> str:
    if any(file.is_relative_to(folder) for folder in FOLDERS):
        return "only files that end in .yaml are read here"
    known = {PurePosixPath(f).name for f in (*FOLDERS, *VOCABULARIES, str(SITE))}
    return did_you_mean(file.parts[1], known) if len(file.parts) > 1 else ""
