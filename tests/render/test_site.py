from collections.abc import Callable

import pytest

from taiyaku.app.build import assemble
from tests.conftest import Files

Edit = Callable[[str, str, str], None]


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (
            "<h1>{{ inline(view.name, terms=False) }}",
            "<h1>{{ view.nmae }}",
            6,
            "has no attribute 'nmae' (met on en/topics/anaemia",
        ),
        ('{% extends "base.html" %}', '{% extends "bsae.html" %}', 1, "bsae.html (met on en/topics/anaemia"),
    ],
)
def test_a_fault_that_shows_while_rendering_is_told_once_with_its_line(
    small: Files, edit: Edit, old: str, new: str, line: int, message: str
) -> None:
    edit("templates/subject.html", old, new)
    built = assemble(small)
    assert built.files == {}
    errors = [p for p in built.problems if p.rule == "template-error"]
    assert [(str(p.at.file), p.at.line) for p in errors] == [("templates/subject.html", line)]
    assert message in errors[0].message
