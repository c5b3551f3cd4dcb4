"""What a program takes: its time, the processor's, and its memory, with all processes that it starts."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_PROC = Path("/proc")
_LOOK_FIRST, _LOOK_LAST = 0.01, 0.25
"""Seconds between two looks at the memory, in the beginning and at most; the kernel keeps each process's peak.

To look takes two milliseconds of a processor, which a program that uses all of them lacks: a longer run is looked at
less often.
"""


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
        memory = _Memory(process.pid)
        memory.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        memory.ended.set()
        memory.join()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        last = "\n".join(log.read_text("utf-8", "replace").splitlines()[-12:])
        raise RunError(f"{' '.join(command)} ended with {process.returncode}:\n{last}")
    return Taken(wall, usage.ru_utime + usage.ru_stime, memory.largest / 1e3, memory.together / 1e3)


class _Memory(Thread):
    """Looks until a process has `ended`: the peaks in kB of the largest process and of all together."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.ended = pid, Event()
        self.largest = self.together = 0

    def run(self) -> None:
        begun = time.perf_counter()
        while not self.ended.wait(min(max(_LOOK_FIRST, (time.perf_counter() - begun) / 100), _LOOK_LAST)):
            sizes = list(_sizes(self.pid))
            self.largest = max([self.largest, *(peak for peak, _ in sizes)])
            self.together = max(self.together, sum(now for _, now in sizes))


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
