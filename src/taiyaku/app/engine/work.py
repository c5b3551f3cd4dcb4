"""What is made, a unit at a time, in whatever process: facts, checks, pages, files.

A unit is named by a text (`pages|sources|ng-2025`) and made of the library alone, of which every reading is tracked:
as long as nothing changes that a unit read, it would be made the same again.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import chain, count
from os import urandom
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import TemplateError
from msgspec import Struct
from msgspec.structs import replace

from taiyaku.app.engine.store import Store, digest, pack
from taiyaku.app.engine.stored import StoredLibrary, open_library
from taiyaku.app.engine.tables import drop_tables
from taiyaku.app.usage import UsageError
from taiyaku.base.garbage import collect_seldom, keep_what_is_loaded
from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.model.library import KINDS
from taiyaku.pages import facts
from taiyaku.pages.laid import laid_out, laid_records
from taiyaku.pages.lists import LISTS
from taiyaku.pages.plan import Unit, plan_unit, units
from taiyaku.pages.rows import ROWS, row
from taiyaku.pages.search import KINDS as SEARCHED
from taiyaku.pages.ways_back import ALL, Fact, WaysBack
from taiyaku.render.compiled import Compiled, restored
from taiyaku.render.data_files import data_pieces
from taiyaku.render.environment import Renderer, template_problem
from taiyaku.render.exports import work_entry
from taiyaku.render.links import Anchors, anchors
from taiyaku.render.search_files import ALIKE, record_pieces
from taiyaku.render.site import file_units, make_files, make_renderer
from taiyaku.render.sitemap import Entry, sitemap_entry

STAGES = ("facts", "sums", "checks", "names", "pieces", "pages")
"""The steps of a build after reading; each uses only what those before it made; after the checks, content is sound."""

SEPARATOR = "|"

SEARCH = "search/"
"""How the names of the pieces of the search begin."""

SEVERAL = f"several:{ALL}"
"""Under which name it is told of which pages there are several parts: when it changes, units come and go."""


class Output(Struct, frozen=True):
    """A file of the site; `data` are its bytes where they are new. Of a page, its piece of the map, and its links."""

    path: str
    digest: bytes
    data: bytes | None
    address: Entry | None = None
    anchors: Anchors | None = None
    source: Place | None = None


class Made(Struct, frozen=True):
    """A unit that was made: all that it read, what it says for others, what is wrong, what it put where."""

    name: str
    reads: frozenset[str]
    facts: tuple[tuple[str, int, str, int, bytes], ...] = ()
    problems: tuple[Problem, ...] = ()
    outputs: tuple[Output, ...] = ()
    memos: tuple[tuple[bytes, bytes], ...] = ()


def output(store: Store, path: str, data: bytes) -> Output:
    """A file, with its bytes where the site does not have them already."""
    mark = digest(data)
    same = store.db.execute("SELECT 1 FROM outputs WHERE path = ? AND digest = ?", (path, mark)).fetchone()
    return Output(path, mark, None if same else data)


class UnitError(Exception):
    """A unit could not be made, for a reason that is a fault of the program: which, and why."""


class Bench:
    """What one process needs to make units; opened once, as long as the store stays as it is."""

    def __init__(self, store: Store) -> None:
        collect_seldom()
        keep_what_is_loaded()
        self.store = store
        library = open_library(store)
        assert library is not None
        self.library: StoredLibrary = library
        self.links: WaysBack = library.links

    @cached_property
    def renderer(self) -> Renderer:
        """What renders pages."""
        templates, catalogs = restored(self.store.note("compiled"))
        return make_renderer(self.library, self.links, Compiled(templates).codes, catalogs)

    @cached_property
    def files(self) -> Mapping[PurePosixPath, bytes]:
        """The templates, assets and catalogs."""
        found: Mapping[PurePosixPath, bytes] = self.store.note("interface")
        return found

    @cached_property
    def with_pairs(self) -> bool:
        """Whether the texts of pairs are compared."""
        return self.store.note("pair_checks") is not False

    def names(self, stage: str) -> Iterator[str]:
        """Every unit of a stage."""
        match stage:
            case "facts":
                for kind in facts.FACT_KINDS:
                    keys = ("site",) if kind == "site" else getattr(self.library, kind)
                    yield from (f"facts|{kind}|{key}" for key in keys)
            case "sums":
                yield "sums|newest|"
            case "names":
                yield from (f"names|references|{key}" for key in self.library.references)
                yield from (f"laid|{kind}|{key}" for kind, key in laid_records(self.library))
                yield from (f"lists|{kind}|" for kind in LISTS)
                yield from (f"rows|{kind}|{key}" for kind in ROWS for key in getattr(self.library, kind))
                yield from (f"data|{kind}|{key}" for kind in KINDS for key in getattr(self.library, kind))
            case "pieces":
                yield from (f"pieces|{kind}|{key}" for kind in SEARCHED for key in getattr(self.library, kind))
            case "checks":
                from taiyaku.checks.every import TOGETHER  # noqa: PLC0415 - see _checks

                yield from (f"checks|{kind}|{key}" for kind in KINDS for key in getattr(self.library, kind))
                yield "checks|site|site"
                yield from (f"checks|together|{n}" for n in range(len(TOGETHER)))
            case _:
                yield from map(_page_unit, units(self.library, self.links))
                yield from (f"files|{name}|{key}" for name, key in file_units(self.library))

    def make(self, name: str) -> Made:
        """Makes a unit."""
        stage, kind, key = name.split(SEPARATOR, 2)
        reads = self.library.reads
        reads.begin()
        try:
            found = _MAKERS[stage](self, kind, key)
        except Exception as error:
            raise UnitError(
                f"{stage} of {'/'.join(filter(None, (kind, key)))}: {type(error).__name__}: {error}"
            ) from error
        return Made(name, frozenset(reads.names), memos=tuple(reads.memos), **found)


def _facts(bench: Bench, kind: str, key: str) -> dict[str, Any]:
    return {"facts": _packed(facts.facts(bench.library, kind, key), kind, key)}


def _sums(bench: Bench, kind: str, key: str) -> dict[str, Any]:
    return {"facts": _packed(facts.newest(bench.links), kind, key)}


def _names(bench: Bench, kind: str, key: str) -> dict[str, Any]:
    library, links = bench.library, bench.links
    entry = Fact("entries", key, tuple(work_entry(key, library.references[key])))
    return {"facts": _packed(chain(facts.names_of(library, links, key), [entry]), kind, key)}


def _packed(found: Iterator[Fact], kind: str, key: str) -> tuple[tuple[str, int, str, int, bytes], ...]:
    """Facts with their names and order; those of one name are counted apart, so that others do not move them."""
    rank = facts.FACT_KINDS.index(kind) if kind in facts.FACT_KINDS else len(facts.FACT_KINDS)
    counts: dict[str, Iterator[int]] = defaultdict(count)
    names = ((f"{fact.table}:{fact.key}", fact.value) for fact in found)
    return tuple((name, rank, key, next(counts[name]), pack(value)) for name, value in names)


def _checks(bench: Bench, kind: str, key: str) -> dict[str, Any]:
    # Only now: who makes pages beside them needs no checks, and what they load takes longer than those of a record.
    from taiyaku.checks.every import TOGETHER, check_record  # noqa: PLC0415

    library, pairs = bench.library, bench.with_pairs
    found = TOGETHER[int(key)](library) if kind == "together" else check_record(library, kind, key, pairs=pairs)
    return {"problems": tuple(found)}


def _laid(bench: Bench, kind: str, key: str) -> dict[str, Any]:
    return {"facts": _packed(laid_out(bench.library, bench.links, kind, key), kind, key)}


def _lists(bench: Bench, kind: str, key: str) -> dict[str, Any]:
    return {"facts": _packed(LISTS[kind](bench.library, bench.links), kind, key)}


def _rows(bench: Bench, kind: str, key: str) -> dict[str, Any]:
    return {"facts": _packed(row(bench.library, bench.links, kind, key), kind, key)}


def _page_unit(unit: Unit) -> str:
    """The name of a unit of pages: the first part of what is cut has no number."""
    number = [str(unit.part)] if unit.part > 1 else []
    return SEPARATOR.join(("pages", unit.kind, unit.key, *number))


def unit_named(kind: str, name: str) -> Unit:
    """The unit of pages of a kind by the rest of its name."""
    key, _, number = name.partition(SEPARATOR)
    return Unit(kind, key, int(number or 1))


def _pages(bench: Bench, kind: str, name: str) -> dict[str, Any]:
    outputs, problems = [], []
    for page in plan_unit(bench.library, bench.links, unit_named(kind, name)):
        try:
            data = bench.renderer.render(page)
        except TemplateError as error:
            problems.append(template_problem(error, page))
        else:
            made, address = output(bench.store, page.route.name, data), sitemap_entry(page, bench.library.site)
            outputs.append(replace(made, address=address, anchors=anchors(made.path, data), source=page.source))
    return {"outputs": tuple(outputs), "problems": tuple(problems)}


def pieces_table(kind: str, locale: Locale) -> str:
    """The table in which the pieces of a kind stand in a language; there, each is under its kind."""
    return f"{SEARCH}{'' if kind in ALIKE else locale.value}"


def _data(bench: Bench, kind: str, key: str) -> dict[str, Any]:
    return {"facts": _packed(data_pieces(bench.library, kind, key), kind, key)}


def _pieces(bench: Bench, kind: str, key: str) -> dict[str, Any]:
    """What a record adds to the search, whose files are joined from all."""
    library = bench.library
    locales = (library.site.default_locale,) if kind in ALIKE else library.site.locales
    found = (
        Fact(pieces_table(kind, locale), kind, piece)
        for locale in locales
        for piece in record_pieces(library, kind, key, locale)
    )
    return {"facts": _packed(found, kind, key)}


class TemplateFault(Exception):  # noqa: N818 - a fault of content, told as a problem
    """A page could not be made, for a fault of its template."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def page_at(bench: Bench, kind: str, name: str, path: str) -> bytes | None:
    """One page of a unit, made without those beside it; None where the unit has none at this path."""
    locale = next((each for each in bench.library.site.locales if path.startswith(f"{each.value}/")), None)
    for page in plan_unit(bench.library, bench.links, unit_named(kind, name), locale):
        if page.route.name == path:
            try:
                return bench.renderer.render(page)
            except TemplateError as error:
                raise TemplateFault(template_problem(error, page)) from error
    return None


