"""The whole audit: pages dealt out to a few browsers, then what needs none."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
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


def ordered(site: Site, base: str, pages: list[str], attacked: list[str]) -> list[Reading]:
    """Let another process measure these pages, again if it hangs."""
    order = json.dumps({"folder": str(site.folder.resolve()), "base": base, "pages": pages, "attacked": attacked})
    command = [sys.executable, "-m", "tools.audit.worker"]
    patience = PATIENCE * (len(pages) + len(attacked))
    for attempt in range(ATTEMPTS):
        try:
            done = subprocess.run(
                command, input=order, capture_output=True, text=True, timeout=patience, cwd=ROOT, check=False
            )
        except subprocess.TimeoutExpired:
            continue
        if done.returncode == 0:
            return worker.read(done.stdout)
        if attempt == ATTEMPTS - 1:
            raise RuntimeError(f"measuring {pages[:1]} failed: {done.stderr[-2000:]}")
    raise RuntimeError(f"measuring {', '.join(pages + attacked)} took longer than {patience} s, {ATTEMPTS} times")


def in_browsers(site: Site, pages: list[str], jobs: int, say: Say) -> Iterator[Reading]:
    """What is measured in browsers, so many at a time."""
    batches: list[tuple[list[str], list[str]]] = [
        (pages[start : start + BATCH], []) for start in range(0, len(pages), BATCH)
    ]
    attacks = one_of_each(site, pages)
    batches += [([], attacks[start : start + BATCH]) for start in range(0, len(attacks), BATCH)]
    with served(site.folder) as base, ThreadPoolExecutor(jobs) as pool:
        measure = partial(ordered, site, base)
        for number, found in enumerate(pool.map(lambda batch: measure(*batch), batches), 1):
            say(f"{number} of {len(batches)} batches")
            yield from found


def readings(site: Site, pages: list[str], jobs: int, say: Say = lambda _: None) -> Iterator[Reading]:
    """Everything but Lighthouse, for these pages."""
    say("HTML checker, weights, policies")
    yield from markup.readings(site, pages)
    yield from weight.readings(site, site.pages())  # a median of a few says nothing
    yield from (policy.reading(site, page) for page in pages)
    yield from in_browsers(site, pages, jobs, say)
