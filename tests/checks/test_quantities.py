import pytest

from tests.checks.told import SEED, SOURCE, TRIAL, Edit, Tell, Told

ADVICE = "  - en: Give iron.\n    ja: 鉄剤を投与する。\n"
LEDGER_P = "  - {id: p,"
NO_NUMBER = "is no number of the figures that the pair names"
OTHERWISE = (
    "add the document's figure to the ledger and name it, give our arithmetic in 'derived', or take the number out"
)
NAME_40, NAME_P = "name 'patients' or 'response' in 'figures'", "name 'p' in 'figures'"
FORM = "write it as 17 = 30 - 13 or 46.09 = 106 / 230 * 100, with + - * / ( ) and nothing else"


def advice(en: str, ja: str, *fields: str) -> Edit:
    """The small project's recommendation, with other texts and further fields."""
    return SOURCE, ADVICE, f'  - en: "{en}"\n    ja: "{ja}"\n' + "".join(f"    {field}\n" for field in fields)


def ledger(name: str, value: str, unit: str) -> Edit:
    """One more figure, which no sentence need report."""
    figure = (
        f"{{id: {name}, value: {value}, unit: {unit}, line: 9, at: Abstract, says: It., report: false, why: Test.}}"
    )
    return SEED, LEDGER_P, f"  - {figure}\n{LEDGER_P}"


def unledgered(locale: str, quantity: str, hint: str = OTHERWISE) -> Told:
    return f"{SOURCE}:recommendations[0].{locale}", "quantity-unledgered", f"'{quantity}' {NO_NUMBER}", hint


def at_fault(rule: str, message: str, hint: str, line: int = 0) -> Told:
    return f"{SOURCE}:recommendations[0].derived[{line}]", rule, message, hint


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (advice("Seen in 37%.", "37%でみられた。"), [unledgered("en", "37%"), unledgered("ja", "37%")]),
        (advice("Seen in 40 patients.", "40例にみられた。"), [unledgered("en", "40 patients", NAME_40), unledgered("ja", "40例", NAME_40)]),
        (advice("Seen (P<0.05).", "みられた（P<0.05）。"), [unledgered("en", "0.05", NAME_P), unledgered("ja", "0.05", NAME_P)]),
        (advice("Seen in 40 of 41.", "41例中40例にみられた。", "figures: [patients]"), [unledgered("en", "41"), unledgered("ja", "41例")]),
        (advice("Seen in 12/40 of 40.0.", "40.0のうち12/40でみられた。", "figures: [response]"), [unledgered("en", "40.0"), unledgered("ja", "40.0")]),
        (advice("Seen in 2021.", "2021年にみられた。"), [unledgered("en", "2021"), unledgered("ja", "2021年")]),
        (advice("A ratio (90% CI).", "比（90%信頼区間）。"), [unledgered("en", "90%"), unledgered("ja", "90%")]),
        (advice("In 95% of people.", "95%の人に。"), [unledgered("en", "95%"), unledgered("ja", "95%")]),
    ],
)  # fmt: skip
def test_bad_quantities_are_in_the_ledger(tell: Tell, change: Edit, expected: list[Told]) -> None:
    assert tell(change) == expected


def test_every_part_of_a_summary_is_looked_at(tell: Tell) -> None:
    edits = [
        (SOURCE, "鉄と貧血に関するコホート研究", "鉄と貧血に関するコホート研究（37例）"),
        (SOURCE, "Iron helped some people", "Iron helped 37 people"),
        (SOURCE, "Haemoglobin was low;", "Haemoglobin was low in 37;"),
        (SOURCE, "FERRO was compared [", "FERRO was compared in 37 [@roe-2019] ["),
        (SOURCE, "記されていない[", "記されていない[@roe-2019]["),
        (SOURCE, "{en: iron,", "{en: iron 37,"),
        (SOURCE, "A single group.", "A group of 37."),
    ]
    places = [place for place, rule, *_ in tell(*edits) if rule == "quantity-unledgered"]
    fields = (
        "abstract.background[0].en",
        "commentary[0].en",
        "keywords[0].en",
        "limitations[0].en",
        "plain_summary[0].en",
        "title.ja",
    )
    assert places == [f"{SOURCE}:{field}" for field in fields]  # fmt: skip


def test_a_part_of_a_date_is_no_count_and_a_count_no_part_of_a_date(tell: Tell) -> None:
    dated = ledger("start", "2020-03-12", "date")
    named = advice("From 12 March 2020 in 3 groups.", "2020年3月12日から3群で。", "figures: [start]")
    assert tell(dated, named) == [unledgered("en", "3 groups")]


