"""What is kept is told apart by its bytes, so that equal things must be equal bytes in every process."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from taiyaku.app.engine.store import pack, unpack
from tests.app.engine.test_incremental import kept_project

BUILD = "import sys, taiyaku; print(taiyaku.build(sys.argv[1], sys.argv[1] + '/site', jobs=1).changed)"


def built_by_a_process(project: Path, seed: str) -> int:
    """Builds in a process that orders its sets by this seed; how many files changed."""
    told = subprocess.run(  # noqa: S603 - this program itself
        [sys.executable, "-c", BUILD, str(project)],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return int(told.stdout)


def kept(project: Path) -> set[tuple[str, ...]]:
    (file,) = [file for file in (project / ".taiyaku").glob("*.sqlite") if file.name != "lock.sqlite"]
    with closing(sqlite3.connect(file)) as store:
        found = [
            store.execute(f"SELECT {what}")
            for what in (
                "name, owner, seq, hex(data) FROM facts",
                "kind, key, hex(data) FROM claims",
                "name, hex(value) FROM meta WHERE name LIKE '=%'",
                "hex(digest) FROM memos",
            )
        ]
        return {tuple(map(str, row)) for rows in found for row in rows}


def test_two_processes_keep_the_same_bytes() -> None:
    stores = []
    for seed in ("1", "2"):
        with kept_project() as project:
            built_by_a_process(project, seed)
            stores.append(kept(project))
    assert len(stores[0]) > 100
    assert stores[0] == stores[1]


def test_texts_that_are_equal_are_packed_alike_whether_they_are_one_object_or_two() -> None:
    text = "iron"
    again = "".join(list(text))
    assert again is not text
    assert pack((text, text)) == pack((text, again))
    assert unpack(pack((text, again))) == (text, text)


@pytest.mark.parametrize("value", [(), ("a", 1), {"b": ("c",)}])
def test_what_is_packed_comes_back(value: object) -> None:
    assert unpack(pack(value)) == value
