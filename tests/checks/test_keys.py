from pathlib import PurePosixPath

import pytest

from tests.approving import REVIEW, approve_all
from tests.checks.told import ENDPOINTS, IN_BOTH, PAGE, SOURCE, TERM, TOPICS, TRIAL, WORKS, Edit, Tell, Told
from tests.conftest import Files

IN_TRIAL = "    unit: patient\n"


def unknown(place: str, kind: str, key: str, hint: str) -> Told:
    return place, f"{kind}-unknown", f"there is no {kind} '{key}'", hint


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((SOURCE, "seed: doe-2020", "seed: doe-2021"), (f"{SOURCE}:seed", "seed", "doe-2021", "did you mean 'doe-2020'?")),
        ((SOURCE, "citation: doe-2020", "citation: deo-2020"), (f"{SOURCE}:citation", "work", "deo-2020", "did you mean 'doe-2020'?")),
        ((SOURCE, "topics: [anaemia]", "topics: [anaemia, anemia]"), (f"{SOURCE}:topics[1]", "topic", "anemia", "did you mean 'anaemia'?")),
        ((SOURCE, "topics: [anaemia]", "topics: [anaemia, xyz]"), (f"{SOURCE}:topics[1]", "topic", "xyz", "known: anaemia")),
        ((SOURCE, "references: [roe-2019]", "references: [roe-2019, roe-2018]"), (f"{SOURCE}:references[1]", "work", "roe-2018", "did you mean 'roe-2019'?")),
        ((SOURCE, "endpoint: response", "endpoint: responses"), (f"{SOURCE}:outcomes[0].endpoint", "endpoint", "responses", "did you mean 'response'?")),
        ((SOURCE, IN_TRIAL, f"{IN_TRIAL}    trial: fero\n"), (f"{SOURCE}:outcomes[0].trial", "trial", "fero", "did you mean 'ferro'?")),
        ((TRIAL, "key: roe-2019", "key: roe-2091"), (f"{TRIAL}:references[0].key", "work", "roe-2091", "did you mean 'roe-2019'?")),
        ((TERM, "verified:", "related: [haemoglobin, hemoglobin]\nverified:"), (f"{TERM}:related[1]", "term", "hemoglobin", "did you mean 'haemoglobin'?")),
        ((ENDPOINTS, "term: haemoglobin", "term: haemo-globin"), (f"{ENDPOINTS}:response.term", "term", "haemo-globin", "did you mean 'haemoglobin'?")),
        ((WORKS, "  page: 5\n", "  page: 5\n  related: [{kind: comment_on, key: deo-2020}]\n"), (f"{WORKS}:roe-2019.related[0].key", "work", "deo-2020", "did you mean 'doe-2020'?")),
        ((WORKS, "  page: 5\n", "  page: 5\n  checked: 2026-11-22\n  notices: [{kind: correction, key: deo-2020}]\n"), (f"{WORKS}:roe-2019.notices[0].key", "work", "deo-2020", "did you mean 'doe-2020'?")),
        ((WORKS, "source: doe-2020", "source: doe-2002"), (f"{WORKS}:roe-2019.as_printed[0].source", "source", "doe-2002", "did you mean 'doe-2020'?")),
    ],
)  # fmt: skip
def test_bad_named_records_exist(tell: Tell, change: Edit, expected: tuple[str, str, str, str]) -> None:
    assert tell(change) == [unknown(*expected)]


def test_bad_named_records_exist_for_a_review(small: Files, tell: Tell) -> None:
    approve_all(small)
    small[PurePosixPath("content/reviews/deo-2020.yaml")] = small.pop(PurePosixPath(REVIEW))
    place = "content/reviews/deo-2020.yaml"
    assert tell() == [unknown(place, "source", "deo-2020", "did you mean 'doe-2020'?")]


def test_good_named_records_exist(tell: Tell) -> None:
    in_trial = (SOURCE, IN_TRIAL, f"{IN_TRIAL}    trial: ferro\n")
    related = (TERM, "verified:", "related: [haemoglobin]\nverified:")
    listed = (SOURCE, "references: [roe-2019]", "references: [roe-2019, doe-2020]")
    assert tell(in_trial, related, listed) == []


def test_who_names_a_record_that_could_not_be_read_is_not_blamed(tell: Tell) -> None:
    in_trial = (SOURCE, IN_TRIAL, f"{IN_TRIAL}    trial: ferro\n")
    broken = (TRIAL, "registry:", "registered:")
    hint = "did you mean 'registry'?"
    assert tell(in_trial, broken) == [(f"{TRIAL}:registered", "field-unknown", "there is no field 'registered' here", hint)]  # fmt: skip


CLOSING = "a ',' or the closing ']' is missing", "look at what '[' opens in the lines above"


