"""Asking git which version of a project is being built."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

from taiyaku.app.files import FOLDERS
from taiyaku.model.revision import Revision


def read_revision(project: Path) -> Revision | None:
    """The last commit that touched what a site is made from, or None where there is no git or no history of it."""
    commit = _git(project, "log", "-1", "--format=%h %cs", "--", *FOLDERS)
    if not commit:
        return None
    name, day = commit.split()
    return Revision(name, date.fromisoformat(day), changed=bool(_git(project, "status", "--porcelain", "--", *FOLDERS)))


def revision_mark(project: Path) -> tuple[str, ...]:
    """What is another when git's answer may be another although no file of the project changed: a commit was made."""
    folder = _git_folder(project.resolve())
    if folder is None:
        return ()
    head = _text(folder / "HEAD")
    named = head.removeprefix("ref: ")
    return head, _text(folder / named), _changed(folder / "packed-refs"), _changed(folder / "index")


def _git_folder(project: Path) -> Path | None:
    for each in (project, *project.parents):
        if (each / ".git").is_dir():
            return each / ".git"
        if (each / ".git").is_file():  # a worktree
            return each / _text(each / ".git").removeprefix("gitdir: ")
    return None


def _text(file: Path) -> str:
    return file.read_text("utf-8").strip() if file.is_file() else ""


def _changed(file: Path) -> str:
    return str(file.stat().st_mtime_ns) if file.is_file() else ""


def _git(project: Path, *arguments: str) -> str:
    """What git answers, or nothing where it is not there or refuses."""
    program = shutil.which("git")
    if program is None:
        return ""
    answer = subprocess.run([program, "-C", str(project), *arguments], capture_output=True, text=True, check=False)  # noqa: S603 - a program found on the path, with arguments of ours
    return answer.stdout.strip() if answer.returncode == 0 else ""
