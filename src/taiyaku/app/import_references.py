"""`taiyaku import`: references from the files of other programs, into a new file of records."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import click

from taiyaku.app.files import STDIN, UsageError, read_files, read_given, write_new
from taiyaku.app.options import project_option
from taiyaku.app.report import lines_of
from taiyaku.base.problem import Problem, stops_build
from taiyaku.bibliography.formats.decoding import is_encoding
from taiyaku.bibliography.formats.gathered import told
from taiyaku.bibliography.formats.plain import plain
from taiyaku.bibliography.formats.read import Format, format_of, read_works
from taiyaku.bibliography.formats.taking_over import Taken, take_over
from taiyaku.content.read import Read, read_project
from taiyaku.content.write_references import references_text
from taiyaku.exchange.safe import visible
from taiyaku.model.library import Library

REFERENCES = PurePosixPath("content/references")
_SHOWN = 20
"""How many new keys are named on the terminal."""


@dataclass(frozen=True)
class Imported:
    """What an import would write, and everything that it tells."""

    text: str
    taken: Taken
    problems: tuple[Problem, ...]

    @property
    def exit_code(self) -> int:
        """0 clean or warnings only, 1 errors."""
        return int(stops_build(self.problems))


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
    library = _library(project)
    target = _target(file, into, project)
    if encoding and not is_encoding(encoding):
        raise UsageError(
            f"there is no encoding '{visible(encoding)}'; known are utf-8, cp932, euc_jp, cp1252, cp1250, …"
        )
    data = read_given(file)
    known = Format(form) if form else _format(file, data, encoding)
    imported = read_references(data, file, known, library, encoding, each=each)
    if imported.taken.records and target.exists():
        raise UsageError(f"{target} is there already and is not overwritten: name another file with --into")
    for line in lines_of(imported.problems, {}):
        click.echo(visible(line).encode("utf-8"), err=True)
    if dry_run:
        click.echo(imported.text.encode("utf-8"), nl=False)
    elif imported.taken.records:
        write_new(target, imported.text)
    for line in _summary(imported.taken, target, dry_run=dry_run):
        click.echo(visible(line).encode("utf-8"), err=dry_run)
    sys.exit(imported.exit_code)


def read_references(  # noqa: PLR0913 - the options of the command
    data: bytes, file: str, form: Format, library: Library, encoding: str = "", *, each: bool = False
) -> Imported:
    """What the bytes of a file would add to a library."""
    found = read_works(data, PurePosixPath(file), form, encoding)
    taken = take_over(found, library)
    head = f"From {visible(Path(file).name)} ({form.value}), by `taiyaku import`."
    text = references_text({key: plain(record) for key, record in taken.records.items()}, head)
    problems = [replace(p, message=visible(p.message)) for p in (*told(found, each=each), *taken.problems)]
    return Imported(text if taken.records else "", taken, tuple(problems))


def _library(project: Path) -> Library:
    """The project's library; raises UsageError where nobody knows which works it has."""
    files = read_files(project)
    if not any(file.is_relative_to("content") for file in files):
        raise UsageError(f"there is no project in {project}: run the command in its folder, or name it with --project")
    read: Read = read_project(files)
    is_empty = not any(file.is_relative_to(REFERENCES) for file in files)
    if read.library is None or ("references" in read.library.incomplete and not is_empty):
        raise UsageError("the project's references cannot be read: mend what `taiyaku check` tells, then import")
    return read.library


def _target(file: str, into: Path | None, project: Path) -> Path:
    """The file to be written; raises UsageError where it is none that the site reads."""
    stem = "imported" if file == STDIN else Path(file).stem
    name = "-".join(re.findall(r"[a-z0-9]+", stem.lower())) or "imported"
    target = project / (into or REFERENCES / f"{name}.yaml")
    folder = (project / REFERENCES).resolve()
    if target.suffix != ".yaml" or not target.resolve().is_relative_to(folder):
        wanted = f"records are read from files in {project / REFERENCES}/ that end in .yaml"
        raise UsageError(f"{target}: {wanted} (--into is taken from the project's folder: {REFERENCES}/{name}.yaml)")
    return target


def _format(file: str, data: bytes, encoding: str) -> Format:
    form = format_of(data, encoding)
    if form is None and data.strip(b" \t\r\n\0"):
        raise UsageError(f"{file}: no known format; say with --format which it is ({', '.join(Format)})")
    return form or Format.RIS  # an empty file is told as such, whatever it was to be


def _summary(taken: Taken, target: Path, *, dry_run: bool) -> Iterator[str]:
    for key, record in list(taken.records.items())[:_SHOWN]:
        yield f"    {key}: {record.title[:100]}"
    if len(taken.records) > _SHOWN:
        yield f"    and {len(taken.records) - _SHOWN} more"
    known = f"; {_count(taken.known)} known already" if taken.known else ""
    if not taken.records:
        yield f"Nothing was written: there is no new work in the file{known}."
    else:
        done = "would be written" if dry_run else "written"
        yield f"{_count(len(taken.records))} {done} to {target}{known}."
        yield "Now compare each record with the work itself, and run `taiyaku check`."


def _count(number: int) -> str:
    return f"{number} work" + ("" if number == 1 else "s")
