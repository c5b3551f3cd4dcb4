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


def test_a_macro_takes_its_values_by_place_or_name_and_knows_what_stands_for_those_that_are_missing() -> None:
    macro = "{% macro named(name, level=2, end='.') %}{{ name }}{{ level }}{{ end }}{% endmacro %}"
    calls = "{{ named('a') }} {{ named('b', end='!') }} {{ named(level=3, name='c') }} {{ named(*'d1-') }}"
    assert rendered(macro + calls) == "a2. b2! c3. d1-"


@pytest.mark.parametrize("call", ["named('a', 'b')", "named('a', name='b')", "named(size=1)"])
def test_a_macro_takes_each_of_its_own_values_once(call: str) -> None:
    with pytest.raises(UndefinedError, match=r"macro 'named' takes \(name\)"):
        rendered("{% macro named(name) %}{{ name }}{% endmacro %}{{ " + call + " }}")


def test_what_a_macro_was_not_given_is_undefined() -> None:
    with pytest.raises(UndefinedError, match="parameter 'name' was not provided"):
        rendered("{% macro named(name) %}{{ name }}{% endmacro %}{{ named() }}")


def test_a_macro_returns_html_which_is_not_escaped_again() -> None:
    macro = "{% macro bold(text) %}<b>{{ text }}</b>{% endmacro %}"
    assert rendered(macro + "{% set word = bold('&') %}{{ word }}{{ word | striptags }}") == "<b>&amp;</b>&amp;"


def test_a_template_may_ask_whether_there_is_an_attribute_or_an_item() -> None:
    asked = "{{ text.nosuch is defined }}{{ text.nosuch | default('-') }}{{ words.nosuch is undefined }}"
    assert rendered(asked, text="a", words={}) == "False-True"


def test_a_name_of_ours_to_which_a_template_gives_a_meaning_is_the_template_s() -> None:
    assert rendered("{% set root = 'a' %}{% for entry in 'bc' %}{{ root }}{{ entry }}{% endfor %}") == "abac"
    assert rendered("{% macro inline(text) %}[{{ text }}]{% endmacro %}{{ inline('a') }}") == "[a]"
