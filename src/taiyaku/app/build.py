"""One straight function tells the whole story: read, check, plan, render, look at the links, publish.

Whether there is anything to do at all is found out before anything else is loaded.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from importlib import import_module
from os import urandom
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct, msgpack

from taiyaku.app.beside import Beside, may_fork
from taiyaku.app.files import UNKNOWN, Stamp, read_one, settled_stamps, stamps
from taiyaku.app.publish import output_folder, published
from taiyaku.app.usage import UsageError
from taiyaku.app.version import program_version
from taiyaku.base.garbage import collect_seldom
from taiyaku.base.problem import Problem, stops_build

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from taiyaku.model.library import Library

CACHE = ".taiyaku"
"""The folder of a project that holds what builds remember; it may be deleted at any time."""

LARGE = 300_000_000
"""With so many bytes remembered, of nearly a thousand summaries, to list the files takes longer than a hundredth of a
second."""

_NEEDED = (
    "pydantic",
    "pydantic.fields",
    "taiyaku.model.pair",
    "taiyaku.model.source",
    "taiyaku.model.term",
    "taiyaku.model.library",
    "taiyaku.content.read",
    "jinja2",
    "taiyaku.pages.view",
    "taiyaku.pages.plan",
    "taiyaku.render.links",
    "taiyaku.render.markup",
    "taiyaku.render.environment",
    "taiyaku.app.engine.work",
    "taiyaku.app.engine.build",
)
"""What a build loads, in pieces of a hundredth of a second or two."""


@dataclass(frozen=True)
class Built:
    """A site in memory: its files (none where an error stops it), how many are pages, and every problem, in order."""

    files: Mapping[PurePosixPath, bytes]
    pages: int
    problems: tuple[Problem, ...]
    library: "Library | None" = None

    @property
    def ok(self) -> bool:
        """Whether the site may be published."""
        return not stops_build(self.problems)


class Texts(Mapping[PurePosixPath, bytes]):
    """The files of a project, read when they are asked for."""

    def __init__(self, project: Path) -> None:
        self.project = project

    def __getitem__(self, file: PurePosixPath) -> bytes:
        if not (self.project / file).is_file():
            raise KeyError(file)
        return read_one(self.project / file)

    def __iter__(self) -> Iterator[PurePosixPath]:
        return (PurePosixPath(name) for name in sorted(stamps(self.project)))

    def __len__(self) -> int:
        return len(stamps(self.project))


@dataclass(frozen=True)
class Result:
    """What a build did: every problem in order, and, where nothing stopped it, what was published.

    `pages` counts HTML pages, `files` all files, `changed` those that differ from the site that stood there before.
    """

    problems: tuple[Problem, ...]
    output: Path
    published: bool
    pages: int = 0
    files: int = 0
    changed: int = 0
    texts: Mapping[PurePosixPath, bytes] = field(default_factory=dict, repr=False)

    @property
    def ok(self) -> bool:
        """Whether there was no error."""
        return not stops_build(self.problems)

    @property
    def exit_code(self) -> int:
        """0 clean or warnings only, 1 errors."""
        return 0 if self.ok else 1


class Settings(Struct, frozen=True):
    """How a site is built.

    `base_url` takes the place of the one in `content/site.yaml`; `jobs` processes do the work (None: one for each
    core), or an `executor`'s, which has as many, and whose workers must see the project's and the output's folders at
    the same paths; `pair_checks` tells whether the two texts of each pair are compared; `told` hears of each step how
    many pieces are done, of how many; `ready` is called when all is ready, before the site on disk and what is
    remembered of it are changed, which must not be parted.
    """

    base_url: str | None = None
    jobs: int | None = None
    executor: "Executor | None" = None
    pair_checks: bool = True
    told: Callable[[str, int, int], None] | None = None
    ready: Callable[[], None] = lambda: None


def build(  # noqa: PLR0913 - all but two may be left out
    project: Path,
    output: Path,
    *,
    base_url: str | None = None,
    jobs: int | None = None,
    executor: "Executor | None" = None,
    pair_checks: bool = True,
    told: Callable[[str, int, int], None] | None = None,
) -> Result:
    """Builds the site of a project folder and publishes it in the output folder; only what changed is made again.

    While there is an error nothing is published and the previous site stays. The arguments are those of `Settings`.
    Raises UsageError for a project that is no folder, an output that may not be replaced, a base_url that is no
    address, a disk that refuses.
    """
    project, settings = Path(project), Settings(base_url, jobs, executor, pair_checks, told)
    if not project.is_dir():
        raise UsageError(f"there is no folder {project}")
    folder = output_folder(Path(output), project)
    listing = _listed(project, folder, settings)
    return _unchanged(project, output, folder, listing) or _build(project, output, folder, settings, listing)


def store_file(project: Path, folder: Path) -> Path:
    """Where is kept what was found out for a site."""
    return project.resolve() / CACHE / f"{blake2b(str(folder).encode(), digest_size=8).hexdigest()}.sqlite"


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a project with their stamps, and a fingerprint of all that a site is made from.

    The fingerprint is of what the disk tells without reading the files. While one of them may change again unseen, it
    is another each time.
    """

    files: Mapping[str, Stamp]
    state: bytes


def list_files(project: Path, settings: Settings) -> Listing:
    """What a project's folder holds now."""
    listed = settled_stamps(project)
    return Listing(listed, _state(project, settings, listed))


def _listed(project: Path, folder: Path, settings: Settings) -> Listing:
    """The same; of a large project it is found out by another process, while this one loads what it may need next."""
    file = store_file(project, folder)
    if not file.exists() or file.stat().st_size < LARGE or not may_fork(settings.jobs):
        return list_files(project, settings)
    program_version()  # once, for both
    with Beside(partial(list_files, project, settings)) as listing:
        for name in _NEEDED:
            if listing.is_done():
                break
            import_module(name)
        return listing.result()


def _state(project: Path, settings: Settings, listed: Mapping[str, Stamp]) -> bytes:
    from taiyaku.app.revision import revision_mark  # noqa: PLC0415 - not needed by those who only want a Result

    told = (program_version(), settings.base_url, settings.pair_checks, revision_mark(project))
    # Not as text, which takes five times as long.
    packed = msgpack.encode((repr(told), sorted(listed.items()), urandom(8) if UNKNOWN in listed.values() else b""))
    return blake2b(packed, digest_size=16).digest()


def _unchanged(project: Path, output: Path, folder: Path, listing: Listing) -> Result | None:
    """The result of the last build, where nothing has changed since and its site still stands."""
    file = store_file(project, folder)
    name = published(folder)
    if not name or not file.exists():
        return None
    from taiyaku.app.engine.store import read_note  # noqa: PLC0415 - as above

    last = read_note(file, "last")
    if last is None or last["site"] != name or last["state"] != listing.state:
        return None
    return Result(
        last["problems"], output, published=True, pages=last["pages"], files=last["files"], texts=Texts(project)
    )


def _build(project: Path, output: Path, folder: Path, settings: Settings, listing: Listing) -> Result:
    collect_seldom()
    from taiyaku.app.engine.build import build_folder  # noqa: PLC0415 - all that pages need, which takes its time

    made = build_folder(project, folder, store_file(project, folder), settings, listing)
    return Result(made.problems, output, made.published, made.pages, made.files, made.changed, Texts(project))


def assemble(texts: Mapping[PurePosixPath, bytes], *, base_url: str | None = None) -> Built:
    """The site that a project's files make, in memory; nothing is written."""
    from taiyaku.app.engine.build import build_in_memory  # noqa: PLC0415 - as above

    return build_in_memory(texts, base_url)
