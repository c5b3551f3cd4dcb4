"""`taiyaku import`."""

import sys
from pathlib import Path

import click

from taiyaku.app.options import project_option
from taiyaku.app.usage import UsageError
from taiyaku.bibliography.formats.kinds import Format


@click.command("import")
@click.argument("file")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=None,
    show_default="content/references/, under the name of FILE",
    help="The new file of records, as seen from the project's folder.",
)
@project_option
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in Format]),
    default=None,
    show_default="by the file's content",
    help="The format of the file.",
)
@click.option(
    "--encoding",
    default="",
    show_default="by the file's content",
    help="The encoding of the file, such as cp932 or cp1250.",
)
@click.option("--dry-run", is_flag=True, help="Print the records, and write nothing.")
@click.option(
    "--each", is_flag=True, help="Tell every value that is not taken over, instead of counting many of a kind."
)
def import_command(  # noqa: PLR0913 - the options of the command
    file: str, into: Path | None, project: Path, form: str | None, encoding: str, *, dry_run: bool, each: bool
) -> None:
    """Take references over from FILE: RIS, PubMed's NBIB, BibTeX, CSL-JSON or EndNote's XML; `-` is the standard input.

    Writes a new file of records and overwrites none. A work that has a record already is skipped. Whatever of FILE is
    not taken over is told. The exit code is 1 where a part of FILE could not be read.
    """
    from taiyaku.app.files import read_given, write_new
    from taiyaku.app.import_references import known_format, project_library, read_references, summary, target_of
    from taiyaku.app.report import lines_of
    from taiyaku.bibliography.formats.decoding import is_encoding
    from taiyaku.exchange.safe import visible

    library = project_library(project)
    target = target_of(file, into, project)
    if encoding and not is_encoding(encoding):
        raise UsageError(
            f"there is no encoding '{visible(encoding)}'; known are utf-8, cp932, euc_jp, cp1252, cp1250, …"
        )
    data = read_given(file)
    known = Format(form) if form else known_format(file, data, encoding)
    imported = read_references(data, file, known, library, encoding, each=each)
    if imported.taken.records and target.exists():
        raise UsageError(f"{target} is there already and is not overwritten: name another file with --into")
    for line in lines_of(imported.problems, {}):
        click.echo(visible(line).encode("utf-8"), err=True)
    if dry_run:
        click.echo(imported.text.encode("utf-8"), nl=False)
    elif imported.taken.records:
        write_new(target, imported.text)
    for line in summary(imported.taken, target, dry_run=dry_run):
        click.echo(visible(line).encode("utf-8"), err=dry_run)
    sys.exit(imported.exit_code)
