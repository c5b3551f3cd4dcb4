import subprocess
from datetime import date
from pathlib import Path

import pytest

from taiyaku.app.build import build
from taiyaku.app.revision import read_revision


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Jane", "-c", "user.email=jane@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)  # noqa: S603, S607


@pytest.fixture
def kept(project: Path) -> Path:
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "First", "--date", "2026-01-02T12:00:00Z")
    return project


def test_a_project_is_known_by_its_last_commit_and_its_day(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-03-04T12:00:00Z")
    git(kept, "commit", "--quiet", "--amend", "--no-edit")
    found = read_revision(kept)
    assert found is not None
    assert (found.on, found.changed) == (date(2026, 3, 4), False)
    assert len(found.commit) >= 7


def test_what_is_not_committed_is_told(kept: Path) -> None:
    (kept / "content" / "site.yaml").write_text("changed", "utf-8")
    found = read_revision(kept)
    assert found is not None
    assert found.changed


def test_files_that_no_site_is_made_from_do_not_count(kept: Path) -> None:
    (kept / "notes.txt").write_text("mine", "utf-8")
    found = read_revision(kept)
    assert found is not None
    assert not found.changed


def test_without_a_history_there_is_no_revision(project: Path) -> None:
    assert read_revision(project) is None


def test_without_git_there_is_no_revision(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_revision(kept) is None


def test_the_status_page_tells_the_version_that_it_was_built_from(kept: Path) -> None:
    found = read_revision(kept)
    build(kept, kept / "site")
    assert found is not None
    page = (kept / "site" / "en" / "status" / "index.html").read_text("utf-8")
    assert f"<code>{found.commit}</code>" in page
