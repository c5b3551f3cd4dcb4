"""Reading texts of other programs in the tests of readers."""

from pathlib import PurePosixPath
from typing import Any

from taiyaku.bibliography.formats.gathered import Gathered
from taiyaku.bibliography.formats.kinds import Format
from taiyaku.bibliography.formats.plain import Plain, plain
from taiyaku.bibliography.formats.read import read_works

FILE = PurePosixPath("works")


def read(text: str | bytes, form: Format, encoding: str = "") -> Gathered:
    """What a file of this content holds."""
    return read_works(text.encode() if isinstance(text, str) else text, FILE, form, encoding)


def one(text: str | bytes, form: Format) -> Plain:
    """The fields of the one work of a file, without its type, title and language where these are the usual ones."""
    found = read(text, form)
    assert found.problems == []
    assert len(found.works) == 1
    return plain(found.works[0].record)


def remarks(found: Gathered) -> list[tuple[str, str, int, bool]]:
    """What is told of values that were not taken over as they are: tag, value, line, whether it is lost."""
    return [(each.tag, each.value, each.line, each.lost) for each in found.remarks]


def faults(found: Gathered) -> list[tuple[str, int]]:
    """The rules of the problems, and their lines."""
    return [(problem.rule, problem.at.line) for problem in found.problems]


Fields = dict[str, Any]
