import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.statement import make_lexicon, read
from taiyaku.parity.alignment import align
from taiyaku.parity.finding import Finding
from taiyaku.parity.terms import terms_differ

EN, JA = Locale.EN, Locale.JA


def found(en: str, ja: str) -> list[Finding]:
    one, other = read(en, EN), read(ja, JA)
    return list(terms_differ(one, other, align(one, other)))


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("Overall survival was longer.", "全生存期間は延長した。"),
        ("Overall survival was longer.", "OSは延長した。"),
        ("The hazard ratio was 0.62.", "ハザード比は0.62であった。"),
        ("Patients had anaemia.", "患者に貧血がみられた。"),
        ("Patients with small-cell lung cancer were enrolled.", "小細胞肺癌患者を登録した。"),
        # said shorter
        ("Low-certainty evidence was found.", "エビデンスの確実性は低かった。"),
        ("Patients with hepatitis were treated.", "B型肝炎患者を治療した。"),
        # a concept within a term of another group
        ("Saliva was sampled.", "唾液腺から採取した。"),
        # named in one language only
        ("Overall survival was longer.", "これは延長した。"),
        ("It was longer.", "全生存期間は延長した。"),
        ("", ""),
    ],
)
def test_a_term_that_both_name_or_one_leaves_out_is_left_alone(en: str, ja: str) -> None:
    assert found(en, ja) == []


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("Overall survival was longer.", "無増悪生存期間は延長した。"),
        ("The hazard ratio was 0.62.", "オッズ比は0.62であった。"),
        ("Patients had anaemia.", "患者に血小板減少がみられた。"),
        ("Patients with lung cancer were enrolled.", "胃癌患者を登録した。"),
        ("Adverse events were recorded.", "副作用を記録した。"),
        ("The control group improved.", "プラセボ群は改善した。"),
    ],
)
def test_another_term_of_its_kind_in_its_place_is_told(en: str, ja: str) -> None:
    assert [finding.rule for finding in found(en, ja)] == ["term-differs"]


def test_a_prefix_that_makes_another_thing_is_told() -> None:
    en, ja = "Patients with small-cell lung cancer were enrolled.", "非小細胞肺癌患者を登録した。"
    assert [finding.rule for finding in found(en, ja)] == ["term-differs"]


def test_one_amount_in_two_units_is_no_other_term() -> None:
    assert found("The dose was 7.4 GBq.", "投与量は7400 MBqであった。") == []


def test_a_finding_shows_both_terms() -> None:
    [finding] = found("Overall survival was longer.", "無増悪生存期間は延長した。")
    assert (finding.en, finding.ja) == ((0, 16), (0, 7))
    assert finding.message == "'Overall survival' in the English, '無増悪生存期間' in the Japanese: these are two terms"


LEXICON = make_lexicon(
    [
        {"concept": "zorb", "group": "toys", "en": "zorb", "ja": "ゾーブ球"},
        {"concept": "blip", "group": "toys", "en": "blip", "ja": "ブリップ球"},
        {"concept": "quux", "group": "others", "en": "quux", "ja": "クックス球"},
    ]
)


@pytest.mark.parametrize(
    ("en", "ja", "rules"),
    [
        ("A zorb.", "ゾーブ球", []),
        ("A zorb.", "ブリップ球", ["term-differs"]),
        ("A zorb.", "クックス球", []),
        ("A zorb, a blip.", "ブリップ球とゾーブ球", []),
        ("A zorb, a zorb.", "ゾーブ球", []),
        ("A zorb, a blip.", "ゾーブ球とクックス球", []),
    ],
)
def test_only_terms_of_one_group_are_taken_for_each_other(en: str, ja: str, rules: list[str]) -> None:
    one, other = read(en, EN, LEXICON), read(ja, JA, LEXICON)
    told = terms_differ(one, other, align(one, other))
    assert [finding.rule for finding in told] == rules


WORDS_EN = st.sampled_from(
    [
        "overall",
        "survival",
        "progression-free",
        "hazard",
        "ratio",
        "lung",
        "cancer",
        "IB",
        "–",
        "IIIA",
        "placebo",
        "anaemia",
    ]
)
WORDS_JA = st.sampled_from(
    ["全生存期間", "無増悪生存期間", "オッズ比", "胃癌", "非小細胞肺癌", "プラセボ", "血小板減少", "〜", "と"]
)


@settings(max_examples=100, derandomize=True)
@given(st.lists(WORDS_EN, max_size=10).map(" ".join), st.lists(WORDS_JA, max_size=10).map("".join))
def test_spans_lie_within_their_texts(en: str, ja: str) -> None:
    for finding in found(en, ja):
        for span, text in ((finding.en, en), (finding.ja, ja)):
            assert span is not None
            assert 0 <= span[0] < span[1] <= len(text)
