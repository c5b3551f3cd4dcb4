"""Setting a rule aside: a text may be excused from a rule, with the reason; never silently, never for nothing."""

from collections.abc import Iterable, Iterator

from taiyaku.base.names import did_you_mean
from taiyaku.base.problem import Problem, Severity
from taiyaku.base.rules import all_rules
from taiyaku.model.walk import Aside


def apply(asides: Iterable[Aside], problems: Iterable[Problem], *, all_read: bool) -> list[Problem]:
    """The problems without those that lie at or inside a text with their rule set aside, and what is wrong with that.

    Where not everything could be read, nobody is told that a rule is set aside for nothing.

    Bad:  set_aside: [{rule: numbr-differs, why: …}], an unknown rule; a rule that holds everywhere; one not broken here
    Good: set_aside: [{rule: number-differs, why: The document misprints 9.3 as 93; the Japanese gives both.}]
    """
    told, valid, faults = list(problems), [], []
    for each in asides:
        found = list(_faults(each))
        faults += found
        if not found:
            valid.append(each)
    kept = [problem for problem in told if not any(_covers(each, problem) for each in valid)] + faults
    if not all_read:
        return kept  # what cannot be read may be why nothing is broken here
    return kept + [_unused(each) for each in valid if not any(_covers(each, problem) for problem in told)]


def _covers(aside: Aside, problem: Problem) -> bool:
    """Whether a problem breaks the rule at the text or inside it."""
    at, text = problem.at, aside.text.at
    return problem.rule == aside.said.rule and at.file == text.file and at.path[: len(text.path)] == text.path


def _faults(aside: Aside) -> Iterator[Problem]:
    name = aside.said.rule
    rule = all_rules().get(name)
    if rule is None:
        hint = did_you_mean(name, all_rules(), "'taiyaku explain' lists the rules")
        yield Problem(aside.at / "rule", "rule-unknown", f"there is no rule '{name}'", hint)
    elif not rule.group.may_be_set_aside:
        message = f"the rule '{name}' may not be set aside"
        yield Problem(aside.at / "rule", "rule-firm", message, f"see 'taiyaku explain {name}'")


def _unused(aside: Aside) -> Problem:
    message = f"the rule '{aside.said.rule}' is not broken here"
    return Problem(aside.at, "set-aside-unused", message, "take it out", Severity.WARNING)
