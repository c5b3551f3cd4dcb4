"""Which studies of an endpoint stand on which page of the comparison; what shares an axis stays together if it fits."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from taiyaku.pages.results import Study, by_measure, by_study
from taiyaku.pages.ways_back import Result

STUDIES = 50
"""So many studies one part of a page holds."""

FIRST = 20
"""So many studies of an endpoint the overview shows."""


class Panel(NamedTuple):
    """Studies in one statistic and unit: those from `first` on of `total`."""

    studies: tuple[Study, ...]
    first: int
    total: int


class Shown(NamedTuple):
    """What a page shows of an endpoint, how many documents and studies report it in all, and whether that is all."""

    endpoint: str
    documents: int
    studies: int
    panels: tuple[Panel, ...]
    is_all: bool = True


def shown(endpoint: str, results: Iterable[Result]) -> Shown:
    """An endpoint with everything that is reported on it; a trial is one study, however many documents report it."""
    own = [each for each in results if each.endpoint == endpoint]
    panels = tuple(Panel(tuple(by_study(each)), 1, len(by_study(each))) for each in by_measure(own).values())
    return Shown(endpoint, len({each.source for each in own}), len({each.trial or each.source for each in own}), panels)


def overview(whole: Shown) -> Shown:
    """The first studies of an endpoint that several documents report; of another one none."""
    panels, room = [], FIRST if whole.documents > 1 else 0
    for panel in whole.panels:
        if room:
            panels.append(panel._replace(studies=panel.studies[:room]))
            room -= len(panels[-1].studies)
    return whole._replace(panels=tuple(panels), is_all=not panels or tuple(panels) == whole.panels)


def shown_in_parts(wholes: Sequence[Shown]) -> list[tuple[Shown, ...]]:
    """What each part of a page shows of some endpoints; one part where there is nothing to show."""
    parts: list[list[Shown]] = []
    room = 0
    for piece in (piece for whole in wholes for piece in _pieces(whole)):
        needed = len(piece.panels[0].studies)
        if needed > room:
            parts.append([])
            room = STUDIES
        parts[-1].append(piece)
        room -= needed
    return [_joined(part) for part in parts] or [tuple(wholes)]


def _pieces(whole: Shown) -> Iterator[Shown]:
    """Each panel by itself; one that is longer than a part in several."""
    for panel in whole.panels:
        for n in range(0, len(panel.studies), STUDIES):
            piece = Panel(panel.studies[n : n + STUDIES], n + 1, panel.total)
            yield whole._replace(panels=(piece,))


def _joined(pieces: Iterable[Shown]) -> tuple[Shown, ...]:
    """Each endpoint once, with all its panels."""
    joined = []
    for _, own in groupby(pieces, key=lambda piece: piece.endpoint):
        first, *others = own
        joined.append(first._replace(panels=(*first.panels, *(panel for each in others for panel in each.panels))))
    return tuple(joined)
