from collections.abc import Callable

import pytest

from taiyaku.app.build import assemble
from taiyaku.base.rules import all_rules
from tests.checks.told import OWN, SOURCE, TOPICS, Edit, Tell, Told, told
from tests.conftest import Files

GIVE = "en: Give iron."
GIVEN = f"{SOURCE}:recommendations[0]"
RADICAL = (SOURCE, "ja: 鉄剤を投与する。", "ja: 鉄剤を投⼊する。")


def aside(rule: str, why: str = "A reason.") -> Edit:
    return SOURCE, GIVE, f"set_aside: [{{rule: {rule}, why: {why}}}]\n    {GIVE}"


def at_rule(number: int = 0) -> str:
    return f"{GIVEN}.set_aside[{number}].rule"


def unused(place: str, rule: str) -> Told:
    return place, "set-aside-unused (warning)", f"the rule '{rule}' is not broken here", "take it out"


def test_a_rule_that_is_set_aside_is_not_told_there(tell: Tell) -> None:
    assert [problem[:2] for problem in tell(RADICAL)] == [(f"{GIVEN}.ja", "character-unsound")]
    assert tell(aside("character-unsound")) == []


def test_a_rule_is_set_aside_for_what_lies_inside_a_text(tell: Tell) -> None:
    assert (
        tell((SOURCE, "population: {en: Adults, ja: 成人}", "population: {ja: 成人}"), aside("translation-missing"))
        == []
    )


def test_a_rule_that_is_set_aside_holds_everywhere_else(tell: Tell) -> None:
    elsewhere = (TOPICS, "{en: Anaemia, ja: 貧血}", "{en: Anaemia}")
    assert [problem[:2] for problem in tell(elsewhere, aside("translation-missing"))] == [
        (f"{GIVEN}.set_aside[0]", "set-aside-unused (warning)"),
        (f"{TOPICS}:anaemia.name", "translation-missing (warning)"),
    ]


def test_only_the_rule_that_is_named_is_set_aside(tell: Tell) -> None:
    assert [problem[:2] for problem in tell(RADICAL, aside("citation-lost"))] == [
        (f"{GIVEN}.ja", "character-unsound"),
        (f"{GIVEN}.set_aside[0]", "set-aside-unused (warning)"),
    ]


def test_setting_aside_what_is_not_broken_is_a_warning(tell: Tell) -> None:
    assert tell(aside("citation-lost")) == [unused(f"{GIVEN}.set_aside[0]", "citation-lost")]


def test_while_a_file_cannot_be_read_nothing_is_called_unused(tell: Tell) -> None:
    problems = tell((TOPICS, "name: {en: Anaemia", "nam: {en: Anaemia"), aside("citation-lost"))
    assert {rule for _, rule, *_ in problems} == {"field-unknown"}


@pytest.mark.parametrize(
    ("rule", "hint"),
    [
        ("citation-lots", "did you mean 'citation-lost'?"),
        ("everything", "'taiyaku explain' lists the rules"),
    ],
)
def test_an_unknown_rule_cannot_be_set_aside(tell: Tell, rule: str, hint: str) -> None:
    assert tell(aside(rule)) == [(at_rule(), "rule-unknown", f"there is no rule '{rule}'", hint)]


@pytest.mark.parametrize("rule", ["work-unknown", "field-missing", "link-dead", "set-aside-unused", "rule-firm"])
def test_a_rule_that_holds_everywhere_cannot_be_set_aside(tell: Tell, rule: str) -> None:
    message, hint = f"the rule '{rule}' may not be set aside", f"see 'taiyaku explain {rule}'"
    assert tell(aside(rule)) == [(at_rule(), "rule-firm", message, hint)]


def test_a_rule_that_holds_everywhere_is_told_all_the_same(tell: Tell) -> None:
    cited = (SOURCE, "ja: 鉄剤を投与する。", "ja: '鉄剤を投与する[@reo-2019]。'")
    problems = tell(cited, aside("work-unknown"))
    assert sorted(rule for _, rule, *_ in problems) == ["rule-firm", "work-unknown"]


@pytest.mark.parametrize("rule", [rule.id for rule in all_rules().values() if rule.group.may_be_set_aside])
def test_every_rule_that_may_be_set_aside_can_be_named(
    small: Files, edit: Callable[[str, str, str], None], rule: str
) -> None:
    edit(*aside(rule))
    found = [told(problem) for problem in assemble(small).problems]
    assert sorted(found) == sorted([OWN, unused(f"{GIVEN}.set_aside[0]", rule)])
