from pathlib import PurePosixPath

from taiyaku.app.report import lines_of
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity

FILE = PurePosixPath("content/sources/a.yaml")
TEXT = "title:\n  en: Survival\n  ja: 生存\nlong: " + "x" * 200 + "\n"


def told(*problems: Problem) -> list[str]:
    return list(lines_of(problems, {FILE: TEXT.encode()}))


def test_a_problem_is_told_with_place_line_and_hint() -> None:
    problem = Problem(
        Place(FILE, ("title", "ja")), "figure-unstated", "does not state '9.3'", "state it", Severity.ERROR
    )
    assert told(problem) == [
        "content/sources/a.yaml:3:3: error: title.ja: does not state '9.3' [figure-unstated]",
        "        3 |   ja: 生存",
        "    hint: state it",
        "1 error, 0 warnings",
    ]


def test_the_other_end_of_a_clash_is_told() -> None:
    problem = Problem(Place(FILE, ("long",)), "id-twice", "twice", also=(Place(FILE, ("title", "en")),))
    assert told(problem)[2:] == ["    see also: content/sources/a.yaml:2:3", "1 error, 0 warnings"]


def test_a_long_line_is_cut() -> None:
    told_line = told(Problem(Place(FILE, ("long",)), "x", "y"))[1]
    assert len(told_line) < 120
    assert told_line.endswith("…")


def test_a_file_that_cannot_be_read_has_no_line() -> None:
    problem = Problem(Place(PurePosixPath("seeds")), "folder-missing", "missing", severity=Severity.WARNING)
    assert told(problem) == ["seeds: warning: missing [folder-missing]", "0 errors, 1 warning"]
