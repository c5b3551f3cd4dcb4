from pathlib import PurePosixPath

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity, in_order, stops_build

A = Place(PurePosixPath("a.yaml"))
B = Place(PurePosixPath("b.yaml"))


def test_a_problem_is_an_error_unless_it_is_called_a_warning() -> None:
    assert Problem(A, "file-empty", "the file is empty").severity is Severity.ERROR


def test_an_error_is_worse_than_a_warning() -> None:
    assert Severity.ERROR > Severity.WARNING


def test_problems_are_told_by_place_then_rule_then_message() -> None:
    told = [Problem(B, "a", "1"), Problem(A / "x", "a", "1"), Problem(A, "b", "1"), Problem(A, "a", "2")]
    first = Problem(A, "a", "1")
    assert in_order([*told, first]) == [first, told[3], told[2], told[1], told[0]]


def test_a_problem_is_told_once() -> None:
    assert in_order([Problem(A, "a", "1"), Problem(A, "a", "1")]) == [Problem(A, "a", "1")]


def test_the_same_rule_at_two_places_is_told_twice() -> None:
    assert len(in_order([Problem(A / "x", "a", "1"), Problem(A / "y", "a", "1")])) == 2


def test_problems_that_differ_only_in_their_hint_have_one_order_too() -> None:
    told = [Problem(A, "a", "1", hint=f"hint {n:02}") for n in range(40)]
    assert in_order(told) == in_order(reversed(told))


def test_problems_that_differ_only_in_the_other_end_have_one_order_too() -> None:
    told = [Problem(A, "a", "1", also=(B / n,)) for n in range(40)]
    assert in_order(told) == in_order(reversed(told))


def test_no_problem_lets_the_site_be_published() -> None:
    assert not stops_build([])


def test_a_warning_lets_the_site_be_published() -> None:
    assert not stops_build([Problem(A, "file-stray", "nothing reads this file", severity=Severity.WARNING)])


def test_one_error_among_warnings_stops_the_build() -> None:
    warning = Problem(A, "file-stray", "nothing reads this file", severity=Severity.WARNING)
    assert stops_build([warning, Problem(B, "file-empty", "the file is empty")])
