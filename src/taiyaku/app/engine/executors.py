"""Where work is done: in this process, in several of this machine, or wherever an executor does it."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from taiyaku.app.beside import cores, may_fork

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

T = TypeVar("T")

ENOUGH = 48
"""So many pieces of work are worth other processes; fewer are done before these have begun."""

AT_ONCE = 16
"""As many pieces as are handed over together."""

AHEAD = 4
"""Lots that wait for each process, so that none is idle and few results are held."""


class LostError(Exception):
    """A process ended in the midst of its work: of which."""


class Crew:
    """Does pieces of work and gives the results back in their order.

    `jobs` processes of this machine do it (None: one for each core), or any `executor` whose workers see the
    project's and the site's folders where this process sees them, as those of a Dask cluster with a shared disk do.
    Processes of this machine end with the work for which they began, so that none holds what another kind of work took.
    """

    def __init__(self, jobs: int | None = None, executor: "Executor | None" = None) -> None:
        self.jobs = jobs or cores()
        self.given = executor

    def is_alone(self, pieces: int) -> bool:
        """Whether so much work is done in this process."""
        return self.given is None and (self.jobs == 1 or pieces < ENOUGH)

    def has_one_beside(self, pieces: int) -> bool:
        """Whether so much work, which this process would do alone, may be done by another one while it goes on."""
        return self.given is None and 0 < pieces < ENOUGH and may_fork(self.jobs)

    def spread(self, work: Callable[..., list[T]], tools: tuple[Any, ...], pieces: Sequence[str]) -> Iterator[T]:
        """`work(*tools, lot)` for lots of the pieces, which are texts; raises LostError where a process ends."""
        if self.is_alone(len(pieces)):
            for piece in pieces:
                yield from work(*tools, [piece])
            return
        waiting: deque[list[tuple[str, Future[list[T]]]]] = deque()
        with self._executor(self.jobs) as executor:
            for start in range(0, len(pieces), AT_ONCE * self.jobs):
                # Dealt out like cards: pieces of one kind stand together, and the heavy ones are not to be one lot.
                hand = pieces[start : start + AT_ONCE * self.jobs]
                lots = [list(hand[turn :: self.jobs]) for turn in range(min(self.jobs, len(hand)))]
                waiting.append([(_told(lot), executor.submit(work, *tools, lot)) for lot in lots])
                if len(waiting) >= AHEAD:
                    yield from _in_turn(waiting.popleft())
            while waiting:
                yield from _in_turn(waiting.popleft())

    @contextmanager
    def apart(self, told: str, work: Callable[..., T], *given: Any) -> Iterator[Callable[[], T]]:
        """Has one thing done in another process while this one goes on; gives what waits for the result.

        Raises LostError, with what is told of the work, where that process ends before.
        """
        with self._executor(1) as executor:
            future = executor.submit(work, *given)
            yield lambda: _result(told, future)

    @contextmanager
    def _executor(self, jobs: int) -> "Iterator[Executor]":
        if self.given is not None:
            yield self.given
            return
        # Only now: a build that makes little starts no process, and need not load what starts them.
        import multiprocessing  # noqa: PLC0415
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

        # A forked process has at once what this one has loaded.
        method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
        executor = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(method))
        try:
            yield executor
        finally:
            executor.shutdown(cancel_futures=True)


def _told(lot: Sequence[str]) -> str:
    return f"one of the {len(lot)} from {lot[0]} to {lot[-1]}" if len(lot) > 1 else lot[0]


def _in_turn(lots: "Sequence[tuple[str, Future[list[T]]]]") -> Iterator[T]:
    """The results of lots that were dealt out, as what they were made of stood before."""
    results = [_result(told, future) for told, future in lots]
    for place in range(len(results[0])):
        yield from (result[place] for result in results if place < len(result))


def _result(told: str, future: "Future[T]") -> T:
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - see above

    try:
        return future.result()
    except BrokenExecutor:
        raise LostError(
            f"a process ended while it worked on {told}: is there memory enough? Try fewer --jobs"
        ) from None
