from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from taiyaku.base.place import Place
from taiyaku.content.read import read_project
from taiyaku.model.library import Library
from taiyaku.model.reference import Name
from taiyaku.model.source import Statistic
from taiyaku.model.walk import everything_in, labels, owned_labels, records, set_asides
from tests.approving import approve_all
from tests.checks.told import DIFFERENCES, ENDPOINTS, PAGE, SEED, SITE, SOURCE, TERM, TOPICS, TRIAL, WORKS
from tests.conftest import Files


@pytest.fixture(scope="module")
def library(small_base: Files) -> Library:
    found = read_project(small_base).library
    assert found is not None
    return found


def everything(library: Library) -> Iterator[tuple[Place, object]]:
    return (each for at, record in records(library) for each in everything_in(record, at))


def shown(at: Place) -> str:
    return f"{at.file}:{at.dotted}"


def test_every_text_in_two_languages_is_met_once_in_its_place(library: Library) -> None:
    found = [shown(at) for at, _ in labels(library)]
    assert sorted(found) == sorted(
        [
            f"{SOURCE}:title",
            f"{SOURCE}:takeaway",
            f"{SOURCE}:plain_summary[0]",
            f"{SOURCE}:abstract.background[0]",
            f"{SOURCE}:abstract.results[0]",
            f"{SOURCE}:abstract.results[1]",
            f"{SOURCE}:abstract.dosing[0]",
            f"{SOURCE}:headings.dosing",
            f"{SOURCE}:key_points[0]",
            f"{SOURCE}:recommendations[0]",
            f"{SOURCE}:recommendations[0].population",
            f"{SOURCE}:commentary[0]",
            f"{SOURCE}:outcomes[0].groups[0].population",
            f"{SOURCE}:keywords[0]",
            f"{SOURCE}:limitations[0]",
            f"{DIFFERENCES}:effect.title",
            f"{DIFFERENCES}:effect.question",
            f"{DIFFERENCES}:effect.entries[0]",
            f"{DIFFERENCES}:effect.remark",
            f"{TRIAL}:summary[0]",
            f"{TRIAL}:references[0].basis",
            f"{TERM}:term",
            f"{TERM}:plain",
            f"{TERM}:definition[0]",
            f"{PAGE}:title",
            f"{PAGE}:sections[0].heading",
            f"{PAGE}:sections[0].text[0]",
            f"{PAGE}:sections[0].points[0]",
            f"{SEED}:rights",
            f"{WORKS}:roe-2019.as_printed[0].note",
            f"{ENDPOINTS}:response.name",
            f"{ENDPOINTS}:response.description",
            f"{TOPICS}:anaemia.name",
            f"{TOPICS}:anaemia.description",
            f"{SITE}:title",
            f"{SITE}:tagline",
            f"{SITE}:description",
            f"{SITE}:subject",
        ]
    )


def test_a_text_is_met_with_both_its_languages(library: Library) -> None:
    found = {shown(at): (label.en, label.ja) for at, label in labels(library)}
    assert found[f"{SOURCE}:headings.dosing"] == ("Dosing", "用法")
    assert found[f"{SOURCE}:abstract.results[1]"] == ("This sentence has no translation yet.", None)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (f"{TRIAL}:name", "FERRO"),
        (f"{TRIAL}:mentions", ("FERRO",)),
        (f"{TRIAL}:mentions[0]", "FERRO"),
        (f"{TRIAL}:summary[0].id", None),
        (f"{SOURCE}:outcomes[0].statistic", Statistic.COUNT),
        (f"{SOURCE}:abstract.results[0].ja", "奏効は12/40例にみられ、FERRO試験よりも多かった（P<0.05）。"),
        (f"{WORKS}:doe-2020.container-title", "J Test"),
        (f"{WORKS}:doe-2020.author[0]", Name(family="Doe", given="Jane A.")),
        (f"{WORKS}:doe-2020.author[0].ORCID", None),
        (f"{SITE}:texts_licence.name", "CC BY 4.0"),
    ],
)
def test_every_value_is_met_under_the_name_that_yaml_uses(library: Library, place: str, value: object) -> None:
    assert [found for at, found in everything(library) if shown(at) == place] == [value]


def test_every_record_is_met_itself(library: Library) -> None:
    whole = [value for at, value in everything(library) if shown(at) in {f"{SITE}:", f"{WORKS}:roe-2019"}]
    assert whole == [library.references["roe-2019"], library.site]


def test_a_record_that_could_not_be_read_is_passed_over(library: Library) -> None:
    damaged = replace(library, trials={}, broken={"trials": frozenset({"ferro"})})
    assert {at.file.name for at, _ in everything(library)} - {at.file.name for at, _ in everything(damaged)} == {
        "ferro.yaml"
    }


def test_a_label_knows_the_record_that_holds_it(library: Library) -> None:
    owners = {shown(each.at): (each.kind, each.owner) for each in owned_labels(library)}
    assert owners[f"{SOURCE}:recommendations[0].population"] == ("sources", "doe-2020")
    assert owners[f"{WORKS}:roe-2019.as_printed[0].note"] == ("references", "roe-2019")
    assert owners[f"{SITE}:title"] == ("site", "site")
    paths = {shown(each.at): each.path for each in owned_labels(library)}
    assert paths[f"{DIFFERENCES}:effect.entries[0]"] == ("entries", 0)
    assert paths[f"{SOURCE}:commentary[0]"] == ("commentary", 0)


def test_what_was_approved_is_not_content(small: Files) -> None:
    before = read_project(small).library
    approve_all(small)
    after = read_project(small).library
    assert before is not None
    assert after is not None
    assert list(after.reviews) == ["doe-2020"]
    assert list(everything(after)) == list(everything(before))


def test_every_rule_set_aside_is_met_with_its_text(small: Files, edit: Callable[[str, str, str], None]) -> None:
    edit(SOURCE, "en: Adults,", "en: Adults, set_aside: [{rule: a-rule, why: A reason.}, {rule: b-rule, why: So.}],")
    library = read_project(small).library
    assert library is not None
    found = [(shown(each.text.at), each.said.rule, each.said.why) for each in set_asides(library)]
    place = f"{SOURCE}:recommendations[0].population"
    assert found == [(place, "a-rule", "A reason."), (place, "b-rule", "So.")]


def test_a_rule_set_aside_for_a_work_is_met_with_its_title(small: Files, edit: Callable[[str, str, str], None]) -> None:
    edit(WORKS, "  page: 5\n", "  page: 5\n  set_aside: [{rule: a-rule, why: A reason.}]\n")
    library = read_project(small).library
    assert library is not None
    found = [(shown(e.text.at), e.text.kind, e.text.label.en, e.said.rule) for e in set_asides(library)]
    assert found == [(f"{WORKS}:roe-2019", "references", "The FERRO trial", "a-rule")]
