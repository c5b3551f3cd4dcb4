from datetime import UTC, date, datetime, timedelta
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner, Result

from taiyaku.app.approve import today
from taiyaku.app.cli import main
from taiyaku.base.locale import Locale
from taiyaku.content.read import read_project
from taiyaku.model.review import Review
from tests.approving import REVIEW
from tests.checks.told import SEED, SOURCE

LEFT_OUT = "left out: 'results-2' has no text in 'ja'\n"
ALL = ["title", "takeaway", "plain-summary-1", "background-1", "responders", "results-2", "dosing-1", "key-points-1", "recommendations-1", "commentary-1", "limitations-1", "keywords-1"]  # fmt: skip


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taiyaku.app.approve.today", lambda: date(2026, 1, 3))


def approve(project: Path, *arguments: str, source: str = "doe-2020", by: str = "Hanako Sato") -> Result:
    return CliRunner().invoke(main, ["approve", source, "--by", by, "--project", str(project), *arguments])


def change(project: Path, old: str, new: str, file: str = SOURCE) -> None:
    path = project / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def review_in(project: Path) -> Review:
    files = {PurePosixPath(p.relative_to(project).as_posix()): p.read_bytes() for p in project.rglob("*.yaml")}
    read = read_project(files)
    assert read.library is not None
    return read.library.reviews["doe-2020"]


def reviews(project: Path) -> list[str]:
    return [path.name for path in (project / "content" / "reviews").glob("*")]


def test_every_sentence_is_recorded_with_who_when_and_in_which_languages(project: Path) -> None:
    result = approve(project)
    assert (result.stdout, result.stderr) == ("12 pairs of doe-2020, en, ja, by Hanako Sato\n", LEFT_OUT)
    (approval,) = review_in(project).approvals
    assert (approval.by, approval.on, approval.locales) == ("Hanako Sato", date(2026, 1, 3), tuple(Locale))
    assert list(approval.pairs) == ALL
    assert approval.covers("results-2", Locale.EN)
    assert not approval.covers("results-2", Locale.JA)
    assert reviews(project) == ["doe-2020.yaml"]


def test_a_sentence_without_a_text_is_named_left_out_and_not_a_success(project: Path) -> None:
    result = approve(project, "--locale", "ja", by="  花子  佐藤 ")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "11 pairs of doe-2020, ja, by 花子 佐藤\n", LEFT_OUT)
    assert "results-2" not in review_in(project).approvals[0].pairs


def test_the_language_that_was_not_reviewed_is_recorded_as_what_was_faced(project: Path) -> None:
    assert approve(project, "--locale", "en").exit_code == 0
    (approval,) = review_in(project).approvals
    assert approval.locales == (Locale.EN,)
    assert approval.pairs["title"].ja is not None


def test_single_sentences_can_be_approved(project: Path) -> None:
    result = approve(project, "--pair", "title", "--pair", "responders")
    assert (result.exit_code, result.output) == (0, "2 pairs of doe-2020, en, ja, by Hanako Sato\n")
    assert approve(project, "--pair", "takeaway").output == "1 pair of doe-2020, en, ja, by Hanako Sato\n"
    assert [list(each.pairs) for each in review_in(project).approvals] == [["title", "responders"], ["takeaway"]]


def test_approving_again_what_has_not_changed_records_nothing(project: Path) -> None:
    approve(project, "--locale", "en")
    before = (project / REVIEW).read_bytes()
    result = approve(project, "--locale", "en", by="Jane Doe")
    assert result.exit_code == 0
    assert result.output == "Nothing was recorded: every text of doe-2020 is approved already, as it reads now.\n"
    assert (project / REVIEW).read_bytes() == before


def test_only_what_has_changed_is_recorded_anew_and_no_earlier_approval_is_lost(project: Path) -> None:
    approve(project, "--locale", "en")
    first = review_in(project)
    change(project, "en: Give iron.", "en: Please give iron.")
    result = approve(project, "--locale", "en", by="Jane Doe")
    assert result.output == "1 pair of doe-2020, en, by Jane Doe; 11 approved already\n"
    second = review_in(project)
    assert second.approvals[0] == first.approvals[0]
    assert [(each.by, list(each.pairs)) for each in second.approvals[1:]] == [("Jane Doe", ["recommendations-1"])]
    assert first.texts.items() < second.texts.items()


