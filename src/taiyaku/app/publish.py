"""Publishing: the finished site replaces the old one as a whole, or not at all."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from taiyaku.app.files import UsageError

MARKER = ".taiyaku"
"""A file that says that a folder is an output of ours and may be replaced."""


def refuse_foreign(output: Path) -> None:
    """Raises UsageError where the output folder holds files that are not ours: replacing it would destroy them."""
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is a file; name a folder with --output")
    if output.is_dir() and any(output.iterdir()) and not (output / MARKER).exists():
        raise UsageError(
            f"{output} holds files that taiyaku did not write; empty it, or name another folder with --output"
        )


def publish(files: Mapping[PurePosixPath, bytes], output: Path) -> int:
    """Writes a site beside the old one and puts it in its place; returns how many files changed.

    Unchanged files are carried over with their dates. Whatever fails, either the old site or the new one stands
    there whole.
    """
    refuse_foreign(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    staging = output.with_name(f"{output.name}.new-{os.getpid()}")
    retired = output.with_name(f"{output.name}.old-{os.getpid()}")
    try:
        changed = sum(_write(staging, output, path, data) for path, data in files.items())
        (staging / MARKER).write_text(
            "This folder is written by taiyaku; it is replaced as a whole.\n", encoding="utf-8"
        )
        _exchange(staging, output, retired)
    finally:
        for left_over in (staging, retired):
            shutil.rmtree(left_over, ignore_errors=True)
    return changed


def _write(staging: Path, output: Path, path: PurePosixPath, data: bytes) -> bool:
    """Puts one file into the staging folder; whether it differs from what is published."""
    target, published = staging / path, output / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if published.is_file() and published.read_bytes() == data:
        shutil.copy2(published, target)
        return False
    target.write_bytes(data)
    return True


def _exchange(staging: Path, output: Path, retired: Path) -> None:
    if not output.exists():
        staging.rename(output)
        return
    output.rename(retired)
    try:
        staging.rename(output)
    except OSError:
        with suppress(OSError):
            retired.rename(output)
        raise
