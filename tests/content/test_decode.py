from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from taiyaku.base.place import Place
from taiyaku.content.decode import decode
from taiyaku.content.read import MANY_A_FILE, ONE_A_FILE, VOCABULARIES
from taiyaku.content.yaml_values import PlainValue, read_yaml
from taiyaku.model.page import Page
from taiyaku.model.pair import Label, Pair
from taiyaku.model.reference import Reference
from taiyaku.model.seed import Figure, Seed
from taiyaku.model.site import Site
from taiyaku.model.source import Group, Outcome, Recommendation, Source
from taiyaku.model.term import Term
from taiyaku.model.trial import Trial

AT = Place(PurePosixPath("content/sources/a.yaml"))
MODELS: list[type[BaseModel]] = [*ONE_A_FILE.values(), *MANY_A_FILE.values(), *VOCABULARIES.values(), Site]


def faults(model: type[BaseModel], text: str) -> dict[str, tuple[str, str, str]]:
    """By path: rule, message and hint of every problem in a record that cannot be read."""
    value, _ = read_yaml(text, AT)
    record, problems = decode(model, value, AT)
    assert record is None
    told = {p.at.dotted: (p.rule, p.message, p.hint) for p in problems}
    assert len(told) == len(problems), "one fault a place"
    return told


def test_a_sound_record_is_read_whole() -> None:
    assert decode(Pair, {"en": " One. ", "ja": "一。"}, AT) == (Pair(en="One.", ja="一。"), [])


@pytest.mark.parametrize(
    ("value", "what"), [(None, "nothing"), ("x", "'x'"), (["x"], "a list"), ([], "a list"), ("", "''")]
)
def test_a_record_has_fields(value: PlainValue, what: str) -> None:
    record, [problem] = decode(Pair, value, AT / "title")
    assert record is None
    assert (problem.at.dotted, problem.rule) == ("title", "wrong-type")
    assert problem.message == f"fields are expected here, not {what}"


def test_all_faults_of_a_record_are_told_in_one_run() -> None:
    text = """
kind: cohort
seed: a
citation: [a]
topics: anaemia
status: aproved
updated: tomorrow
title: {en: A, jp: あ}
takeawy: {en: A}
plain_summary: []
abstract:
  results:
    - {en: A, figures: os}
    - {}
recommendations:
  - {en: A, strenght: weak}
colour: red
"""
    assert faults(Source, text) == {
        "kind": ("value-unknown", "'cohort' is not one of the values of 'kind'", "did you mean 'cohort_study'?"),
        "citation": ("wrong-type", "a text is expected here, not a list", ""),
        "topics": ("wrong-type", "a list is expected here, not 'anaemia'", ""),
        "status": ("value-unknown", "'aproved' is not one of the values of 'status'", "did you mean 'approved'?"),
        "updated": ("wrong-type", "a date such as 2026-11-22 is expected here, not 'tomorrow'", ""),
        "title.jp": (
            "field-unknown",
            "there is no field 'jp' here",
            "known: at, derived, en, figures, id, ja, set_aside",
        ),
        "takeawy": ("field-unknown", "there is no field 'takeawy' here", "did you mean 'takeaway'?"),
        "abstract.results[0].figures": ("wrong-type", "a list is expected here, not 'os'", ""),
        "abstract.results[1]": ("value-wrong", "neither 'en' nor 'ja' has a text", ""),
        "recommendations[0].strenght": (
            "field-unknown",
            "there is no field 'strenght' here",
            "did you mean 'strength'?",
        ),
        "colour": ("field-unknown", "there is no field 'colour' here", ""),
    }


def test_a_missing_field_beside_a_misspelt_one_that_means_another_is_told() -> None:
    told = faults(Recommendation, "{en: a, figure: [os]}")
    assert told == {
        "figure": ("field-unknown", "there is no field 'figure' here", "did you mean 'figures'?"),
        "strength": ("field-missing", "the field 'strength' is missing", ""),
    }


