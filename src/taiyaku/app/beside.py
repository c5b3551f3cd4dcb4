"""Work done by another process of this machine while this one goes on, and work that the two share."""

import os
import pickle
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Generic, NoReturn, Self, TypeVar

T = TypeVar("T")

_AT_ONCE = 1 << 20


def may_fork(jobs: int | None) -> bool:
    """Whether another process may be forked off here for one of so many `jobs` (None: as many as there are cores).

    Where other threads run, one of them may hold a lock, which the other process would wait for and never get.
    """
    return sys.platform == "linux" and (jobs or cores()) > 1 and threading.active_count() == 1


def cores() -> int:
    """How many processes of this program can work at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Beside(Generic[T]):
    """What `work` gives, found out by a forked process, which ends with the context if it has not before.

    It must be something that can be pickled. Where the other process fails, the work is done here, and raises here.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        self._work, self._found = work, list[T]()

    def __enter__(self) -> Self:
        self._reader, writer = os.pipe()
        self._worker = os.fork()
        if not self._worker:
            os.close(self._reader)
            _hand_in(self._work, writer)
        os.close(writer)
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._reader)
        if self._worker:
            os.kill(self._worker, signal.SIGKILL)
            os.waitpid(self._worker, 0)

    def is_done(self) -> bool:
        """Whether the result can be had without much waiting."""
        return bool(self._found or select.select([self._reader], [], [], 0)[0])

    def result(self) -> T:
        """What the work gives, waited for; each time the same."""
        if not self._found:
            told = b"".join(iter(lambda: os.read(self._reader, _AT_ONCE), b""))
            _, status = os.waitpid(self._worker, 0)
            self._worker = 0
            self._found.append(self._work() if status else pickle.loads(told))  # noqa: S301 - from our own process
        return self._found[0]


class Turns:
    """Some pieces of work, at most 256, by their numbers: of processes forked off later, each takes the next one left.

    So each piece is taken once, and none waits while another has several.
    """

    def __init__(self, pieces: int) -> None:
        self._reader, writer = os.pipe()
        os.write(writer, bytes(range(pieces)))
        os.close(writer)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._reader)

    def __iter__(self) -> Iterator[int]:
        while taken := os.read(self._reader, 1):
            yield taken[0]


def _hand_in(work: Callable[[], object], writer: int) -> NoReturn:
    """What the other process does: it ends nothing that is this one's, and says nothing."""
    handed_in = threading.Event()

    def done() -> None:
        with suppress(BaseException):
            with os.fdopen(writer, "wb") as file:
                pickle.dump(work(), file, pickle.HIGHEST_PROTOCOL)
            handed_in.set()

    with suppress(BaseException):
        # Python (3.11) has room for calls within calls in pieces of 16 KB, and this is far down among them. What is
        # loaded here reads patterns with functions that call themselves: where a piece ends among these, each call asks
        # for another and gives it back, and loading takes half as long again. A thread begins at the beginning.
        thread = threading.Thread(target=done)
        thread.start()
        thread.join()
    os._exit(0 if handed_in.is_set() else 1)
