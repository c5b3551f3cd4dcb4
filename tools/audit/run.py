"""The whole audit: pages dealt out to a few browsers, then what needs none."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from tools.audit import markup, policy, weight, worker
from tools.audit.rows import Reading
from tools.audit.serving import served
from tools.audit.site import Site, one_of_each

ROOT = Path(__file__).parents[2]
BATCH = 8
PATIENCE = 60  # seconds for a page; a browser that hangs is ended and its pages are measured anew
ATTEMPTS = 3

Say = Callable[[str], None]


@dataclass(frozen=True)
class Order:
    """What one process is to measure, and where."""

    folder: str
    base: str
    pages: list[str]
    attacked: list[str]
    brief: bool


def done(order: Order) -> list[Reading]:
    """Let another process carry out the order, again if its browser hangs."""
    command = [sys.executable, "-m", "tools.audit.worker"]
    patience = PATIENCE * (len(order.pages) + len(order.attacked))
    text = json.dumps(asdict(order))
    for attempt in range(ATTEMPTS):
        try:
            ended = subprocess.run(
                command, input=text, capture_output=True, text=True, timeout=patience, cwd=ROOT, check=False
            )
        except subprocess.TimeoutExpired:
            continue
        if ended.returncode == 0:
            return worker.read(ended.stdout)
        if attempt == ATTEMPTS - 1:
            raise RuntimeError(f"measuring {order.pages + order.attacked} failed: {ended.stderr[-2000:]}")
    raise RuntimeError(f"measuring {order.pages + order.attacked} took longer than {patience} s, {ATTEMPTS} times")


def dealt(pages: list[str]) -> Iterator[list[str]]:
    """The pages in hands small enough to be measured anew when a browser fails."""
    for start in range(0, len(pages), BATCH):
        yield pages[start : start + BATCH]


def in_browsers(  # noqa: PLR0913 - which pages, and how
    site: Site, pages: list[str], attacked: list[str], *, jobs: int, brief: bool, say: Say
) -> Iterator[Reading]:
    """What is measured in browsers, so many at a time."""
    folder = str(site.folder.resolve())
    with served(site.folder) as base, ThreadPoolExecutor(jobs) as pool:
        orders = [Order(folder, base, hand, [], brief) for hand in dealt(pages)]
        orders += [Order(folder, base, [], hand, brief) for hand in dealt(attacked)]
        for number, found in enumerate(pool.map(done, orders), 1):
            say(f"{number} of {len(orders)} batches")
            yield from found


def readings(site: Site, pages: list[str], jobs: int, say: Say = lambda _: None) -> Iterator[Reading]:
    """Everything but Lighthouse, for these pages; attacks on one page of every kind and locale."""
    say("HTML checker, weights, policies")
    yield from markup.readings(site, pages)
    yield from weight.readings(site, site.pages())  # a median of a few says nothing
    yield from (policy.reading(site, page) for page in pages)
    yield from in_browsers(site, pages, one_of_each(site, pages), jobs=jobs, brief=False, say=say)