@pytest.mark.parametrize(
    ("model", "text", "path", "hint"),
    [
        (Label, "{e: a}", "e", "did you mean 'en'?"),
        (Pair, "{en: a, figure: []}", "figure", "did you mean 'figures'?"),
        (Recommendation, "{en: a, strength: weak, population: {eng: a}}", "population.eng", "did you mean 'en'?"),
        (Reference, "{type: a, title: a, container_title: a}", "container_title", "did you mean 'container-title'?"),
        (Reference, "{type: a, title: a, author: [{family: a, orcid: x}]}", "author[0].orcid", "known: ORCID, "),
        (Term, "{term: {en: a}, definition: [], verified: no, also: {jp: []}}", "also.jp", "known: en, ja"),
        (Trial, "{name: a, mentions: [], references: [{key: a, basis: {jaa: a}}]}", "references[0].basis.jaa", "did"),
        (Page, "{title: {en: a}, sections: [{id: a, heading: {en: a}, txt: []}]}", "sections[0].txt", "did you mean"),
    ],
)
def test_the_nearest_field_of_the_record_meant_is_offered(
    model: type[BaseModel], text: str, path: str, hint: str
) -> None:
    rule, _, offered = faults(model, text)[path]
    assert rule == "field-unknown"
    assert offered.startswith(hint)


def test_an_unknown_field_deep_in_a_section_is_told_with_the_fields_of_a_pair() -> None:
    told = faults(Source, "abstract: {results: [{enn: a}]}")
    assert told["abstract.results[0].enn"][2] == "did you mean 'en'?"


@pytest.mark.parametrize("name", ["decimal", "function-x", "[key]"])
def test_a_field_may_be_called_like_a_type(name: str) -> None:
    value: PlainValue = {"en": "a", name: "b"}
    record, [problem] = decode(Pair, value, AT)
    assert record is None
    assert (problem.at.path, problem.message) == ((name,), f"there is no field '{name}' here")


def test_a_section_may_be_called_like_a_type() -> None:
    assert "abstract.decimal[0].enn" in faults(Source, "abstract: {decimal: [{enn: a}]}")


@pytest.mark.parametrize(
    ("model", "text", "path", "rule", "message", "hint"),
    [
        (Group, "n: 4.5", "n", "wrong-type", "a whole number is expected here, not '4.5'", ""),
        (Group, "n: [4]", "n", "wrong-type", "a whole number is expected here, not a list", ""),
        (Group, "low: {a: 1}", "low", "wrong-type", "a number is expected here, not fields", ""),
        (Group, "low: about 4", "low", "wrong-type", "a number is expected here, not 'about 4'", ""),
        (
            Group,
            "interval: ci",
            "interval",
            "value-unknown",
            "'ci' is not one of the values of 'interval'",
            "did you mean 'ci95'?",
        ),
        (
            Outcome,
            "unit:",
            "unit",
            "value-unknown",
            "nothing is not one of the values of 'unit'",
            "known: month, week, percent, cycle, point, ratio, patient",
        ),
        (Term, "verified: maybe", "verified", "wrong-type", "true or false is expected here, not 'maybe'", ""),
        (Term, "verified: []", "verified", "wrong-type", "true or false is expected here, not a list", ""),
        (Label, "en: []", "en", "wrong-type", "a text is expected here, not a list", ""),
        (Label, "en: ' '", "en", "value-wrong", "the text is blank", ""),
        (Source, "updated:", "updated", "wrong-type", "a date such as 2026-11-22 is expected here, not nothing", ""),
        (Source, "updated: 2026-02-30", "updated", "wrong-type", "a date such as 2026-11-22 is expected here, not", ""),
        (Figure, "line: 0", "line", "value-wrong", "'0': Input should be greater than or equal to 1", ""),
        (Figure, "value: ca. 9", "value", "value-wrong", "'ca. 9' is not a value: write 9.3,", ""),
        (Seed, "sha256: abc", "sha256", "value-wrong", "'abc' does not have the form of 'sha256'", "64 characters"),
        (
            Reference,
            "DOI: doi:10.1056/x",
            "DOI",
            "value-wrong",
            "'doi:10.1056/x' does not have the form",
            "write 10.1056/x",
        ),
        (Reference, "DOI: none", "DOI", "value-wrong", "'none' does not have the form of 'DOI'", "a DOI begins"),
        (Reference, "ISSN: '00284793'", "ISSN", "value-wrong", "'00284793' does not have the form", "four digits,"),
        (Reference, "type: journal article", "type", "value-unknown", "", "did you mean 'article-journal'?"),
        (Reference, "type: InProceedings", "type", "value-unknown", "", "did you mean 'paper-conference'?"),
        (Reference, "type: webpge", "type", "value-unknown", "", "did you mean 'webpage'?"),
        (Reference, "URL: e.org", "URL", "value-wrong", "'e.org' does not have the form of 'URL'", "an address begins"),
        (Reference, "issued: May", "issued", "value-wrong", "'May' is not a date: write 2021, 2021-05 or", ""),
        (Site, "base_url: e.org", "base_url", "value-wrong", "'e.org' is not an address of a site: write https", ""),
        (
            Site,
            "texts_licence: {url: e.org, name: a}",
            "texts_licence.url",
            "value-wrong",
            "'e.org' does not have the form of 'url'",
            "",
        ),
    ],
)
def test_a_fault_is_told_in_words_for_somebody_who_edits_yaml(
    model: type[BaseModel], text: str, path: str, rule: str, message: str, hint: str
) -> None:
    told = faults(model, text)[path]
    assert told[0] == rule
    assert told[1].startswith(message)
    assert told[2].startswith(hint)
    assert bool(told[2]) == bool(hint)


