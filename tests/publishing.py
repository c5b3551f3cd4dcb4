"""Publishing files that are all in memory, as a test has them."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from taiyaku.app.engine.work import write
from taiyaku.app.publish import Workshop


def publish(files: Mapping[PurePosixPath, bytes], folder: Path, name: str = "a-site") -> int:
    """Writes a site beside the old one and puts it in its place; how many files changed, came or went."""
    with Workshop(folder) as workshop:
        for path, data in files.items():
            write(workshop.new / path, data)
        return workshop.exchange(name)
