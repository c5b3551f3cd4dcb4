import subprocess
import sys
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.place import Place
from taiyaku.content.locate import locate
from taiyaku.content.yaml_values import PlainValue, read_yaml

FILE = Place(PurePosixPath("content/sources/a.yaml"))
TEXT = """\
# a comment
kind: review
title: {en: Title, ja: 題名}
abstract:
  results:
    - en: One.
      ja: 一。
    -   en: Two.
        figures: [os, "p"]
topics:
- a
- b
"""
Path = tuple[str | int, ...]


def at(*path: str | int) -> Place:
    return Place(FILE.file, path)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("kind",), 2, 1),
        (("title", "en"), 3, 9),
        (("title", "ja"), 3, 20),
        (("abstract",), 4, 1),
        (("abstract", "results"), 5, 3),
        (("abstract", "results", 0), 6, 7),
        (("abstract", "results", 0, "ja"), 7, 7),
        (("abstract", "results", 1), 8, 9),
        (("abstract", "results", 1, "figures", 1), 9, 23),
        (("topics", 1), 12, 3),
    ],
)
def test_a_field_is_found_at_its_name_and_an_item_where_it_begins(path: Path, line: int, column: int) -> None:
    assert locate(TEXT, at(*path)) == (line, column)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("title", "fr"), 3, 1),
        (("abstract", "results", 1, "ja"), 8, 9),
        (("abstract", "methods", 0, "en"), 4, 1),
        (("abstract", "results", 7, "en"), 5, 3),
        (("kind", "deeper"), 2, 1),
        (("kind", 0), 2, 1),
        (("topics", "a"), 10, 1),
        (("title", 0), 3, 1),
    ],
)
def test_of_a_missing_field_the_last_step_that_exists_is_meant(path: Path, line: int, column: int) -> None:
    assert locate(TEXT, at(*path)) == (line, column)


@pytest.mark.parametrize("path", [("takeaway",), (0,), ("takeaway", "en")])
def test_where_nothing_of_the_path_exists_the_top_of_the_file_is_meant(path: Path) -> None:
    assert locate(TEXT, at(*path)) == (1, 1)


def test_the_whole_file_has_no_line() -> None:
    assert locate(TEXT, at()) == (0, 0)


def test_a_line_that_is_known_is_believed() -> None:
    assert locate(TEXT, Place(FILE.file, ("kind",), 7, 3)) == (7, 3)
    assert locate("", Place(FILE.file, (), 7, 3)) == (7, 3)


@pytest.mark.parametrize("text", ["", "# nothing", "a: [", "a: b: c", "a: \x00", "a: 1\n---\nb: 2", "[" * 1000])
def test_in_a_file_that_cannot_be_read_no_line_is_known(text: str) -> None:
    assert locate(text, at("a")) == (0, 0)


@pytest.mark.parametrize(
    ("text", "path", "line", "column"),
    [
        ("a: 1\na: 2\n", ("a",), 1, 1),
        ("? [x]\n: 1\na: 2\n", ("a",), 3, 1),
        ("1: x\n007: y\n", ("007",), 2, 1),
        ("'no': x\n", ("no",), 1, 1),
        ("a: &x [*x]\n", ("a", 0, 0, 0), 1, 4),
        ("a: 1\r\nb: 2\r\n", ("b",), 2, 1),
        ("癌: {癌癌: 1, b: 2}\n", ("癌", "b"), 1, 12),
    ],
)
def test_odd_files_have_places_too(text: str, path: Path, line: int, column: int) -> None:
    assert locate(text, at(*path)) == (line, column)


DEEP = """
from pathlib import PurePosixPath
from taiyaku.base.place import Place
from taiyaku.content.locate import locate
print(locate("a: 1\\na: 2\\nb: " + "[" * 100_000, Place(PurePosixPath("a.yaml"), ("a",))))
"""


def test_a_file_that_is_nested_without_end_does_no_harm() -> None:
    """Runs in a process of its own: overflowing the stack would take the whole run with it."""
    done = subprocess.run([sys.executable, "-c", DEEP], capture_output=True, text=True, check=False)  # noqa: S603
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout in {"(0, 0)\n", "(1, 1)\n"}


def paths(value: PlainValue, path: Path = ()) -> Iterator[Path]:
    """The path of every field and item of a value."""
    inner: list[tuple[str | int, PlainValue]] = []
    if isinstance(value, dict):
        inner += value.items()
    elif isinstance(value, list):
        inner += enumerate(value)
    for step, item in inner:
        yield (*path, step)
        yield from paths(item, (*path, step))


@settings(max_examples=200, derandomize=True)
@given(st.text(alphabet="ab: -\n[]{},'\"", max_size=30))
def test_whatever_can_be_read_can_be_located(text: str) -> None:
    value, _ = read_yaml(text, FILE)
    for path in paths(value):
        line, column = locate(text, at(*path))
        assert 1 <= line <= text.count("\n") + 1
        assert column >= 1


@settings(max_examples=150, derandomize=True)
@given(st.text(), st.lists(st.text(max_size=2) | st.integers(0, 3), max_size=3))
def test_any_place_in_any_text_can_be_asked_for(text: str, path: list[str | int]) -> None:
    line, column = locate(text, at(*path))
    assert (line == 0) == (column == 0)
