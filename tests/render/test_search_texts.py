from taiyaku.base.locale import Locale
from taiyaku.model.reference import Reference
from taiyaku.pages.route import Route
from taiyaku.pages.search import Passage
from taiyaku.pages.view import Text
from taiyaku.render.search_texts import document, full_names, work_line

WORK = Reference.model_validate(
    {
        "title": "Is it so?",
        "type": "article-journal",
        "author": [{"family": "Doe", "given": "Jane A."}, {"family": "Roe", "given": "R."}],
        "et_al": True,
        "container-title": "J Test",
        "issued": "2020-05-01",
        "DOI": "10.1000/test.1",
        "PMID": "123",
    }
)
UNSIGNED = Reference.model_validate({"title": "A page", "type": "webpage", "issued": "2025"})


def shown(markup: str) -> str:
    passage = Passage(0, Route(Locale.EN, ("trials", "ferro")), "", None, "", Text(markup, Locale.EN))
    return document(passage, {"doe-2020": WORK, "page-2025": UNSIGNED}).text


def test_a_sentence_is_shown_without_its_marks() -> None:
    assert shown("An *important* result of\n  [[psma|the antigen]].") == "An important result of the antigen."


def test_a_cited_work_is_named_where_it_has_an_author() -> None:
    assert shown("It was so [@doe-2020, p. 3; @page-2025].") == "It was so [Doe 2020]."
    assert shown("It was so [@page-2025].") == "It was so."


def test_what_was_announced_about_a_cited_work_is_said_in_the_results_too() -> None:
    notices = {"notices": [{"kind": "retraction"}], "checked": "2026-11-22"}
    retracted = Reference.model_validate(WORK.model_dump(by_alias=True) | notices)
    passage = Passage(0, Route(Locale.JA), "", None, "", Text("それだけである[@doe-2020]。", Locale.JA))
    assert document(passage, {"doe-2020": retracted}).text == "それだけである[Doe 2020 撤回]。"


def test_a_work_stands_on_one_line() -> None:
    assert work_line(WORK) == "Doe JA, Roe R, et al. Is it so? J Test. 2020. doi:10.1000/test.1. PMID 123"


def test_names_in_full_are_found_too() -> None:
    assert full_names(WORK) == "Jane A. Doe"
