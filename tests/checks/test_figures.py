from collections.abc import Callable
from pathlib import PurePosixPath

import pytest

from taiyaku.app.build import assemble
from tests.checks.told import OWN, SEED, SOURCE, TRIAL, Edit, Tell, Told, told
from tests.conftest import Files

LEDGER_P = "  - {id: p,"
AGE = "{id: age, value: 64, unit: age, line: 9, at: Abstract, says: Median age.}"
TAKEAWAY = "figures: [patients, response]"
IN_TRIAL = "比較している[@doe-2020]。"


def unknown(place: str, message: str, hint: str) -> Told:
    return place, "figure-unknown", message, hint


def unstated(place: str, figure: str) -> Told:
    return place, "figure-unstated", f"does not state the figure {figure}", "state it in digits, or take it out of 'figures'"  # fmt: skip


def unreported(place: str, figure: str, where: str) -> Told:
    message = f"no sentence of doe-2020 states the figure {figure} in {where}"
    return place, "figure-unreported", message, "name it in 'figures' of the pair that states it"


def test_bad_ledger_ids_differ(tell: Tell) -> None:
    again = f"{LEDGER_P} value: <0.05, unit: p, line: 7, at: Abstract, says: Again.}}\n"
    message, first = "the figure id 'p' is used twice", f"{SEED}:figures[2].id"
    assert tell((SEED, LEDGER_P, again + LEDGER_P)) == [(f"{SEED}:figures[3].id", "id-twice", message, "rename one", first)]  # fmt: skip


def test_good_ledger_ids_differ(tell: Tell) -> None:
    other = LEDGER_P.replace("p,", "p-value,") + " value: <0.05, unit: p, line: 7, at: Abstract, says: Again.}\n"
    named = (SOURCE, "[response, p]\n    - en", "[response, p, p-value]\n    - en")
    assert tell((SEED, LEDGER_P, other + LEDGER_P), named) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((SOURCE, TAKEAWAY, "figures: [patients, responce]"), (f"{SOURCE}:takeaway.figures[1]", "the ledger seeds/doe-2020.yaml has no figure 'responce'", "did you mean 'response'?")),
        ((SOURCE, "    figures: [response, p]\nkeywords", "    figures: [response, xyz]\nkeywords"), (f"{SOURCE}:outcomes[0].figures[1]", "the ledger seeds/doe-2020.yaml has no figure 'xyz'", "known: p, patients, response")),
        ((SOURCE, TAKEAWAY, "figures: [patients, doe-2021/response]"), (f"{SOURCE}:takeaway.figures[1]", "'doe-2021/response': there is no source 'doe-2021'", "did you mean 'doe-2020'?")),
        ((TRIAL, IN_TRIAL, f"{IN_TRIAL}\n    figures: [doe-2020/pp]"), (f"{TRIAL}:summary[0].figures[0]", "the ledger seeds/doe-2020.yaml has no figure 'doe-2020/pp'", "did you mean 'p'?")),
    ],
)  # fmt: skip
def test_bad_figures_are_in_the_ledger(tell: Tell, change: Edit, expected: tuple[str, str, str]) -> None:
    assert tell(change) == [unknown(*expected)]


def test_a_figure_outside_a_source_is_named_with_its_source(tell: Tell) -> None:
    change = (TRIAL, IN_TRIAL, f"{IN_TRIAL}\n    figures: [p]")
    message, hint = "'p': there is no source 'ferro'", "name it as source-id/figure-id"
    assert tell(change) == [unknown(f"{TRIAL}:summary[0].figures[0]", message, hint)]


def test_good_figures_are_in_the_ledger(tell: Tell) -> None:
    in_trial = (TRIAL, "FERRO [@doe-2020].", "FERRO (P<0.05) [@doe-2020].")
    named = (TRIAL, IN_TRIAL, "比較している（P<0.05）[@doe-2020]。\n    figures: [doe-2020/p]")
    assert tell((SOURCE, TAKEAWAY, "figures: [patients, doe-2020/response]"), in_trial, named) == []


def test_a_misspelt_figure_that_no_other_pair_names_is_one_fault(tell: Tell) -> None:
    message, hint = "the ledger seeds/doe-2020.yaml has no figure 'patient'", "did you mean 'patients'?"
    change = (SOURCE, TAKEAWAY, "figures: [patient, response]")
    assert tell(change) == [unknown(f"{SOURCE}:takeaway.figures[0]", message, hint)]


