from pathlib import Path, PurePosixPath

import pytest

from taiyaku.app.files import UsageError
from taiyaku.app.publish import MARKER, publish, refuse_foreign

ONE = {PurePosixPath("index.html"): b"one", PurePosixPath("a/index.html"): b"a"}


def listed(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_published_with_its_mark(tmp_path: Path) -> None:
    assert publish(ONE, tmp_path / "deep" / "site") == 2
    assert listed(tmp_path / "deep" / "site") == {"index.html", "a/index.html", MARKER}


def test_the_new_site_replaces_the_old_one_as_a_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(ONE, site)
    assert publish({PurePosixPath("index.html"): b"two", PurePosixPath("b.html"): b"b"}, site) == 2
    assert listed(site) == {"index.html", "b.html", MARKER}
    assert (site / "index.html").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_unchanged_files_keep_their_dates(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(ONE, site)
    before = (site / "a/index.html").stat().st_mtime_ns
    assert publish(ONE | {PurePosixPath("index.html"): b"new"}, site) == 1
    assert (site / "a/index.html").stat().st_mtime_ns == before


def test_a_folder_with_foreign_files_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(UsageError, match="holds files that taiyaku did not write"):
        publish(ONE, tmp_path)
    assert listed(tmp_path) == {"thesis.txt"}


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="is a file"):
        refuse_foreign(tmp_path / "site")


def test_a_failure_while_writing_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(ONE, site)
    with pytest.raises(OSError, match="File name too long"):
        publish({PurePosixPath("index.html"): b"two", PurePosixPath("x" * 300): b""}, site)
    assert (site / "index.html").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failure_in_the_exchange_puts_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    publish(ONE, site)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if ".new-" in self.name:
            raise OSError("disk on fire")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="disk on fire"):
        publish({PurePosixPath("index.html"): b"two"}, site)
    monkeypatch.undo()
    assert (site / "index.html").read_bytes() == b"one"
