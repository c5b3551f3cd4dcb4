"""Which program this is: what it remembered is of no use to another."""

import os
import sys
from functools import cache
from pathlib import Path


@cache
def program_version() -> str:
    """A text that is another when any file of the program is, or the Python that runs it."""
    package = Path(__file__).parent.parent
    told = [sys.version]
    for folder, folders, files in os.walk(package):
        folders[:] = sorted(each for each in folders if each != "__pycache__")
        for name in sorted(files):
            stat = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - half the time of Path, at every start
            told.append(f"{folder}/{name} {stat.st_mtime_ns} {stat.st_size}")
    return "\n".join(told)
