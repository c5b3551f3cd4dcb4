"""`taiyaku build`."""

import sys
from pathlib import Path

import click

from taiyaku.app.options import output_option, project_option


@click.command("build")
@project_option
@output_option
@click.option("--base-url", default=None, help="The site's address, instead of the one in content/site.yaml.")
def build_command(project: Path, output: Path | None, base_url: str | None) -> None:
    """Check the project and publish its site; while there is an error, the previous site stays."""
    from taiyaku.app.build import build
    from taiyaku.app.telling import tell_result

    result = build(project, output or project / "site", base_url=base_url)
    tell_result(result)
    sys.exit(result.exit_code)
