"""The rules: what each one promises, why, and what to do. One text for the terminal, the site and other programs.

Their texts stand in `data/`, a file for each group. An id is what a `Problem` or a finding carries as its `rule`.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml
from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.base.problem import Severity

Words = Mapping[Locale, str]
"""A text in both languages."""


class GroupName(StrEnum):
    """What a rule is about, in the order in which rules are listed."""

    MEANING = "meaning"
    STYLE = "style"
    FIGURES = "figures"
    CONTENT = "content"
    REFERENCES = "references"
    REVIEW = "review"
    READING = "reading"
    IMPORT = "import"
    INTERFACE = "interface"


class Group(Struct, frozen=True):
    """Rules of one kind; `may_be_set_aside` tells whether a text may be excused from them."""

    name: GroupName
    title: Words
    about: Words
    may_be_set_aside: bool


class Example(Struct, frozen=True):
    """What breaks a rule, or keeps it: a pair of texts, or `code`, a piece of a file."""

    pair: Words | None = None
    code: str = ""


class Rule(Struct, frozen=True):
    """A rule by its id; `severity` is the worst that a problem with this rule can be."""

    id: str
    group: Group
    severity: Severity
    title: Words
    explanation: Words
    bad: Example
    good: Example


@cache
def all_rules() -> Mapping[str, Rule]:
    """Every rule by its id, group by group."""
    rules: dict[str, Rule] = {}
    for name in GroupName:
        # The C loader: it reads the files in a tenth of the time.
        record = yaml.load(_text(name), Loader=yaml.CSafeLoader)
        group = Group(name, _words(record["title"]), _words(record["about"]), record["set_aside"])
        rules |= {rule: _rule(rule, group, fields) for rule, fields in record["rules"].items()}
    return MappingProxyType(rules)


def _text(name: GroupName) -> str:
    return files("taiyaku.base").joinpath("data", f"{name}.yaml").read_text("utf-8")


def _rule(name: str, group: Group, fields: Mapping[str, Any]) -> Rule:
    return Rule(
        name,
        group,
        Severity[fields["severity"].upper()],
        _words(fields["title"]),
        _words(fields["explanation"]),
        _example(fields["bad"]),
        _example(fields["good"]),
    )


def _words(given: Mapping[str, str]) -> Words:
    return MappingProxyType({locale: given[locale.value] for locale in Locale})


def _example(given: Mapping[str, str] | str) -> Example:
    return Example(code=given.rstrip("\n")) if isinstance(given, str) else Example(_words(given))
