import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.parity.compare import compare

DEVELOPMENT = Path(__file__).parents[2] / "benchmarks" / "fidelity" / "development"
RECORDS = [
    json.loads(line) for file in sorted(DEVELOPMENT.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
]


def rules(en: str, ja: str) -> set[str]:
    return {finding.rule for finding in compare(en, ja, meaning_only=True)}


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("Median survival was 9.3 months.", "生存期間の中央値は9.3か月であった。"),
        ("PSA fell by at least 50% in 13 of 43 patients.", "43例中13例でPSAが50%以上低下した。"),
        ("They received two infusions.", "2回の投与を受けた。"),
        ("A third of the patients responded.", "患者の3分の1で奏効が得られた。"),
        ("Half of the patients relapsed.", "患者の50%が再発した。"),
        ("Enrolment began on 9 May 2018.", "登録は平成30年5月9日に開始された。"),
        ("About 1.2 million people took part.", "約120万人が参加した。"),
        ("The platelet count was below 1.5×10⁹/L.", "血小板数は1.5×10⁹/L未満であった。"),
        ("This phase 3 trial is complete.", "本第III相試験は完了した。"),
        ("Follow-up lasted 24 months.", "追跡期間は2年であった。"),
        ("Do not store above 25 °C.", "25℃以下で保存すること。"),
        (
            "Survival was 15.3 months versus 11.3 months with placebo.",
            "生存期間は、プラセボ群の11.3か月に対し15.3か月であった。",
        ),
        ("The median was not reached.", "中央値は未到達であった。"),
    ],
)
def test_what_says_the_same_is_left_alone(en: str, ja: str) -> None:
    assert rules(en, ja) == set()


@pytest.mark.parametrize(
    ("en", "ja", "rule"),
    [
        ("Median survival was 9.3 months.", "生存期間の中央値は9.8か月であった。", "number-differs"),
        ("Median survival was 9.3 months.", "生存期間の中央値は93か月であった。", "number-differs"),
        ("Median survival was 6.0 months.", "生存期間の中央値は6か月であった。", "number-differs"),
        ("Median survival was short.", "生存期間の中央値は短く、9.3か月であった。", "number-added"),
        ("Survival was 9.3 months in 48 patients.", "48例の生存期間を示した。", "number-missing"),
        ("Each dose was 7.4 GBq.", "1回の投与量は7.4 MBqであった。", "unit-differs"),
        ("It was seen in 43%.", "43例にみられた。", "percent-differs"),
        ("It rose by 5 percentage points.", "5%上昇した。", "point-differs"),
        ("Patients aged 18 or older took part.", "18歳未満の患者が参加した。", "comparator-differs"),
        ("It began on 9 May 2018.", "2018年5月8日に開始された。", "date-differs"),
        ("The count was 1.5×10⁹/L.", "1.5×109/Lであった。", "superscript-lost"),
        ("It was 46% with placebo and 30% with aspirin.", "プラセボ群で30%、アスピリン群で46%であった。", "values-swapped"),
        ("It was seen in 13 of 43 patients.", "13例中43例にみられた。", "values-swapped"),
        ("It helps [@doe-2020].", "有用である[@doe-2021]。", "citation-differs"),
        ("It helps [@doe-2020].", "有用である。", "citation-lost"),
        ("PSMA-617 was used.", "PSMA-671を用いた。", "name-differs"),
        ("Overall survival was longer.", "無増悪生存期間は延長した。", "term-differs"),
        ("Aspirin is not recommended.", "アスピリンが推奨される。", "negation-differs"),
        ("Aspirin is recommended.", "アスピリンは推奨されない。", "negation-differs"),
        ("The risk increased.", "リスクが低下した。", "direction-differs"),
        ("The median was not reached.", "中央値に到達した。", "not-reached-differs"),
        ("The drug works. It harms the liver.", "この薬は効く。", "sentence-missing"),
        ("The drug works.", "The drug works.", "untranslated"),
        ("It was high.", "⾼い。", "character-unsound"),
    ],
)  # fmt: skip
def test_what_says_another_thing_is_told_by_its_rule(en: str, ja: str, rule: str) -> None:
    assert rule in rules(en, ja)


def test_alarms_on_the_correct_pairs_of_the_development_set_do_not_grow() -> None:
    alarmed = [record["id"] for record in RECORDS if rules(record["en"], record["ja"])]
    assert len(alarmed) <= 0.02 * len(RECORDS), alarmed


def test_most_errors_planted_in_the_development_set_are_noticed() -> None:
    planted: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    for record in RECORDS[::3]:  # a third of them tells, in a third of the time
        told = rules(record["en"], record["ja"])
        for error in record["planted"]:
            planted[error["kind"]] += 1
            noticed[error["kind"]] += bool(rules(error.get("en", record["en"]), error.get("ja", record["ja"])) - told)
    assert len(planted) == 18
    assert {kind for kind, number in planted.items() if noticed[kind] < 0.65 * number} == set()
    assert noticed.total() > 0.85 * planted.total()


@given(st.text(), st.text())
@settings(max_examples=200)
def test_any_text_can_be_compared(en: str, ja: str) -> None:
    for finding in compare(en, ja):
        for span, text in ((finding.en, en), (finding.ja, ja)):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
