"""One endpoint across documents: one trial stays one result, nothing is pooled, and each figure keeps its document."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import PurePosixPath

import pytest

from taiyaku.app.build import assemble
from taiyaku.base.locale import Locale
from taiyaku.content.read import read_project
from taiyaku.model.source import Effect, Group, Outcome, Statistic, Unit
from taiyaku.pages.desk import Desk
from taiyaku.pages.endpoints import EndpointView, ResultView, endpoint_view
from taiyaku.pages.facts import all_facts
from taiyaku.pages.laid import COMPARED
from taiyaku.pages.panels import shown
from taiyaku.pages.parts import entries_in
from taiyaku.pages.results import is_same_result
from taiyaku.pages.ways_back import Result
from tests.checks.told import ENDPOINTS, SEED, SOURCE, TOPICS
from tests.conftest import Files

EN, JA = Locale.EN, Locale.JA
OTHER, OTHER_SEED = "content/sources/poe-2021.yaml", "seeds/poe-2021.yaml"
IN_TRIAL = "    unit: patient\n    trial: ferro\n"
Edit = Callable[[str, str, str], None]


@pytest.fixture
def two(small: Files, edit: Edit) -> Files:
    """The small project with a second document, which reports the same trial in other words and without `n`."""
    edit(SOURCE, "    unit: patient\n", IN_TRIAL)
    text = small[PurePosixPath(SOURCE)].decode()
    text = text.replace("seed: doe-2020\ncitation: doe-2020", "seed: poe-2021\ncitation: roe-2019")
    text = text.replace(
        "{en: All patients, ja: 全患者}\n        n: 40\n        events: 12\n", "{en: Everybody, ja: 全員}\n"
    )
    small[PurePosixPath(OTHER)] = text.replace('    p: "<0.05"\n', "").encode()
    small[PurePosixPath(OTHER_SEED)] = small[PurePosixPath(SEED)]
    return small


def desk(files: Files, locale: Locale = EN) -> Desk:
    library = read_project(files).library
    assert library is not None
    return Desk(library, all_facts(library), locale)


def reported(at: Desk) -> list[Result]:
    return [result for key in at.library.endpoints for result in at.links.reporting.get(key, ())]


def response(files: Files, locale: Locale = EN) -> EndpointView:
    at = desk(files, locale)
    return endpoint_view(at, shown("response", reported(at)))


def results(view: EndpointView) -> list[ResultView]:
    return [result for panel in view.panels for study in panel.studies for result in study.results]


def test_the_second_document_is_sound(two: Files) -> None:
    assert {problem.rule for problem in assemble(two).problems} == {"translation-missing"}


def test_a_trial_that_two_documents_report_is_one_study_and_one_result(two: Files) -> None:
    view = response(two)
    assert (view.documents, view.studies, len(results(view))) == (2, 1, 1)
    (result,) = results(view)
    assert [report.card.key for report in result.reports] == ["doe-2020", "poe-2021"]


def test_its_groups_are_drawn_once_in_the_words_of_both_with_what_either_prints(two: Files) -> None:
    (arm,) = results(response(two, JA))[0].arms
    assert [text.markup for text in arm.populations] == ["全患者", "全員"]
    assert (arm.n, arm.events, arm.value) == (40, 12, Decimal(12))


def test_a_trial_with_other_figures_in_another_document_stays_two_results_of_one_study(two: Files, edit: Edit) -> None:
    edit(OTHER, "value: 12", "value: 13")
    view = response(two)
    assert (view.documents, view.studies, len(results(view))) == (2, 1, 2)
    assert [study.documents for panel in view.panels for study in panel.studies] == [2]


def test_equal_figures_of_two_studies_are_two_results(two: Files, edit: Edit) -> None:
    for file in (SOURCE, OTHER):
        edit(file, IN_TRIAL, "    unit: patient\n")
    view = response(two)
    assert (view.documents, view.studies, len(results(view))) == (2, 2, 2)
    assert [study.trial for panel in view.panels for study in panel.studies] == [None, None]


@pytest.mark.parametrize(
    ("old", "new"), [("statistic: count", "statistic: mean"), (IN_TRIAL, IN_TRIAL.replace("patient", "percent"))]
)
def test_statistics_and_units_never_share_a_table_or_an_axis(two: Files, edit: Edit, old: str, new: str) -> None:
    edit(OTHER, old, new)
    panels = response(two).panels
    assert [len(panel.studies) for panel in panels] == [1, 1]
    assert len({panel.id for panel in panels}) == 2
    assert response(two).studies == 1


def test_endpoints_never_share_a_table(two: Files, edit: Edit) -> None:
    edit(
        ENDPOINTS,
        "response:",
        "alike:\n  name: {en: Alike, ja: 類似}\n  description: {en: Another., ja: 別のもの。}\n  unlike: [response]\nresponse:",
    )
    edit(OTHER, "endpoint: response", "endpoint: alike")
    at = desk(two)
    views = {key: endpoint_view(at, shown(key, reported(at))) for key in ("alike", "response")}
    assert {
        key: [report.card.key for result in results(view) for report in result.reports] for key, view in views.items()
    } == {"alike": ["poe-2021"], "response": ["doe-2020"]}
    assert {key: [other for other, _ in view.unlike] for key, view in views.items()} == {
        "alike": ["response"],
        "response": ["alike"],
    }


def outcome(
    value: str, *, trial: str | None = "ferro", effect: str = "", p: str | None = None, **group: object
) -> Outcome:
    given = Group.model_validate({"population": {"en": "All"}, "value": value, **group})
    between = Effect.model_validate({"statistic": "hazard_ratio", "value": effect}) if effect else None
    return Outcome(
        id="x",
        endpoint="y",
        statistic=Statistic.MEDIAN,
        unit=Unit.MONTH,
        trial=trial,
        groups=(given,),
        effect=between,
        p=p,
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (outcome("15.3"), outcome("15.3"), True),
        (outcome("15.3"), outcome("15.30"), True),
        (outcome("15.3"), outcome("15.4"), False),
        (outcome("not_reached"), outcome("not_reached"), True),
        (outcome("not_reached"), outcome("15.3"), False),
        (outcome("15.3", n=40), outcome("15.3"), True),
        (outcome("15.3", n=40), outcome("15.3", n=41), False),
        (outcome("15.3", low="1", high="20", interval="ci95"), outcome("15.3"), True),
        (outcome("15.3", low="1", high="20", interval="ci95"), outcome("15.3", low="2", high="20", interval="ci95"), False),
        (outcome("15.3", low="1", high="20", interval="ci95"), outcome("15.3", low="1", high="20", interval="iqr"), False),
        (outcome("15.3", effect="0.62"), outcome("15.3"), True),
        (outcome("15.3", effect="0.62"), outcome("15.3", effect="0.40"), False),
        (outcome("15.3", p="<0.001"), outcome("15.3"), True),
        (outcome("15.3", p="<0.001"), outcome("15.3", p="0.03"), False),
        (outcome("15.3"), outcome("15.3", trial="vision"), False),
        (outcome("15.3", trial=None), outcome("15.3", trial=None), False),
    ],
)  # fmt: skip
def test_a_result_is_the_same_where_nothing_that_both_print_differs(
    one: Outcome, other: Outcome, *, same: bool
) -> None:
    assert is_same_result(one, other) is same
    assert is_same_result(other, one) is same


def test_results_with_another_number_of_groups_differ() -> None:
    one = outcome("15.3")
    assert not is_same_result(one, one.model_copy(update={"groups": one.groups * 2}))


def test_notes_about_the_result_or_the_sentence_that_states_it_stand_with_it(two: Files, edit: Edit) -> None:
    (result,) = results(response(two))
    assert [(note.number, note.id) for note in result.reports[0].notes] == [(1, "commentary-1")]
    edit(SOURCE, "about: [responders]", "about: [dosing-1]")
    assert results(response(two))[0].reports[0].notes == ()
    edit(SOURCE, "about: [dosing-1]", "about: [response-all]")
    assert [note.number for note in results(response(two))[0].reports[0].notes] == [1]


def test_a_topic_shows_only_what_its_sources_report(two: Files, edit: Edit) -> None:
    edit(
        TOPICS,
        "anaemia:",
        "iron:\n  name: {en: Iron, ja: 鉄}\n  description: {en: All on iron., ja: 鉄について。}\nanaemia:",
    )
    edit(OTHER, "topics: [anaemia]", "topics: [iron]")
    at = desk(two)
    assert [report.source for report in at.links.reporting_on["iron"]] == ["poe-2021"]
    assert [report.source for report in reported(at)] == ["doe-2020", "poe-2021"]


def test_what_several_documents_report_comes_first_and_what_none_reports_not_at_all(two: Files, edit: Edit) -> None:
    edit(
        ENDPOINTS,
        "response:",
        "first:\n  name: {en: First, ja: 第一}\n  description: {en: One., ja: 一つ。}\nnever:\n  name: {en: Never, ja: なし}\n  description: {en: None., ja: なし。}\nresponse:",
    )
    first = "  - {id: x, endpoint: first, statistic: count, unit: patient, groups: [{population: {en: A, ja: い}, value: not_reached}]}\n"
    edit(SOURCE, "keywords:\n", f"{first}keywords:\n")
    at = desk(two)
    (told,) = entries_in(at.links, COMPARED, "anaemia", 1)
    assert [each.endpoint for each in told] == ["response", "first"]
