"""Topics, groups of patients and drugs: what every document says of them, sentence by sentence, with the figures."""

from pathlib import PurePosixPath

import pytest

from taiyaku.app.build import assemble
from tests.conftest import Files
from tests.pages.reading import sound, words

NAMED = "{name: {en: Iron, ja: 鉄}, terms: [haemoglobin]}"


@pytest.fixture
def subjects(small: Files) -> Files:
    """A drug and a group of patients known by haemoglobin, which one outcome's group names, too."""
    small[PurePosixPath("content/drugs.yaml")] = f"iron: {NAMED}\n".encode()
    small[PurePosixPath("content/populations.yaml")] = f"low: {NAMED}\n".encode()
    source = PurePosixPath("content/sources/doe-2020.yaml")
    text = small[source].decode().replace("{en: All patients, ja: 全患者}", "{en: Low Hb, ja: Hb低値}")
    small[source] = text.encode()
    return small


@pytest.mark.parametrize("kind", ["drugs", "populations"])
def test_a_subject_is_what_its_terms_mean(subjects: Files, kind: str) -> None:
    key = "iron" if kind == "drugs" else "low"
    tree = sound(subjects, f"en/{kind}/{key}/index.html")
    assert words(tree, "h1") == ["Iron"]
    assert words(tree, ".lead") == ["haemoglobin: A protein of the blood that carries oxygen."]


@pytest.mark.parametrize(
    ("locale", "sentence"),
    [
        ("en", "Haemoglobin was low; <b>raw</b> HTML & co stay text. →"),
        ("ja", "ヘモグロビンは低値であった。<b>生の</b>HTMLは文字のまま。 →"),
    ],
)
def test_every_sentence_that_uses_its_terms_stands_there_with_its_link(
    subjects: Files, locale: str, sentence: str
) -> None:
    tree = sound(subjects, f"{locale}/drugs/iron/index.html")
    assert words(tree, ".quotes li li") == [sentence]
    links = [node.attributes["href"] for node in tree.css(".quotes li li a")]
    assert links == ["../../sources/doe-2020/index.html#background-1"]


def test_the_figures_of_groups_that_are_named_by_its_terms_stand_there(subjects: Files) -> None:
    tree = sound(subjects, "en/populations/low/index.html")
    assert words(tree, ".outcomes tbody tr td")[:3] == ["Low Hb", "40", "12 patients (12/40)"]
    assert words(tree, ".outcomes .from a") == ["Iron & anaemia: a cohort with 59Fe"]


def test_lists_lead_to_each_other_and_count_what_is_said(subjects: Files) -> None:
    tree = sound(subjects, "en/drugs/index.html")
    assert words(tree, ".chips a") == ["Topics", "Groups of patients"]
    assert words(tree, ".terms li") == ["Iron 1 sentence"]


def test_a_term_leads_to_what_the_documents_say_of_it(subjects: Files) -> None:
    tree = sound(subjects, "en/glossary/haemoglobin/index.html")
    assert [node.attributes["href"] for node in tree.css(".chips a")] == [
        "../../populations/low/index.html",
        "../../drugs/iron/index.html",
    ]


def test_a_project_without_drugs_has_no_list_of_them(small: Files) -> None:
    names = {str(path) for path in assemble(small).files}
    assert "en/topics/index.html" in names
    assert not any(name.startswith(("en/drugs", "en/populations")) for name in names)


def test_a_term_that_is_not_in_the_glossary_is_an_error(subjects: Files) -> None:
    subjects[PurePosixPath("content/drugs.yaml")] = b"iron: {name: {en: Iron, ja: \xe9\x89\x84}, terms: [hemoglobn]}\n"
    [problem] = [p for p in assemble(subjects).problems if p.rule == "term-unknown"]
    assert (str(problem.at.file), problem.at.path) == ("content/drugs.yaml", ("iron", "terms", 0))


def test_a_sentence_says_what_it_is_where_its_heading_is_missing(subjects: Files) -> None:
    """A pitfall alone would read as advice, a recommendation alone as ours."""
    source = PurePosixPath("content/sources/doe-2020.yaml")
    text = subjects[source].decode()
    text = text.replace(
        "en: Give iron.\n    ja: 鉄剤を投与する。", "en: Give iron when Hb is low.\n    ja: Hb低値では鉄剤を投与する。"
    )
    text = text.replace(
        "commentary:", "pitfalls:\n  - {en: Not measuring Hb., ja: Hbを測定しないこと。, at: Pitfalls}\ncommentary:"
    )
    subjects[source] = text.encode()
    tree = sound(subjects, "en/drugs/iron/index.html")
    assert words(tree, ".quotes li li .badge") == ["Recommendations in the document", "Pitfalls named by the document"]
    assert words(tree, ".quotes .graded") == ["Weak recommendation · For: Adults"]