def test_a_count_is_no_part_of_a_date(tell: Tell) -> None:
    named = advice("On 12 May in 12/40.", "5月12日、12/40。", "figures: [response]")
    assert tell(named) == [unledgered("en", "12 May"), unledgered("ja", "5月12日")]


def test_good_quantities_are_in_the_ledger(tell: Tell) -> None:
    dated = ledger("start", "2020-03-12", "date")
    en = "From 12 March 2020, 12 of 40 (hazard ratio with its 95% CI) had 59Fe, in two or 1 [@roe-2019, p. 12]."
    ja = "2020年3月12日から40例中12例（ハザード比と95%信頼区間）に59Feを用いた[@roe-2019, p. 12]。"
    assert tell(dated, advice(en, ja, "figures: [start, doe-2020/response]")) == []


def test_a_figure_misnamed_or_unstated_is_one_fault(tell: Tell) -> None:
    misnamed = advice("Seen in 40.", "40例にみられた。", "figures: [patient]")
    assert [problem[1] for problem in tell(misnamed)] == ["figure-unknown"]


def test_a_figure_misprinted_is_one_fault(tell: Tell) -> None:
    assert [p[1] for p in tell(advice("Seen in 40.", "41例にみられた。", "figures: [patients]"))] == ["figure-unstated"]


def test_other_records_than_sources_are_not_looked_at(tell: Tell) -> None:
    ja = (TRIAL, "している[@doe-2020]", "している（第3相）[@doe-2020]")
    assert tell((TRIAL, "FERRO [@doe-2020].", "FERRO, of phase 3 [@doe-2020]."), ja) == []


NAMED = "figures: [response]"
OURS = ("Of 40, 12 responded (12/40), 28 did not.", "40例中12例が奏効し(12/40)、28例は奏効しなかった。", NAMED)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (advice(*OURS, 'derived: ["28 = 40 + 12"]'), at_fault("derived-wrong", "the result is 52, not 28", "correct the result here and in the texts, or the arithmetic")),
        (advice(*OURS, 'derived: ["28 = 40 − 12"]'), at_fault("derived-malformed", "'28 = 40 − 12' is not a derivation", FORM)),
        (advice(*OURS, 'derived: ["28 = 28 / 0"]'), at_fault("derived-malformed", "'28 = 28 / 0' divides by zero", FORM)),
        (advice(*OURS, 'derived: ["28 = 41 - 13", "28 = 40 - 12"]'), at_fault("derived-unledgered", "41 is neither a number of the figures that the pair names nor derived before", "name the ledger's figure in 'figures', or derive the number in a line above")),
        (advice(*OURS, 'derived: ["28 = 28 + 0"]'), at_fault("derived-unledgered", "28 is neither a number of the figures that the pair names nor derived before", "name the ledger's figure in 'figures', or derive the number in a line above")),
        (advice(*OURS, 'derived: ["28 = 40 - 12", "70 = 28 / 40 * 100"]'), at_fault("derived-unneeded (warning)", "the pair does not state 70", "take the line out, or state the number", 1)),
    ],
)  # fmt: skip
def test_bad_derivations_hold(tell: Tell, change: Edit, expected: Told) -> None:
    assert expected in tell(change)


def test_a_wrong_derivation_is_one_fault(tell: Tell) -> None:
    assert [problem[1] for problem in tell(advice(*OURS, 'derived: ["28 = 40 + 12"]'))] == ["derived-wrong"]


def test_a_malformed_derivation_is_one_fault(tell: Tell) -> None:
    assert [problem[1] for problem in tell(advice(*OURS, "derived: [28]"))] == ["derived-malformed"]


def test_a_derivation_outside_the_sources_is_computed_too(tell: Tell) -> None:
    edit = (TRIAL, "比較している[@doe-2020]。", '比較している[@doe-2020]。\n    derived: ["3 = 1 + 1"]')
    (problem,) = tell(edit)
    assert problem[:2] == (f"{TRIAL}:summary[0].derived[0]", "derived-wrong")


def test_good_derivations_hold(tell: Tell) -> None:
    en = "Of 40, 12 responded (12/40), 28 (70.0%) did not."
    ja = "40例中12例が奏効し(12/40)、28例(70.0%)は奏効しなかった。"
    assert tell(advice(en, ja, NAMED, 'derived: ["28 = 40 - 12", "70.0 = 28 / 40 * 100"]')) == []


def test_a_result_that_a_later_line_uses_need_not_be_stated(tell: Tell) -> None:
    en, ja = "Seen in 12/40 (70.0% did not respond).", "12/40にみられた（70.0%は奏効せず）。"
    assert tell(advice(en, ja, NAMED, 'derived: ["28 = 40 - 12", "70.0 = 28 / 40 * 100"]')) == []
