import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.statement import read
from taiyaku.parity.alignment import align
from taiyaku.parity.finding import Finding
from taiyaku.parity.negation import negation_differs

EN, JA = Locale.EN, Locale.JA


def found(en: str, ja: str) -> list[Finding]:
    one, other = read(en, EN), read(ja, JA)
    return list(negation_differs(one, other, align(one, other)))


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("Aspirin is recommended.", "アスピリンが推奨される。"),
        ("Aspirin is not recommended.", "アスピリンは推奨されない。"),
        ("The drug did not reduce mortality.", "この薬は死亡率を低下させなかった。"),
        ("There was no significant difference between the groups.", "両群間に有意差は認められなかった。"),
        ("Patients without metastases were enrolled.", "転移のない患者を登録した。"),
        ("Symptoms did not improve.", "症状は改善しなかった。"),
        # words that deny within themselves
        ("Untreated patients were enrolled.", "未治療の患者を登録した。"),
        ("Ineligible patients were excluded.", "不適格の患者を除外した。"),
        ("The cause is unknown.", "原因はわかっていない。"),
        ("The cause is not known.", "原因は不明である。"),
        ("Treatment is not necessary.", "治療は不要である。"),
        # words that do the work of a negation
        ("Do not freeze.", "凍結を避けること。"),
        ("Avoid freezing.", "凍結しないこと。"),
        # what is denied is a number, or an exception
        ("Not more than 5 doses were given.", "投与は5回以下であった。"),
        ("Not only pain but also sleep improved.", "痛みだけでなく睡眠も改善した。"),
        # nothing changed
        ("The dose was unchanged.", "用量は変わらなかった。"),
        # an answer of its own
        ("No, aspirin is recommended.", "いいえ、アスピリンが推奨される。"),
        ("The median was not reached.", "中央値は未到達であった。"),
        ("", ""),
    ],
)
def test_what_both_deny_or_affirm_is_left_alone(en: str, ja: str) -> None:
    assert found(en, ja) == []


def test_what_must_be_avoided_is_denied() -> None:
    assert found("Freezing must be avoided.", "凍結しないこと。") == []


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("Aspirin is not recommended.", "アスピリンが推奨される。"),
        ("Aspirin is recommended.", "アスピリンは推奨されない。"),
        ("The drug did not reduce mortality.", "この薬は死亡率を低下させた。"),
        ("There was no significant difference between the groups.", "両群間に有意差が認められた。"),
        ("There was a significant difference between the groups.", "両群間に有意差は認められなかった。"),
        ("Patients without metastases were enrolled.", "転移のある患者を登録した。"),
        ("Symptoms did not improve.", "症状は改善した。"),
        ("Symptoms improved.", "症状は改善しなかった。"),
        ("The cause is not known.", "原因はわかっている。"),
        (
            "Aspirin is not recommended in women. Warfarin is recommended in men.",
            "アスピリンは女性に推奨される。ワルファリンは男性に推奨される。",
        ),
    ],
)
def test_what_one_denies_and_the_other_affirms_is_told(en: str, ja: str) -> None:
    assert [finding.rule for finding in found(en, ja)] == ["negation-differs"]


def test_a_finding_shows_the_denial_and_the_affirmation() -> None:
    [finding] = found("Aspirin is not recommended.", "アスピリンが推奨される。")
    assert (finding.en, finding.ja) == ((11, 14), (6, 8))
    assert finding.message == "'not' denies in the English what '推奨' affirms in the Japanese"


def test_a_finding_tells_when_the_japanese_denies() -> None:
    [finding] = found("Aspirin is recommended.", "アスピリンは推奨されない。")
    assert (finding.en, finding.ja) == ((11, 22), (10, 12))
    assert finding.message == "'ない' denies in the Japanese what 'recommended' affirms in the English"


WORDS_EN = st.sampled_from(
    [
        "not",
        "no",
        "never",
        "recommended",
        "increased",
        "treated",
        "observed",
        "untreated",
        "unknown",
        "improve",
        ".",
        ",",
        "but",
        "[@a]",
        "5",
    ]
)
WORDS_JA = st.sampled_from(
    [
        "ない",
        "なかった",
        "未",
        "不",
        "推奨",
        "増加",
        "治療",
        "認められ",
        "改善",
        "、",
        "。",
        "が、",
        "しか",
        "ほとんど",
        "5例",
        "以上",
    ]
)


@settings(max_examples=100, derandomize=True)
@given(st.lists(WORDS_EN, max_size=12).map(" ".join), st.lists(WORDS_JA, max_size=12).map("".join))
def test_there_is_one_finding_at_most_and_it_lies_within_the_texts(en: str, ja: str) -> None:
    told = found(en, ja)
    assert len(told) <= 1
    for finding in told:
        assert finding.en or finding.ja
        for span, text in ((finding.en, en), (finding.ja, ja)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


@settings(max_examples=100, derandomize=True)
@given(
    st.lists(st.sampled_from(["aspirin", "was", "recommended", "improved", "and", ".", "48"]), max_size=12).map(
        " ".join
    )
)
def test_where_nothing_is_denied_nothing_is_told(en: str) -> None:
    assert found(en, "アスピリンが推奨され、改善した。") == []
