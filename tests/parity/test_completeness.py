import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.statement import read
from taiyaku.parity.alignment import align
from taiyaku.parity.completeness import sentences_lost, untranslated
from taiyaku.parity.finding import Finding

EN, JA = Locale.EN, Locale.JA


def left(en: str, ja: str) -> list[Finding]:
    return list(untranslated(read(en, EN), read(ja, JA)))


def lost(en: str, ja: str) -> list[str]:
    one, other = read(en, EN), read(ja, JA)
    return [finding.rule for finding in sentences_lost(one, other, align(one, other))]


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("", ""),
        ("PSMA", "PSMA"),
        ("VISION", "VISION"),
        ("The drug works.", "この薬は有効である。"),
        ("It was printed in the Journal of Clinical Oncology.", "Journal of Clinical Oncologyに掲載された。"),
        ("See https://example.org/the-drug-works-in-all.", "https://example.org/the-drug-works-in-all を参照。"),
        ("It helps [@doe-2020].", "有用である[@doe-2020]。"),
        ("The term 奏効 is used.", "「奏効」の語を用いる。"),
    ],
)
def test_what_stands_in_its_own_language_is_left_alone(en: str, ja: str) -> None:
    assert left(en, ja) == []


@pytest.mark.parametrize(
    ("en", "ja", "spans"),
    [
        ("The drug works in most patients.", "The drug works in most patients.", (None, (0, 32))),
        ("この薬は有効である。", "この薬は有効である。", ((0, 10), None)),
        ("The drug works well.", "この薬は works well in most of the patients であった。", (None, (5, 39))),
        ("The drug works, 多くの患者に有効, in most.", "この薬は有効である。", ((16, 24), None)),
    ],
)
def test_what_was_left_in_the_other_language_is_told(
    en: str, ja: str, spans: tuple[tuple[int, int] | None, tuple[int, int] | None]
) -> None:
    [finding] = left(en, ja)
    assert finding.rule == "untranslated"
    assert (finding.en, finding.ja) == spans


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("The drug works.", "この薬は有効である。"),
        ("The drug works. It harms the liver.", "この薬は有効である。肝臓に障害を来す。"),
        ("The drug works. It harms the liver.", "この薬は有効であるが、肝臓に障害を来す。"),
        (
            "Pain was reduced, but nausea was more frequent in the treated patients.",
            "痛みは軽減したが、治療を受けた患者では悪心がより多くみられた。",
        ),
        ("Background", "背景"),
        ("", ""),
    ],
)
def test_a_whole_text_is_left_alone(en: str, ja: str) -> None:
    assert lost(en, ja) == []


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        (
            "The drug improved overall survival. Severe anaemia and thrombocytopenia were observed in many patients.",
            "この薬は全生存期間を延長した。",
        ),
        (
            "Pain was reduced and sleep improved, but nausea, vomiting and diarrhoea were more frequent in the treated patients.",
            "痛みが軽減した。",
        ),
    ],
)
def test_a_sentence_or_clause_without_its_counterpart_is_missing(en: str, ja: str) -> None:
    assert lost(en, ja) == ["sentence-missing"]


def test_a_sentence_that_the_english_lacks_is_added() -> None:
    ja = "この薬は全生存期間を延長した。多くの患者で重度の貧血と血小板減少が認められ、輸血を要した。"
    assert lost("The drug improved overall survival.", ja) == ["sentence-added"]


def test_the_lost_sentence_is_shown() -> None:
    en = "The drug improved overall survival. Severe anaemia and thrombocytopenia were observed in many patients."
    one, other = read(en, EN), read("この薬は全生存期間を延長した。", JA)
    [finding] = sentences_lost(one, other, align(one, other))
    assert finding.en is not None
    assert en[slice(*finding.en)].strip().startswith("Severe anaemia")
    assert finding.ja is None


TEXTS = st.text(max_size=60) | st.text(alphabet="the of in a B. ,;[@]語あが、。ー", max_size=60)


@settings(max_examples=100, derandomize=True)
@given(TEXTS, TEXTS)
def test_spans_lie_within_their_texts(en: str, ja: str) -> None:
    one, other = read(en, EN), read(ja, JA)
    for finding in (*untranslated(one, other), *sentences_lost(one, other, align(one, other))):
        for span, text in ((finding.en, en), (finding.ja, ja)):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
