import pytest

from tests.checks.told import DIFFERENCES, Edit, Tell, Told

FORM = "      says: [takeaway, responders]\n"
STATES = (DIFFERENCES, "en: it did in some patients", "en: it did in 12/40 patients")
AND_JA = (DIFFERENCES, "一部の患者で役立った", "12/40例で役立った")
NAMED = (DIFFERENCES, FORM, f"{FORM}      figures: [response]\n")
ENTRY = f"{DIFFERENCES}:effect.entries[0]"
REMARK = f"{DIFFERENCES}:effect.remark"


@pytest.mark.parametrize(
    ("said", "step", "hint"),
    [("takeway", 0, "did you mean 'takeaway'?"), ("responders, result-2", 1, "did you mean 'results-2'?")],
)
def test_bad_entries_have_their_sentences(tell: Tell, said: str, step: int, hint: str) -> None:
    name = said.rpartition(", ")[2]
    change = (DIFFERENCES, "says: [takeaway, responders]", f"says: [{said}]")
    expected = (f"{ENTRY}.says[{step}]", "sentence-unknown", f"there is no sentence '{name}' in 'doe-2020'", hint)
    assert tell(change) == [expected]


def test_good_entries_have_their_sentences(tell: Tell) -> None:
    assert tell((DIFFERENCES, "says: [takeaway, responders]", "says: [results-2]")) == []


def test_bad_entries_state_what_is_said(tell: Tell) -> None:
    elsewhere = (DIFFERENCES, FORM, "      says: [dosing-1]\n      figures: [response]\n")
    message, hint = (
        "no sentence under 'says' states the figure 'response'",
        "name the sentence that states it, or take the figure out",
    )
    assert tell(STATES, AND_JA, elsewhere) == [(f"{ENTRY}.figures[0]", "entry-unfounded", message, hint)]


def test_good_entries_state_what_is_said(tell: Tell) -> None:
    assert tell(STATES, AND_JA, NAMED) == []


def test_the_source_of_an_entry_exists(tell: Tell) -> None:
    change = (DIFFERENCES, "source: doe-2020", "source: deo-2020")
    message, hint = "there is no source 'deo-2020'", "did you mean 'doe-2020'?"
    assert tell(change) == [(f"{ENTRY}.source", "source-unknown", message, hint)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            [STATES, AND_JA],
            [
                (f"{ENTRY}.en", "quantity-unledgered", "'12' is no number of the figures that the pair names", "name 'response' in 'figures'"),
                (f"{ENTRY}.en", "quantity-unledgered", "'40 patients' is no number of the figures that the pair names", "name 'patients' or 'response' in 'figures'"),
                (f"{ENTRY}.ja", "quantity-unledgered", "'12' is no number of the figures that the pair names", "name 'response' in 'figures'"),
                (f"{ENTRY}.ja", "quantity-unledgered", "'40例' is no number of the figures that the pair names", "name 'patients' or 'response' in 'figures'"),
            ],
        ),
        (
            [STATES, (DIFFERENCES, "一部の患者で役立った", "13/40例で役立った"), NAMED],
            [(f"{ENTRY}.ja", "figure-unstated", "does not state the figure 'response' (12/40, patient)", "state it in digits, or take it out of 'figures'")],
        ),
        (
            [(DIFFERENCES, FORM, f"{FORM}      figures: [respons]\n")],
            [(f"{ENTRY}.figures[0]", "figure-unknown", "the ledger seeds/doe-2020.yaml has no figure 'respons'", "did you mean 'response'?")],
        ),
        (
            [(DIFFERENCES, "en: A single document says so.", "en: 40 say so."), (DIFFERENCES, "そう述べているのは一つの文献のみである。", "40例とする。")],
            [
                (f"{REMARK}.{lang}", "quantity-unledgered", f"'{words}' is no number of the figures that the pair names", "add the document's figure to the ledger and name it, give our arithmetic in 'derived', or take the number out")
                for lang, words in (("en", "40"), ("ja", "40例"))
            ],
        ),
    ],
    ids=["figures not named", "figure not stated", "figure misspelt", "remark"],
)  # fmt: skip
def test_an_entry_answers_to_the_ledger_of_its_document(tell: Tell, changes: list[Edit], expected: list[Told]) -> None:
    found = [told for told in tell(*changes) if told[1] in {rule for _, rule, *_ in expected}]
    assert found == expected


def test_a_remark_names_figures_with_their_source(tell: Tell) -> None:
    texts = [(DIFFERENCES, "en: A single document says so.", "en: It was seen in 12/40.")]
    texts += [
        (
            DIFFERENCES,
            "ja: そう述べているのは一つの文献のみである。",
            "ja: 12/40にみられた。\n    figures: [doe-2020/response]",
        )
    ]
    assert tell(*texts) == []
