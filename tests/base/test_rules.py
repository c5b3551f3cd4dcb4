"""Every rule is documented, every documented rule is told somewhere, and the examples show what they say."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import taiyaku
from taiyaku.base.locale import Locale
from taiyaku.base.names import is_slug
from taiyaku.base.place import Place
from taiyaku.base.problem import Severity
from taiyaku.base.rules import GroupName, Rule, Words, all_rules
from taiyaku.checks.keys import _ONE
from taiyaku.content.read import SITE
from taiyaku.content.yaml_values import read_yaml
from taiyaku.parity.compare import compare
from taiyaku.parity.finding import Finding

TREES = [ast.parse(path.read_text("utf-8")) for path in sorted(Path(taiyaku.__file__).parent.rglob("*.py"))]
RULE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
RULES = list(all_rules().values())

ELSEWHERE = {"translation-missing", "term-avoided", "style-plain"}
"""Rules about meaning and style that `compare` does not tell of two texts alone."""


def told() -> Iterator[tuple[str, Severity | None]]:
    """Every rule that the source can tell, with its severity where the call itself says both."""
    for tree in TREES:
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            node = rule_of(call)
            match node:
                case None | ast.Attribute(attr="rule"):
                    continue  # what passes a finding on has not chosen its rule
                case ast.Constant(value=str(rule)):
                    yield rule, severity_of(call)
                case _:
                    yield from ((rule, None) for rule in values(node, tree))


def rule_of(call: ast.Call) -> ast.expr | None:
    """What stands as the rule of `Problem(at, rule, …)`, `Finding(rule, …)`, `.tell(rule, …)` or `.warn(rule, …)`."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    position = {"Problem": 1, "Finding": 0, "tell": 0, "warn": 0}.get(name)
    return None if position is None else [*call.args, *(word.value for word in call.keywords)][position]


def values(node: ast.expr, tree: ast.Module) -> Iterator[str]:
    """What an expression may be: itself, either side of a choice; for a name, any id that stands in the module."""
    match node:
        case ast.Constant(value=str(rule)):
            yield rule
        case ast.IfExp(body=body, orelse=orelse):
            yield from values(body, tree)
            yield from values(orelse, tree)
        case ast.JoinedStr():
            assert ast.unparse(node) == "f'{_ONE[kind]}-unknown'"
            yield from (f"{one}-unknown" for one in _ONE.values())
        case _:
            yield from constants(tree)


def constants(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and RULE.fullmatch(node.value):
            yield node.value


def severity_of(call: ast.Call) -> Severity | None:
    """The severity that a call names; an error where it names none; None where it is not fixed."""
    if getattr(call.func, "attr", "") == "warn":
        return Severity.WARNING
    given = [word for word in (*call.args, *(k.value for k in call.keywords)) if "everity" in ast.unparse(word)]
    if not given:
        return Severity.ERROR
    text = ast.unparse(given[0])
    return Severity[text.removeprefix("Severity.")] if text.startswith("Severity.") and " " not in text else None


NO_RULES = {"utf-8", "utf-16", "iso8859-1", "iso8859-15"}
"""What looks like an id in a module whose rules are names, and is none."""


def test_every_rule_that_is_told_is_documented() -> None:
    rules = {rule for rule, _ in told()} - NO_RULES
    assert {"topic-unknown", "field-missing", "json-array", "unit-differs", "number-added", "tmx-syntax"} <= rules
    assert sorted(rules - all_rules().keys()) == []


def test_every_documented_rule_is_told() -> None:
    assert sorted(all_rules().keys() - {rule for rule, _ in told()}) == []


def test_a_rule_is_as_severe_as_it_is_told() -> None:
    severities: dict[str, set[Severity | None]] = {}
    for rule, severity in told():
        severities.setdefault(rule, set()).add(severity)
    fixed = {rule: found for rule, found in severities.items() if None not in found and rule in all_rules()}
    assert len(fixed) > 60
    assert {rule: {all_rules()[rule].severity} for rule in fixed} == fixed


def test_every_group_has_rules_and_every_field_a_text() -> None:
    assert {rule.group.name for rule in RULES} == set(GroupName)
    for rule in RULES:
        assert is_slug(rule.id)
        for words in (rule.title, rule.explanation, rule.group.title, rule.group.about):
            assert all(words[locale].strip() for locale in Locale), rule.id
        assert rule.bad != rule.good
        for example in (rule.bad, rule.good):
            assert bool(example.code) != (example.pair is not None), rule.id


JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


def test_each_text_is_in_its_language() -> None:
    for rule in RULES:
        for words in (rule.title, rule.explanation, rule.group.title, rule.group.about):
            assert JAPANESE.search(words[Locale.JA]), rule.id
    for rule in RULES:
        # A rule about Japanese writing names what it is about.
        if rule.group.name is not GroupName.STYLE and rule.group.name is not GroupName.MEANING:
            assert not JAPANESE.search(rule.title[Locale.EN] + rule.explanation[Locale.EN]), rule.id


def test_an_explanation_is_two_to_five_sentences() -> None:
    for rule in RULES:
        counts = {
            Locale.EN: len(re.findall(r"[.?!](?:\s|$)", rule.explanation[Locale.EN])),
            Locale.JA: rule.explanation[Locale.JA].count("。"),
        }
        assert all(2 <= count <= 5 for count in counts.values()), (rule.id, counts)


def found(words: Words) -> list[Finding]:
    return compare(words[Locale.EN], words[Locale.JA])


COMPARED = [
    rule for rule in RULES if rule.group.name in (GroupName.MEANING, GroupName.STYLE) and rule.id not in ELSEWHERE
]


@pytest.mark.parametrize("rule", COMPARED, ids=lambda rule: rule.id)
def test_the_bad_pair_breaks_its_rule_and_the_good_one_none(rule: Rule) -> None:
    assert rule.bad.pair is not None
    assert rule.good.pair is not None
    bad = [finding.severity for finding in found(rule.bad.pair) if finding.rule == rule.id]
    assert bad
    assert max(bad) is rule.severity
    assert found(rule.good.pair) == []


@pytest.mark.parametrize("rule", ["yaml-syntax", "yaml-construct", "text-cut", "duplicate-key"])
def test_the_bad_yaml_is_refused_and_the_good_is_read(rule: str) -> None:
    bad, good = all_rules()[rule].bad.code, all_rules()[rule].good.code
    assert [problem.rule for problem in read_yaml(bad, Place(SITE))[1]] == [rule]
    assert read_yaml(good, Place(SITE))[1] == []


@pytest.mark.parametrize("rule", [r for r in RULES if r.group.name is GroupName.FIGURES], ids=lambda rule: rule.id)
def test_examples_about_figures_are_yaml(rule: Rule) -> None:
    for example in (rule.bad, rule.good):
        assert isinstance(yaml.safe_load(example.code), (dict, list))


def test_what_may_be_set_aside_is_decided_for_each_group() -> None:
    may = {rule.group.name for rule in RULES if rule.group.may_be_set_aside}
    assert may == {GroupName.MEANING, GroupName.STYLE, GroupName.FIGURES, GroupName.REFERENCES}
