"""Reading a project's files from disk, and writing single ones."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path, PurePosixPath

from taiyaku.app.usage import STDIN, UsageError

FOLDERS = ("content", "seeds", "templates", "locales")
"""The folders of a project that a site is made from."""

_JUNK_SUFFIXES = ("~", ".swp", ".swx", ".tmp", ".orig", ".bak", ".mo")


Stamp = tuple[int, int]
"""When a file was last changed, in nanoseconds, and how many bytes it has."""


TICK = 50_000_000
"""A file that was changed so shortly (nanoseconds) before it was read may change again within the same tick of the
file system's clock, and look as it did: its stamp is not trusted, and it is read again next time. (As git does.)"""


UNKNOWN: Stamp = (0, -1)
"""The stamp of a file that is to be read again."""


def read_files(project: Path) -> dict[PurePosixPath, bytes]:
    """The bytes of every file of a project by its path in it; hidden files and editors' backups are passed over.

    Raises UsageError where there is no such folder, or a file that cannot be read.
    """
    return {PurePosixPath(name): read_one(project / name) for name in sorted(stamps(project))}


def read_one(file: Path) -> bytes:
    """The bytes of a file of a project; raises UsageError where it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}") from None


def stamps(project: Path, names: Iterable[str] = FOLDERS) -> dict[str, Stamp]:
    """Every file of a project with its stamp, by its path in it; what `read_files` passes over is not there.

    `names` are files and folders in the project's own folders, of which some may not be there.
    """
    if not project.is_dir():
        raise UsageError(f"there is no folder {project}")
    found: dict[str, Stamp] = {}
    try:
        for name in names:
            if _passed_over(name):
                continue
            if (project / name).is_dir():
                _walk(f"{project}{os.sep}", name, found)
            elif (project / name).is_file():
                found[name] = _stamp((project / name).stat())
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}") from None
    return found


def settled_stamps(project: Path, names: Iterable[str] = FOLDERS) -> dict[str, Stamp]:
    """The same; a file that may change again unseen has none."""
    before = time.time_ns() - TICK
    return {name: stamp if stamp[0] < before else UNKNOWN for name, stamp in stamps(project, names).items()}


def _walk(root: str, folder: str, found: dict[str, Stamp]) -> None:
    with os.scandir(root + folder) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith((".", "#")):
                continue
            if entry.is_dir():
                if not entry.is_symlink():
                    _walk(root, f"{folder}/{name}", found)
            elif not name.endswith(_JUNK_SUFFIXES) and entry.is_file():
                found[f"{folder}/{name}"] = _stamp(entry.stat())


def _passed_over(name: str) -> bool:
    return name.endswith(_JUNK_SUFFIXES) or any(part.startswith((".", "#")) for part in name.split("/"))


def _stamp(told: os.stat_result) -> Stamp:
    return told.st_mtime_ns, told.st_size


def write_files(files: Mapping[Path, str]) -> None:
    """Puts each text in its place as a whole, in UTF-8, once all are written beside the old files.

    Links, and the permissions of files, stay. Raises UsageError where the disk refuses.
    """
    try:
        with ExitStack() as workshops:
            staged = [_staged(file.resolve(), text, workshops) for file, text in files.items()]
            for new, file in staged:
                new.replace(file)
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}") from None


def write_new(file: Path, text: str) -> None:
    """Writes a file that is not there yet, in UTF-8. Raises UsageError where it is, or where the disk refuses."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as new:
            new.write(text.encode("utf-8"))
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}") from None


def _staged(file: Path, text: str, workshops: ExitStack) -> tuple[Path, Path]:
    """A file's new text in a hidden folder beside it, and the file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    workshop = Path(tempfile.mkdtemp(dir=file.parent, prefix=f".{file.stem}-"))
    workshops.callback(shutil.rmtree, workshop, ignore_errors=True)
    new = workshop / file.name
    new.write_bytes(text.encode("utf-8"))
    if file.exists():
        shutil.copymode(file, new)
    return new, file


def read_given(file: str) -> bytes:
    """The bytes of a file that a person named, or of the standard input (`-`); raises UsageError where it cannot."""
    if file == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from None
    except ValueError:  # a NUL in the name
        raise UsageError(f"there is no file {file!r}") from None
