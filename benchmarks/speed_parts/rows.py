"""The rows of the table: what must be reached, and what was."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from speed_parts.bench import Bench, Best
from speed_parts.programs import HUGO, TAIYAKU, WITHOUT_PAIRS, ZOLA, can_do_without_pairs


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was measured beside what must be reached; `met` is None where the target is for other sizes."""

    row: str
    what: str
    target: str
    measured: str
    met: bool | None


Row = Callable[[Bench, Sequence[int]], Iterator[Verdict]]


def without_pair_checks(bench: Bench, sizes: Sequence[int]) -> Iterator[Verdict]:
    """Cold build, all page kinds, without pair checks: ms a page against the others'."""
    for size in sizes:
        cold = bench.cold(size)
        own = cold[WITHOUT_PAIRS]
        for name, most in ((ZOLA, 0.75), (HUGO, 0.5)):
            if name in cold:
                ratio = own.page / cold[name].page
                what = f"{_count(size)}, cold without pair checks, ms a page against {name}'s"
                if not can_do_without_pairs():
                    what += " (the program cannot leave them out yet)"
                measured = f"{ratio:.2f} × ({own.page:.2f} ms, {cold[name].page:.2f} ms)"
                yield Verdict("cold", what, f"≤ {most} ×", measured, _met(ratio, most, size, (1_000, 10_000)))


def every_check(bench: Bench, sizes: Sequence[int]) -> Iterator[Verdict]:
    """Cold build with every check on, in all, against Hugo, which checks nothing."""
    for size in sizes:
        cold = bench.cold(size)
        if HUGO in cold:
            ratio = cold[TAIYAKU].wall / cold[HUGO].wall
            measured = f"{ratio:.2f} × ({cold[TAIYAKU].wall:.2f} s, {cold[HUGO].wall:.2f} s)"
            what = f"{_count(size)}, cold with every check, total against Hugo's"
            yield Verdict("checked", what, "≤ 1.0 ×", measured, _met(ratio, 1.0, size, (1_000,)))


def unchanged(bench: Bench, sizes: Sequence[int]) -> Iterator[Verdict]:
    """A build with nothing changed."""
    for size in sizes:
        again = bench.again(size, "unchanged")
        own = again[TAIYAKU].wall
        what = f"{_count(size)}, nothing changed"
        yield Verdict("unchanged", what, "≤ 0.3 s", f"{own:.2f} s", _met(own, 0.3, size, (10_000,)))
        if HUGO in again:
            ratio = again[HUGO].wall / own
            measured = f"1/{ratio:.0f} ({again[HUGO].wall:.2f} s)"
            yield Verdict("unchanged", f"{what}, against Hugo", "≤ 1/50", measured, _met(-ratio, -50, size, (10_000,)))


def edited(bench: Bench, sizes: Sequence[int]) -> Iterator[Verdict]:
    """A build after one sentence was edited."""
    for size in sizes:
        again = bench.again(size, "edited")
        own = again[TAIYAKU].wall
        beside = f", Hugo {again[HUGO].wall:.2f} s" if HUGO in again else ""
        what = f"{_count(size)}, one sentence edited"
        yield Verdict("edited", what, "≤ 0.6 s", f"{own:.2f} s{beside}", _met(own, 0.6, size, (10_000,)))


def serve(bench: Bench, sizes: Sequence[int]) -> Iterator[Verdict]:
    """From a save to the new page in the browser."""
    for size in sizes:
        halfway = bench.serve(size)
        most = 50 if size <= 1_000 else 100
        measured = f"{halfway.seen:.0f} ms (told to reload after {halfway.told:.0f} ms)"
        what = f"{_count(size)}, save → new page, median of {bench.saves}"
        yield Verdict("serve", what, f"≤ {most} ms", measured, _met(halfway.seen, most, size, (1_000, 10_000)))


def memory(bench: Bench, sizes: Sequence[int]) -> Iterator[Verdict]:
    """The peak of the largest process in a cold build with every check."""
    for size in sizes:
        own = bench.cold(size)[TAIYAKU]
        most = 150 if size <= 10_000 else 400
        measured = f"{own.largest:.0f} MB (all processes {own.together:.0f} MB)"
        what = f"{_count(size)}, peak memory of the largest process"
        yield Verdict("memory", what, f"≤ {most} MB", measured, _met(own.largest, most, size, (10_000, 100_000)))


def growth(bench: Bench, sizes: Sequence[int]) -> Iterator[Verdict]:
    """How the time a page grows, in a cold build with every check."""
    first, last = min(size for size in sizes if size >= min(1_000, max(sizes))), max(sizes)
    if first < last:
        few, many = bench.cold(first)[TAIYAKU], bench.cold(last)[TAIYAKU]
        ratio = many.page / few.page
        measured = f"{ratio:.2f} × ({few.page:.2f} ms, {many.page:.2f} ms)"
        met = _met(ratio, 1.2, last, (100_000,)) if first == 1_000 else None
        yield Verdict("growth", f"time a page, {_count(first)} to {_count(last)}", "≤ 1.2 ×", measured, met)


def startup(bench: Bench, _sizes: Sequence[int]) -> Iterator[Verdict]:
    """How long the program takes to begin."""
    taken = bench.startup()
    for name, what, most in (
        ("help", "taiyaku --help", 0.15),
        ("cold", "the five sources of the first site, cold", 0.8),
        ("unchanged", "the five sources of the first site, unchanged", 0.25),
    ):
        wall = taken[name].wall
        yield Verdict("startup", what, f"≤ {most} s", f"{wall:.2f} s (CPU {taken[name].cpu:.2f} s)", wall <= most)


ROWS: Mapping[str, Row] = {
    "startup": startup,
    "cold": without_pair_checks,
    "checked": every_check,
    "memory": memory,
    "growth": growth,
    "unchanged": unchanged,
    "edited": edited,
    "serve": serve,
}
"""Every row by the name that calls it, in the order in which they are measured."""


def _count(size: int) -> str:
    return f"{size:,} sources"


def _met(value: float, most: float, size: int, sizes: Sequence[int]) -> bool | None:
    return value <= most if size in sizes else None


def cold_table(size: int, cold: Mapping[str, Best]) -> Iterator[str]:
    """All that was measured of the cold builds of one size."""
    yield f"{_count(size)}, cold"
    yield f"  {'':28}{'pages':>10}{'s':>9}{'ms/page':>9}{'CPU s':>9}{'MB':>8}{'MB, all':>9}   ms/page and total beside"
    for name, own in cold.items():
        beside = ", ".join(
            f"{other} {own.page / cold[other].page:.2f} × {own.wall / cold[other].wall:.2f} ×"
            for other in (HUGO, ZOLA)
            if other in cold and other != name
        )
        numbers = f"{own.pages:>10,}{own.wall:>9.2f}{own.page:>9.2f}{own.cpu:>9.2f}"
        yield f"  {name:28}{numbers}{own.largest:>8.0f}{own.together:>9.0f}   {beside}"
