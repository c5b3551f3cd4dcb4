"""Reports for the tests of how they are written."""

from pathlib import PurePosixPath

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.exchange.pair import TextPair
from taiyaku.exchange.report import Remark, Report
from taiyaku.parity.finding import Finding

PAIR = TextPair("p1", "Median OS was 9.3 months.", "OS中央値は93か月であった。", 3)
FINDING = Finding("number-differs", "9.3 is not 93", (14, 17), (6, 8), "write the same figure")
PROBLEM = Problem(Place(PurePosixPath("a.jsonl"), (), 5, 2), "json-syntax", "this is not JSON")


def report(*remarks: Remark, file: str = "a.jsonl") -> Report:
    """A report of these remarks on one pair."""
    return Report(file, 1, remarks)


def finding(message: str = "m", severity: Severity = Severity.ERROR, hint: str = "") -> Finding:
    """A finding without a place in either text."""
    return Finding("term-differs", message, None, None, hint, severity)
