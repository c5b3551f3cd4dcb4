"""The geometry of a chart of outcomes: where each value stands, across in percent and down in pixels.

Across in percent the chart is as wide as the page lets it be; down in pixels its text keeps its size on every screen.
The words are the template's.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import count
from math import ceil, floor, log2
from typing import Protocol

from msgspec import Struct

from taiyaku.language.nuclides import NUCLIDE

LEFT, RIGHT = 2.0, 88.0
"""Where the axis begins and ends, in percent; beyond its end stands only what was not reached."""

LINE = 20
STRIP = 26
GAP = 16
AXIS = 44
LABEL_WIDTH = 15.5
BOLD_WIDTH = 14.5
"""How wide a line may be, in ems, and one in bold: what fits a screen of 320 pixels, in very large text too."""


class Axis(Struct, frozen=True):
    """An axis that begins at 0 (or below, for what is negative), or a logarithmic one (`is_log`) around 1."""

    ticks: tuple[Decimal, ...]
    is_log: bool = False

    def at(self, value: Decimal) -> float:
        """Where a value stands across, in percent; what lies outside stands at the end."""
        low, high = (self._scaled(tick) for tick in (self.ticks[0], self.ticks[-1]))
        share = (self._scaled(max(value, self.ticks[0])) - low) / (high - low)
        return round(LEFT + (RIGHT - LEFT) * min(share, 1.0), 2)

    def _scaled(self, value: Decimal) -> float:
        return log2(value) if self.is_log else float(value)


class Line(Struct, frozen=True):
    """A line of text and its baseline, in pixels from the top."""

    text: str
    y: int


class Strip(Struct, frozen=True):
    """A group: the lines that name it, those with its figures, and what is drawn in the strip below them.

    `x` is None where the value was not reached: then nothing is drawn on the axis. `shape` counts the groups of one
    result from 0.
    """

    name: tuple[Line, ...]
    figures: tuple[Line, ...]
    y: int
    shape: int
    x: float | None
    low: float | None = None
    high: float | None = None


class Block(Struct, frozen=True):
    """What one study reports: where it begins, its name and its groups."""

    top: int
    name: tuple[Line, ...]
    strips: tuple[Strip, ...]


class Chart(Struct, frozen=True):
    """A chart, ready to be written down."""

    axis: Axis
    blocks: tuple[Block, ...]
    bottom: int

    @property
    def ticks(self) -> tuple[tuple[Decimal, float], ...]:
        """The ticks of the axis and where they stand."""
        return tuple((tick, self.axis.at(tick)) for tick in self.axis.ticks)

    @property
    def has_intervals(self) -> bool:
        """Whether any value stands in an interval."""
        return any(strip.low is not None for strip in self._strips())

    @property
    def has_unreached(self) -> bool:
        """Whether any value was not reached."""
        return any(strip.x is None for strip in self._strips())

    @property
    def has_several(self) -> bool:
        """Whether any result has more than one group."""
        return any(strip.shape for strip in self._strips())

    def _strips(self) -> Iterator[Strip]:
        for block in self.blocks:
            yield from block.strips

    @property
    def height(self) -> int:
        """Down to below the numbers of the axis."""
        return self.bottom + AXIS


class Valued(Protocol):
    """A group with its figures, of one document or of several."""

    @property
    def value(self) -> Decimal | str:
        """The value, or that it was not reached."""

    @property
    def low(self) -> Decimal | None:
        """Where its interval begins."""

    @property
    def high(self) -> Decimal | None:
        """Where its interval ends."""


Named = tuple[str, Sequence[tuple[str, str, int, Valued]]]
"""A study's name (none: it is alone); for each of its groups the name, the figures in words, the shape, the figures."""


