"""Where work is done changes nothing about what is made."""

import os
import shutil
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

import taiyaku
from taiyaku.app.engine.executors import AT_ONCE, Crew, LostError
from tests.app.engine.test_incremental import site_in

distributed = pytest.importorskip("distributed")


@pytest.fixture
def cluster() -> Iterator[Executor]:
    """Two processes of a Dask cluster, on the loopback address."""
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, protocol="tcp://"
        ) as local,
        distributed.Client(local) as client,
    ):
        yield client.get_executor()


def other(project: Path) -> Path:
    """The same project in another place."""
    return Path(shutil.copytree(project, project.parent / "other", ignore=shutil.ignore_patterns(".taiyaku", "site")))


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_a_dask_cluster_makes_the_same_site(project: Path, cluster: Executor) -> None:
    spread = taiyaku.build(project, project / "site", executor=cluster)
    alone = taiyaku.build(other(project), project.parent / "other" / "site", jobs=1)
    assert (spread.problems, spread.pages, spread.files) == (alone.problems, alone.pages, alone.files)
    assert site_in(project / "site") == site_in(project.parent / "other" / "site")


def test_several_processes_make_the_same_site(project: Path) -> None:
    spread = taiyaku.build(project, project / "site", jobs=2)
    alone = taiyaku.build(other(project), project.parent / "other" / "site", jobs=1)
    assert (spread.problems, spread.pages) == (alone.problems, alone.pages)
    assert site_in(project / "site") == site_in(project.parent / "other" / "site")


def lengths(lot: list[str]) -> list[int]:
    return [len(piece) for piece in lot]


def test_results_come_in_the_order_of_the_work() -> None:
    pieces = ["x" * n for n in range(AT_ONCE * 9 + 1)]
    with ThreadPoolExecutor(3) as threads:
        assert list(Crew(jobs=3, executor=threads).spread(lengths, (), pieces)) == list(range(len(pieces)))


def heavy_ones(lot: list[str]) -> list[int]:
    return [lot.count("heavy") for _ in lot]


def test_heavy_pieces_that_stand_together_are_shared_out() -> None:
    with ThreadPoolExecutor(2) as threads:
        beside = list(Crew(jobs=2, executor=threads).spread(heavy_ones, (), ["heavy"] * 6 + ["light"] * 60))
    assert beside[:6] == [3] * 6


def killed(lot: list[str]) -> list[int]:
    if "7" in lot:
        os.kill(os.getpid(), signal.SIGKILL)
    return [0 for _ in lot]


def test_a_process_that_ends_names_its_work() -> None:
    pieces = [str(n) for n in range(100)]
    with pytest.raises(LostError, match="while it worked on one of the 16 from 1 to 31: "):
        list(Crew(jobs=2).spread(killed, (), pieces))


def test_what_is_done_apart_is_done_by_another_process() -> None:
    with Crew(jobs=2).apart("a number", os.getpid) as result:
        assert result() != os.getpid()


def test_what_is_done_apart_names_itself_where_it_ends() -> None:
    with (
        pytest.raises(LostError, match="while it worked on the glossary: "),
        Crew(jobs=2).apart("the glossary", killed, ["7"]) as result,
    ):
        result()