def _files(bench: Bench, kind: str, key: str) -> dict[str, Any]:
    made = make_files(bench.library, bench.links, bench.files, (kind, key))
    return {"outputs": tuple(output(bench.store, str(path), data) for path, data in made.items())}


_MAKERS: Mapping[str, Callable[[Bench, str, str], dict[str, Any]]] = {
    "facts": _facts,
    "sums": _sums,
    "names": _names,
    "laid": _laid,
    "lists": _lists,
    "rows": _rows,
    "data": _data,
    "pieces": _pieces,
    "checks": _checks,
    "pages": _pages,
    "files": _files,
}


# What a worker process keeps: the bench of the store as it was last told to use it.
_OPEN: dict[str, Any] = {}


def make_all(path: Path, state: bytes, staging: Path | None, names: list[str]) -> list[Made]:
    """Makes units in a process of its own; `state` is another at every step, so that nothing old is used.

    New files are written below `staging`, and not handed back.
    """
    bench = _opened(path, state)
    return [staged(bench.make(name), staging) for name in names]


def make_shared(
    path: Path, staging: Path, names: Sequence[str], later: Sequence[str], turns: Iterable[int]
) -> tuple[list[Made], list[Made]]:
    """Makes units in a process of its own, then of later ones those for which it gets a turn."""
    bench = _opened(path, urandom(8))
    return [bench.make(name) for name in names], make_in_turn(bench, staging, later, turns)