def chart(statistic: str, unit: str, studies: Iterable[Named]) -> Chart:
    """The chart of one statistic in one unit, in the order given: nothing is sorted by its value."""
    given = list(studies)
    axis = axis_for(statistic, unit, [number for _, arms in given for *_, arm in arms for number in _numbers(arm)])
    blocks, y = [], 0
    for name, arms in given:
        y += GAP if y else 0
        top = y
        names = _lines(name, y, BOLD_WIDTH) if name else ()
        y += LINE * len(names)
        strips: list[Strip] = []
        for label, words, shape, arm in arms:
            y += GAP // 2 if strips and shape == 0 else 0  # another result of the same study
            label_lines = _lines(label, y, LABEL_WIDTH)
            y += LINE * len(label_lines)
            figures = _lines(words, y, BOLD_WIDTH)
            y += LINE * len(figures) + STRIP
            strips.append(_strip(axis, (label_lines, figures), y - STRIP // 2, shape, arm))
        blocks.append(Block(top, names, tuple(strips)))
    return Chart(axis, tuple(blocks), y + 4)


def _numbers(arm: Valued) -> Iterator[Decimal]:
    yield from (number for number in (arm.value, arm.low, arm.high) if isinstance(number, Decimal))


def _strip(axis: Axis, words: tuple[tuple[Line, ...], tuple[Line, ...]], y: int, shape: int, arm: Valued) -> Strip:
    if not isinstance(arm.value, Decimal):
        return Strip(*words, y, shape, None)
    low, high = (None if end is None else axis.at(end) for end in (arm.low, arm.high))
    return Strip(*words, y, shape, axis.at(arm.value), low, high)


def axis_for(statistic: str, unit: str, numbers: Sequence[Decimal]) -> Axis:
    """The axis for some numbers: 0 to 100 for percentages, around 1 for ratios, else with 0 and round numbers."""
    if statistic == "hazard_ratio" or unit == "ratio":
        return _ratio_axis([number for number in numbers if number > 0])
    top, bottom = max([*numbers, Decimal(0)]), min([*numbers, Decimal(0)])
    if unit == "percent" and top <= 100 and bottom == 0:
        return Axis(tuple(Decimal(tick) for tick in range(0, 101, 25)))
    step = _step(top - bottom)
    first, last = floor(bottom / step), max(ceil(top / step), 1)
    return Axis(tuple(step * n for n in range(first, last + 1)))


def _step(top: Decimal) -> Decimal:
    """A round distance between ticks, so that there are three to six of them."""
    if top <= 0:
        return Decimal(1)
    for exponent in count(top.adjusted() - 1):
        for digit in (1, 2, 5):
            step = digit * Decimal(10) ** exponent
            if top / step <= 5:
                return step if exponent < 0 else Decimal(int(step))
    raise AssertionError  # the exponent grows until it fits


def _ratio_axis(numbers: Sequence[Decimal]) -> Axis:
    """Halves and doubles, as far to the one side of 1 as to the other."""
    reach = max((abs(log2(number)) for number in numbers), default=1.0)
    ends = max(ceil(reach - 1e-9), 1)
    stride = ceil(ends / 3)
    ends = stride * ceil(ends / stride)
    return Axis(tuple(Decimal(2) ** n for n in range(-ends, ends + 1, stride)), is_log=True)


_PIECE = re.compile(
    r"\s+|[!-~\u00a0-\u024f\u2010-\u2027\u2070-\u209f≥≤]+[、。，．）」』]*"
    r"|[（「『].|.[、。，．）」』ーァィゥェォッャュョ]*"
)
"""What a line is not broken in: a word, a sign of Japanese with what may not begin the next line."""


@lru_cache(1024)
def wrapped(text: str, width: float) -> tuple[str, ...]:
    """A text in lines of at most so many ems, as far as its words allow; a word that is too long is cut."""
    lines, line = [], ""
    for piece in _pieces(text, width):
        if line and breadth(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)


def _pieces(text: str, width: float) -> Iterator[str]:
    for match in _PIECE.finditer(text):
        piece = match[0]
        while breadth(piece) > width:
            cut = max(floor(len(piece) * width / breadth(piece)) - 1, 1)
            yield piece[:cut]
            piece = piece[cut:]
        yield piece


def breadth(text: str) -> float:
    """About how wide a text is set, in ems: rather too much than too little."""
    return sum(0.3 if sign in " .,:;|il'()[]" else 0.62 if sign < "\u2e80" else 1.0 for sign in text)


_RAISED = str.maketrans("0123456789m", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵐ")


def _lines(text: str, top: int, width: float) -> tuple[Line, ...]:
    """A text without markup, in lines from a height down; SVG raises nothing, so nuclides take raised signs."""
    pieces = wrapped(NUCLIDE.sub(lambda m: m[1].translate(_RAISED) + m[2], text), width)
    return tuple(Line(piece, top + LINE * (n + 1) - 5) for n, piece in enumerate(pieces))
