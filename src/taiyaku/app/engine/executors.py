"""Where work is done: in this process, in several of this machine, or wherever an executor does it."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future, ProcessPoolExecutor

T = TypeVar("T")

ENOUGH = 48
"""So many pieces of work are worth other processes; fewer are done before these have begun."""

AT_ONCE = 16
"""Pieces that are handed over together."""

AHEAD = 4
"""Lots that wait for each process, so that none is idle and few results are held."""


class LostError(Exception):
    """A process ended in the midst of its work: of which."""


class Crew:
    """Does pieces of work and gives the results back in their order.

    `jobs` processes of this machine do it (None: one for each core), or any `executor` whose workers see the
    project's and the site's folders where this process sees them, as those of a Dask cluster with a shared disk do.
    """

    def __init__(self, jobs: int | None = None, executor: "Executor | None" = None) -> None:
        self.jobs = jobs or _cores()
        self.given = executor
        self.own: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.own is not None:
            self.own.shutdown(cancel_futures=True)

    def is_alone(self, pieces: int) -> bool:
        """Whether so much work is done in this process."""
        return self.given is None and (self.jobs == 1 or pieces < ENOUGH)

    def spread(
        self, work: Callable[..., list[T]], tools: tuple[Any, ...], pieces: Sequence[str], *, alone: bool = False
    ) -> Iterator[T]:
        """`work(*tools, lot)` for lots of the pieces, which are texts; raises LostError where a process ends."""
        if alone or self.is_alone(len(pieces)):
            for piece in pieces:
                yield from work(*tools, [piece])
            return
        executor = self._executor()
        waiting: deque[tuple[Sequence[str], Future[list[T]]]] = deque()
        for start in range(0, len(pieces), AT_ONCE):
            lot = list(pieces[start : start + AT_ONCE])
            waiting.append((lot, executor.submit(work, *tools, lot)))
            if len(waiting) >= AHEAD * self.jobs:
                yield from _result(*waiting.popleft())
        while waiting:
            yield from _result(*waiting.popleft())

    def _executor(self) -> "Executor":
        if self.given is not None:
            return self.given
        if self.own is None:
            # Only now: a build that makes little starts no process, and need not load what starts them.
            import multiprocessing  # noqa: PLC0415
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

            # A forked process has at once what this one has loaded.
            method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
            self.own = ProcessPoolExecutor(self.jobs, mp_context=multiprocessing.get_context(method))
        return self.own


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _result(lot: Sequence[str], future: "Future[list[T]]") -> list[T]:
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - see above

    try:
        return future.result()
    except BrokenExecutor:
        told = f"a process ended while it worked on {lot[0]} or one of the {len(lot) - 1} after it"
        raise LostError(f"{told}: is there memory enough? Try fewer --jobs") from None
