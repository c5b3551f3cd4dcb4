import sqlite3
import threading
from pathlib import Path

import pytest

import taiyaku
from taiyaku.app.build import CACHE, store_file
from taiyaku.app.engine.store import alone, open_store, read_note
from taiyaku.app.usage import UsageError
from tests.app.engine.test_incremental import site_in


def test_what_is_noted_is_there_in_the_next_run(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "store.sqlite"
    store = open_store(file, b"1")
    store.set_note("answer", {"is": 42})
    store.close()
    assert read_note(file, "answer") == {"is": 42}
    assert open_store(file, b"1").note("answer") == {"is": 42}


def test_what_another_version_noted_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    before = open_store(file, b"1")
    before.set_note("answer", 42)
    before.remember([(b"comparison", b"x" * 1_000_000)])
    before.close()
    store = open_store(file, b"2")
    assert (store.note("answer"), store.note("version")) == (None, b"2")
    assert file.stat().st_size < 1_000_000


@pytest.mark.parametrize("data", [b"no database", b"", b"SQLite format 3\x00" + b"\x07" * 4096])
def test_a_damaged_store_is_begun_anew(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "store.sqlite"
    file.write_bytes(data)
    assert read_note(file, "answer") is None
    store = open_store(file, b"1")
    store.set_note("answer", 42)
    assert store.note("answer") == 42


def test_a_step_that_is_rolled_back_leaves_nothing() -> None:
    store = open_store(None, b"1")
    store.begin()
    store.set_note("answer", 42)
    store.roll_back()
    assert store.note("answer") is None


def test_one_build_of_a_project_at_a_time(tmp_path: Path) -> None:
    with (
        alone(tmp_path),
        pytest.raises(UsageError, match="another build of this project is under way"),
        alone(tmp_path, 0.01),
    ):
        pytest.fail("both are at work")


def test_a_build_waits_for_another(tmp_path: Path) -> None:
    begun, told = threading.Event(), []

    def other() -> None:
        with alone(tmp_path):
            begun.set()
            told.append("first")

    with alone(tmp_path):
        thread = threading.Thread(target=other)
        thread.start()
        assert not begun.wait(0.2)
        told.append("second")
    thread.join()
    assert told == ["second", "first"]


def test_whatever_becomes_of_the_store_the_site_is_the_same(project: Path) -> None:
    site = project / "site"
    taiyaku.build(project, site, jobs=1)
    expected = site_in(site)
    file = store_file(project, site.resolve())
    with sqlite3.connect(file) as db:
        db.execute("DELETE FROM facts")
        db.execute("UPDATE meta SET value = x'80' WHERE name = 'last'")
    db.close()
    topics = project / "content" / "topics.yaml"
    topics.write_text(topics.read_text("utf-8") + "\n", "utf-8")
    file.write_bytes(b"no database")
    assert taiyaku.build(project, site, jobs=1).changed == 0
    assert site_in(site) == expected
    assert (project / CACHE).is_dir()


def test_a_site_that_was_taken_away_is_made_anew(project: Path) -> None:
    site = project / "site"
    taiyaku.build(project, site, jobs=1)
    expected = site_in(site)
    for file in sorted(site.rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    site.rmdir()
    assert taiyaku.build(project, site, jobs=1).changed == len(expected)
    assert site_in(site) == expected


def test_where_nothing_may_be_remembered_the_site_is_built_all_the_same(project: Path) -> None:
    (project / CACHE).write_text("not a folder", "utf-8")
    first = taiyaku.build(project, project / "site", jobs=1)
    again = taiyaku.build(project, project / "site", jobs=1)
    assert (first.published, again.published, again.changed) == (True, True, 0)
