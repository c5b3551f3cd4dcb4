"""`taiyaku pairs`: checking the pairs of any file, whoever wrote it."""

import os
import sys
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from taiyaku.app.usage import STDIN, UsageError
from taiyaku.exchange.kinds import SUFFIXES, Kind, kind_of

if TYPE_CHECKING:
    from taiyaku.exchange.report import Report


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


@click.command("pairs")
@click.argument("file")
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="How the report is written.",
)
@click.option(
    "--from",
    "kind",
    type=click.Choice([each.value for each in Kind]),
    default=None,
    show_default="by the file's name",
    help="The kind of the file.",
)
@click.option("--meaning-only", is_flag=True, help="Leave the house style out.")
@click.option(
    "--project",
    type=click.Path(path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder from which reports for other programs name the file.",
)
def pairs_command(file: str, form: str, kind: str | None, project: Path, *, meaning_only: bool) -> None:
    """Compare the two texts of each pair in FILE; `-` is the standard input.

    FILE is JSON Lines (id, en, ja), a gettext catalog, a TMX translation memory, or a table with the columns id, en
    and ja. The exit code is 1 where there is an error, or an entry that cannot be read.
    """
    from taiyaku.app.files import read_given
    from taiyaku.exchange.read import read_pairs
    from taiyaku.exchange.report import report_on

    known = Kind(kind) if kind else _kind(file)
    name = PurePosixPath(_shown(file, project, Format(form)))
    pairs, problems = read_pairs(read_given(file), name, known)
    report = report_on(name, pairs, problems, meaning_only=meaning_only)
    # As bytes: reports are UTF-8 whatever the terminal's own encoding.
    click.echo(_written(report, Format(form)).encode("utf-8"), nl=False)
    sys.exit(int(report.errors > 0))


def _kind(file: str) -> Kind:
    if file == STDIN:
        raise UsageError(f"the standard input has no name: say with --from which kind it is ({', '.join(Kind)})")
    known = kind_of(Path(file))
    if known is None:
        if not Path(file).is_file():
            raise UsageError(f"{file} is a folder" if Path(file).is_dir() else f"there is no file {file}")
        endings = ", ".join(SUFFIXES)
        raise UsageError(f"{file}: no known kind of file ({endings}); or say with --from which it is")
    return known


def _shown(file: str, project: Path, form: Format) -> str:
    """The file as a person named it, or, for other programs, as seen from the project's folder.

    Raises UsageError where there is no such folder.
    """
    if not project.is_dir():
        raise UsageError(f"there is no folder {project}")
    if file == STDIN:
        return "stdin"
    return file if form is Format.TEXT else Path(os.path.relpath(file, project)).as_posix()


def _written(report: "Report", form: Format) -> str:
    from importlib.metadata import version

    from taiyaku.exchange.as_github import as_github
    from taiyaku.exchange.as_json import as_json
    from taiyaku.exchange.as_sarif import as_sarif
    from taiyaku.exchange.as_text import as_text

    match form:
        case Format.TEXT:
            return as_text(report)
        case Format.JSON:
            return as_json(report)
        case Format.GITHUB:
            return as_github(report)
        case Format.SARIF:
            return as_sarif(report, version("taiyaku"))
