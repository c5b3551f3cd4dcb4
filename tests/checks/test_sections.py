import pytest

from tests.checks.told import PAGE, SOURCE, TRIAL, Edit, Tell, Told

ALL_PATIENTS = "id: response-all"
HEADING = "  dosing: {en: Dosing, ja: 用法}\n"


def twice(place: str, name: str, first: str) -> Told:
    return place, "id-twice", f"the id '{name}' is used twice", "ids differ within a file", first


def reserved(place: str, name: str) -> Told:
    return place, "id-reserved", f"the id '{name}' is used by the page itself", "choose another"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((SOURCE, "  - en: Give iron.", "  - id: responders\n    en: Give iron."), (f"{SOURCE}:recommendations[0]", "responders", f"{SOURCE}:abstract.results[0]")),
        ((SOURCE, "  - en: Give iron.", "  - id: results-2\n    en: Give iron."), (f"{SOURCE}:recommendations[0]", "results-2", f"{SOURCE}:abstract.results[1]")),
        ((SOURCE, ALL_PATIENTS, "id: responders"), (f"{SOURCE}:outcomes[0]", "responders", f"{SOURCE}:abstract.results[0]")),
        ((SOURCE, ALL_PATIENTS, "id: title"), (f"{SOURCE}:outcomes[0]", "title", f"{SOURCE}:title")),
        ((PAGE, "    points:\n", "  - id: purpose\n    heading: {en: Aim, ja: 目標}\n    points:\n"), (f"{PAGE}:sections[1]", "purpose", f"{PAGE}:sections[0]")),
        ((TRIAL, "references:\n", "notes:\n  - {id: summary-1, en: A note., ja: 注。}\nreferences:\n"), (f"{TRIAL}:notes[0]", "summary-1", f"{TRIAL}:summary[0]")),
    ],
)  # fmt: skip
def test_bad_ids_differ(tell: Tell, change: Edit, expected: tuple[str, str, str]) -> None:
    assert tell(change) == [twice(*expected)]


@pytest.mark.parametrize("name", ["main", "sec-outcomes", "cited-1"])
def test_bad_ids_differ_from_the_ids_of_the_page(tell: Tell, name: str) -> None:
    assert tell((SOURCE, ALL_PATIENTS, f"id: {name}")) == [reserved(f"{SOURCE}:outcomes[0]", name)]


def test_good_ids_differ(tell: Tell) -> None:
    one_id_in_two_files = (TRIAL, "  - en: The summarised", "  - id: responders\n    en: The summarised")
    assert tell((SOURCE, ALL_PATIENTS, "id: recommendations-2"), one_id_in_two_files) == []


def test_a_section_may_begin_like_an_id_of_the_page(tell: Tell) -> None:
    section = (SOURCE, "  dosing:\n", "  maintenance:\n")
    assert tell(section, (SOURCE, HEADING, "  maintenance: {en: Maintenance, ja: 維持療法}\n")) == []


@pytest.mark.parametrize(
    ("about", "wrong", "hint"),
    [
        ("[responder]", "[0]", "did you mean 'responders'?"),
        ("[responders, result-2]", "[1]", "did you mean 'results-2'?"),
        (
            "[xyz]",
            "[0]",
            "known: background-1, commentary-1, dosing-1, key-points-1, keywords-1, limitations-1, plain-summary-1, recommendations-1, responders, response-all, results-2, takeaway, title",
        ),
    ],
)
def test_bad_notes_have_their_sentence(tell: Tell, about: str, wrong: str, hint: str) -> None:
    name = about.strip("[]").split(", ")[-1]
    message = f"there is no sentence '{name}' in this file"
    change = (SOURCE, "about: [responders]", f"about: {about}")
    assert tell(change) == [(f"{SOURCE}:commentary[0].about{wrong}", "sentence-unknown", message, hint)]


@pytest.mark.parametrize("about", ["[]", "[results-2, response-all, title, plain-summary-1]"])
def test_good_notes_have_their_sentence(tell: Tell, about: str) -> None:
    assert tell((SOURCE, "about: [responders]", f"about: {about}")) == []


def test_bad_sections_have_headings(tell: Tell) -> None:
    message, hint = "the section 'result' has no heading", "did you mean 'results'?"
    assert tell((SOURCE, "  background:", "  result:")) == [(f"{SOURCE}:abstract.result", "heading-missing", message, hint)]  # fmt: skip


def test_a_section_that_resembles_no_other_is_to_be_given_a_heading(tell: Tell) -> None:
    message, hint = "the section 'dosing' has no heading", "give it one under 'headings'"
    change = (SOURCE, f"headings:\n{HEADING}", "")
    assert tell(change) == [(f"{SOURCE}:abstract.dosing", "heading-missing", message, hint)]


def test_bad_sections_have_headings_that_are_used(tell: Tell) -> None:
    message, hint = "the abstract has no section 'dosage'", "did you mean 'dosing'?"
    change = (SOURCE, HEADING, f"{HEADING}  dosage: {{en: Dosage, ja: 用量}}\n")
    assert tell(change) == [(f"{SOURCE}:headings.dosage", "heading-unused", message, hint)]


@pytest.mark.parametrize("name", ["outcomes", "document", "uses", "key_points", "cited"])
def test_a_section_that_the_page_has_by_itself_is_refused(tell: Tell, name: str) -> None:
    message = f"'{name}' is a part of the page by itself"
    hint = "put its pairs into the field of that name, or choose another key"
    heading = (SOURCE, HEADING, f"  {name}: {{en: Dosing, ja: 用法}}\n")
    told = tell((SOURCE, "  dosing:\n", f"  {name}:\n"), heading)
    assert told == [(f"{SOURCE}:abstract.{name}", "section-taken", message, hint)]


def test_good_sections_have_headings(tell: Tell) -> None:
    of_a_known_one = f"{HEADING}  results: {{en: Findings, ja: 所見}}\n"
    assert tell((SOURCE, "  background:", "  question:"), (SOURCE, HEADING, of_a_known_one)) == []
