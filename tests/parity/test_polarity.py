import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.statement import read
from taiyaku.parity.alignment import align
from taiyaku.parity.finding import Finding
from taiyaku.parity.polarity import direction_differs, not_reached_differs

EN, JA = Locale.EN, Locale.JA


def turned(en: str, ja: str) -> list[Finding]:
    one, other = read(en, EN), read(ja, JA)
    return list(direction_differs(one, other, align(one, other)))


def reached(en: str, ja: str) -> list[Finding]:
    return list(not_reached_differs(read(en, EN), read(ja, JA)))


@pytest.mark.parametrize(
    ("en", "ja", "wrong"),
    [
        ("The risk increased.", "リスクが上昇した。", "リスクが低下した。"),
        ("Mortality was lower with aspirin.", "アスピリン群で死亡率が低かった。", "アスピリン群で死亡率が高かった。"),
        ("Function improved.", "機能は改善した。", "機能は悪化した。"),
        ("The dose was sufficient.", "用量は十分であった。", "用量は不十分であった。"),
        ("A biopsy is necessary.", "生検が必要である。", "生検は不要である。"),
        ("Recovery was faster.", "回復は速かった。", "回復は遅かった。"),
        ("The two were equivalent.", "両者は同等であった。", "両者は異なっていた。"),
        ("Treatment was started early.", "治療は早期に開始された。", "治療は早期に中止された。"),
        ("The women were treated.", "女性を治療した。", "男性を治療した。"),
        ("The left arm was weak.", "左腕の筋力が低下していた。", "右腕の筋力が低下していた。"),
        ("Mild nausea was seen.", "軽度の悪心がみられた。", "重度の悪心がみられた。"),
        ("It is rare.", "まれである。", "頻度が高い。"),
    ],
)
def test_what_turned_round_is_told(en: str, ja: str, wrong: str) -> None:
    assert turned(en, ja) == []
    assert [finding.rule for finding in turned(en, wrong)] == ["direction-differs"]


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("", ""),
        ("It was seen.", "認められた。"),
        # denied, and so the same
        ("A biopsy is not necessary.", "生検は不要である。"),
        ("The dose was not sufficient.", "用量は不十分であった。"),
        # the comparison goes the other way round
        ("It was less common after aspirin than after placebo.", "プラセボよりアスピリンの方が少なかった。"),
        # said in one language only
        ("The risk increased.", "リスクが認められた。"),
        # words that look like a direction and are none
        ("High blood pressure was treated, and mortality was low.", "高血圧を治療し、死亡率は低かった。"),
    ],
)
def test_what_says_the_same_is_left_alone(en: str, ja: str) -> None:
    assert turned(en, ja) == []


def test_a_finding_shows_both_words() -> None:
    [finding] = turned("The risk increased.", "リスクが低下した。")
    assert (finding.en, finding.ja) == ((9, 18), (4, 6))
    assert finding.message == "'increased' in the English, '低下' in the Japanese"


def test_sentences_that_face_each_other_are_compared_one_by_one() -> None:
    en = "The response rate increased. The mortality rate decreased."
    assert turned(en, "奏効率は増加した。死亡率は減少した。") == []
    assert len(turned(en, "奏効率は減少した。死亡率は増加した。")) == 2


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("The median was not reached.", "中央値は未到達であった。"),
        ("The median was not yet reached.", "中央値には到達していない。"),
        ("Overall survival was NR.", "全生存期間はNRであった。"),
        ("The median was not estimable.", "中央値は推定不能であった。"),
        ("The median was 9 months.", "中央値は9か月であった。"),
    ],
)
def test_a_median_that_neither_or_both_say_was_not_reached_is_left_alone(en: str, ja: str) -> None:
    assert reached(en, ja) == []


@pytest.mark.parametrize(
    ("en", "ja", "spans"),
    [
        ("The median was not reached.", "中央値は9か月であった。", ((11, 26), None)),
        ("The median was 9 months.", "中央値は未到達であった。", (None, (4, 7))),
        ("It was not reached in A and 9 months in B.", "A群で8か月、B群で9か月であった。", ((3, 18), None)),
    ],
)
def test_a_median_that_one_says_was_not_reached_is_told(
    en: str, ja: str, spans: tuple[tuple[int, int] | None, tuple[int, int] | None]
) -> None:
    [finding] = reached(en, ja)
    assert finding.rule == "not-reached-differs"
    assert (finding.en, finding.ja) == spans


WORDS_EN = st.sampled_from(
    ["increased", "lower", "not", "reached", "before", "after", "than", ".", "better", "worse", "aspirin", "NR", "left"]
)
WORDS_JA = st.sampled_from(
    ["増加", "低下", "未到達", "前に", "後に", "より", "。", "改善", "悪化", "アスピリン", "NR", "左側", "なかった"]
)


@settings(max_examples=100, derandomize=True)
@given(st.lists(WORDS_EN, max_size=12).map(" ".join), st.lists(WORDS_JA, max_size=12).map("".join))
def test_spans_lie_within_their_texts(en: str, ja: str) -> None:
    for finding in (*turned(en, ja), *reached(en, ja)):
        for span, text in ((finding.en, en), (finding.ja, ja)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
