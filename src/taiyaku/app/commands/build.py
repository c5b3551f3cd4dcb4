"""`taiyaku build`."""

import sys
from pathlib import Path

import click

from taiyaku.app.options import output_option, project_option


@click.command("build")
@project_option
@output_option
@click.option("--base-url", default=None, help="The site's address, instead of the one in content/site.yaml.")
@click.option("--jobs", type=click.IntRange(1), show_default="one for each core", help="So many processes do the work.")
def build_command(project: Path, output: Path | None, base_url: str | None, jobs: int | None) -> None:
    """Check the project and publish its site; while there is an error, the previous site stays."""
    from taiyaku.app.build import build
    from taiyaku.app.telling import Progress, tell_result

    with Progress() as progress:
        result = build(project, output or project / "site", base_url=base_url, jobs=jobs, told=progress)
    tell_result(result)
    sys.exit(result.exit_code)