def test_the_review_stays_in_the_file_in_which_it_is_kept(project: Path) -> None:
    approve(project, "--pair", "title")
    (project / "content" / "reviews" / "old").mkdir()
    (project / REVIEW).rename(project / "content" / "reviews" / "old" / "doe-2020.yml")
    approve(project, "--pair", "takeaway")
    assert reviews(project) == ["old"]
    assert len(review_in_yml(project).approvals) == 2


def review_in_yml(project: Path) -> Review:
    file = project / "content" / "reviews" / "old" / "doe-2020.yml"
    file.rename(project / REVIEW)
    return review_in(project)


def test_the_same_approvals_give_the_same_bytes(project: Path) -> None:
    approve(project)
    before = (project / REVIEW).read_bytes()
    (project / REVIEW).unlink()
    approve(project)
    assert (project / REVIEW).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "refusal"),
    [
        ({"source": "deo-2020"}, "there is no source 'deo-2020'; did you mean 'doe-2020'?"),
        ({"pair": "result-2"}, "there is no sentence 'result-2' in 'doe-2020'; did you mean 'results-2'?"),
    ],
)
def test_what_is_unknown_is_refused(project: Path, arguments: dict[str, str], refusal: str) -> None:
    pairs = ["--pair", arguments["pair"]] if "pair" in arguments else []
    result = approve(project, *pairs, source=arguments.get("source", "doe-2020"))
    assert (result.exit_code, result.output) == (1, f"Nothing was recorded: {refusal}\n")
    assert not (project / REVIEW).exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        (SOURCE, "about: [responders]", "about: [responder]", "sentence-unknown"),
        (SOURCE, "takeaway:", "takeway:", "field-unknown"),
        (SEED, "unit: p,", "unit: pp,", "value-unknown"),
    ],
)
def test_a_source_with_errors_is_refused_and_they_are_told(
    project: Path, file: str, old: str, new: str, rule: str
) -> None:
    change(project, old, new, file)
    result = approve(project)
    assert result.exit_code == 1
    assert f"[{rule}]" in result.stderr
    assert result.stderr.endswith("Nothing was recorded: 'doe-2020' has errors: mend them first\n")
    assert not (project / REVIEW).exists()


def test_a_review_that_cannot_be_read_is_never_written_over(project: Path) -> None:
    approve(project)
    change(project, "Give iron.", "Give nothing.", REVIEW)
    before = (project / REVIEW).read_bytes()
    result = approve(project, by="Jane Doe")
    assert result.exit_code == 1
    assert "is not the one that was approved: its digest is another [value-wrong]" in result.stderr
    assert (project / REVIEW).read_bytes() == before


def test_errors_elsewhere_do_not_stand_in_the_way(project: Path) -> None:
    change(project, "registry:", "registered:", "content/trials/ferro.yaml")
    assert approve(project, "--pair", "title").exit_code == 0


def test_a_source_that_already_calls_itself_approved_can_be_approved(project: Path) -> None:
    change(project, "status: submitted", "status: approved")
    change(project, "    - en: This sentence has no translation yet.\n", "")
    assert approve(project).exit_code == 0
    assert CliRunner().invoke(main, ["check", "--project", str(project)]).exit_code == 0


@pytest.mark.parametrize("by", ["", "  "])
def test_nobody_cannot_approve(project: Path, by: str) -> None:
    result = approve(project, by=by)
    assert (result.exit_code, reviews(project)) == (2, [])
    assert "--by needs a name" in result.output


def test_a_project_that_cannot_be_read_is_refused(project: Path, tmp_path: Path) -> None:
    assert approve(tmp_path / "nowhere").exit_code == 2
    (project / "content" / "site.yaml").write_text("a: [", "utf-8")
    result = approve(project)
    assert result.exit_code == 1
    assert result.stderr.endswith("Nothing was recorded: the project cannot be read\n")


def test_a_folder_that_cannot_be_written_in_is_wrong_use_and_leaves_nothing_behind(project: Path) -> None:
    (project / "content" / "reviews").write_text("in the way", "utf-8")
    result = approve(project)
    assert (result.exit_code, result.stdout) == (2, "")
    assert (project / "content" / "reviews").read_text("utf-8") == "in the way"


def test_the_day_is_that_of_the_clock() -> None:
    before = datetime.now(UTC).astimezone()
    assert before.date() <= today() <= (before + timedelta(seconds=60)).date()
