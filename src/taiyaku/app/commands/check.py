"""`taiyaku check`."""

import sys
from pathlib import Path

import click

from taiyaku.app.options import project_option


@click.command("check")
@project_option
def check_command(project: Path) -> None:
    """Tell every problem of the project; write nothing."""
    from taiyaku.app.build import assemble
    from taiyaku.app.files import read_files
    from taiyaku.app.report import lines_of, summary
    from taiyaku.app.telling import tell

    texts = read_files(project)
    built = assemble(texts)
    if built.problems:
        tell(lines_of(built.problems, texts))
    else:
        click.echo(f"{summary(())}: {built.pages} pages are ready to be built.")
    sys.exit(0 if built.ok else 1)
