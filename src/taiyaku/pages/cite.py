"""The page of a source that says how to cite it: our summary, and apart from it the document."""

from collections.abc import Iterator

from msgspec import Struct

from taiyaku.model.library import Library
from taiyaku.pages.desk import Desk
from taiyaku.pages.metadata import cited_works
from taiyaku.pages.route import Route
from taiyaku.pages.sources import SourceName, source_name
from taiyaku.pages.view import Page, WorkView, covered


class CiteView(Struct, frozen=True):
    """What can be cited: the summary (in the languages in which it has a title), the document, and how many works."""

    card: SourceName
    document: WorkView
    works: int


def works_of(library: Library, source_id: str) -> tuple[str, ...]:
    """The works of a summary's page, each once: the document first, then those cited, then the document's own list."""
    source = library.sources[source_id]
    return tuple(dict.fromkeys((source.citation, *cited_works(source), *source.references)))


def plan_cite(desk: Desk, key: str) -> Iterator[Page]:
    """The page of one source."""
    library, locale, source = desk.library, desk.locale, desk.library.sources[key]
    works = desk.once(f"works of {key}", lambda: len(works_of(library, key)))
    view = CiteView(source_name(desk, key), desk.work(source.citation), works)
    title, place = desk.text(source.title), library.place("sources", key)
    announced = desk.once(f"covered of {key}", lambda: covered(source))
    yield Page(Route(locale, ("sources", key, "cite")), "cite.html", title, view, place, covered=announced)
