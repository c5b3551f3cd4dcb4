from pathlib import PurePosixPath

import pytest

from taiyaku.base.locale import Locale
from taiyaku.base.rules import Words, all_rules
from tests.checks.told import SOURCE, TERM, TOPICS, TRIAL, Edit, Tell, Told
from tests.conftest import Files

PROTEIN = "content/glossary/protein.yaml"
MENTIONS = "mentions: [FERRO]"


def twice(place: str, wording: str, first: str, second: str, other: str) -> Told:
    message = f"the wording '{wording}' belongs to '{first}' as well as to '{second}'"
    return place, "wording-twice", message, "keep it in one of the two", other


def add_protein(small: Files, en: str, ja: str) -> None:
    term = f"term: {{en: {en}, ja: {ja}}}\ndefinition: [{{en: It is red., ja: 赤いものです。}}]\nverified: false\n"
    small[PurePosixPath(PROTEIN)] = term.encode()


def test_bad_wordings_have_one_owner_among_terms(small: Files, tell: Tell) -> None:
    add_protein(small, "blood protein", "ヘモグロビン")
    assert tell() == [twice(PROTEIN, "ヘモグロビン", "glossary/haemoglobin", "glossary/protein", TERM)]


def test_bad_wordings_have_one_owner_among_terms_and_trials(tell: Tell) -> None:
    change = (TRIAL, MENTIONS, "mentions: [FERRO, Hb]")
    assert tell(change) == [twice(TRIAL, "Hb", "glossary/haemoglobin", "trials/ferro", TERM)]


def test_good_wordings_have_one_owner(small: Files, tell: Tell) -> None:
    add_protein(small, "blood protein", "血色素")
    within_one_term = (TERM, "abbreviation: Hb", "abbreviation: Hb\nalso: {en: [Hb, haemoglobin], ja: []}")
    avoided_here = (TERM, "avoid: {en: [hemoglobin], ja: []}", "avoid: {en: [hemoglobin], ja: [血色素]}")
    assert tell(within_one_term, avoided_here, (TRIAL, MENTIONS, "mentions: [FERRO, FERRO-2]")) == []


HINT = "write 'haemoglobin' or 'Hb'"
LOW = f"{SOURCE}:abstract.background[0].en"


def avoided(place: str, wording: str, hint: str = HINT) -> Told:
    return place, "term-avoided", f"'{wording}' is a wording that the glossary avoids", hint


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ((SOURCE, "Haemoglobin was low;", "Hemoglobin was low;"), avoided(LOW, "Hemoglobin")),
        ((SOURCE, "Haemoglobin was low;", "The [[haemoglobin|hemoglobin]] was low;"), avoided(LOW, "hemoglobin")),
        ((SOURCE, "en: This sentence", "en: This hemoglobin"), avoided(f"{SOURCE}:abstract.results[1].en", "hemoglobin")),
        ((TOPICS, "Too little haemoglobin.", "Little hemoglobin or hemoglobin."), avoided(f"{TOPICS}:anaemia.description.en", "hemoglobin")),
        ((TERM, "A protein of", "A hemoglobin of"), avoided(f"{TERM}:definition[0].en", "hemoglobin")),
    ],
)  # fmt: skip
def test_bad_avoided_wordings_are_not_used(tell: Tell, change: Edit, expected: Told) -> None:
    assert tell(change) == [expected]


def test_bad_avoided_wordings_are_not_used_in_japanese(tell: Tell) -> None:
    avoid = (TERM, "avoid: {en: [hemoglobin], ja: []}", "avoid: {en: [], ja: [血色素（Ｈ）]}")
    hint = "write 'ヘモグロビン' or 'Hb'"
    given = (TOPICS, "ヘモグロビンが少ない状態。", "血色素(H)が少ない状態。")
    assert tell(avoid, given) == [avoided(f"{TOPICS}:anaemia.description.ja", "血色素(H)", hint)]


@pytest.mark.parametrize(
    "text",
    [
        "Haemoglobin was low",
        "Methemoglobin was low",
        "Given at a place (https://example.org/hemoglobin)",
        "Given [at a place](https://example.org/hemoglobin)",
        "HEMO-FERRO (hemoglobin in FERRO) was low",
    ],
)
def test_good_avoided_wordings_are_not_used(tell: Tell, text: str) -> None:
    trial = (TRIAL, MENTIONS, "mentions: [FERRO, hemoglobin in FERRO]")
    assert tell(trial, (SOURCE, "Haemoglobin was low;", f"{text};")) == []


def test_a_wording_that_another_term_approves_is_not_avoided(small: Files, tell: Tell) -> None:
    add_protein(small, "hemoglobin", "血色素")
    assert tell((SOURCE, "Haemoglobin was low;", "Hemoglobin was low;")) == []


def test_an_avoided_wording_may_be_set_aside(tell: Tell) -> None:
    quoted = "set_aside: [{rule: term-avoided, why: A title as printed.}]\n    - en: Hemoglobin was low;"
    assert (
        tell(
            (
                SOURCE,
                "- en: Haemoglobin was low;",
                quoted.replace("\n    - en", "\n      en").replace("set", "- set", 1),
            )
        )
        == []
    )


def example(small: Files, tell: Tell, words: Words) -> list[str]:
    """The rules that an example of the registry breaks, where the glossary has the term it is about."""
    term = "term: {en: prostate-specific antigen, ja: 前立腺特異抗原}\ndefinition: [{en: It is red., ja: 赤いものです。}]\n"
    small[PurePosixPath("content/glossary/psa.yaml")] = (
        f"{term}avoid: {{ja: [前立腺特異性抗原]}}\nverified: false\n".encode()
    )
    advice = (SOURCE, "en: Give iron.\n    ja: 鉄剤を投与する。", f"en: {words[Locale.EN]}\n    ja: {words[Locale.JA]}")
    return [problem[1] for problem in tell(advice)]


def test_the_bad_example_of_the_registry_breaks_the_rule(small: Files, tell: Tell) -> None:
    bad = all_rules()["term-avoided"].bad.pair
    assert bad is not None
    assert example(small, tell, bad) == ["term-avoided"]


def test_the_good_example_of_the_registry_keeps_it(small: Files, tell: Tell) -> None:
    good = all_rules()["term-avoided"].good.pair
    assert good is not None
    assert example(small, tell, good) == []
