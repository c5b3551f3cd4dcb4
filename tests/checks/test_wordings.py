from pathlib import PurePosixPath

from tests.checks.told import TERM, TRIAL, Tell, Told
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
