"""What texts are compared by is kept beside the store, and never taken from another version or from a damaged file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from taiyaku.app.engine.store import Store, open_store
from taiyaku.app.engine.tables import drop_tables, has_tables, keep_tables, take_tables
from taiyaku.base.locale import Locale
from taiyaku.language import kept
from taiyaku.language.statement import read


@pytest.fixture(autouse=True)
def _nothing_held() -> Iterator[None]:
    drop_tables()
    yield
    drop_tables()


def opened(folder: Path, version: bytes = b"1") -> Store:
    return open_store(folder / "a.sqlite", version)


def kept_in(folder: Path) -> Path:
    (file,) = (each for each in folder.iterdir() if each.suffix == ".bin")
    return file


def test_what_is_taken_back_reads_as_what_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Median overall survival was 9.3 months."
    made = read(text, Locale.EN)
    keep_tables(opened(tmp_path))
    drop_tables()
    monkeypatch.setattr(kept, "_made", {})
    take_tables(opened(tmp_path))
    assert len(kept._made) > 5
    assert read(text, Locale.EN) == made


def test_those_of_another_version_are_made_anew(tmp_path: Path) -> None:
    keep_tables(opened(tmp_path))
    other = opened(tmp_path, b"2")
    assert not has_tables(other)
    take_tables(other)
    assert has_tables(other)


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    store = opened(tmp_path)
    keep_tables(store)
    file = kept_in(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    drop_tables()
    take_tables(store)
    assert len(file.read_bytes()) == len(whole)


def test_who_may_only_read_leaves_it_as_it_is(tmp_path: Path) -> None:
    keep_tables(opened(tmp_path))
    file = kept_in(tmp_path)
    file.unlink()
    take_tables(Store(tmp_path / "a.sqlite", read_only=True))
    assert not file.exists()
