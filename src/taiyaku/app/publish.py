"""Publishing: the finished site replaces the old one as a whole, or not at all."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from taiyaku.app.files import FOLDERS
from taiyaku.app.usage import UsageError

MARKER = ".taiyaku"
"""A file that says that a folder is an output of ours and may be replaced."""


def output_folder(output: Path, project: Path) -> Path:
    """The folder that a site may be published in, links followed.

    Raises UsageError where it is a file, the current folder, a place that the project is read from, or a folder with
    files that are not ours: replacing it would destroy them.
    """
    folder = output.resolve()
    if folder == Path.cwd():
        raise UsageError("the site cannot replace the current folder; name another with --output")
    if any(folder.is_relative_to(project.resolve() / read) for read in FOLDERS):
        raise UsageError(f"{output} lies in a folder that the project is read from; name another with --output")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{output} is a file; name a folder with --output")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MARKER).exists():
        raise UsageError(f"{output} holds files that taiyaku did not write; empty it, or name another with --output")
    return folder


def publish(files: Mapping[PurePosixPath, bytes], folder: Path) -> int:
    """Writes a site beside the old one and puts it in its place; returns how many files changed, came or went.

    Unchanged files are carried over with their dates. Whatever fails or interrupts, either the old site or the new one
    stands there whole. Raises UsageError where the disk refuses.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        workshop = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}") from None
    try:
        changed = _write_all(files, workshop / "new", folder) + _gone(files, folder)
        _exchange(workshop / "new", folder, workshop / "old")
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}") from None
    finally:
        if folder.exists() or not (workshop / "old").exists():
            shutil.rmtree(workshop, ignore_errors=True)
    return changed


def _write_all(files: Mapping[PurePosixPath, bytes], staging: Path, published: Path) -> int:
    changed = sum(_write(staging / path, published / path, data) for path, data in files.items())
    marker = staging / MARKER
    marker.parent.mkdir(parents=True, exist_ok=True)
    marker.write_text("This folder is written by taiyaku; it is replaced as a whole.\n", encoding="utf-8")
    return changed


def _write(target: Path, published: Path, data: bytes) -> bool:
    """Puts one file into the staging folder; whether it differs from what is published."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if published.is_file() and published.read_bytes() == data:
        shutil.copy2(published, target)
        return False
    target.write_bytes(data)
    return True


def _gone(files: Mapping[PurePosixPath, bytes], folder: Path) -> int:
    """How many published files the new site does not have."""
    kept = {folder / path for path in files} | {folder / MARKER}
    return sum(path.is_file() and path not in kept for path in folder.rglob("*"))


def _exchange(staging: Path, folder: Path, retired: Path) -> None:
    """Puts the new site in the old one's place, and the old one back where that fails or is interrupted."""
    if folder.exists():
        folder.rename(retired)
    try:
        staging.rename(folder)
    except BaseException:
        if retired.exists() and not folder.exists():
            retired.rename(folder)
        raise
