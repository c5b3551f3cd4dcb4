"""What a program takes: its time, the processor's, and its memory, with all processes that it starts."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage

_PROC = Path("/proc")
_LOOK_EVERY = 0.01
"""Seconds between two looks at the memory; the kernel keeps each process's peak, so that none is missed."""


class RunError(Exception):
    """A program ended with an error; its last words tell why."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds on the clock and of the processors, and MB: the peak of the largest process, and of all together."""

    wall: float
    cpu: float
    largest: float
    together: float


def run(command: Sequence[str], folder: Path, log: Path, environment: Mapping[str, str] | None = None) -> Taken:
    """Runs a program to its end. Raises RunError where it fails."""
    with log.open("wb") as words:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=words, stderr=words, env=environment
        )
        largest, together, status, usage = _watched(process.pid)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        last = "\n".join(log.read_text("utf-8", "replace").splitlines()[-12:])
        raise RunError(f"{' '.join(command)} ended with {process.returncode}:\n{last}")
    return Taken(wall, usage.ru_utime + usage.ru_stime, largest / 1e3, together / 1e3)


def _watched(pid: int) -> tuple[int, int, int, struct_rusage]:
    """The peaks in kB of the largest process and of all together, and how it ended."""
    largest = together = 0
    while True:
        ended, status, usage = os.wait4(pid, os.WNOHANG)
        if ended:
            return largest, together, status, usage
        sizes = list(_sizes(pid))
        largest = max([largest, *(peak for peak, _ in sizes)])
        together = max(together, sum(now for _, now in sizes))
        time.sleep(_LOOK_EVERY)


def _sizes(pid: int) -> Iterator[tuple[int, int]]:
    """For a process and all that it started, in kB: the peak until now, and what it holds now."""
    try:
        status = (_PROC / str(pid) / "status").read_text("ascii", "replace")
        fields = dict(line.split(":", 1) for line in status.splitlines() if line.startswith(("VmHWM", "VmRSS")))
        children = [
            int(child)
            for task in (_PROC / str(pid) / "task").iterdir()
            for child in (task / "children").read_text("ascii").split()
        ]
    except OSError:  # it has just ended
        return
    if fields:
        yield int(fields["VmHWM"].split()[0]), int(fields["VmRSS"].split()[0])
    for child in children:
        yield from _sizes(child)