@pytest.mark.parametrize(
    ("change", "place", "figure"),
    [
        ((SOURCE, "12/40に奏効。", "12/41に奏効。"), "key_points[0].ja", "'response' (12/40, patient)"),
        ((SOURCE, "In 12/40 a response.", "In 1240 a response."), "key_points[0].en", "'response' (12/40, patient)"),
        ((SOURCE, "en: Give iron.\n    ja: 鉄剤を投与する。", "figures: [p]\n    en: Give iron (P>0.05).\n    ja: 鉄剤を投与する（P<0.05）。"), "recommendations[0].en", "'p' (<0.05, p)"),
    ],
)  # fmt: skip
def test_bad_sentences_state_their_figures(tell: Tell, change: Edit, place: str, figure: str) -> None:
    assert tell(change) == [unstated(f"{SOURCE}:{place}", figure)]


def test_good_sentences_state_their_figures(tell: Tell) -> None:
    en = (SOURCE, "en: Give iron.", "figures: [p, response]\n    en: Give iron to 12 of 40 (P below 0.05).")
    only_english = (SOURCE, "en: This sentence has no translation yet.", "en: Seen in 40.\n      figures: [patients]")
    assert tell(en, (SOURCE, "鉄剤を投与する。", "40例中12例に鉄剤を投与する（P値は0.05未満）。"), only_english) == []


def test_a_wrong_figure_in_the_only_sentence_that_states_it_is_one_fault(tell: Tell) -> None:
    change = (SOURCE, "多かった（P<0.05）", "多かった（P<0.06）")
    assert tell(change) == [unstated(f"{SOURCE}:abstract.results[0].ja", "'p' (<0.05, p)")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((SOURCE, TAKEAWAY, "figures: [response]"), (f"{SEED}:figures[0].id", "'patients' (40)", "'en' and 'ja'")),
        ((SEED, LEDGER_P, f"  - {AGE}\n{LEDGER_P}"), (f"{SEED}:figures[2].id", "'age' (64)", "'en' and 'ja'")),
        ((SEED, LEDGER_P, f"  - {AGE}\n{LEDGER_P}"), (f"{SEED}:figures[2].id", "'age' (64)", "'ja'")),
    ],
)  # fmt: skip
def test_bad_ledger_is_reported(tell: Tell, change: Edit, expected: tuple[str, str, str]) -> None:
    edits = [change]
    if expected[2] == "'ja'":
        edits.append((SOURCE, "en: This sentence has no translation yet.", "en: They were 64.\n      figures: [age]"))
    assert tell(*edits) == [unreported(*expected)]


def test_good_ledger_is_reported(tell: Tell) -> None:
    silent = AGE.replace("}", ", report: false, why: Of no use.}")
    named = (SOURCE, "key_points:\n", "key_points:\n  - {en: They were 64., ja: 64歳。, figures: [age-2]}\n")
    assert tell((SEED, LEDGER_P, f"  - {silent}\n  - {AGE.replace('id: age', 'id: age-2')}\n{LEDGER_P}"), named) == []


SECOND = "content/sources/eve-2021.yaml"


def test_bad_a_seed_belongs_to_one_source(small: Files, tell: Tell) -> None:
    small[PurePosixPath(SECOND)] = small[PurePosixPath(SOURCE)]
    message = "the seed 'doe-2020' is already the document of another source"
    assert tell() == [
        (f"{SECOND}:abstract.results[1]", "translation-missing (warning)", *OWN[2:]),
        (f"{SECOND}:seed", "seed-twice", message, "one summary for each document", f"{SOURCE}:seed"),
    ]


def test_bad_a_seed_belongs_to_one_source_and_not_to_none(small: Files, tell: Tell) -> None:
    small[PurePosixPath("seeds/eve-2021.yaml")] = small[PurePosixPath(SEED)]
    message = "no source summarises the document of seed 'eve-2021'"
    assert tell() == [("seeds/eve-2021.yaml", "seed-unused", message, "write it, or delete the seed")]


def test_good_a_seed_belongs_to_one_source(small: Files, tell: Tell) -> None:
    small[PurePosixPath("seeds/eve-2021.yaml")] = small[PurePosixPath(SEED)]
    small[PurePosixPath(SECOND)] = small[PurePosixPath(SOURCE)].replace(b"seed: doe-2020", b"seed: eve-2021")
    assert tell() == [(f"{SECOND}:abstract.results[1]", "translation-missing (warning)", *OWN[2:])]


def test_the_seed_of_a_source_that_could_not_be_read_is_not_called_unused(
    small: Files, edit: Callable[[str, str, str], None]
) -> None:
    edit(SOURCE, "kind: cohort_study", "kind: cohort")
    assert [told(problem)[:2] for problem in assemble(small).problems] == [(f"{SOURCE}:kind", "value-unknown")]


EFFECT = '    p: "<0.05"\n    figures: [response, p]\n'
BAD_HINT = "name the ledger's figure in 'figures', or correct the number"