@pytest.mark.parametrize(
    ("model", "text", "expected"),
    [
        (Trial, "{name: a, mentions: []}", {"mentions": ("value-wrong", "'mentions' is empty", "give at least one")}),
        (Outcome, "{id: a, endpoint: a, statistic: count, unit: month, groups: []}", {"groups": ("value-wrong", "'groups' is empty", "give at least one")}),
        (Outcome, "{id: a, endpoint: a, statistic: count, unit: month, groups: [{population: {en: a}}]}", {"groups[0].value": ("field-missing", "the field 'value' is missing", "")}),
        (Trial, "{name: a, mentions: [[b]]}", {"mentions[0]": ("wrong-type", "a text is expected here, not a list", "")}),
        (Trial, "{name: a, mentions: b}", {"mentions": ("wrong-type", "a list is expected here, not 'b'", "")}),
        (Group, "{population: {en: a}, value: 1, n: 4, events: 5}", {"": ("value-wrong", "'events' (5) needs an 'n' that is no less", "")}),
        (Group, "{population: {en: a}, value: many}", {"value": ("value-wrong", "'many' is neither a number nor not_reached", "")}),
    ],
)  # fmt: skip
def test_one_fault_is_told_once(model: type[BaseModel], text: str, expected: dict[str, tuple[str, str, str]]) -> None:
    assert faults(model, text) == expected


@pytest.mark.parametrize("key", ["Dosing A", "do-sing", "_dosing", "1st_line", "first__line", "用法"])
def test_the_key_of_a_section_is_an_identifier(key: str) -> None:
    wrong = f"'{key}' is not the key of a section: use lower-case letters, digits and single underscores"
    told = faults(Source, f"abstract: {{{key}: []}}")
    assert told[f"abstract.{key}"] == ("value-wrong", wrong, "")


def test_an_item_of_a_list_is_named_by_its_field() -> None:
    told = faults(Site, "locales: [en, fr]")
    assert told["locales[1]"] == ("value-unknown", "'fr' is not one of the values of 'locales'", "known: en, ja")


@pytest.mark.parametrize("text", ["abstract: x", "headings: []"])
def test_fields_are_expected_where_sections_are(text: str) -> None:
    rule, message, _ = faults(Source, text)[text.partition(":")[0]]
    assert (rule, message[:29]) == ("wrong-type", "fields are expected here, not")


def test_a_value_that_is_neither_number_nor_not_reached_is_told_with_the_right_word() -> None:
    record, problems = decode(Group, {"population": {"en": "All"}, "value": "not reached"}, AT)
    assert record is None
    assert [problem.at.dotted for problem in problems] == ["value"]
    assert problems[0].message == "'not reached' is neither a number nor not_reached"


def test_a_long_value_is_cut_in_a_message() -> None:
    _, message, _ = faults(Term, f"verified: {'x' * 61}")["verified"]
    assert message == f"true or false is expected here, not '{'x' * 57}…'"
    _, message, _ = faults(Term, f"verified: {'x' * 60}")["verified"]
    assert message == f"true or false is expected here, not '{'x' * 60}'"


def test_a_fault_is_told_inside_the_place_of_its_record() -> None:
    _, [problem] = decode(Pair, {"en": "a", "id": "A"}, AT / "abstract" / "results" / 2)
    assert problem.at == AT / "abstract" / "results" / 2 / "id"


NAMES = sorted({field.alias or name for model in MODELS for name, field in model.model_fields.items()})
NODES = st.recursive(
    st.none() | st.sampled_from(["", "a", "9.30", "no", "2026-01-02", "median", "en", "0"]) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=120, derandomize=True)
@given(st.sampled_from(MODELS), NODES)
def test_any_value_gives_a_record_or_problems_in_it(model: type[BaseModel], value: PlainValue) -> None:
    record, problems = decode(model, value, AT)
    assert (record is None) == (problems != [])
    assert all(problem.message for problem in problems)
