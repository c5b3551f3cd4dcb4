import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.base.locale import Locale
from taiyaku.language.wordings import WordingIndex
from taiyaku.render.citing import CitedWork, PageMarkup, is_spoken
from taiyaku.render.markup import InlineMarkup

INLINE = {locale: InlineMarkup(locale, WordingIndex({}, locale)) for locale in Locale}
FLAGGED = {"bad-2020": {Locale.EN: "retracted", Locale.JA: "撤回"}}


def work(key: str, locale: Locale) -> CitedWork:
    family = key.split("-", maxsplit=1)[0].title()
    spoken = f"{family} et al." if locale is Locale.EN else f"{family}ら"
    return CitedWork(f"../references/{key}/", key.title(), spoken, FLAGGED.get(key, {}).get(locale, ""))


def page() -> PageMarkup:
    return PageMarkup(str, work)


def shown(text: str, on: PageMarkup, locale: Locale = Locale.EN) -> str:
    """What a reader sees: the text without its tags."""
    return re.sub(r"<[^>]*>", "", str(INLINE[locale].render(text, on)))


def test_works_are_numbered_in_order_of_first_citation_and_keep_their_number() -> None:
    on = page()
    assert shown("One [@b-2; @a-1, p. 7].", on) == "One [1, 2 (p. 7)]."
    assert shown("Two [@a-1].", on) == "Two [2]."
    assert on.cited == {"b-2": 1, "a-1": 2}


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("@a; @b; @c", "[1–3]"),
        ("@c; @a; @b", "[1–3]"),
        ("@a; @b", "[1, 2]"),
        ("@a; @b; @c; @e", "[1–3, 5]"),
        ("@a; @c; @d; @e", "[1, 3–5]"),
        ("@a; @b, p. 3; @c", "[1, 2 (p. 3), 3]"),
        ("@a; @a", "[1]"),
        ("@b; @c; @d; @e", "[2–5]"),
    ],
)
def test_three_and_more_in_a_row_are_a_range(cited: str, expected: str) -> None:
    on = page()
    for key in ("a", "b", "c", "d", "e") if cited != "@c; @a; @b" else ():
        on.number(key)
    assert shown(f"So [{cited}].", on) == f"So {expected}."


def test_a_range_is_one_link_that_names_its_last_work() -> None:
    on = page()
    html = str(INLINE[Locale.EN].render("So [@a; @b; @c].", on))
    assert html == (
        'So <sup class="cite">[<a data-to="3" href="#cited-1" id="cite-1-1" role="doc-biblioref">1–3</a>]</sup>.'
    )
    assert on.places == {"a": ["cite-1-1"], "b": ["cite-1-1"], "c": ["cite-1-1"]}


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6), min_size=1, max_size=6))
def test_every_work_leads_back_to_every_mark_that_cites_it(marks: list[list[str]]) -> None:
    on = page()
    html = "".join(str(INLINE[Locale.EN].render(f"So [{'; '.join(f'@{key}' for key in keys)}].", on)) for keys in marks)
    ids = re.findall(r'id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    for key in set().union(*marks):
        assert set(on.places[key]) <= set(ids)
        assert len(on.places[key]) == sum(key in keys for keys in marks)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        (Locale.EN, "[@doe-2020] showed it.", "Doe et al.[1] showed it."),
        (Locale.EN, "It was so. [@doe-2020] showed it.", "It was so. Doe et al.[1] showed it."),
        (Locale.EN, "The list of [@doe-2020] holds it.", "The list of Doe et al.[1] holds it."),
        (Locale.EN, "As reported by [@doe-2020, p. 3].", "As reported by Doe et al.[1 (p. 3)]."),
        (Locale.EN, "It rose [@doe-2020].", "It rose [1]."),
        (Locale.EN, "It rose in all. [@doe-2020]", "It rose in all. [1]"),
        (Locale.EN, "One page [@doe-2020] says so.", "One page [1] says so."),
        (Locale.JA, "[@doe-2020]の報告では上昇した。", "Doeら[1]の報告では上昇した。"),
        (Locale.JA, "報告は[@doe-2020]である。", "報告はDoeら[1]である。"),
        (Locale.JA, "上昇した[@doe-2020]。", "上昇した[1]。"),
        (Locale.JA, "上昇した[@doe-2020]が、低下もした。", "上昇した[1]が、低下もした。"),
        (Locale.JA, "一つのページ[@doe-2020]の値である。", "一つのページ[1]の値である。"),
        (Locale.JA, "とするもの[@doe-2020]や、ほかのもの", "とするもの[1]や、ほかのもの"),
    ],
)
def test_a_work_that_a_sentence_speaks_of_has_its_name(locale: Locale, text: str, expected: str) -> None:
    assert shown(text, page(), locale) == expected


def test_several_works_are_never_spoken_of_by_name() -> None:
    assert shown("As in [@a-1; @b-1].", page()) == "As in [1, 2]."


def test_in_a_quoted_sentence_citations_are_named_and_lead_to_the_work() -> None:
    on = page()
    html = str(INLINE[Locale.EN].render("One [@violet-2020, p. 7].", on, by_name=True))
    assert html == (
        'One <span class="cite">[<a href="../references/violet-2020/" role="doc-biblioref">Violet-2020, p. 7</a>]</span>.'
    )
    assert on.cited == {}
    spoken = re.sub("<[^>]*>", "", str(INLINE[Locale.EN].render("[@a-1] showed it.", on, by_name=True)))
    assert spoken == "A-1 showed it."


@pytest.mark.parametrize(("locale", "word"), [(Locale.EN, "retracted"), (Locale.JA, "撤回")])
@pytest.mark.parametrize("by_name", [True, False])
def test_a_notice_about_a_work_stands_beside_every_citation(locale: Locale, word: str, *, by_name: bool) -> None:
    html = str(INLINE[locale].render("So [@a-1; @bad-2020; @c-1].", page(), by_name=by_name))
    between = "; " if by_name else ", "
    assert f'</a> <strong class="flag">{word}</strong>{between}<a' in html


def test_a_work_with_a_notice_is_never_hidden_in_a_range() -> None:
    on = page()
    assert shown("So [@a; @b; @bad-2020; @d; @e; @f].", on) == "So [1, 2, 3 retracted, 4–6]."


@pytest.mark.parametrize(("before", "after"), [("", ""), ("Shown in ", "")])
def test_a_citation_that_ends_a_text_belongs_to_what_stands_before(before: str, after: str) -> None:
    assert not is_spoken(before, after, Locale.EN)
