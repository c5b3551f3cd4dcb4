"""A build from its inputs to the finished site, on disk or in memory."""

from collections.abc import Callable, Iterator, Mapping
from os import urandom
from pathlib import Path, PurePosixPath
from sqlite3 import OperationalError
from tempfile import TemporaryDirectory

from msgspec import Struct

from taiyaku.app.build import Built, Listing, Settings
from taiyaku.app.engine.engine import EVERYTHING, Engine
from taiyaku.app.engine.executors import Crew, LostError
from taiyaku.app.engine.inputs import Folder, Given, Inputs, update
from taiyaku.app.engine.map import make_map
from taiyaku.app.engine.pages import Standing, clashes, dead_links
from taiyaku.app.engine.search import join_search
from taiyaku.app.engine.store import alone, open_store, unpack
from taiyaku.app.engine.stored import open_library
from taiyaku.app.engine.work import UnitError
from taiyaku.app.files import Stamp
from taiyaku.app.publish import Workshop, published
from taiyaku.app.revision import read_revision
from taiyaku.app.usage import UsageError
from taiyaku.app.version import program_version
from taiyaku.base.problem import Problem, in_order, stops_build
from taiyaku.checks import set_aside
from taiyaku.content.read import missing_files, told_twice
from taiyaku.model.site import Site


class Finished(Struct, frozen=True):
    """What a build did."""

    problems: tuple[Problem, ...]
    published: bool = False
    pages: int = 0
    files: int = 0
    changed: int = 0


def build_in_memory(texts: Mapping[PurePosixPath, bytes], base_url: str | None) -> Built:
    """The site of a project's files, all of it in memory."""
    store = open_store(None, b"")
    engine = Engine(store, Crew(jobs=1))
    given = Given(texts)
    listed = given.stamps()
    _prepare(engine, given, listed, Settings(base_url=base_url))
    library = open_library(store)
    if library is not None:
        engine.run("checks")
        store.commit()
    problems = _problems(engine, _problems_beside(engine, listed))
    if library is None or stops_build(problems):
        return Built({}, 0, tuple(problems), library)
    problems = in_order([*problems, *_make_site(engine, None, None)])
    files = {} if stops_build(problems) else {PurePosixPath(path): data for path, data in engine.files.items()}
    return Built(files, _counted(engine)[0] if files else 0, tuple(problems), library)


