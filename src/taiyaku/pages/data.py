"""The page that tells which files of data there are, what they hold and under which licence."""

from collections.abc import Iterator
from dataclasses import dataclass

from taiyaku.pages.desk import Desk
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, Text

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
    whole = (spot for spot in library.spots() if not spot.sentence.pair.missing)
    view = DataView(
        pairs=sum(1 for _ in whole),
        sources=tuple((key, desk.text(source.title)) for key, source in library.sources.items()),
        references=REFERENCE_FILES,
    )
    at = library.place("site", "site")
    yield Page(Route(desk.locale, ("data",)), "data.html", Text("", desk.locale), view, at)
