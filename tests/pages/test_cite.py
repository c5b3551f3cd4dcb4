from taiyaku.app.build import Built
from taiyaku.pages.cite import works_of


def test_the_works_of_a_page_are_its_document_what_it_cites_and_what_the_document_lists(real: Built) -> None:
    assert real.library is not None
    works = works_of(real.library, "volkova-2025")
    assert works[0] == "volkova-2025"
    assert len(works) == len(set(works)) >= 39
    assert works_of(real.library, "lesions-after-two-cycles")[0] == "lesions-after-two-cycles"
