"""Reading a project's files from disk, and writing single ones."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path, PurePosixPath

from taiyaku.app.usage import STDIN, UsageError

FOLDERS = ("content", "seeds", "templates", "locales")
"""The folders of a project that a site is made from."""

_JUNK_SUFFIXES = ("~", ".swp", ".swx", ".tmp", ".orig", ".bak", ".mo")


def read_files(project: Path) -> dict[PurePosixPath, bytes]:
    """The bytes of every file of a project by its path in it; hidden files and editors' backups are passed over.

    Raises UsageError where there is no such folder, or a file that cannot be read.
    """
    if not project.is_dir():
        raise UsageError(f"there is no folder {project}")
    try:
        return {PurePosixPath(path.relative_to(project).as_posix()): path.read_bytes() for path in _paths(project)}
    except OSError as error:
        raise UsageError(f"{error.filename}: {error.strerror}") from None


def _paths(project: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((project / folder).rglob("*")):
            hidden = any(part.startswith((".", "#")) for part in path.relative_to(project).parts)
            if path.is_file() and not hidden and not path.name.endswith(_JUNK_SUFFIXES):
                yield path


def under(files: Mapping[PurePosixPath, bytes], folder: str) -> dict[PurePosixPath, bytes]:
    """The files below a folder."""
    return {path: data for path, data in files.items() if path.is_relative_to(folder)}


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
