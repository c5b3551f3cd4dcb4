"""What holds of the checks as such: they say what is bad and good, none is forgotten, each is tried."""

import ast
import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import get_type_hints

import pytest

import taiyaku
from taiyaku import checks
from taiyaku.base.problem import Problem
from taiyaku.checks.every import ALL, Check
from taiyaku.checks.keys import _ONE
from taiyaku.model.library import Library

SOURCES = sorted(Path(taiyaku.__file__).parent.rglob("*.py"))
TESTS = sorted(path for path in Path(__file__).parents[1].rglob("*.py") if path != Path(__file__))
RULE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.__name__)
def test_a_check_says_what_is_bad_and_what_is_good(check: Check) -> None:
    lines = [line.strip() for line in inspect.getdoc(check).splitlines()]  # type: ignore[union-attr]
    assert sum(line.startswith("Bad: ") for line in lines) == 1
    assert sum(line.startswith("Good: ") for line in lines) == 1


def test_no_check_is_forgotten_and_none_stands_twice() -> None:
    found = [check for module in pkgutil.iter_modules(checks.__path__) for check in _checks_in(module.name)]
    assert sorted(check.__name__ for check in found) == sorted(check.__name__ for check in ALL)
    assert set(found) == set(ALL)


def _checks_in(module_name: str) -> Iterator[Check]:
    module = import_module(f"taiyaku.checks.{module_name}")
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and not name.startswith("_"):
            hints = get_type_hints(function)
            if hints == {"library": Library, "return": Iterator[Problem]}:
                yield function


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.__name__)
def test_a_check_has_a_good_and_a_bad_case(check: Check) -> None:
    tests = "\n".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert f"def test_good_{check.__name__}" in tests
    assert f"def test_bad_{check.__name__}" in tests


def test_every_rule_is_expected_by_a_test() -> None:
    rules = {rule for path in SOURCES for rule in _rules_of(ast.parse(path.read_text("utf-8")))}
    assert {"topic-unknown", "field-missing", "file-stray", "template-syntax", "address-twice"} <= rules
    expected = {word for path in TESTS for word in _words_of(ast.parse(path.read_text("utf-8")))}
    assert sorted(rules - expected) == []


def _rules_of(tree: ast.Module) -> Iterator[str]:
    """The second argument of every `Problem(…)`; where it is a name, the beginnings of the module's tuples."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
            rule = node.args[1]
            if isinstance(rule, ast.Constant):
                yield str(rule.value)
            elif isinstance(rule, ast.JoinedStr):
                yield from (f"{one}-unknown" for one in _ONE.values())
            else:
                yield from _beginnings(tree)


def _beginnings(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        first = node.elts[0] if isinstance(node, ast.Tuple) and node.elts else None
        if isinstance(first, ast.Constant) and RULE.fullmatch(str(first.value)):
            yield str(first.value)


def _words_of(tree: ast.Module) -> Iterator[str]:
    """The rules that the strings of a test module may name: `rule` or `[rule]`; a docstring names none."""
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings:
            yield from RULE.findall(node.value)
        elif isinstance(node, ast.JoinedStr) and ast.unparse(node).endswith("}-unknown'"):
            yield from _unknown_kinds(tree)


def _unknown_kinds(tree: ast.Module) -> Iterator[str]:
    """Where a test writes `f"{kind}-unknown"`, the kinds that its strings name."""
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    yield from (f"{kind}-unknown" for kind in _ONE.values() if kind in texts)
