"""Options that several commands have."""

from pathlib import Path

import click

project_option = click.option(
    "--project",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder with content/, seeds/, templates/ and locales/.",
)

output_option = click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    show_default="site/ in the project",
    help="The folder for the site.",
)
