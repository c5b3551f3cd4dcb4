from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from taiyaku.app.cli import main
from tests.checks.told import SOURCE

HEAD = "source    locale  pairs  translated  approved  changed"


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--project", str(project)])


def change(project: Path, old: str, new: str, file: str = SOURCE) -> None:
    path = project / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def rows(result: Result) -> list[list[str]]:
    assert result.exit_code == 0
    return [line.split() for line in result.stdout.splitlines()]


def test_without_a_review_nothing_is_called_approved(project: Path) -> None:
    assert run(project, "status").output.splitlines() == [
        HEAD,
        "doe-2020  en         12          12         0        0",
        "doe-2020  ja         12          11         0        0",
        "",
        "rules set aside: none",
    ]


def test_approved_and_changed_sentences_are_counted_for_each_language(project: Path) -> None:
    run(project, "approve", "doe-2020", "--locale", "ja", "--by", "Hanako Sato")
    change(project, "en: Give iron.", "en: Do not give iron.")
    assert rows(run(project, "status"))[1:3] == [
        ["doe-2020", "en", "12", "12", "0", "0"],
        ["doe-2020", "ja", "12", "11", "10", "1"],
    ]


def test_with_a_source_every_change_is_shown_word_by_word(project: Path) -> None:
    run(project, "approve", "doe-2020", "--by", "Hanako Sato", "--pair", "recommendations-1", "--pair", "title")
    change(project, "en: Give iron.", "en: Do not give iron.")
    change(project, "鉄剤を投与する。", "鉄剤を毎日投与する。")
    lines = run(project, "status", "doe-2020").output.splitlines()
    told = next(n for n, line in enumerate(lines) if line.startswith("recommendations-1: "))
    assert lines[told].startswith("recommendations-1: changed since Hanako Sato approved it (en, ja) on 2")
    assert lines[told + 1 : told + 4] == ["  en: [-Give-]{+Do not give+} iron.", "  ja: 鉄剤を{+毎日+}投与する。", ""]
    assert sum(": changed since " in line for line in lines) == 1
    assert ": changed since " not in run(project, "status").output


def test_every_rule_set_aside_is_listed_with_place_and_reason(project: Path) -> None:
    change(project, "en: Adults,", "en: Adults, set_aside: [{rule: a-rule, why: A reason.}],")
    tail = ["rules set aside: 1", f"  {SOURCE}: recommendations[0].population: a-rule: A reason."]
    assert run(project, "status").output.splitlines()[-2:] == tail
    assert run(project, "status", "doe-2020").output.splitlines()[-2:] == tail


@pytest.mark.parametrize("arguments", [("status",), ("status", "doe-2020")])
def test_a_source_that_cannot_be_read_is_not_passed_over(project: Path, arguments: tuple[str, ...]) -> None:
    change(project, "takeaway:", "takeway:")
    assert run(project, *arguments).output.splitlines()[1] == "doe-2020  cannot be read: run 'taiyaku check'"


def test_a_review_that_cannot_be_read_is_not_taken_for_none(project: Path) -> None:
    run(project, "approve", "doe-2020", "--by", "Hanako Sato")
    change(project, "by: Hanako Sato", "who: Hanako Sato", "content/reviews/doe-2020.yaml")
    assert run(project, "status").output.splitlines()[1] == "doe-2020  cannot be read: run 'taiyaku check'"


def test_an_unknown_source_is_refused(project: Path) -> None:
    result = run(project, "status", "deo-2020")
    assert (result.exit_code, result.output) == (1, "There is no source 'deo-2020'; did you mean 'doe-2020'?\n")


def test_a_project_without_a_library_tells_its_problems(project: Path) -> None:
    (project / "content" / "site.yaml").write_text("a: [", "utf-8")
    result = run(project, "status")
    assert result.exit_code == 1
    assert "[yaml-syntax]" in result.stderr
