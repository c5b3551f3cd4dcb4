"""Which program this is: what it remembered is of no use to another."""

import os
import sys
from functools import cache
from pathlib import Path


@cache
def program_version() -> str:
    """A text that is another when a file of the program is, what is installed beside it, or the Python that runs it."""
    package = Path(__file__).parent.parent
    told = [sys.version, *map(_as_it_stands, filter(_holds_packages, sys.path))]
    for folder, folders, files in os.walk(package):
        folders[:] = sorted(each for each in folders if each != "__pycache__")
        for name in sorted(files):
            stat = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - half the time of Path, at every start
            told.append(f"{folder}/{name} {stat.st_mtime_ns} {stat.st_size}")
    return "\n".join(told)


def _holds_packages(folder: str) -> bool:
    return folder.endswith("-packages")


def _as_it_stands(folder: str) -> str:
    """A folder with the time at which something was put into it or taken away, as by installing another version."""
    return f"{folder} {os.stat(folder).st_mtime_ns if os.path.exists(folder) else None}"  # noqa: PTH110, PTH116
