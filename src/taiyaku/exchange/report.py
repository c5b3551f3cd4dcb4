"""What is to be told of a file of pairs: the problems of reading it and the findings in its pairs, in one order."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from taiyaku.base.problem import Problem, Severity
from taiyaku.exchange.pair import TextPair
from taiyaku.parity.compare import compare
from taiyaku.parity.finding import Finding


class Remark(Struct, frozen=True):
    """One thing to be told: a finding with the pair that it is about, or a problem of an entry that is no pair."""

    what: Finding | Problem
    pair: TextPair | None = None

    @property
    def line(self) -> int:
        """The line in the file, from 1; 0 is the whole file."""
        return self.pair.line if self.pair else self._problem.at.line

    @property
    def column(self) -> int:
        """The column in the line, from 1; 0 where only the line is known."""
        return 0 if self.pair else self._problem.at.column

    @property
    def finding(self) -> Finding | None:
        """The finding, if it is one."""
        return self.what if isinstance(self.what, Finding) else None

    @property
    def level(self) -> str:
        """How bad it is, in a word: `error` or `warning`."""
        return self.what.severity.name.lower()

    @property
    def _problem(self) -> Problem:
        assert isinstance(self.what, Problem)
        return self.what


class Report(Struct, frozen=True):
    """A file by the name to be shown, how many pairs were compared, and all remarks from top to bottom."""

    file: str
    pairs: int
    remarks: tuple[Remark, ...]

    @property
    def errors(self) -> int:
        """How many remarks are errors."""
        return sum(remark.what.severity is Severity.ERROR for remark in self.remarks)

    @property
    def warnings(self) -> int:
        """How many remarks are warnings."""
        return len(self.remarks) - self.errors


def report_on(
    file: PurePosixPath, pairs: Sequence[TextPair], problems: Iterable[Problem], *, meaning_only: bool = False
) -> Report:
    """Compares the two texts of every pair; `meaning_only` leaves the house style out."""
    remarks = [Remark(problem) for problem in problems]
    for pair in pairs:
        remarks += [Remark(finding, pair) for finding in compare(pair.en, pair.ja, meaning_only=meaning_only)]
    return Report(str(file), len(pairs), tuple(sorted(remarks, key=lambda remark: (remark.line, remark.column))))
