from pathlib import PurePosixPath

import pytest

from taiyaku.render.compiling import compiled
from taiyaku.render.environment import template_texts

BASE = "<title>{% block title %}{% endblock %}</title>\n"


def faults(*templates: str) -> list[tuple[str, int, str, str]]:
    """File, line, rule and message of every template that does not compile; the first is called a.html."""
    texts = {f"{name}.html": text for name, text in zip("abc", templates, strict=False)}
    problems = compiled(texts).problems
    return [(str(p.at.file), p.at.line, p.rule, p.message) for p in problems]


@pytest.mark.parametrize(
    ("template", "line", "message"),
    [
        ("<p>\n{{ page | nosuch }}", 2, "No filter named 'nosuch'."),
        ("{{ page is nosuch }}", 1, "No test named 'nosuch'."),
        ("\n\n{% nosuch %}", 3, "Encountered unknown tag 'nosuch'."),
        ("\n{% if %}", 2, "Expected an expression, got 'end of statement block'"),
        ("<p>\n{{ page", 2, "unexpected end of template, expected 'end of print statement'."),
        ("{% block a %}{% endblock %}\n{% block a %}{% endblock %}", 2, "block 'a' defined twice"),
    ],
)
def test_a_template_that_does_not_compile_is_told_with_its_line(template: str, line: int, message: str) -> None:
    assert faults(template) == [("templates/a.html", line, "template-syntax", message)]


def test_every_template_that_does_not_compile_is_told() -> None:
    assert [file for file, *_ in faults("{{ a | x }}", BASE, "{% b %}")] == ["templates/a.html", "templates/c.html"]


@pytest.mark.parametrize("name", ["number", "day", "partial_date", "raised", "plain", "authors", "in_full", "listing"])
def test_the_filters_of_ours_are_known(name: str) -> None:
    assert faults(f"{{{{ page | {name} | upper }}}}") == []


def test_a_name_that_nobody_gives_is_no_fault_of_syntax() -> None:
    assert faults("{{ nosuch }}", "{% extends 'nosuch.html' %}") == []


def test_templates_are_named_as_they_name_each_other() -> None:
    files = {
        PurePosixPath("templates/home.html"): b"<p>",
        PurePosixPath("templates/parts/head.html"): "癌".encode(),
        PurePosixPath("templates/assets/site.css"): b"\xff",
        PurePosixPath("content/pages/about.html"): b"",
    }
    assert template_texts(files) == ({"home.html": "<p>", "parts/head.html": "癌"}, [])


def test_a_template_that_is_not_utf_8_is_told_and_the_others_are_read() -> None:
    files = {PurePosixPath("templates/a.html"): b"<p>\n\xe9</p>", PurePosixPath("templates/b.html"): b"<p>"}
    texts, [problem] = template_texts(files)
    assert texts["b.html"] == "<p>"
    assert (str(problem.at.file), problem.at.line, problem.at.column) == ("templates/a.html", 2, 1)
    assert (problem.rule, problem.message) == ("not-utf-8", "byte 0xE9 is not UTF-8")


def test_a_byte_order_mark_is_no_part_of_a_template() -> None:
    assert template_texts({PurePosixPath("templates/a.html"): b"\xef\xbb\xbf<p>"}) == ({"a.html": "<p>"}, [])
