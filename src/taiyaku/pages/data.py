"""The page that tells which files of data there are, what they hold and under which licence."""

from collections.abc import Iterator
from dataclasses import dataclass

from taiyaku.pages.desk import Desk
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, Text
from taiyaku.pages.ways_back import ALL

REFERENCE_FILES = ("references.bib", "references.ris", "references.json")
"""The files of the whole bibliography that are published below `data/`."""


@dataclass(frozen=True, slots=True)
class DataView:
    """What the files hold: how many pairs, the summaries that have a file of their own, the files of all works."""

    pairs: int
    sources: tuple[tuple[str, Text], ...]
    references: tuple[str, ...]


def plan_data(desk: Desk) -> Iterator[Page]:
    """The page of the data."""
    library = desk.library
    view = DataView(
        pairs=sum(desk.links.whole.get(ALL, ())),
        sources=tuple((key, desk.title_of("sources", key)) for key in library.sources),
        references=REFERENCE_FILES,
    )
    at = library.place("site", "site")
    yield Page(Route(desk.locale, ("data",)), "data.html", Text("", desk.locale), view, at)
