"""What a command says on the terminal."""

import sys
import time
from collections.abc import Iterator
from typing import Any, Self

import click

from taiyaku.app.build import Result


def tell(lines: Iterator[str]) -> None:
    """Says lines where errors are said."""
    for line in lines:
        click.echo(line, err=True)


def tell_result(result: Result) -> None:
    """Says what a build found and did."""
    if result.problems:
        from taiyaku.app.report import lines_of  # noqa: PLC0415 - it loads what reads YAML, to tell lines and columns

        tell(lines_of(result.problems, result.texts))
    if result.published:
        click.echo(
            f"{result.pages} pages ({result.files} files, {result.changed} changed): open {result.output}/index.html"
        )
    else:
        click.echo(f"Nothing was published; {result.output} is as it was.", err=True)


_LABELS = {
    "facts": "Gathering",
    "sums": "Gathering",
    "checks": "Checking",
    "names": "Naming",
    "pieces": "Indexing",
    "pages": "Making pages",
}
_PATIENCE = 1.0
"""Seconds after which a person wants to know how far it is."""


class Progress:
    """Tells on a terminal how far each step of a build is, once the build has taken a second."""

    def __init__(self) -> None:
        self.began, self.step = time.monotonic(), ""
        self.bar: Any = None

    def __call__(self, step: str, done: int, total: int) -> None:
        """So many of so many pieces of a step are done."""
        if not sys.stderr.isatty() or time.monotonic() - self.began < _PATIENCE:
            return
        if step != self.step:
            self.close()
            self.step, self.bar = step, click.progressbar(length=total, label=_LABELS[step], file=sys.stderr)
            self.bar.__enter__()
        self.bar.update(done - self.bar.pos)

    def close(self) -> None:
        """Ends the line."""
        if self.bar is not None:
            self.bar.__exit__(None, None, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
