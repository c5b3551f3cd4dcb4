"""The project's terms in the lexicon: they are accepted, and take nothing away from what was told without them."""

import pytest

from taiyaku.base.locale import Locale
from taiyaku.checks.lexicon import glossary_rows, project_lexicon
from taiyaku.language.statement import read, shipped_lexicon
from taiyaku.model.term import Term
from taiyaku.parity.compare import compare


def term(en: list[str], ja: list[str], abbreviation: str | None = None) -> Term:
    record = {
        "term": {"en": en[0], "ja": ja[0]},
        "abbreviation": abbreviation,
        "also": {"en": en[1:], "ja": ja[1:]},
        "definition": [{"en": "It is red.", "ja": "赤いものです。"}],
        "verified": False,
    }
    return Term.model_validate(record)


def rules(en: str, ja: str, *terms: Term) -> list[str]:
    lexicon = project_lexicon(glossary_rows({f"term-{n}": each for n, each in enumerate(terms)}))
    return [finding.rule for finding in compare(en, ja, lexicon=lexicon)]


def test_a_new_term_is_a_concept_of_its_own() -> None:
    red = term(["red pointer", "pointer in red"], ["赤指標"], "RPX")
    assert glossary_rows({"red": red}) == (
        ("glossary/red", "glossary", "red pointer|RPX|pointer in red", "赤指標|RPX"),
    )


def test_a_term_with_a_shipped_wording_is_the_shipped_concept() -> None:
    ((concept, group, _, ja),) = glossary_rows({"os": term(["overall survival"], ["全生存期間", "命のながさ"])})
    assert (concept, group) == ("overall-survival", shipped_lexicon().groups["overall-survival"])
    assert ja == "全生存期間|命のながさ"


def test_an_abbreviation_alone_tells_the_shipped_concept_too() -> None:
    rows = glossary_rows({"mine": term(["length of living"], ["命のながさ"], "PFS")})
    assert [row[0] for row in rows] == ["progression-free-survival"]


def test_a_wording_outweighs_an_abbreviation() -> None:
    rows = glossary_rows({"mine": term(["overall survival"], ["全生存期間"], "PFS")})
    assert [row[0] for row in rows] == ["overall-survival"]


def test_what_stands_inside_every_wording_stays_named() -> None:
    stubborn = term(["stubborn prostate cancer"], ["頑固な前立腺癌"])
    assert rules("Stubborn prostate cancer was seen.", "頑固な前立腺癌がみられた。", stubborn) == []
    assert rules("Stubborn prostate cancer was seen.", "頑固な乳癌がみられた。", stubborn) == ["term-differs"]


def test_wordings_whose_parts_are_two_terms_are_accepted() -> None:
    odd = term(["vienna prostate cancer"], ["維也納乳癌"])
    en, ja = "Vienna prostate cancer was seen.", "維也納乳癌がみられた。"
    assert rules(en, ja) == ["term-differs"]
    assert rules(en, ja, odd) == []


def test_a_longer_shipped_wording_is_not_hidden() -> None:
    survival = term(["survival"], ["生存期間"])
    assert rules("Progression-free survival rose.", "全生存期間が上昇した。", survival) == ["term-differs"]


def test_a_term_that_says_which_way_does_not_hide_it() -> None:
    positive = term(["pointer-positive"], ["指標陽性"])
    assert glossary_rows({"positive": positive}) == ()
    assert "direction-differs" in rules("Pointer-positive patients took part.", "指標陰性の患者が参加した。", positive)


def test_not_reached_stays_what_it_is() -> None:
    reached = term(["not reached"], ["未到達"])
    assert rules("The median was not reached.", "中央値に到達した。", reached) == ["not-reached-differs"]


def test_numbers_inside_a_term_are_compared() -> None:
    phase = term(["phase 2 trial", "phase 2"], ["第2相試験", "第2相"])
    assert "number-differs" in rules("This phase 2 trial took 12 months.", "この第3相試験には12か月かかった。", phase)
    assert rules("This phase 2 trial took 12 months.", "この第2相試験には13か月かかった。", phase) == ["number-differs"]
    assert rules("This phase 2 trial took 12 months.", "この第2相試験には12か月かかった。", phase) == []


@pytest.mark.parametrize("text", ["ガリウム-68（68Ga）標識", "標識〜法"])
def test_a_wording_is_found_whatever_the_width_of_its_signs(text: str) -> None:
    rows = glossary_rows({"mine": term(["vienna label"], [text])})
    found = read(f"これは{text}である。", Locale.JA, project_lexicon(rows)).mentions
    assert "glossary/mine" in {mention.concept for mention in found}


@pytest.mark.parametrize(("en", "ja"), [("x", "鉄"), ("a|b", "甲|乙"), ("c{d,e}", "丙{丁}")])
def test_a_wording_that_cannot_be_told_from_others_is_left_out(en: str, ja: str) -> None:
    rows = glossary_rows({"mine": term(["vienna label", en], ["維也納標識", ja])})
    assert rows == (("glossary/mine", "glossary", "vienna label", "維也納標識"),)


def test_a_term_in_one_language_is_no_fault() -> None:
    one = Term.model_validate({"term": {"en": "vienna label"}, "definition": [{"en": "It is red."}], "verified": False})
    assert glossary_rows({"mine": one}) == (("glossary/mine", "glossary", "vienna label", ""),)
    assert rules("The vienna label.", "標識。", one) == []
