"""How fast pairs are compared, and how the time grows with the length of the texts."""

import multiprocessing
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from statistics import median

from taiyaku.parity.compare import compare

PAIRS_A_SECOND = 2_000
GROWTH_SIZES = (10_000, 100_000, 1_000_000)
"""Bytes of each of the two texts in UTF-8."""

_RUNS = 5
_ROUNDS = 3
PATIENCE = 60
"""Seconds after which a measurement is given up, and larger texts of its kind are not tried."""

_WILD = "\x00\x1b\u202e\u200f\ud800\udfff"


def pairs_a_second(pairs: list[tuple[str, str]]) -> float:
    """The median of five runs over all pairs, three times each, in one process and after a warm-up."""
    _time(pairs)
    return median(_ROUNDS * len(pairs) / _time(pairs * _ROUNDS) for _ in range(_RUNS))


def _time(pairs: list[tuple[str, str]]) -> float:
    start = time.perf_counter()
    for en, ja in pairs:
        compare(en, ja, meaning_only=True)
    return time.perf_counter() - start


def growth(pair: tuple[str, str]) -> Iterator[tuple[str, list[float | None]]]:
    """For each sort of text the seconds at each size; None: not within 60 seconds, failed, or not tried."""
    sorts = {
        "one pair, repeated": pair,
        "one number of so many digits": ("7", "7"),
        "control characters, bidi": (f"dose{_WILD} ", f"用量{_WILD}"),
        "one word, repeated": ("anaemia ", "貧血"),
    }
    for name, (en, ja) in sorts.items():
        seconds: list[float | None] = []
        for size in GROWTH_SIZES:
            given_up = bool(seconds) and seconds[-1] is None
            seconds.append(None if given_up else _apart(_filled(en, size), _filled(ja, size)))
        yield name, seconds


def _filled(unit: str, size: int) -> str:
    return unit * (size // len(unit.encode("utf-8", "surrogatepass")) + 1)


def _apart(en: str, ja: str) -> float | None:
    """The seconds that a comparison takes in a process of its own, which can be ended when it takes too long."""
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_report, args=(there, en, ja))
    process.start()
    there.close()
    try:
        return float(here.recv()) if here.poll(PATIENCE) else None
    except EOFError:
        return None
    finally:
        process.kill()
        process.join()


def _report(there: Connection, en: str, ja: str) -> None:
    compare("warm", "up", meaning_only=True)
    there.send(_time([(en, ja)]))
