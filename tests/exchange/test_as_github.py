from msgspec.structs import replace

from taiyaku.base.place import Place
from taiyaku.base.problem import Severity
from taiyaku.exchange.as_github import as_github
from taiyaku.exchange.report import Remark
from tests.exchange.reports import FINDING, PAIR, PROBLEM, finding, report


def test_each_remark_is_one_command() -> None:
    warning = Remark(finding("w", Severity.WARNING), PAIR)
    assert as_github(report(Remark(FINDING, PAIR), Remark(PROBLEM), warning)).splitlines() == [
        "::error file=a.jsonl,line=3,title=number-differs::[p1] 9.3 is not 93%0Ahint: write the same figure",
        "::error file=a.jsonl,line=5,col=2,title=json-syntax::this is not JSON",
        "::warning file=a.jsonl,line=3,title=term-differs::[p1] w",
    ]


def test_no_text_can_end_a_command_or_begin_another() -> None:
    hostile = Remark(finding("100%\r\n::error::x, y: z\ud800"), replace(PAIR, id="a\n::b"))
    assert as_github(report(hostile, file="a,b:c%.po")) == (
        "::error file=a%2Cb%3Ac%25.po,line=3,title=term-differs::[a␊::b] 100%25␍␊::error::x, y: z\ufffd\n"
    )


def test_a_problem_of_the_whole_file_has_no_line() -> None:
    whole = Remark(replace(PROBLEM, at=Place(PROBLEM.at.file)))
    assert as_github(report(whole)) == "::error file=a.jsonl,title=json-syntax::this is not JSON\n"


def test_nothing_that_steers_a_terminal_is_written() -> None:
    hostile = Remark(finding("\x1b[31mred\u202e"), replace(PAIR, id="\x1b]0;x\x07"))
    assert not {"\x1b", "\x07", "\u202e"} & set(as_github(report(hostile)))
