from pathlib import Path, PurePosixPath

import pytest

from taiyaku.app.engine.work import write
from taiyaku.app.publish import MARKER, Workshop, output_folder, published
from taiyaku.app.usage import UsageError
from tests.publishing import publish

ONE = {PurePosixPath("index.html"): b"one", PurePosixPath("a/index.html"): b"a"}


def listed(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_published_with_its_mark(tmp_path: Path) -> None:
    assert publish(ONE, tmp_path / "deep" / "site") == 2
    assert listed(tmp_path / "deep" / "site") == {"index.html", "a/index.html", MARKER}


def test_the_new_site_replaces_the_old_one_as_a_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(ONE, site)
    assert publish({PurePosixPath("index.html"): b"two", PurePosixPath("b.html"): b"b"}, site) == 3
    assert listed(site) == {"index.html", "b.html", MARKER}
    assert (site / "index.html").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_unchanged_files_keep_their_dates(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(ONE, site)
    before = (site / "a/index.html").stat().st_mtime_ns
    assert publish(ONE | {PurePosixPath("index.html"): b"new"}, site) == 1
    assert (site / "a/index.html").stat().st_mtime_ns == before


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    publish(ONE, output_folder(tmp_path / "link", tmp_path / "project"))
    assert (tmp_path / "link").is_symlink()
    assert listed(tmp_path / "real") == {"index.html", "a/index.html", MARKER}


def test_a_folder_with_foreign_files_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", "utf-8")
    with pytest.raises(UsageError, match="holds files that taiyaku did not write"):
        output_folder(tmp_path, tmp_path / "project")
    assert listed(tmp_path) == {"thesis.txt"}


@pytest.mark.parametrize("place", ["content", "content/site", "seeds", "templates/assets/site", "locales"])
def test_a_place_that_the_project_is_read_from_is_refused(tmp_path: Path, place: str) -> None:
    with pytest.raises(UsageError, match="lies in a folder that the project is read from"):
        output_folder(tmp_path / place, tmp_path)


def test_the_current_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="cannot replace the current folder"):
        output_folder(Path(), tmp_path / "project")


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="is a file"):
        output_folder(tmp_path / "site", tmp_path / "project")


def test_where_the_disk_refuses_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with pytest.raises(UsageError, match="file"):
        publish(ONE, tmp_path / "file" / "site")


def test_a_failure_while_writing_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(ONE, site)
    with pytest.raises(UsageError, match="File name too long"):
        publish({PurePosixPath("index.html"): b"two", PurePosixPath("x" * 300): b""}, site)
    assert (site / "index.html").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("failure", [OSError(5, "disk on fire", "x"), KeyboardInterrupt()])
def test_a_failure_in_the_exchange_puts_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    site = tmp_path / "site"
    publish(ONE, site)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise failure
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises((UsageError, KeyboardInterrupt)):
        publish({PurePosixPath("index.html"): b"two"}, site)
    monkeypatch.undo()
    assert (site / "index.html").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def put(files: dict[str, bytes], gone: list[str], site: Path, name: str) -> None:
    with Workshop(site) as workshop:
        for path, data in files.items():
            write(workshop.new / path, data)
        workshop.put(name, gone)


def test_changed_files_are_put_among_those_that_stay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(ONE, site, "first")
    before = (site / "index.html").stat().st_mtime_ns
    put({"b/index.html": b"b"}, ["a/index.html"], site, "second")
    assert listed(site) == {"index.html", "b/index.html", MARKER}
    assert (site / "index.html").stat().st_mtime_ns == before
    assert not (site / "a").exists()
    assert published(site) == "second"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("calls", range(4))
def test_what_was_interrupted_while_it_was_put_in_place_is_done_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    site, left = tmp_path / "site", [calls]
    publish(ONE, site, "first")
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return replace(self, target)

    with Workshop(site) as workshop:
        for path in ("index.html", "b.html", "c.html"):
            write(workshop.new / path, b"two")
        monkeypatch.setattr(Path, "replace", failing)
        with pytest.raises(KeyboardInterrupt):
            workshop.put("second", ["a/index.html"])
        monkeypatch.undo()
        monkeypatch.setattr(workshop, "close", lambda: None)  # as if the machine had stopped
    Workshop(site).close()
    assert {path.name: path.read_bytes() for path in site.iterdir() if path.name != MARKER} == dict.fromkeys(
        ("index.html", "b.html", "c.html"), b"two"
    )
    assert published(site) == "second"


def test_a_workshop_that_was_not_ready_is_cleared_away(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(ONE, site)
    write(Workshop(site).new / "index.html", b"half")
    with Workshop(site):
        assert len([*tmp_path.iterdir()]) == 2
    assert (site / "index.html").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
