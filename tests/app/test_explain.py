import pytest
from click.testing import CliRunner, Result

from taiyaku.app.cli import main
from taiyaku.base.locale import Locale
from taiyaku.base.rules import all_rules


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


def test_a_rule_is_explained_with_what_breaks_and_what_keeps_it() -> None:
    rule = all_rules()["number-differs"]
    result = run("number-differs")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "number-differs · error · Meaning",
        "A number is the same in both languages",
        "",
        rule.explanation[Locale.EN],
        "May be set aside in one place, with the reason.",
        "",
        "Breaks the rule:",
        "  en: Median overall survival was 9.3 months.",
        "  ja: 全生存期間の中央値は93か月であった。",
        "",
        "Keeps the rule:",
        "  en: Median overall survival was 9.3 months.",
        "  ja: 全生存期間の中央値は9.3か月であった。",
    ]


def test_a_piece_of_a_file_is_shown_line_by_line() -> None:
    assert run("duplicate-key").output.splitlines()[-5:] == [
        "  seed: ng-2025",
        "  seed: ng-2024",
        "",
        "Keeps the rule:",
        "  seed: ng-2025",
    ]


@pytest.mark.parametrize("rule", all_rules())
def test_every_rule_is_explained_in_japanese(rule: str) -> None:
    lines = run(rule, "--locale", "ja").output.splitlines()
    assert lines[0].split(" · ") == [
        rule,
        {"ERROR": "エラー", "WARNING": "警告"}[all_rules()[rule].severity.name],
        all_rules()[rule].group.title[Locale.JA],
    ]
    firm = "常に適用します。例外とすることはできません。"
    assert (lines[4] == firm) is not all_rules()[rule].group.may_be_set_aside


@pytest.mark.parametrize("locale", Locale)
def test_without_a_rule_all_are_listed_by_group(locale: Locale) -> None:
    result = run("--locale", locale.value)
    assert result.exit_code == 0
    groups = [part.splitlines() for part in result.output.split("\n\n")]
    assert [lines[0] for lines in groups] == list(
        dict.fromkeys(rule.group.title[locale] for rule in all_rules().values())
    )
    assert [line.split()[0] for lines in groups for line in lines[1:]] == list(all_rules())


@pytest.mark.parametrize(
    ("name", "hint"),
    [("numbr-differs", "did you mean 'number-differs'?"), ("everything", "'taiyaku explain' lists them")],
)
def test_an_unknown_rule_is_wrong_use(name: str, hint: str) -> None:
    result = run(name)
    assert result.exit_code == 2
    assert f"there is no rule '{name}'; {hint}" in result.stderr
