import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.language.citations import Citation, citations, malformed_citations, parse_citation, term_links


@pytest.mark.parametrize(
    ("inside", "works"),
    [
        ("@sung-2021", (Citation("sung-2021"),)),
        ("@sung-2021, p. 210", (Citation("sung-2021", "p. 210"),)),
        ("@sung-2021,p. 210", (Citation("sung-2021", "p. 210"),)),
        ("@sung-2021 ; @harris-2009", (Citation("sung-2021"), Citation("harris-2009"))),
        ("@a, p. 3, 5; @b", (Citation("a", "p. 3, 5"), Citation("b"))),
        ("@a, ", (Citation("a"),)),
        ("@a, 表2", (Citation("a", "表2"),)),
    ],
)
def test_works_are_read_with_their_places(inside: str, works: tuple[Citation, ...]) -> None:
    assert parse_citation(inside) == works


@pytest.mark.parametrize("inside", ["", "@", "sung-2021", "@a @b", "@a p. 3", "@a;", "@a; b", "@a,b;@", "@@a", ";"])
def test_anything_else_is_no_citation(inside: str) -> None:
    assert parse_citation(inside) is None


def test_citations_are_found_in_order() -> None:
    text = "Incidence is high [@sung-2021, p. 210], and rising [@doe-2020; @sung-2021]."
    assert list(citations(text)) == [Citation("sung-2021", "p. 210"), Citation("doe-2020"), Citation("sung-2021")]


def test_citations_are_found_without_spaces_in_japanese() -> None:
    assert list(citations("罹患率は高い[@sung-2021]。")) == [Citation("sung-2021")]


@pytest.mark.parametrize(
    "text", ["", "me@example.org", "[177Lu]Lu-PSMA-617", "[words](https://e.org/@x)", "[x] @ 5", "a@b", "[[psma]]"]
)
def test_other_brackets_and_signs_are_neither_citations_nor_malformed(text: str) -> None:
    assert list(citations(text)) == []
    assert list(malformed_citations(text)) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Shown [@open", "[@open"),
        ("Shown [x @sung-2021]", "@sung-2021"),
        ("Shown by @sung-2021.", "@sung-2021"),
        ("示された［@sung-2021］。", "［@sung-2021"),
        ("示された@sung-2021。", "@sung-2021"),
        ("示された[＠sung-2021]。", "[＠sung-2021"),
        ("The [[psma antigen", "[[psma antigen"),
        ("The [[psma] antigen", "[[psma"),
    ],
)
def test_what_begins_like_a_citation_or_a_term_and_is_none_is_told(text: str, wrong: str) -> None:
    assert list(malformed_citations(text)) == [wrong]


def test_a_malformed_citation_is_told_whole_and_cites_nothing() -> None:
    text = "One [@sung-2021], two [@sung 2021], three [@]."
    assert list(malformed_citations(text)) == ["[@sung 2021]", "[@]"]
    assert list(citations(text)) == [Citation("sung-2021")]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("[[psma]] and [[psa|the marker]]", ["psma", "psa"]),
        ("[[ psma | the antigen ]]", ["psma"]),
        ("[[]]", [""]),
        ("[[psma|]]", ["psma"]),
        ("[psma] [[a [b]]", []),
        ("前立腺特異膜抗原([[psma]])", ["psma"]),
    ],
)
def test_terms_linked_by_hand_are_found(text: str, ids: list[str]) -> None:
    assert list(term_links(text)) == ids


@settings(max_examples=200, derandomize=True)
@given(st.text(alphabet="[]@;,| ab1-", max_size=40))
def test_each_bracket_with_an_at_sign_is_a_citation_or_malformed(text: str) -> None:
    parts = text.replace("[@", "\0").split("\0")[1:]
    brackets = sum("]" in part and "[" not in part[: part.index("]")] for part in parts)
    malformed = [wrong for wrong in malformed_citations(text) if wrong.endswith("]")]
    assert len(malformed) <= brackets
    assert bool(list(citations(text))) == (len(malformed) < brackets)


@settings(max_examples=200, derandomize=True)
@given(st.text(max_size=60))
def test_any_text_has_its_citations_and_terms_read(text: str) -> None:
    assert all(citation.key and "@" not in citation.key for citation in citations(text))
    assert all(wrong in text or wrong == "" for wrong in malformed_citations(text.replace("[", "")))
    assert all("]" not in term for term in term_links(text))
