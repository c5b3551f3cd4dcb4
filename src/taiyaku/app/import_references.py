"""Importing: references from the files of other programs, into a new file of records."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from taiyaku.app.files import read_files
from taiyaku.app.usage import STDIN, UsageError
from taiyaku.base.problem import Problem, stops_build
from taiyaku.bibliography.formats.gathered import told
from taiyaku.bibliography.formats.kinds import Format
from taiyaku.bibliography.formats.plain import plain
from taiyaku.bibliography.formats.read import format_of, read_works
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


def project_library(project: Path) -> Library:
    """The project's library; raises UsageError where nobody knows which works it has."""
    files = read_files(project)
    if not any(file.is_relative_to("content") for file in files):
        raise UsageError(f"there is no project in {project}: run the command in its folder, or name it with --project")
    read: Read = read_project(files)
    is_empty = not any(file.is_relative_to(REFERENCES) for file in files)
    if read.library is None or ("references" in read.library.incomplete and not is_empty):
        raise UsageError("the project's references cannot be read: mend what `taiyaku check` tells, then import")
    return read.library


def target_of(file: str, into: Path | None, project: Path) -> Path:
    """The file to be written; raises UsageError where it is none that the site reads."""
    stem = "imported" if file == STDIN else Path(file).stem
    name = "-".join(re.findall(r"[a-z0-9]+", stem.lower())) or "imported"
    target = project / (into or REFERENCES / f"{name}.yaml")
    folder = (project / REFERENCES).resolve()
    if target.suffix != ".yaml" or not target.resolve().is_relative_to(folder):
        wanted = f"records are read from files in {project / REFERENCES}/ that end in .yaml"
        raise UsageError(f"{target}: {wanted} (--into is taken from the project's folder: {REFERENCES}/{name}.yaml)")
    return target


def known_format(file: str, data: bytes, encoding: str) -> Format:
    """The format that a file's content shows; raises UsageError where it shows none."""
    form = format_of(data, encoding)
    if form is None and data.strip(b" \t\r\n\0"):
        raise UsageError(f"{file}: no known format; say with --format which it is ({', '.join(Format)})")
    return form or Format.RIS  # an empty file is told as such, whatever it was to be


def summary(taken: Taken, target: Path, *, dry_run: bool) -> Iterator[str]:
    """What was written, or would be, and what to do next."""
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