def build_folder(project: Path, folder: Path, file: Path, settings: Settings, listing: Listing) -> Finished:
    """Builds the site of a project, as it was when it was listed, into a folder, with what a store's file remembers.

    What changes from then on, also while another build is waited for, is for the next build.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:  # a project that may not be written to is built all the same, each time from nothing
        with TemporaryDirectory(prefix="taiyaku-") as place:
            return _build_alone(project, folder, Path(place) / file.name, settings, listing)
    with alone(file.parent):
        return _build_alone(project, folder, file, settings, listing)


def _build_alone(project: Path, folder: Path, file: Path, settings: Settings, listing: Listing) -> Finished:
    store = open_store(file, program_version().encode())
    try:
        with Workshop(folder) as workshop:
            engine = Engine(store, Crew(settings.jobs, settings.executor), settings.told)
            if store.note("pair_checks") != settings.pair_checks:
                store.set_note("pair_checks", settings.pair_checks)
                engine.add(("checks",), {EVERYTHING})
            revision = read_revision(project)
            if store.note("revision") != revision:
                store.set_note("revision", revision)
                engine.add(("pages",), {"=revision"})
            _prepare(engine, Folder(project), listing.files, settings)
            return _publish(engine, workshop, listing, settings.ready)
    except OperationalError as error:
        raise UsageError(f"{file}: {error}") from None
    except LostError as error:
        raise UsageError(str(error)) from None
    finally:
        store.close()


def _prepare(engine: Engine, inputs: Inputs, listed: Mapping[str, Stamp], settings: Settings) -> None:
    """Reads what changed, and gathers what it says for others."""
    store = engine.store
    store.begin()
    changes = update(store, inputs, listed, engine.crew)
    _address(engine, settings.base_url)
    engine.take_in(changes)
    store.commit()
    engine.get_ready()
    store.commit()
    has_site = open_library(store) is not None
    for stage in ("facts", "sums") if has_site else ():
        engine.run(stage)
        store.commit()


def _problems(engine: Engine, beside: list[Problem]) -> list[Problem]:
    """Every problem of content and interface, in order, but for those whose rule is set aside."""
    told = engine.problems_of_files()
    library = open_library(engine.store)
    if library is not None:
        told += engine.problems("checks")
        told = set_aside.apply(library.links.set_aside.get("", ()), told, all_read=library.all_read)
    return in_order([*beside, *told])


def _problems_beside(engine: Engine, listed: Mapping[str, Stamp]) -> list[Problem]:
    """What is wrong with files beside each other, and with the interface; no rule of these can be set aside."""
    twice = [told_twice(key, unpack(at), unpack(first)) for key, at, first in engine.store.note("twice") or ()]
    return [*missing_files(listed), *twice, *engine.store.note("interface_problems")]


def _address(engine: Engine, base_url: str | None) -> None:
    """Notes the site with another address, if one is given."""
    store = engine.store
    found = store.record("site", "site")
    before, site = store.note("site"), None
    if base_url is not None and found is not None and found[1] is not None:
        try:
            site = Site.model_validate(unpack(found[1]).model_dump() | {"base_url": base_url})
        except ValueError:
            hint = "write an address such as https://example.org/guide/, with a slash at the end"
            raise UsageError(f"'{base_url}' cannot be the site's address: {hint}") from None
    if site != before:
        store.set_note("site", site)
        engine.add(("pages",), {EVERYTHING})


def _gather(engine: Engine) -> None:
    """Finds out what pages and files say of each other."""
    for stage in ("names", "pieces"):
        engine.run(stage)
        engine.store.commit()


def _can_gather(engine: Engine) -> bool:
    """The same, of what was not checked yet: where it cannot be done, it may be that it is not sound."""
    try:
        _gather(engine)
    except UnitError:
        engine.store.roll_back()
        return False
    return True


def _make_site(engine: Engine, staging: Path | None, folder: Path | None) -> Iterator[Problem]:
    """Makes pages and files, in the step under way; what is wrong with them.

    New files are made below `staging`; the others stand in the folder of the site.
    """

    def read(path: str) -> bytes | None:
        if staging is None or folder is None:
            return engine.files.get(path)
        file = staging / path if (staging / path).exists() else folder / path
        return file.read_bytes() if file.exists() else None

    _gather(engine)
    engine.run("pages", staging)
    engine.store.begin()
    yield from clashes(engine)
    # One fault of a template is told once, not on every page: on the first by name, whichever was made first.
    by_page = sorted(engine.problems("pages"), key=lambda problem: problem.message, reverse=True)
    yield from {problem.at: problem for problem in by_page}.values()
    library = open_library(engine.store)
    assert library is not None
    make_map(engine, library.site, staging)
    join_search(engine, library.site.locales, read, staging)
    yield from dead_links(engine, lambda path: read(path) or b"")


def _counted(engine: Engine) -> tuple[int, int]:
    """How many pages the site has, and how many files: those that it had when it was last made, and what came since."""
    pages, files = engine.store.note("counted") or (0, 0)
    counted = pages + engine.more_pages, files + engine.more_files
    engine.store.set_note("counted", counted)
    return counted


def _check(engine: Engine, beside: list[Problem], staging: Path | None) -> list[Problem]:
    """What is wrong with content; of an edited site, whose new files come below `staging`, pages are made meanwhile."""
    if open_library(engine.store) is not None:
        may_be_sound = not stops_build([*beside, *engine.problems_of_files()])
        if staging is not None and may_be_sound and _can_gather(engine):
            engine.run_beside("checks", "pages", staging)
        else:
            engine.run("checks")
        engine.store.commit()
    return _problems(engine, beside)


def _publish(engine: Engine, workshop: Workshop, listing: Listing, ready: Callable[[], None]) -> Finished:
    """Makes the site in a workshop and puts it in place, if nothing is wrong with it."""
    store = engine.store
    last = store.note("last")
    stands = last is not None and published(workshop.folder) == last["site"]
    problems = _check(engine, _problems_beside(engine, listing.files), workshop.new if stands else None)
    if stops_build(problems):
        return Finished(tuple(problems))
    store.begin()
    if not stands:
        store.db.execute("DELETE FROM outputs")
        store.set_note("pieces", None)
        store.set_note("addresses", None)
        store.set_note("counted", None)
        engine.add(("pages",), {EVERYTHING})
        store.commit()
    problems = in_order([*problems, *_make_site(engine, workshop.new, workshop.folder)])
    if stops_build(problems):
        store.roll_back()
        return Finished(tuple(problems))
    pages, files = _counted(engine)
    (fresh,) = store.db.execute("SELECT COUNT(*) FROM outputs WHERE fresh").fetchone()
    gone = sorted(path for path in engine.gone if not Standing(store).has(path))
    name = urandom(8).hex()
    store.db.execute("UPDATE outputs SET fresh = 0 WHERE fresh")
    done = {"site": name, "state": listing.state, "problems": tuple(problems), "pages": pages, "files": files}
    store.set_note("last", done)
    ready()
    if stands:
        workshop.put(name, gone)
        changed = fresh + len(gone)
    else:
        changed = workshop.exchange(name)
    store.commit()
    return Finished(tuple(problems), published=True, pages=pages, files=files, changed=changed)
