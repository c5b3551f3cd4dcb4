"""A fault in content is an ordinary result: small, complete, and it knows its place."""

from collections.abc import Iterable
from enum import IntEnum

from msgspec import Struct

from taiyaku.base.place import Place


class Severity(IntEnum):
    """How bad: an error stops publication, a warning does not."""

    WARNING = 1
    ERROR = 2


class Problem(Struct, frozen=True):
    """One fault, told once.

    `rule` is the searchable name of what was broken; `message` says what is wrong with the value in quotes; `hint`
    says what to do.
    `also` is the other end of a clash.
    """

    at: Place
    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    also: tuple[Place, ...] = ()


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The same problems sorted by place, rule and message, without repeats: equal on every run."""
    return sorted(set(problems), key=lambda p: (p.at.order, p.rule, p.message, p.hint, [o.order for o in p.also]))


def stops_build(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems forbids publication."""
    return any(p.severity is Severity.ERROR for p in problems)
