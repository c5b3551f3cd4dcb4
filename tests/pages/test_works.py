"""The page of a reference: the record in full, what was announced about it, and everything that leads to it."""

from pathlib import PurePosixPath

import pytest
from selectolax.lexbor import LexborHTMLParser

from taiyaku.app.build import assemble
from tests.conftest import Files
from tests.pages.reading import sound, words

WORKS = PurePosixPath("content/references/more.yaml")
RETRACTED = """
roe-2018:
  type: chapter
  title: Iron in chapters
  author: [{family: Roe, given: R.}]
  editor: [{family: Poe, given: Edgar}]
  container-title: A book of iron
  publisher: Press
  issued: 2018
  PMCID: PMC123
  ISBN: 978-0-306-40615-7
  registry: [NCT03511664, UMIN000000001]
  DOI: 10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2
  checked: 2026-11-20
  notices:
    - {kind: retraction, issued: 2024-02, key: note-2024, note: {en: For errors., ja: 誤りによる。}}
    - {kind: correction, DOI: 10.1000/fix}
note-2024: {type: article-journal, title: Retraction, container-title: J Test, issued: 2024-02, DOI: 10.1000/note}
pre-2018:
  {type: article, title: Iron early, author: [{family: Roe, given: R.}], publisher: arXiv, issued: 2018,
   related: [{kind: preprint_of, key: roe-2018}]}
"""


@pytest.fixture
def works(small: Files) -> Files:
    small[WORKS] = RETRACTED.encode()
    source = PurePosixPath("content/sources/doe-2020.yaml")
    small[source] = small[source].decode().replace("[@roe-2019]", "[@roe-2018; @roe-2019]").encode()
    return small


def facts(tree: LexborHTMLParser) -> dict[str, str]:
    return dict(zip(words(tree, ".glance dt"), words(tree, ".glance dd"), strict=True))


def test_the_record_stands_there_in_full(works: Files) -> None:
    found = facts(sound(works, "en/references/roe-2018/index.html"))
    assert found["Kind of work"] == "Chapter of a book"
    assert found["Editors"] == "Edgar Poe"
    assert found["Registry number"] == "NCT03511664, UMIN000000001"
    assert found["Retractions and corrections"] == "Last checked: 20 November 2026"


def test_identifiers_are_links(works: Files) -> None:
    tree = sound(works, "en/references/roe-2018/index.html")
    links = {node.text(): node.attributes["href"] for node in tree.css('.glance a[rel="external"]')}
    assert links == {
        "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2": "https://doi.org/10.1002/(SICI)1097-0258(19980815)17:15%3C1661::AID-SIM968%3E3.0.CO;2-2",
        "PMC123": "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123/",
        "NCT03511664": "https://clinicaltrials.gov/study/NCT03511664",
        "978-0-306-40615-7": "https://www.worldcat.org/isbn/9780306406157",
    }


@pytest.mark.parametrize(("locale", "words_"), [("en", ["retracted", "corrected"]), ("ja", ["撤回", "訂正あり"])])
def test_what_was_announced_stands_first_the_gravest_before(works: Files, locale: str, words_: list[str]) -> None:
    tree = sound(works, f"{locale}/references/roe-2018/index.html")
    assert words(tree, ".notice > p > .flag") == words_
    assert len(tree.css(".notice li")) == 2


@pytest.mark.parametrize(("locale", "word"), [("en", "retracted"), ("ja", "撤回")])
def test_every_sentence_that_cites_a_retracted_work_says_so(works: Files, locale: str, word: str) -> None:
    source = sound(works, f"{locale}/sources/doe-2020/index.html")
    assert words(source, ".commentary .flag") == [word]
    assert words(source, ".cited .flag") == [word]
    facing = sound(works, f"{locale}/sources/doe-2020/parallel/index.html")
    assert words(facing, ".flag") == ["retracted", "撤回"]
    reference = sound(works, f"{locale}/references/roe-2019/index.html")
    assert words(reference, ".quotes .flag") == [word]


def test_a_retracted_work_is_marked_in_the_list_and_on_the_status_page(works: Files) -> None:
    listed = sound(works, "en/references/index.html")
    assert sorted(words(listed, ".works .flag")) == ["preprint", "retracted"]
    status = words(sound(works, "en/status/index.html"), '[aria-labelledby="sec-works"] p')
    assert status == ["Of 5 works, 1 have been looked up for retractions, corrections and expressions of concern."]


def test_works_that_belong_together_lead_to_each_other(works: Files) -> None:
    early = sound(works, "en/references/pre-2018/index.html")
    assert any(line.startswith("Published later as: Roe R.") for line in words(early, ".points li"))
    assert words(early, ".notice > p") == ["preprint: made public before it was reviewed by other experts."]
    late = sound(works, "en/references/roe-2018/index.html")
    assert any(line.startswith("Preprint of this work: Roe R.") for line in words(late, ".points li"))


def test_a_work_that_nobody_looked_up_says_so(works: Files) -> None:
    found = facts(sound(works, "en/references/roe-2019/index.html"))
    assert found["Retractions and corrections"] == "Nobody has looked for any yet."


@pytest.fixture
def doubted(small: Files) -> Files:
    """The summarised document itself was retracted."""
    works = PurePosixPath("content/references/works.yaml")
    more = "  checked: 2026-11-20\n  notices: [{kind: retraction}]\n"
    small[works] = small[works].decode().replace("  DOI: 10.1000/test.1\n", f"  DOI: 10.1000/test.1\n{more}").encode()
    return small


@pytest.mark.parametrize(
    ("name", "selector"),
    [
        ("sources/doe-2020", "header > .notice .flag"),
        ("sources/doe-2020/parallel", "header > .notice .flag"),
        ("sources", ".card .flag"),
        ("topics/anaemia", ".card .flag"),
        ("compare/response", ".compared .flag"),
        ("references/roe-2019", ".quotes .from + .flag"),
    ],
)
@pytest.mark.parametrize(("locale", "word"), [("en", "retracted"), ("ja", "撤回")])
def test_a_summary_of_a_retracted_document_says_so_wherever_it_stands(
    doubted: Files, name: str, selector: str, locale: str, word: str
) -> None:
    assert words(sound(doubted, f"{locale}/{name}/index.html"), selector) == [word]


def test_the_feed_tells_that_a_summarised_document_was_retracted(doubted: Files) -> None:
    assert (
        b"Summary of \xe2\x80\x9cIron &amp; anaemia: a cohort with 59Fe\xe2\x80\x9d [retracted]"
        in assemble(doubted).files[PurePosixPath("en/feed.xml")]
    )
