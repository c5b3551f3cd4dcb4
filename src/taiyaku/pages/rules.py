"""The page of the rules: what every text is checked against, from the same words that the terminal shows."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.base.rules import Example, Rule, Words, all_rules
from taiyaku.pages.desk import Desk
from taiyaku.pages.route import Route
from taiyaku.pages.view import Page, Text, in_its_language

Sample = tuple[Text, ...]
"""An example as it is shown: the two texts of a pair, or one piece of a file. None of it is markup."""


class RuleView(Struct, frozen=True):
    """A rule; `severity` is `error` or `warning`."""

    id: str
    severity: str
    title: Text
    explanation: Text
    bad: Sample
    good: Sample


class RuleGroup(Struct, frozen=True):
    """Rules of one kind; `key` is the end of the heading's id."""

    key: str
    title: Text
    about: Text
    rules: tuple[RuleView, ...]


RULES = ("status", "rules")
"""Where the page stands."""


def plan_rules(desk: Desk) -> Iterator[Page]:
    """The page of the rules; each rule has its id as its anchor."""
    view = tuple(
        RuleGroup(
            group.name.value,
            Text(group.title[desk.locale], desk.locale),
            Text(group.about[desk.locale], desk.locale),
            tuple(_rule(rule, desk.locale) for rule in rules),
        )
        for group, rules in groupby(all_rules().values(), key=lambda rule: rule.group)
    )
    yield Page(Route(desk.locale, RULES), "rules.html", Text("", desk.locale), view, desk.library.place("site", "site"))


def _rule(rule: Rule, locale: Locale) -> RuleView:
    return RuleView(
        rule.id,
        rule.severity.name.lower(),
        Text(rule.title[locale], locale),
        Text(rule.explanation[locale], locale),
        _sample(rule.bad),
        _sample(rule.good),
    )


def _sample(example: Example) -> Sample:
    return _pair(example.pair) if example.pair else (in_its_language(example.code),)


def _pair(words: Words) -> Sample:
    return tuple(Text(words[locale], locale) for locale in Locale)
