"""One straight function tells the whole story: read, check, plan, render, look at the links, publish."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from taiyaku.app.files import UsageError, read_files, under
from taiyaku.app.publish import output_folder, publish
from taiyaku.app.revision import read_revision
from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, in_order, stops_build
from taiyaku.checks import check
from taiyaku.content.read import read_project
from taiyaku.model.library import Library
from taiyaku.model.revision import Revision
from taiyaku.model.site import Site
from taiyaku.pages.plan import clashes, plan
from taiyaku.render.catalogs import catalog_file, read_catalog
from taiyaku.render.compiled import Codes, compiled
from taiyaku.render.environment import template_texts
from taiyaku.render.links import broken_links
from taiyaku.render.messages import Catalogue
from taiyaku.render.site import make_renderer, render_site


@dataclass(frozen=True)
class Built:
    """A site in memory: its files (none where an error stops it), how many are pages, and every problem, in order."""

    files: Mapping[PurePosixPath, bytes]
    pages: int
    problems: tuple[Problem, ...]
    library: Library | None = None

    @property
    def ok(self) -> bool:
        """Whether the site may be published."""
        return not stops_build(self.problems)


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


def build(project: Path, output: Path, *, base_url: str | None = None) -> Result:
    """Builds the site of a project folder and publishes it in the output folder, replacing the site there as a whole.

    While there is an error nothing is published and the previous site stays. `base_url` takes the place of the one in
    `content/site.yaml`. Raises UsageError for a project that is no folder, an output that may not be replaced, a
    base_url that is no address, a disk that refuses.
    """
    project = Path(project)
    folder = output_folder(Path(output), project)
    texts = read_files(project)
    built = assemble(texts, base_url=base_url, revision=read_revision(project))
    if not built.ok:
        return Result(built.problems, output, published=False, texts=texts)
    changed = publish(built.files, folder)
    return Result(
        built.problems,
        output,
        published=True,
        pages=built.pages,
        files=len(built.files),
        changed=changed,
        texts=texts,
    )


def assemble(
    texts: Mapping[PurePosixPath, bytes], *, base_url: str | None = None, revision: Revision | None = None
) -> Built:
    """The site that a project's files make, in memory; nothing is written."""
    read = read_project(texts)
    library = _addressed(read.library, base_url)
    templates, catalogs, problems = _interface(texts)
    problems += read.problems
    if library is not None:
        problems += check(library)
    if library is None or stops_build(problems):
        return Built({}, 0, tuple(in_order(problems)), library)
    pages = plan(library)
    problems += clashes(pages)
    files, faults = render_site(pages, make_renderer(library, templates, catalogs, revision), texts)
    problems += faults or broken_links(files, {page.route.path: page.source for page in pages})
    kept = {} if stops_build(problems) else files
    return Built(kept, len(pages), tuple(in_order(problems)), library)


def _addressed(library: Library | None, base_url: str | None) -> Library | None:
    """The library with another base_url, if one is given."""
    if library is None or base_url is None:
        return library
    try:
        site = Site.model_validate(library.site.model_dump() | {"base_url": base_url})
    except ValueError:
        hint = "write an address such as https://example.org/guide/, with a slash at the end"
        raise UsageError(f"'{base_url}' cannot be the site's address: {hint}") from None
    return replace(library, site=site)


def _interface(
    texts: Mapping[PurePosixPath, bytes],
) -> tuple[Codes, dict[Locale, Catalogue], list[Problem]]:
    """Templates and catalogs, with their problems."""
    problems = [
        Problem(Place(PurePosixPath(folder)), "folder-missing", "the folder is missing or empty", _FROM_REPOSITORY)
        for folder in ("templates", "locales")
        if not under(texts, folder)
    ]
    if problems:
        return {}, {}, problems
    templates, problems = template_texts(texts)
    made = compiled(templates)
    problems += made.problems
    wanted = {} if problems else made.messages
    catalogs = {}
    for locale in Locale:
        catalogs[locale], found = read_catalog(texts.get(catalog_file(locale)), locale, wanted)
        problems += found if wanted else []
    return made.codes, catalogs, problems


_FROM_REPOSITORY = "take it from the taiyaku repository: templates and catalogs are part of a project"
