"""How fast the whole program is beside Hugo and Zola, on the same content, in one run on one machine.

Run by hand (`make benchmark-speed ARGS="--sizes 5,100"`), never in the tests. Content is made from a seed; each build
begins with a clean output and nothing remembered, unless the row says otherwise; the programs take turns.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from speed_parts.bench import Bench
from speed_parts.measure import RunError
from speed_parts.rows import ROWS, Verdict, cold_table

ROOT = Path(__file__).parent.parent
WORKSPACE = ROOT / "build" / "benchmark-speed"
SIZES = (5, 100, 1_000, 10_000)


def main() -> None:
    """Measure what was asked for."""
    asked = _arguments()
    os.environ["PYTHONPATH"] = str(ROOT / "src")  # whatever else is installed: the program beside this benchmark
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as for everybody, Python keeps what it compiles
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    bench = Bench(asked.folder.resolve(), ROOT, asked.seed, asked.rounds, asked.keep, asked.saves)
    bench.folder.mkdir(parents=True, exist_ok=True)
    cores = len(os.sched_getaffinity(0))
    print(f"Python {platform.python_version()}, {cores} cores, {platform.machine()}; best of {bench.rounds} rounds")
    _tell_load(cores)
    try:
        verdicts = list(_measured(bench, asked.rows or list(ROWS), asked.sizes))
    except RunError as error:
        sys.exit(str(error))
    _tell_load(cores)
    for line in _table(verdicts):
        print(line)
    if asked.json:
        results = {"verdicts": [asdict(each) for each in verdicts], "runs": bench.records}
        asked.json.write_text(json.dumps(results, ensure_ascii=False, indent=1), "utf-8")


def _tell_load(cores: int) -> None:
    """Others at work on the machine lengthen what the clock shows; then the processors' time is the better witness."""
    busy = os.getloadavg()[0]
    print(f"load {busy:.1f}" + (": the machine is busy with other work too" if busy > cores else ""))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--row", action="append", dest="rows", choices=ROWS, help="measure this row alone; may be repeated")
    add("--sizes", type=_sizes, default=SIZES, help="numbers of sources, as in 5,100,1000,10000 (the default)")
    add("--rounds", type=int, default=3, help="how often each build is measured (3)")
    add("--saves", type=int, default=20, help="how often a file is saved while the site is served (20)")
    add("--seed", type=int, default=1, help="the seed of the content (1)")
    add("--keep", action="store_true", help="take the content that an earlier run has made")
    add("--folder", type=Path, default=WORKSPACE, help="where content and sites stand (build/benchmark-speed)")
    add("--json", type=Path, help="also write every measurement into this file")
    return parser.parse_args()


def _sizes(text: str) -> Sequence[int]:
    return sorted(int(part) for part in text.split(","))


def _measured(bench: Bench, rows: Sequence[str], sizes: Sequence[int]) -> Iterator[Verdict]:
    """Every verdict; the cold builds of each size are shown in full once they are there."""
    shown: set[int] = set()
    for name in rows:
        yield from ROWS[name](bench, sizes)
        for size in sizes:
            if size in bench.measured_cold and size not in shown:
                shown.add(size)
                print("\n" + "\n".join(cold_table(size, bench.cold(size))))


def _table(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """What must be reached and what was, as a Markdown table."""
    yield "\n| row | what | target | measured | |\n|---|---|---|---|---|"
    words = {True: "met", False: "missed", None: "–"}
    for each in verdicts:
        yield f"| {each.row} | {each.what} | {each.target} | {each.measured} | {words[each.met]} |"


if __name__ == "__main__":
    main()
