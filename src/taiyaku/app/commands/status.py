"""`taiyaku status`."""

import sys
from pathlib import Path

import click

from taiyaku.app.options import project_option


@click.command("status")
@click.argument("source", required=False)
@project_option
def status_command(source: str | None, project: Path) -> None:
    """Tell what is translated, approved, and changed since; with SOURCE also how."""
    from taiyaku.app.files import read_files
    from taiyaku.app.report import lines_of
    from taiyaku.app.status import status_lines
    from taiyaku.app.telling import tell
    from taiyaku.base.names import did_you_mean
    from taiyaku.content.read import read_project

    texts = read_files(project)
    read = read_project(texts)
    if read.library is None:
        tell(lines_of(read.problems, texts))
        sys.exit(1)
    known = read.library.ids("sources")
    if source is not None and source not in known:
        click.echo(f"There is no source '{source}'; {did_you_mean(source, known)}", err=True)
        sys.exit(1)
    click.echo("\n".join(status_lines(read.library, source)))
