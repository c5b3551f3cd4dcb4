import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from taiyaku.render.calling import written
from tests.render.test_messages import written as rendered


@pytest.mark.parametrize(("value", "html"), [("a & b", "a &amp; b"), (Markup("<i>"), "<i>"), (7, "7"), (None, "None")])
def test_what_is_html_stays_and_all_else_is_escaped(value: object, html: str) -> None:
    assert written(value) == html
    assert rendered("{{ value }}", value=value) == html


def test_functions_and_macros_are_called_with_what_the_template_gives() -> None:
    macros = "{% macro twice(text) %}{{ text }}{{ text }}{% endmacro %}"
    loop = "{% for each in names %}{{ twice(each) }}{{ shown(each, end='.') }}{% endfor %}"
    call = "{% macro around() %}<{{ caller() }}>{% endmacro %}{% call around() %}{{ '<' }}{% endcall %}"
    found = rendered(macros + loop + call, names="ab", shown=lambda text, end: f"({text}{end})")
    assert found == "aa(a.)bb(b.)<&lt;>"


def test_a_name_that_nobody_gives_cannot_be_called() -> None:
    with pytest.raises(UndefinedError, match="'nosuch' is undefined"):
        rendered("{{ nosuch() }}")
