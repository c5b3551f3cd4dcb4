"""`taiyaku serve`."""

import sys
from pathlib import Path

import click

from taiyaku.app.options import output_option, project_option


@click.command("serve")
@project_option
@output_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=5500, show_default=True, type=click.IntRange(0, 65535), help="The port to listen on.")
def serve_command(project: Path, output: Path | None, host: str, port: int) -> None:
    """Build and serve; a save shows in the browser, which reloads by itself, and the site on disk follows."""
    from taiyaku.app.build import build
    from taiyaku.app.serve import serve
    from taiyaku.app.telling import tell_result

    target = output or project / "site"

    first = build(project, target)
    tell_result(first)
    if not first.published and not (target / "index.html").exists():
        click.echo("There is no earlier site to serve: mend the errors above, then run serve again.", err=True)
        sys.exit(1)
    serve(project, target, host, port, first)
