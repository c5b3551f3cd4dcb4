import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from taiyaku.base.locale import Locale
from taiyaku.language.wordings import WordingIndex
from taiyaku.render.citing import CitedWork, PageMarkup
from taiyaku.render.markup import InlineMarkup, plain

OWNERS = {
    "[177Lu]Lu-PSMA-617": "glossary/lu-psma-617",
    "[177Lu]Lu-PSMA-I&T": "glossary/lu-psma-i-and-t",
    "bone metastasis": "glossary/bone-metastasis",
    "VISION": "trials/vision",
}
INLINE = InlineMarkup(Locale.EN, WordingIndex(OWNERS, Locale.EN))


def page() -> PageMarkup:
    return PageMarkup(lambda owner: f"../{owner}/index.html", work)


def work(key: str, locale: Locale) -> CitedWork:
    name = key.title()
    return CitedWork(f"../references/{key}/index.html", name, f"{name.split('-')[0]} ({locale.value})")


def html(text: str) -> str:
    return str(INLINE.render(text, page()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*may* and **must**", "<em>may</em> and <strong>must</strong>"),
        ("[a page](https://example.org/?a=1&b=2)", '<a href="https://example.org/?a=1&amp;b=2">a page</a>'),
        ("P<0.001 & n>3", "P&lt;0.001 &amp; n&gt;3"),
        ("&lt; stays as typed", "&amp;lt; stays as typed"),
        ("<b>raw</b> <script>alert(1)</script>", "&lt;b&gt;raw&lt;/b&gt; &lt;script&gt;alert(1)&lt;/script&gt;"),
        ("# no heading", "# no heading"),
        ("- no list", "- no list"),
        ("> no quote", "&gt; no quote"),
        ("    no code block", "no code block"),
        ("![no image](https://example.org/x.png)", "![no image](https://example.org/x.png)"),
        ("two\nlines\n\nand more", "two lines and more"),
        ("1,589 patients (43)", "1,589 patients (43)"),
    ],
)
def test_only_inline_marks_are_marks(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd"]
)
def test_an_address_that_is_no_web_or_mail_address_stays_text(address: str) -> None:
    assert "href" not in html(f"[press]({address})")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("177Lu", "<sup>177</sup>Lu"),
        ("[177Lu]", "[<sup>177</sup>Lu]"),
        ("99mTc", "<sup>99m</sup>Tc"),
        ("18F-FDG and 223Ra", "<sup>18</sup>F-FDG and <sup>223</sup>Ra"),
        ("PSMA-617", "PSMA-617"),
        ("0.18F", "0.18F"),
        ("177Lumen", "177Lumen"),
    ],
)
def test_nuclides_are_raised_for_the_eye(text: str, expected: str) -> None:
    assert html(text) == expected


def test_a_raised_nuclide_is_copied_as_it_was_written() -> None:
    assert LexborHTMLParser(f"<p>{html('with [177Lu]Lu')}</p>").text() == "with [177Lu]Lu"


@pytest.mark.parametrize("text", ["[@]", "[@a-1 @b-2]", "[@a-1;]"])
def test_a_malformed_citation_stays_text(text: str) -> None:
    shared = page()
    assert str(INLINE.render(f"One {text}.", shared)) == f"One {text}."
    assert shared.cited == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Of** 40 [[psma|patients]] [@a-1], [12](https://x.y) *did*.", "Of 40 patients, 12 did."),
        ("[177Lu]Lu-PSMA-617 <b>", "[177Lu]Lu-PSMA-617 <b>"),
    ],
)
def test_where_no_markup_can_stand_the_words_remain(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_a_term_is_linked_at_its_first_use_only() -> None:
    found = html("Bone metastasis, bone metastasis and VISION.")
    link = '<a class="term" href="../glossary/bone-metastasis/index.html">Bone metastasis</a>'
    assert found.startswith(f"{link}, bone metastasis and <a")


def test_a_term_is_found_with_its_nuclide_and_its_ampersand() -> None:
    assert html("[177Lu]Lu-PSMA-617").endswith(">[<sup>177</sup>Lu]Lu-PSMA-617</a>")
    assert html("[177Lu]Lu-PSMA-I&T").endswith(">[<sup>177</sup>Lu]Lu-PSMA-I&amp;T</a>")


def test_a_term_inside_a_link_is_not_linked() -> None:
    assert html("[the VISION page](https://example.org)") == '<a href="https://example.org">the VISION page</a>'


def test_a_term_is_not_linked_on_its_own_page() -> None:
    own = PageMarkup(str, work, frozenset({"trials/vision"}))
    assert INLINE.render("VISION", own) == "VISION"


def test_a_term_may_be_linked_by_hand_under_another_wording() -> None:
    found = html("[[vision-like|such trials]]")
    assert found == '<a class="term" href="../glossary/vision-like/index.html">such trials</a>'


def test_a_stretch_of_japanese_in_english_is_marked() -> None:
    assert html("They write 生存率, not 生存。") == (
        'They write <span lang="ja">生存率</span>, not <span lang="ja">生存。</span>'
    )


ALLOWED = {"span", "a", "em", "strong", "sup", "code", "html", "head", "body", "-text"}


@given(st.text(alphabet="ab ()<>@#!&;:/.-177LuVISION。日本", max_size=40).map(str.strip))
def test_text_without_marks_is_the_same_by_the_short_way(text: str) -> None:
    by_markdown = LexborHTMLParser(f"<p>{html(text + '*e*')}</p>").text()
    assert LexborHTMLParser(f"<p>{html(text)}</p>").text() + "e" == by_markdown


@given(st.text(alphabet=st.sampled_from('ab [](){}<>*_`@#!&;"\\/:|-\n177LuVISION。日本'), max_size=60))
@settings(max_examples=300)
def test_no_text_makes_any_other_element_or_address(text: str) -> None:
    tree = LexborHTMLParser(html(text))
    assert {node.tag for node in tree.css("*")} <= ALLOWED
    for link in tree.css("a"):
        assert re.match(r"https?://|mailto:|#|\.\./(glossary|trials)/", link.attributes["href"] or "")
