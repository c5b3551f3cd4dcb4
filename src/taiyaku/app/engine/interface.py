"""Templates and catalogs are made ready to be used, and told what is wrong with them."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.render.catalogs import catalog_file, read_catalog
from taiyaku.render.compiled import restored, stored
from taiyaku.render.compiling import compiled
from taiyaku.render.environment import template_texts

_FROM_REPOSITORY = "take it from the taiyaku repository: templates and catalogs are part of a project"


def compiled_interface(files: Mapping[PurePosixPath, bytes], before: bytes | None) -> tuple[bytes, list[Problem]]:
    """Templates and catalogs, ready to be used, and what is wrong with them; `before` is what was ready before."""
    problems = [
        Problem(Place(PurePosixPath(folder)), "folder-missing", "the folder is missing or empty", _FROM_REPOSITORY)
        for folder in ("templates", "locales")
        if not any(path.is_relative_to(folder) for path in files)
    ]
    if problems:
        return b"", problems
    templates, problems = template_texts(files)
    made = compiled(templates, restored(before)[0] if before else {})
    problems += made.problems
    wanted = {} if problems else made.messages
    catalogs = {}
    for locale in Locale:
        catalogs[locale], found = read_catalog(files.get(catalog_file(locale)), locale, wanted)
        problems += found if wanted else []
    return stored(made.templates, catalogs), problems
