"""A project's files into its library: every problem is collected, and who cites a broken file is not blamed for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pydantic import BaseModel

from taiyaku.base.names import did_you_mean, is_slug
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.base.text import decode_utf8
from taiyaku.content.decode import decode
from taiyaku.content.yaml_values import PlainValue, read_yaml
from taiyaku.model.disagreement import Disagreement
from taiyaku.model.library import Library
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


@dataclass
class _Shelf:
    """Records of one kind as they come in; `broken` holds ids whose file could not be read."""

    records: dict[str, BaseModel] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    incomplete: bool = False


@dataclass(frozen=True)
class Read:
    """What reading gave: a library (None without a readable site.yaml) and every problem met."""

    library: Library | None
    problems: list[Problem]


def read_project(files: Mapping[PurePosixPath, bytes]) -> Read:
    """The library of a project, given the bytes of its files by their path in it."""
    missing = _missing_folders(files)
    problems = [*_missing(missing), *_strays(files)]
    shelves: dict[str, _Shelf] = {kind_of(folder): _Shelf() for folder in (*ONE_A_FILE, *MANY_A_FILE, *VOCABULARIES)}
    for name in {kind_of(folder) for folder in missing} & shelves.keys():
        shelves[name].incomplete = True
    for file in sorted(files, key=str):
        folder, shelf_name = _home(file)
        if folder is None:
            continue
        value, found = _value(files[file], Place(file))
        problems += found
        problems += _shelve(shelves[shelf_name], folder, value, Place(file))
        if folder not in ONE_A_FILE and not isinstance(value, dict):
            shelves[shelf_name].incomplete = True
    site, found = _site(files)
    problems += found
    return Read(_library(site, shelves) if site else None, problems)


def kind_of(folder: str) -> str:
    """The kind of record that a folder or vocabulary holds: `sources` for `content/sources`."""
    return PurePosixPath(folder).stem


def _library(site: Site, shelves: Mapping[str, _Shelf]) -> Library:
    records = {name: dict(sorted(shelf.records.items())) for name, shelf in shelves.items()}
    places = {(name, key): place for name, shelf in shelves.items() for key, place in shelf.places.items()}
    places["site", "site"] = Place(SITE)
    broken = {name: frozenset(shelf.broken) for name, shelf in shelves.items()}
    incomplete = frozenset(name for name, shelf in shelves.items() if shelf.incomplete)
    return Library(site=site, places=places, broken=broken, incomplete=incomplete, **records)  # type: ignore[arg-type]


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


def _shelve(shelf: _Shelf, folder: str, value: PlainValue, at: Place) -> list[Problem]:
    """Puts a file's records on their shelf."""
    if folder in ONE_A_FILE:
        return _put(shelf, ONE_A_FILE[folder], at.file.stem, value, at)
    model = MANY_A_FILE.get(folder) or VOCABULARIES[folder]
    if value is None:
        return []
    if not isinstance(value, dict):
        return [Problem(at, "wrong-type", "a mapping from id to record is expected here", "see CONTRIBUTING.md")]
    return [p for key, node in value.items() for p in _put(shelf, model, key, node, at / key)]


def _put(shelf: _Shelf, model: type[BaseModel], key: str, value: PlainValue, at: Place) -> list[Problem]:
    if key in shelf.places:
        return [
            Problem(
                at, "id-twice", f"'{key}' is already the id of another record", "rename one", also=(shelf.places[key],)
            )
        ]
    shelf.places[key] = at
    if value is None and not at.path:
        shelf.broken.add(key)
        return []
    record, problems = decode(model, value, at)
    if not is_slug(key):
        problems.append(
            Problem(at, "id-wrong", f"'{key}' is not an id", "lower-case letters, digits and single hyphens")
        )
    if record is None or problems:
        shelf.broken.add(key)
    else:
        shelf.records[key] = record
    return problems


def _site(files: Mapping[PurePosixPath, bytes]) -> tuple[Site | None, list[Problem]]:
    if not any(file.is_relative_to("content") for file in files):
        return None, []
    if SITE not in files:
        hint = "it gives title, base_url, locales and licence; see CONTRIBUTING.md"
        return None, [Problem(Place(SITE), "file-missing", "the file is missing", hint)]
    value, problems = _value(files[SITE], Place(SITE))
    if value is None:
        return None, problems
    site, found = decode(Site, value, Place(SITE))
    return site, problems + found


def _missing_folders(files: Mapping[PurePosixPath, bytes]) -> list[str]:
    """What must be there and is not; a vocabulary may also end in .yml."""
    present = [file.with_suffix(".yaml") if file.suffix in _SUFFIXES else file for file in files]
    return [folder for folder in REQUIRED if not any(file.is_relative_to(folder) for file in present)]


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


def _strays(files: Mapping[PurePosixPath, bytes]) -> Iterator[Problem]:
    """Files that nothing reads; for YAML that is an error, since its content would be lost silently."""
    for file in files:
        if file.parts[0] in ("content", "seeds") and _home(file)[0] is None and file != SITE:
            severity = Severity.ERROR if file.suffix.lower() in _SUFFIXES else Severity.WARNING
            yield Problem(Place(file), "file-stray", "nothing reads this file", _stray_hint(file), severity)


def _stray_hint(file: PurePosixPath) -> str:
    if any(file.is_relative_to(folder) for folder in FOLDERS):
        return "only files that end in .yaml are read here"
    known = {PurePosixPath(f).name for f in (*FOLDERS, *VOCABULARIES, str(SITE))}
    return did_you_mean(file.parts[1], known) if len(file.parts) > 1 else ""
