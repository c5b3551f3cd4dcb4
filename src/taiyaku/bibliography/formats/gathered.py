"""What a file of references is found to hold while it is read: works, remarks on what was not taken over, problems."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from msgspec import Struct

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.model.reference import Reference

LONGEST = 80
MANY = 3
"""How many remarks of one kind are still told one by one."""


class Remark(Struct, frozen=True):
    """A value that was left out (`lost`) or taken over otherwise than it was written, and why."""

    tag: str
    value: str
    why: str
    line: int
    lost: bool = True


class Work(Struct, frozen=True):
    """A work that could be read, the line at which its entry begins, what the file calls it, and remarks on it."""

    record: Reference
    line: int
    name: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass
class Gathered:
    """Collects all that one file holds; every reader fills one."""

    file: PurePosixPath
    works: list[Work] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, rule: str, message: str, line: int, column: int = 1, hint: str = "") -> None:
        """Adds an error: an entry, or the rest of the file, could not be read."""
        self.problems.append(Problem(Place(self.file, (), line, column), rule, message, hint))

    def left_out(self, tag: str, value: str, why: str, line: int) -> None:
        """Adds a value that no record can hold."""
        self.remarks.append(Remark(tag, value, why, line))


def told(found: Gathered, *, each: bool = False) -> list[Problem]:
    """The problems of a reading and its remarks as warnings; many of one kind are counted, unless `each` is wanted."""
    kinds: dict[tuple[str, str, bool], list[Remark]] = {}
    for remark in found.remarks:
        kinds.setdefault((remark.tag, remark.why, remark.lost), []).append(remark)
    problems = list(found.problems)
    for remarks in kinds.values():
        if each or len(remarks) <= MANY:
            problems += [_warning(found.file, remark, _one(remark)) for remark in remarks]
        else:
            problems.append(_warning(found.file, remarks[0], _all(remarks)))
    return problems


def _warning(file: PurePosixPath, remark: Remark, message: str) -> Problem:
    at = Place(file, (), remark.line, 1)
    return Problem(at, "import-left-out" if remark.lost else "import-changed", message, "", Severity.WARNING)


def _one(remark: Remark) -> str:
    return f"'{remark.tag}' {_fate(remark)}: {remark.why}: '{shortened(remark.value)}'"


def _all(remarks: list[Remark]) -> str:
    first = remarks[0]
    lines = list(dict.fromkeys(str(remark.line) for remark in remarks[1:]))
    more = f" and {len(lines) - 8} more lines" if len(lines) > 8 else ""
    where = f"; also in line {', '.join(lines[:8])}{more}" if lines else ""
    return f"'{first.tag}' {_fate(first)} {len(remarks)} times: {first.why}{where}"


def _fate(remark: Remark) -> str:
    return "is left out" if remark.lost else "is changed"


def shortened(text: str) -> str:
    """A text to be quoted in a message: on one line, and cut where it is long."""
    line = " ".join(text[: LONGEST * 4].split())
    return line if len(line) <= LONGEST and len(text) <= LONGEST * 4 else line[: LONGEST - 1] + "…"
