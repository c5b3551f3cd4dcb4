"""`taiyaku ledger`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taiyaku.app.options import project_option

if TYPE_CHECKING:
    from taiyaku.model.library import Library


@click.command("ledger")
@project_option
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    default=None,
    help="The folder with the original documents, to compare.",
)
def ledger_command(project: Path, documents: Path | None) -> None:
    """List every figure of every document and the sentences that state it, or compare with the documents."""
    from taiyaku.app.build import assemble
    from taiyaku.app.files import read_files
    from taiyaku.app.report import lines_of
    from taiyaku.app.telling import tell

    texts = read_files(project)
    built = assemble(texts)
    if built.library is None or not built.ok:
        tell(lines_of(built.problems, texts))
        sys.exit(1)
    sys.exit(_compare(built.library, documents) if documents else _list(built.library))


def _list(library: "Library") -> int:
    from taiyaku.app.ledger import table

    lines = list(table(library))
    click.echo("\n".join(lines))
    return int(any("MISSING" in line for line in lines))


def _compare(library: "Library", documents: Path) -> int:
    from taiyaku.app.ledger import compare
    from taiyaku.app.usage import UsageError

    if not documents.is_dir():
        raise UsageError(f"there is no folder {documents}")
    faults = 0
    for comparison in compare(library, documents):
        faults += len(comparison.faults)
        verdict = "agrees" if not comparison.faults else f"{len(comparison.faults)} faults"
        click.echo(f"{comparison.source}: {comparison.figures} figures, {comparison.numbers} numbers: {verdict}")
        for fault in comparison.faults:
            click.echo(f"    {fault}")
    return int(faults > 0)
