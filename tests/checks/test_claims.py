import pytest

from tests.checks.told import SOURCE, Edit, Tell, Told

RESULT = "en: This sentence has no translation yet.\n      at: Results"
KEY_POINT = "    ja: 12/40に奏効。\n    figures: [response]"
ADVICE = "    population: {en: Adults, ja: 成人}\n    at: Conclusion"


def unsupported(place: str, name: str) -> Told:
    hint = "name the ledger's figures, cite a work in both languages, or tell with 'at' where it stands"
    return f"{SOURCE}:{place}", "claim-unsupported", f"nothing tells what '{name}' rests on", hint


@pytest.mark.parametrize(
    ("edits", "place", "name"),
    [
        ([(SOURCE, RESULT, "en: It helped.")], "abstract.results[1]", "results-2"),
        ([(SOURCE, "In 12/40 a response.", "It helped."), (SOURCE, KEY_POINT, "    ja: 役立った。")], "key_points[0]", "key-points-1"),
        ([(SOURCE, ADVICE, ADVICE.partition("\n")[0])], "recommendations[0]", "recommendations-1"),
        ([(SOURCE, ADVICE, ADVICE.partition("\n")[0] + "\n    figures: []")], "recommendations[0]", "recommendations-1"),
    ],
)  # fmt: skip
def test_bad_claims_are_supported(tell: Tell, edits: list[Edit], place: str, name: str) -> None:
    assert tell(*edits) == [unsupported(place, name)]


def test_a_work_cited_in_one_language_only_does_not_support_a_claim(tell: Tell) -> None:
    without = (SOURCE, ADVICE, ADVICE.partition("\n")[0])
    problems = tell(without, (SOURCE, "Give iron.", "Give iron [@roe-2019]."))
    assert "claim-unsupported" in [problem[1] for problem in problems]


def test_good_claims_are_supported(tell: Tell) -> None:
    cited = (SOURCE, RESULT, "en: It helped [@roe-2019].")
    placed = (SOURCE, KEY_POINT, '    ja: 役立った。\n    at: "Answer, part 2"')
    advice = [(SOURCE, ADVICE, ADVICE.partition("\n")[0]), (SOURCE, "Give iron.", "Give iron [@roe-2019].")]
    facing = (SOURCE, "鉄剤を投与する。", "鉄剤を投与する[@roe-2019]。")
    assert tell(cited, (SOURCE, "In 12/40 a response.", "It helped."), placed, *advice, facing) == []


def test_what_is_no_claim_of_the_summary_needs_no_support(tell: Tell) -> None:
    assert tell((SOURCE, "単群の研究である。", "単群である。"), (SOURCE, "A single group.", "One group only.")) == []
