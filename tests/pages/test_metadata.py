from datetime import date

from taiyaku.base.locale import Locale
from taiyaku.model.review import Review
from taiyaku.pages.metadata import ApprovedView, approved, cited_works
from tests.approving import review_of
from tests.model.test_approval import sentences, source

EN, JA = Locale.EN, Locale.JA
WHOLE = sentences(source())


def test_a_summary_is_approved_in_a_language_where_all_of_its_sentences_are() -> None:
    review = review_of(WHOLE, EN)
    assert approved(source(), review, (EN,)) == ApprovedView(("Hanako Sato",), date(2026, 1, 3))
    assert approved(source(), review, (JA,)) is None
    assert approved(source(), review, (EN, JA)) is None


def test_one_sentence_that_is_not_approved_is_enough() -> None:
    assert approved(source(), review_of(WHOLE[:1]), (EN,)) is None
    assert approved(source(), None, (EN,)) is None


def test_everybody_whose_approval_holds_is_named_once() -> None:
    one, two = (review_of([sentence], by=by) for sentence, by in zip(WHOLE, ("A. Ito", "B. Ono"), strict=True))
    both = Review(approvals=(*one.approvals, *two.approvals), texts={**one.texts, **two.texts})
    assert approved(source(), both, (EN, JA)) == ApprovedView(("A. Ito", "B. Ono"), date(2026, 1, 3))


def test_the_works_that_a_summary_cites_in_either_language() -> None:
    title, takeaway = WHOLE[0].pair, WHOLE[1].pair
    cites = source(
        title.model_copy(update={"en": "A trial [@b; @a]"}), takeaway.model_copy(update={"ja": "なし[@c][@a]。"})
    )
    assert cited_works(cites) == ("b", "a", "c")