def make_in_turn(bench: Bench, staging: Path, names: Sequence[str], turns: Iterable[int]) -> list[Made]:
    """Makes those of some units for which there are turns; of what is not sound, as many as can be made."""
    made = []
    with suppress(UnitError):
        for turn in turns:
            made.append(staged(bench.make(names[turn]), staging))  # noqa: PERF401 - those before a fault are kept
    return made


def _opened(path: Path, state: bytes) -> Bench:
    if _OPEN.get("state") != (path, state):
        if "bench" in _OPEN:
            _OPEN["bench"].library.drop()
            _OPEN["bench"].store.close()
            drop_tables()  # a process that goes on to another step, as a cluster's does, holds what one step takes
        _OPEN.update(state=(path, state), bench=Bench(Store(path, read_only=True)))
    bench: Bench = _OPEN["bench"]
    return bench


def staged(made: Made, staging: Path | None) -> Made:
    """The same, with its new files written below a folder."""
    if staging is None or all(each.data is None for each in made.outputs):
        return made
    for each in made.outputs:
        if each.data is not None:
            write(staging / each.path, each.data)
    return replace(
        made, outputs=tuple(replace(each, data=b"" if each.data is not None else None) for each in made.outputs)
    )


def write(file: Path, data: bytes) -> None:
    """Writes a file and the folders above it; raises UsageError where the disk refuses."""
    try:
        try:
            file.write_bytes(data)
        except FileNotFoundError:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}") from None
