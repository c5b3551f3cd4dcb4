import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.statement import read
from taiyaku.parity.citations import citations_differ, names_differ
from taiyaku.parity.finding import Finding

EN, JA = Locale.EN, Locale.JA


def cited(en: str, ja: str) -> list[Finding]:
    return list(citations_differ(read(en, EN), read(ja, JA)))


def named(en: str, ja: str) -> list[Finding]:
    return list(names_differ(read(en, EN), read(ja, JA)))


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("It helps.", "有用である。"),
        ("It helps [@doe-2020].", "有用である[@doe-2020]。"),
        ("It helps [@doe-2020; @roe-2019].", "有用である[@roe-2019; @doe-2020]。"),
        ("It helps [@doe-2020] [@roe-2019].", "有用である[@doe-2020; @roe-2019]。"),
        ("It helps [@doe-2020, p. 3].", "有用である[@doe-2020, p. 3]。"),
        ("It helps [@doe-2020, chapter 3].", "有用である[@doe-2020, 第3章]。"),
        ("It helps [12, 14].", "有用である[14, 12]。"),
        ("It helps [12].", "有用である[12]。"),
        ("[177Lu]Lu-PSMA-617", "[177Lu]Lu-PSMA-617"),
    ],
)
def test_the_same_works_are_left_alone(en: str, ja: str) -> None:
    assert cited(en, ja) == []


@pytest.mark.parametrize(
    ("rule", "en", "ja"),
    [
        ("citation-differs", "It helps [@doe-2020].", "有用である[@doe-2021]。"),
        ("citation-differs", "It helps [@doe-2020, p. 3].", "有用である[@doe-2020, p. 4]。"),
        ("citation-differs", "It helps [12].", "有用である[13]。"),
        ("citation-lost", "It helps [@doe-2020].", "有用である。"),
        ("citation-lost", "It helps.", "有用である[@doe-2020]。"),
        ("citation-lost", "It helps [@doe-2020; @roe-2019].", "有用である[@doe-2020]。"),
        ("citation-lost", "It helps [@doe-2020] and harms [@doe-2020].", "有用であり[@doe-2020]、有害でもある。"),
        ("citation-lost", "It helps [12, 14].", "有用である[12]。"),
    ],
)
def test_other_works_are_told(rule: str, en: str, ja: str) -> None:
    assert [finding.rule for finding in cited(en, ja)] == [rule]


def test_a_finding_names_the_works_and_shows_where_they_stand() -> None:
    [finding] = cited("It helps [@doe-2020].", "有用である[@doe-2021]。")
    assert finding.message == "'@doe-2020' in the English, '@doe-2021' in the Japanese"
    assert (finding.en, finding.ja) == ((10, 19), (6, 15))
    [finding] = cited("It helps.", "有用である[@doe-2020]。")
    assert finding.message == "'@doe-2020' is not cited in the English"
    assert (finding.en, finding.ja) == (None, (6, 15))


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("PSMA-617 was used.", "PSMA-617を用いた。"),
        ("PSMA-617 was used.", "PSMA617を用いた。"),
        ("PSMA-617 was used.", "同薬を用いた。"),
        ("It was used.", "PSMA-617を用いた。"),
        ("HER2 and PD-L1 were tested.", "PD-L1とHER2を検査した。"),
        ("NCT03511664", "NCT03511664"),
        ("It helps [@Doe-2020].", "有用である[@Doe-2021]。"),
    ],
)
def test_names_that_are_written_alike_or_once_are_left_alone(en: str, ja: str) -> None:
    assert named(en, ja) == []


@pytest.mark.parametrize(
    ("en", "ja"),
    [
        ("PSMA-617 was used.", "PSMA-671を用いた。"),
        ("HER2 was positive.", "HER3陽性であった。"),
        ("It is registered as NCT03511664.", "NCT03511646として登録されている。"),
        ("177Lu-PSMA-617 was used.", "177Lu-PSMA-627を用いた。"),
    ],
)
def test_a_name_with_other_digits_is_told(en: str, ja: str) -> None:
    assert [finding.rule for finding in named(en, ja)] == ["name-differs"]


def test_a_name_is_shown_where_it_stands() -> None:
    [finding] = named("We used HER2.", "それはHER3である。")
    assert (finding.en, finding.ja) == ((8, 12), (3, 7))
    assert finding.message == "'HER2' in the English, 'HER3' in the Japanese"


MARKUP = st.text(alphabet="[]@;, abP-12.p–HER\n語", max_size=40)


@settings(max_examples=100, derandomize=True)
@given(MARKUP | st.text(max_size=40), MARKUP | st.text(max_size=40))
def test_spans_lie_within_their_texts(en: str, ja: str) -> None:
    for finding in (*cited(en, ja), *named(en, ja)):
        for span, text in ((finding.en, en), (finding.ja, ja)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


@settings(max_examples=100, derandomize=True)
@given(MARKUP)
def test_a_text_cites_and_names_what_itself_does(text: str) -> None:
    assert cited(text, text) == []
    assert named(text, text) == []
