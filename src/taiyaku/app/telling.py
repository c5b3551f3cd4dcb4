"""What a command says on the terminal."""

from collections.abc import Iterator

import click

from taiyaku.app.build import Result
from taiyaku.app.report import lines_of


def tell(lines: Iterator[str]) -> None:
    """Says lines where errors are said."""
    for line in lines:
        click.echo(line, err=True)


def tell_result(result: Result) -> None:
    """Says what a build found and did."""
    if result.problems:
        tell(lines_of(result.problems, result.texts))
    if result.published:
        click.echo(
            f"{result.pages} pages ({result.files} files, {result.changed} changed): open {result.output}/index.html"
        )
    else:
        click.echo(f"Nothing was published; {result.output} is as it was.", err=True)
