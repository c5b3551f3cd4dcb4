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


def _git(project: Path, *arguments: str) -> str:
    """What git answers, or nothing where it is not there or refuses."""
    program = shutil.which("git")
    if program is None:
        return ""
    answer = subprocess.run([program, "-C", str(project), *arguments], capture_output=True, text=True, check=False)  # noqa: S603 - a program found on the path, with arguments of ours
    return answer.stdout.strip() if answer.returncode == 0 else ""
