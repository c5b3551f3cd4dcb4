"""What is measured, what must be reached, and what was found: the rows of the table."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Miss:
    """One place of a page that misses a goal; places with the same `like` have one cause."""

    where: str
    value: str
    like: str = ""


@dataclass(frozen=True)
class Reading:
    """What was measured on one page for one row."""

    row: str
    page: str
    value: float
    misses: tuple[Miss, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One line of the table: what is measured, the goal in words, and which of two values is worse."""

    key: str
    what: str
    goal: str
    worst: Callable[[Iterable[float]], float] = max
    form: str = "{:.0f}"


def counted(row: str, page: str, misses: Sequence[Miss], notes: Sequence[str] = ()) -> Reading:
    """A reading whose value is the number of its misses."""
    return Reading(row, page, len(misses), tuple(misses), tuple(notes))


ROWS = (
    Row("axe", "axe-core violations (A, AA, AAA, best practice)", "0"),
    Row("html", "Nu HTML checker errors and warnings", "0"),
    Row("contrast", "contrast of text, light and dark", "≥ 7 : 1", min, "{:.2f} : 1"),
    Row("targets", "size of targets outside running text", "≥ 24 px", min, "{:.1f} px"),
    Row("main-targets", "height of navigation, buttons, fields", "≥ 44 px", min, "{:.1f} px"),
    Row("narrow", "sideways scrolling or cutting at 320 px", "0"),
    Row("zoom", "the same at 400 % (320 × 256 px, 4 dots a px)", "0"),
    Row("plain", "texts, links, controls lost without JavaScript", "0"),
    Row("requests", "requests to anybody else, http and file", "0"),
    Row("cookies", "cookies", "0"),
    Row("weight", "first view, gzip: median page", "≤ 14 kB", max, "{:.1f} kB"),
    Row("source-weight", "first view, gzip: largest source page", "≤ 30 kB", max, "{:.1f} kB"),
    Row("shift", "layout shift while loading and scrolling", "0", max, "{:.4f}"),
    Row("tasks", "long tasks (over 50 ms)", "0"),
    Row("console", "console messages and page errors", "0"),
    Row("policy", "faults of the content security policy", "0"),
    Row("attack", "attacks that got past the policy, http and file", "0"),
    Row("lighthouse", "Lighthouse mobile, lowest of four scores", "100", min),
)
KEYS = tuple(row.key for row in ROWS)


@dataclass(frozen=True)
class Line:
    """One row with everything that was measured for it."""

    row: Row
    readings: tuple[Reading, ...]
    misses: tuple[tuple[str, Miss], ...] = field(default=())

    @property
    def met(self) -> bool:
        """Whether the goal is reached."""
        return not self.misses

    @property
    def worst(self) -> Reading | None:
        """The reading furthest from the goal."""
        if not self.readings:
            return None
        value = self.row.worst(reading.value for reading in self.readings)
        return next(reading for reading in self.readings if reading.value == value)


def lines(readings: Iterable[Reading]) -> list[Line]:
    """The measured rows in the order of the table."""
    collected: dict[str, list[Reading]] = {key: [] for key in KEYS}
    for reading in readings:
        collected[reading.row].append(reading)
    return [
        Line(row, tuple(found), tuple((reading.page, miss) for reading in found for miss in reading.misses))
        for row in ROWS
        if (found := collected[row.key])
    ]