@pytest.mark.parametrize(
    ("old", "new", "place", "number"),
    [
        ("        n: 40", "        n: 41", "groups[0].n", "41"),
        ("        events: 12", "        events: 11", "groups[0].events", "11"),
        ("        value: 12", "        value: 30.0", "groups[0].value", "30.0"),
        ("        value: 12", "        value: 12\n        low: 3\n        high: 40\n        interval: range", "groups[0].low", "3"),
        ("        value: 12", "        value: 12\n        low: 12\n        high: 44\n        interval: range", "groups[0].high", "44"),
        (EFFECT, f"    effect: {{statistic: hazard_ratio, value: 0.62}}\n{EFFECT}", "effect.value", "0.62"),
        (EFFECT, EFFECT.replace("<0.05", "<0.06"), "p", "0.06"),
    ],
)  # fmt: skip
def test_bad_outcomes_agree_with_the_ledger(tell: Tell, old: str, new: str, place: str, number: str) -> None:
    message = f"{number} is none of the figures that the outcome names"
    assert tell((SOURCE, old, new)) == [(f"{SOURCE}:outcomes[0].{place}", "outcome-differs", message, BAD_HINT)]


def test_good_outcomes_agree_with_the_ledger(tell: Tell) -> None:
    percent = "  - {id: percent, value: 30.0, unit: percent, line: 4, at: Abstract, says: Responders.}\n"
    named = (SOURCE, "    figures: [response, p]\nkeywords", "    figures: [response, doe-2020/percent, p]\nkeywords")
    stated = (
        SOURCE,
        "key_points:\n",
        "key_points:\n  - {en: It was 30.0%., ja: 30.0%であった。, figures: [percent]}\n",
    )
    value = (SOURCE, "        value: 12", "        value: 30.0")
    assert tell((SEED, LEDGER_P, percent + LEDGER_P), named, stated, value) == []


SILENT = AGE.replace("}", ", report: false, why: Of no use.}")
IN_TABLE = (SOURCE, "    figures: [response, p]\nkeywords", "    figures: [response, age, p]\nkeywords")


def test_bad_outcomes_are_told(tell: Tell) -> None:
    message, hint = (
        "no sentence of doe-2020 states the figure 'age' (64)",
        "name it in 'figures' of the pair that states it",
    )
    assert tell((SEED, LEDGER_P, f"  - {SILENT}\n{LEDGER_P}"), IN_TABLE) == [
        (f"{SOURCE}:outcomes[0].figures[1]", "outcome-untold", message, hint)
    ]


def test_an_outcome_whose_figure_the_ledger_wants_reported_is_one_fault(tell: Tell) -> None:
    assert tell((SEED, LEDGER_P, f"  - {AGE}\n{LEDGER_P}"), IN_TABLE) == [
        unreported(f"{SEED}:figures[2].id", "'age' (64)", "'en' and 'ja'")
    ]


def test_good_outcomes_are_told(tell: Tell) -> None:
    named = (SOURCE, "key_points:\n", "key_points:\n  - {en: They were 64., ja: 64歳。, figures: [doe-2020/age]}\n")
    assert tell((SEED, LEDGER_P, f"  - {SILENT}\n{LEDGER_P}"), IN_TABLE, named) == []


def test_a_value_that_was_not_reached_is_no_number(tell: Tell) -> None:
    assert tell((SOURCE, "        value: 12", "        value: not_reached")) == []


@pytest.mark.parametrize("bound", ["low", "high"])
def test_the_interval_of_an_effect_agrees_with_the_ledger_too(tell: Tell, bound: str) -> None:
    numbers = {"low": "12", "high": "40"} | {bound: {"low": "11", "high": "41"}[bound]}
    effect = f"{{statistic: hazard_ratio, value: 12, low: {numbers['low']}, high: {numbers['high']}, interval: ci95}}"
    message = f"{numbers[bound]} is none of the figures that the outcome names"
    assert tell((SOURCE, EFFECT, f"    effect: {effect}\n{EFFECT}")) == [
        (f"{SOURCE}:outcomes[0].effect.{bound}", "outcome-differs", message, BAD_HINT)
    ]


def test_who_names_a_figure_while_the_folder_of_sources_is_missing_is_not_blamed(
    small: Files, edit: Callable[[str, str, str], None]
) -> None:
    edit(TRIAL, IN_TRIAL, f"{IN_TRIAL}\n    figures: [doe-2020/p]")
    del small[PurePosixPath(SOURCE)]
    assert [told(problem)[:2] for problem in assemble(small).problems] == [("content/sources", "folder-missing")]


def test_who_names_a_figure_of_a_source_that_could_not_be_read_is_not_blamed(
    small: Files, edit: Callable[[str, str, str], None]
) -> None:
    edit(TRIAL, IN_TRIAL, f"{IN_TRIAL}\n    figures: [doe-2020/xyz]")
    edit(SOURCE, "status: submitted", "status: new")
    assert [told(problem)[:2] for problem in assemble(small).problems] == [(f"{SOURCE}:status", "value-unknown")]
