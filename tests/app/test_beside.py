"""Work of another process: its result is what it would be here, and the process never outlives its use."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from taiyaku.app.beside import Beside, Turns, cores, may_fork
from taiyaku.app.usage import UsageError

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is nothing to fork with")


def is_there(process: int) -> bool:
    """Whether there is such a process, if only one that has ended and that nobody has waited for."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def fails_elsewhere(wrong: Exception | None = None) -> Callable[[], int]:
    """Work that fails in any process but this one; there it fails with `wrong`."""
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            raise MemoryError
        if wrong is not None:
            raise wrong
        return 7

    return work


def test_the_work_is_done_in_another_process() -> None:
    with Beside(os.getpid) as other:
        assert other.result() != os.getpid()
        assert other.result() == other.result()
    assert not is_there(other.result())


def test_both_go_on_at_the_same_time(tmp_path: Path) -> None:
    def waits_for_the_file() -> str:
        while not (tmp_path / "here").exists():
            time.sleep(0.001)
        return "seen"

    with Beside(waits_for_the_file) as other:
        assert not other.is_done()
        (tmp_path / "here").touch()
        assert other.result() == "seen"
        assert other.is_done()


def test_a_result_may_be_larger_than_what_a_pipe_holds() -> None:
    with Beside(lambda: list(range(300_000))) as other:
        while not other.is_done():
            time.sleep(0.001)
        assert other.result() == list(range(300_000))


def test_what_fails_in_the_other_process_is_done_here() -> None:
    with Beside(fails_elsewhere()) as other:
        assert other.result() == 7


def test_what_fails_here_too_is_told_as_it_is() -> None:
    with Beside(fails_elsewhere(UsageError("no such folder"))) as other:
        worker = other._worker
        with pytest.raises(UsageError, match="no such folder"):
            other.result()
    assert not is_there(worker)


def test_what_cannot_be_handed_over_is_made_here() -> None:
    with Beside(threading.Lock) as other:
        assert not other.result().locked()


def interrupted(beside: Beside[None]) -> None:
    with beside:
        assert is_there(beside._worker)
        raise KeyboardInterrupt


def test_who_leaves_without_the_result_ends_the_other_process() -> None:
    began, beside = time.monotonic(), Beside(lambda: time.sleep(60))
    with pytest.raises(KeyboardInterrupt):
        interrupted(beside)
    assert time.monotonic() - began < 30
    assert not is_there(beside._worker)


def test_of_shared_pieces_each_is_taken_by_one_of_the_two() -> None:
    with Turns(256) as turns, Beside(lambda: list(turns)) as other:
        here = list(turns)
        assert sorted(here + other.result()) == list(range(256))
        assert not list(turns)


def test_pieces_are_left_to_who_has_time() -> None:
    with Turns(3) as turns:
        first = next(iter(turns))
        with Beside(lambda: list(turns)) as other:
            assert (first, other.result()) == (0, [1, 2])


def test_nothing_is_forked_for_one_job_or_beside_other_threads() -> None:
    assert not may_fork(1)
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    other.start()
    try:
        assert not may_fork(2)
    finally:
        ended.set()
        other.join()
    assert may_fork(None) is may_fork(cores())
