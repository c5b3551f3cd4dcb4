import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from taiyaku.base.locale import Locale
from taiyaku.language.wordings import WordingIndex
from taiyaku.render.phrases import BREAK, breaks_as_html, with_breaks


def wordings(*words: str) -> WordingIndex:
    return WordingIndex(dict.fromkeys(words, "glossary/x"), Locale.JA)


@pytest.mark.parametrize(
    ("text", "terms", "broken"),
    [
        ("肝転移のある患者における治療の転帰", (), "肝転移の|ある|患者に|おける|治療の|転帰"),
        ("前立腺特異的膜抗原とは", (), "前立腺|特異的膜抗原とは"),
        ("前立腺特異的膜抗原とは", ("前立腺特異的膜抗原",), "前立腺特異的膜抗原とは"),
        ("[177Lu]Lu-PSMA-617治療の転帰", (), "[177Lu]Lu-PSMA-617治療の|転帰"),
        ("転帰", (), "転帰"),
        ("", (), ""),
    ],
)
def test_a_heading_breaks_between_phrases_but_in_no_term_and_no_name(
    text: str, terms: tuple[str, ...], broken: str
) -> None:
    assert with_breaks(text, wordings(*terms)).replace(BREAK, "|") == broken


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters=BREAK)))
def test_nothing_is_added_to_a_heading_but_breaks(text: str) -> None:
    assert with_breaks(text, wordings("去勢抵抗性")).replace(BREAK, "") == text


def test_a_break_becomes_an_element_that_copying_leaves_out() -> None:
    assert breaks_as_html(Markup("治療の") + BREAK + Markup("<sup>177</sup>Lu")) == Markup(
        "治療の<wbr><sup>177</sup>Lu"
    )
