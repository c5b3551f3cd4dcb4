"""One process with one browser that measures some pages: `python -m tools.audit.worker`, JSON in, JSON out."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tools.audit import attack, browser, visit
from tools.audit.rows import Miss, Reading
from tools.audit.site import Site


def measured(folder: Path, base: str, pages: list[str], attacked: list[str], *, brief: bool) -> Iterator[Reading]:
    """All readings of these pages in the browser."""
    site = Site(folder)
    with browser.chromium() as chromium, visit.begun(chromium, site, base, brief=brief) as ready:
        for page in pages:
            yield from visit.readings(ready, page)
        for page in attacked:
            yield attack.reading(chromium, site, page)


def read(text: str) -> list[Reading]:
    """Readings from JSON."""
    found: list[dict[str, Any]] = json.loads(text)
    return [
        Reading(
            each["row"],
            each["page"],
            each["value"],
            tuple(Miss(**miss) for miss in each["misses"]),
            tuple(each["notes"]),
        )
        for each in found
    ]


def main() -> None:
    """Do the order that stands in the standard input."""
    order = json.load(sys.stdin)
    found = measured(Path(order["folder"]), order["base"], order["pages"], order["attacked"], brief=order["brief"])
    json.dump([asdict(reading) for reading in found], sys.stdout)


if __name__ == "__main__":
    main()
