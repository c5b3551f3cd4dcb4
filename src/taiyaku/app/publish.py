"""Publishing: the finished site replaces the old one as a whole, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Self

from taiyaku.app.files import FOLDERS
from taiyaku.app.usage import UsageError

MARKER = ".taiyaku"
"""A file that says that a folder is an output of ours and may be replaced; its last line names what was published."""

_SAYS = "This folder is written by taiyaku; it is replaced as a whole.\n"
_GONE = "gone"
"""In a workshop: the files that the new site does not have. Where it stands, all files are there to be put in place."""


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
    if folder.is_dir() and not (folder / MARKER).exists() and any(folder.iterdir()):
        raise UsageError(f"{output} holds files that taiyaku did not write; empty it, or name another with --output")
    return folder


def published(folder: Path) -> str:
    """What was last published in a folder, as its marker names it; nothing where it has none."""
    try:
        *_, name = (folder / MARKER).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return ""
    return name


class Workshop:
    """A folder beside a site, in which its new files are made ready; afterwards it is gone.

    Whatever fails or interrupts, either the old site or the new one stands there whole: `exchange` puts one folder in
    the place of another; `put` writes down what it is about to do, so that what was interrupted is done to its end
    when the next workshop is opened. Raises UsageError where the disk refuses.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            for other in folder.parent.glob(f".{folder.name}-*"):
                _finish(other, folder)
            self.place = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
            self.new = self.place / "new"
            self.new.mkdir()
        except OSError as error:
            raise UsageError(f"{error.filename}: {error.strerror}") from None

    def close(self) -> None:
        """Clears the workshop away, unless the old site lies in it and nowhere else."""
        if self.folder.exists() or not (self.place / "old").exists():
            shutil.rmtree(self.place, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def exchange(self, name: str) -> int:
        """Puts the new files in the old site's place, all of them; returns how many changed, came or went.

        Files that are as they were keep their dates.
        """
        try:
            changed = self._changed()
            (self.new / MARKER).write_text(f"{_SAYS}{name}\n", encoding="utf-8")
            _exchange(self.new, self.folder, self.place / "old")
        except OSError as error:
            raise UsageError(f"{error.filename}: {error.strerror}") from None
        return changed

    def _changed(self) -> int:
        if not self.folder.exists():
            return sum(1 for _ in _files(self.new))
        changed = sum(not self._is_kept(name) for name in _files(self.new))
        return changed + sum(name != MARKER and not (self.new / name).is_file() for name in _files(self.folder))

    def _is_kept(self, name: str) -> bool:
        """Whether a file is as it was; then it keeps its date."""
        old, new = self.folder / name, self.new / name
        if not (old.is_file() and old.stat().st_size == new.stat().st_size and old.read_bytes() == new.read_bytes()):
            return False
        shutil.copystat(old, new)
        return True

    def put(self, name: str, gone: Iterable[str]) -> None:
        """Puts the new files beside the old site's, each in its place, and takes away those that are gone."""
        try:
            (self.new / MARKER).write_text(f"{_SAYS}{name}\n", encoding="utf-8")
            listed = self.place / f"{_GONE}.new"
            listed.write_text("".join(f"{path}\n" for path in gone), encoding="utf-8")
            listed.rename(self.place / _GONE)
            _finish(self.place, self.folder)
        except OSError as error:
            raise UsageError(f"{error.filename}: {error.strerror}") from None


def _files(folder: Path) -> Iterator[str]:
    """The files below a folder, by their paths in it; those of one folder at a time are in memory."""
    for where, _, names in os.walk(folder):
        below = where.removeprefix(str(folder)).lstrip(os.sep)
        yield from (os.path.join(below, name) for name in names)  # noqa: PTH118 - of a site with many files, quicker


def _finish(workshop: Path, folder: Path) -> None:
    """Does what an interrupted workshop was about to do, if its files were ready; else clears it away."""
    if (workshop / "old").exists() and not folder.exists():
        (workshop / "old").rename(folder)
    if (workshop / _GONE).exists():
        for path in (workshop / _GONE).read_text("utf-8").splitlines():
            (folder / path).unlink(missing_ok=True)
            _drop_empty((folder / path).parent, folder)
        marker = workshop / "new" / MARKER
        for file in sorted((workshop / "new").rglob("*"), key=lambda each: each == marker):
            if file.is_file():
                target = folder / file.relative_to(workshop / "new")
                target.parent.mkdir(parents=True, exist_ok=True)
                file.replace(target)
    shutil.rmtree(workshop, ignore_errors=True)


def _drop_empty(folder: Path, top: Path) -> None:
    """Takes away folders in which nothing is left."""
    with suppress(OSError):
        while folder != top and folder.is_relative_to(top):
            folder.rmdir()
            folder = folder.parent


def _exchange(new: Path, folder: Path, retired: Path) -> None:
    """Puts the new site in the old one's place, and the old one back where that fails or is interrupted."""
    if folder.exists():
        folder.rename(retired)
    try:
        new.rename(folder)
    except BaseException:
        if retired.exists() and not folder.exists():
            retired.rename(folder)
        raise
