"""`taiyaku fix`."""

import sys
from pathlib import Path

import click

from taiyaku.app.options import project_option


@click.command("fix")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@project_option
@click.option("--write", is_flag=True, help="Make the repairs, instead of showing them as a diff.")
def fix_command(sources: tuple[str, ...], project: Path, *, write: bool) -> None:
    """Offer the safe repairs of characters and spacing in the texts of each SOURCE, or of the whole project, as a diff.

    The exit code is 1 where repairs are offered and not written, or where a file had to be left as it is.
    """
    from taiyaku.app.files import read_files, write_files
    from taiyaku.app.fix import counted, diff, fixes, summary

    fixed = fixes(read_files(project), sources)
    changed = [each for each in fixed if each.after != each.before]
    left = [each for each in fixed if each.left]
    if write:
        write_files({project / each.file: each.after for each in changed})
    for each in changed:
        told = f"{each.file}: {counted(sum(each.rules.values()), 'repair')}\n" if write else diff(each)
        click.echo(told.encode("utf-8"), nl=False)  # as bytes: a diff is UTF-8 whatever the terminal's own encoding
    for each in left:
        click.echo(f"{each.file}: left as it is: {each.left}", err=True)
    click.echo(summary(changed, len(fixed), write=write), err=True)
    sys.exit(int(bool(left or (changed and not write))))
