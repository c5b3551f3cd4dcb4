"""Setting a rule aside: a text may be excused from a rule, with the reason; never silently, never for nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from taiyaku.base.names import did_you_mean
from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.base.rules import all_rules
from taiyaku.model.library import Library
from taiyaku.model.walk import owned_labels


@dataclass(frozen=True, slots=True)
class _Excuse:
    """A rule, the text that is excused from it, and where this is said."""

    rule: str
    text: Place
    said: Place

    def covers(self, problem: Problem) -> bool:
        """Whether a problem breaks the rule at the text or inside it."""
        at, path = problem.at, self.text.path
        return problem.rule == self.rule and at.file == self.text.file and at.path[: len(path)] == path


def apply(library: Library, problems: Iterable[Problem]) -> list[Problem]:
    """The problems without those that lie at or inside a text with their rule set aside, and what is wrong with that.

    Bad:  set_aside: [{rule: numbr-differs, why: …}], an unknown rule; a rule that holds everywhere; one not broken here
    Good: set_aside: [{rule: number-differs, why: The document misprints 9.3 as 93; the Japanese gives both.}]
    """
    told, valid, faults = list(problems), [], []
    for each in _excuses(library):
        found = list(_faults(each))
        faults += found
        if not found:
            valid.append(each)
    kept = [problem for problem in told if not any(each.covers(problem) for each in valid)] + faults
    if any(library.broken.values()) or library.incomplete:
        return kept  # what cannot be read may be why nothing is broken here
    return kept + [_unused(each) for each in valid if not any(each.covers(problem) for problem in told)]


def _excuses(library: Library) -> Iterator[_Excuse]:
    for text in owned_labels(library):
        for position, said in enumerate(text.label.set_aside):
            yield _Excuse(said.rule, text.at, text.at / "set_aside" / position)
    for key, work in library.references.items():
        for position, said in enumerate(work.set_aside):
            at = library.place("references", key)
            yield _Excuse(said.rule, at, at / "set_aside" / position)


def _faults(excuse: _Excuse) -> Iterator[Problem]:
    rule = all_rules().get(excuse.rule)
    if rule is None:
        hint = did_you_mean(excuse.rule, all_rules(), "'taiyaku explain' lists the rules")
        yield Problem(excuse.said / "rule", "rule-unknown", f"there is no rule '{excuse.rule}'", hint)
    elif not rule.group.may_be_set_aside:
        message = f"the rule '{excuse.rule}' may not be set aside"
        yield Problem(excuse.said / "rule", "rule-firm", message, f"see 'taiyaku explain {excuse.rule}'")


def _unused(excuse: _Excuse) -> Problem:
    message = f"the rule '{excuse.rule}' is not broken here"
    return Problem(excuse.said, "set-aside-unused", message, "take it out", Severity.WARNING)
