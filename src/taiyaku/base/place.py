"""Where a problem is: a file and a path inside it."""

from pathlib import PurePosixPath

from msgspec import Struct


class Place(Struct, frozen=True):
    """A file of the project and a path of keys and positions inside it; `()` is the whole file.

    `line` and `column` (from 1) are given only where no path can say it, as for a syntax error or a catalog's message;
    for all else they are looked up when the problem is shown (see `content.locate`).
    """

    file: PurePosixPath
    path: tuple[str | int, ...] = ()
    line: int = 0
    column: int = 0

    def __truediv__(self, step: str | int) -> "Place":
        """The place one step further in."""
        return Place(self.file, (*self.path, step))

    def within(self, path: tuple[str | int, ...]) -> "Place":
        """The place several steps further in."""
        return Place(self.file, (*self.path, *path))

    @property
    def dotted(self) -> str:
        """The path as a person writes it: `abstract.results[1].ja`."""
        text = ""
        for step in self.path:
            text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else str(step))
        return text

    @property
    def order(self) -> tuple[str, int, int, tuple[tuple[int, str], ...]]:
        """Sorts by file, then line where one is known, then path with positions as numbers."""
        steps = tuple((s, "") if isinstance(s, int) else (-1, s) for s in self.path)
        return (str(self.file), self.line, self.column, steps)
