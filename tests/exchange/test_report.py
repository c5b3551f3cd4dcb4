from pathlib import PurePosixPath

import pytest

from taiyaku.base.problem import Severity
from taiyaku.exchange import report as module
from taiyaku.exchange.pair import TextPair
from taiyaku.exchange.report import report_on
from taiyaku.parity.finding import Finding
from tests.exchange.reports import PROBLEM, finding

FILE = PurePosixPath("a.jsonl")
PAIRS = [TextPair("late", "b", "い", 9), TextPair("early", "a", "あ", 2)]


def fake(en: str, ja: str, *, meaning_only: bool = False) -> list[Finding]:
    style = finding(f"style of {en} {ja}", Severity.WARNING)
    return [finding(f"meaning of {en} {ja}")] + ([] if meaning_only else [style])


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "compare", fake)


def test_problems_and_findings_are_told_from_top_to_bottom() -> None:
    report = report_on(FILE, PAIRS, [PROBLEM])
    assert [(r.line, r.column, r.what.message, r.level) for r in report.remarks] == [
        (2, 0, "meaning of a あ", "error"),
        (2, 0, "style of a あ", "warning"),
        (5, 2, "this is not JSON", "error"),
        (9, 0, "meaning of b い", "error"),
        (9, 0, "style of b い", "warning"),
    ]
    assert (report.file, report.pairs, report.errors, report.warnings) == ("a.jsonl", 2, 3, 2)


def test_the_house_style_can_be_left_out() -> None:
    report = report_on(FILE, PAIRS, [], meaning_only=True)
    assert (report.errors, report.warnings) == (2, 0)


def test_a_remark_on_a_pair_has_the_pair_and_a_problem_has_none() -> None:
    first, *_, last = report_on(FILE, PAIRS[:1], [PROBLEM]).remarks
    assert (first.pair, first.finding) == (None, None)
    assert last.pair == PAIRS[0]
    assert last.finding == last.what