@pytest.mark.parametrize("file", [WORKS, TOPICS, ENDPOINTS])
def test_names_of_a_kind_are_not_checked_while_a_file_of_it_cannot_be_read(small: Files, tell: Tell, file: str) -> None:
    small[PurePosixPath(file)] = b"response: [a\n"
    assert tell() == [(f"{file}:2", "yaml-syntax", *CLOSING)]


def test_names_of_other_kinds_are_checked_all_the_same(small: Files, tell: Tell) -> None:
    small[PurePosixPath(TOPICS)] = b"anaemia: [a\n"
    assert tell(
        (SOURCE, "topics: [anaemia]", "topics: [xyz]"), (SOURCE, "citation: doe-2020", "citation: doe-2021")
    ) == [
        unknown(f"{SOURCE}:citation", "work", "doe-2021", "did you mean 'doe-2020'?"),
        (f"{TOPICS}:2", "yaml-syntax", *CLOSING),
    ]


ABOUT = "- {en: This site is for tests., ja: これは試験用のサイトです。}"


def test_bad_cited_works_exist_in_a_note(tell: Tell) -> None:
    en = (SOURCE, "compared [@roe-2019].", "compared [@roe-2019; @row-2019, p. 3].")
    ja = (SOURCE, "記されていない[@roe-2019]", "記されていない[@roe-2019][@row-2019]")
    assert tell(en, ja) == [
        unknown(f"{SOURCE}:commentary[0].en", "work", "row-2019", "did you mean 'roe-2019'?"),
        unknown(f"{SOURCE}:commentary[0].ja", "work", "row-2019", "did you mean 'roe-2019'?"),
    ]


def test_bad_cited_works_exist_on_a_page(tell: Tell) -> None:
    new = '- {en: "This site is for tests [@nobody-1999]."}'
    missing = "translation-missing (warning)"
    assert tell((PAGE, ABOUT, new)) == [
        (f"{PAGE}:sections[0].text[0]", missing, "there is no text in 'ja' yet", "the page shows the other language"),
        unknown(f"{PAGE}:sections[0].text[0].en", "work", "nobody-1999", "known: doe-2020, roe-2019"),
    ]


def test_good_cited_works_exist(tell: Tell) -> None:
    new = '- {en: "This site is for tests [@doe-2020, p. 3].", ja: "これは試験用のサイトです[@doe-2020, p. 3]。"}'
    assert tell((PAGE, ABOUT, new)) == []


@pytest.mark.parametrize(("file", "old", "new", "where"), IN_BOTH)
def test_works_and_terms_named_outside_the_sentences_exist(
    tell: Tell, file: str, old: str, new: str, where: str
) -> None:
    told = tell((file, old, new.replace("%s", "[@row-2019] [[hemoglobin]]")))
    assert told == [
        message
        for locale in ("en", "ja")
        for message in (
            unknown(f"{file}:{where}.{locale}", "term", "hemoglobin", "did you mean 'haemoglobin'?"),
            unknown(f"{file}:{where}.{locale}", "work", "row-2019", "did you mean 'roe-2019'?"),
        )
    ]


@pytest.mark.parametrize(("file", "old", "new", "where"), IN_BOTH)
def test_a_malformed_citation_is_told_outside_the_sentences_too(
    tell: Tell, file: str, old: str, new: str, where: str
) -> None:
    message = "'[@]' is not a citation"
    hint = "write [@key], [@key, p. 12], [@a; @b] or [[term]], with half-width signs"
    assert tell((file, old, new.replace("%s", "[@]", 1).replace("%s", ""))) == [
        (f"{file}:{where}.en", "citation-malformed", message, hint)
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((SOURCE, "en: Give iron.", "en: Give [[hemoglobin]]."), (f"{SOURCE}:recommendations[0].en", "term", "hemoglobin", "did you mean 'haemoglobin'?")),
        ((SOURCE, "鉄剤を投与する。", "鉄剤を[[haemoglobine|Hb]]に投与する。"), (f"{SOURCE}:recommendations[0].ja", "term", "haemoglobine", "did you mean 'haemoglobin'?")),
        ((TERM, "A protein of", "A [[xyz]] of"), (f"{TERM}:definition[0].en", "term", "xyz", "known: haemoglobin")),
    ],
)  # fmt: skip
def test_bad_linked_terms_exist(tell: Tell, change: Edit, expected: tuple[str, str, str, str]) -> None:
    assert tell(change) == [unknown(*expected)]


def test_good_linked_terms_exist(tell: Tell) -> None:
    en = (SOURCE, "en: Give iron.", "en: Give [[haemoglobin]] and [[haemoglobin|the red]].")
    assert tell(en, (SOURCE, "鉄剤を投与する。", "鉄剤を[[ haemoglobin |Hb]]に投与する。")) == []
