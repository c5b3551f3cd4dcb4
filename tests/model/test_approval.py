from datetime import date

import pytest

from taiyaku.base.locale import Locale
from taiyaku.model.approval import Standing, Tally, changes, standing, tally
from taiyaku.model.difference import Fate
from taiyaku.model.pair import Pair
from taiyaku.model.review import Approval, Review, digest, digests
from taiyaku.model.source import Sentence, Source
from tests.approving import review_of

EN, JA = Locale.EN, Locale.JA
TITLE, TAKEAWAY = Pair(en="A trial", ja="試験"), Pair(en="Nobody died.", ja="死亡例はなかった。")


def source(title: Pair = TITLE, takeaway: Pair = TAKEAWAY) -> Source:
    return Source.model_validate(
        {
            "kind": "review",
            "seed": "a",
            "citation": "a",
            "status": "submitted",
            "updated": "2026-01-02",
            "title": title,
            "takeaway": takeaway,
            "plain_summary": [],
            "abstract": {},
        }
    )


def sentences(of: Source) -> list[Sentence]:
    return list(of.sentences())


REVIEW = review_of(sentences(source()))


def test_without_a_review_nothing_is_approved() -> None:
    assert tally(source(), None, EN) == Tally(sentences=2, translated=2, approved=0, changed=0)
    assert list(changes(source(), None)) == []


def test_what_reads_as_it_did_is_approved() -> None:
    assert tally(source(), REVIEW, JA) == Tally(sentences=2, translated=2, approved=2, changed=0)
    assert list(changes(source(), REVIEW)) == []


@pytest.mark.parametrize(
    "edited",
    [
        Pair(en="Somebody died.", ja="死亡例はなかった。"),
        Pair(en="Nobody died.", ja="死亡例があった。"),
        Pair(en="Nobody died."),
        Pair(ja="死亡例はなかった。"),
    ],
)
def test_an_edit_of_either_text_ends_the_approval_of_both(edited: Pair) -> None:
    now = source(takeaway=edited)
    assert [standing(REVIEW, sentence, each) for sentence in sentences(now) for each in Locale] == [
        Standing.APPROVED,
        Standing.APPROVED,
        Standing.CHANGED,
        Standing.CHANGED,
    ]


def test_a_text_that_is_wrapped_anew_is_still_approved() -> None:
    assert tally(source(takeaway=Pair(en="Nobody\n  died.", ja="死亡例はなかった。")), REVIEW, EN).approved == 2


def test_an_approval_of_one_language_leaves_the_other_open_but_watches_it() -> None:
    only_ja = review_of(sentences(source()), JA)
    assert (tally(source(), only_ja, EN).approved, tally(source(), only_ja, JA).approved) == (0, 2)
    edited = source(title=Pair(en="The trial", ja="試験"))
    assert (tally(edited, only_ja, EN).changed, tally(edited, only_ja, JA).changed) == (0, 1)


def test_a_missing_translation_is_neither_translated_nor_approved() -> None:
    lacking = source(title=Pair(en="A trial"))
    assert tally(lacking, review_of(sentences(lacking)), JA) == Tally(2, translated=1, approved=1, changed=0)


def test_a_newer_approval_that_no_longer_holds_is_not_saved_by_an_older_one_that_would() -> None:
    edited = source(title=Pair(en="The trial", ja="試験"))
    newer = review_of(sentences(edited))
    both = Review(approvals=(*REVIEW.approvals, *newer.approvals), texts={**REVIEW.texts, **newer.texts})
    assert standing(both, sentences(source())[0], EN) is Standing.CHANGED
    assert standing(both, sentences(edited)[0], EN) is Standing.APPROVED


def test_a_change_tells_whose_approval_ended_and_how_either_text_differs() -> None:
    now = source(takeaway=Pair(en="Somebody died.", ja="死亡例はなかった。"))
    (change,) = changes(now, REVIEW)
    assert (change.sentence.id, change.approval.by, change.locales) == ("takeaway", "Hanako Sato", (EN, JA))
    fates = {each: [(s.fate, s.text) for s in segments] for each, segments in change.texts.items()}
    assert fates == {
        EN: [(Fate.REMOVED, "Nobody"), (Fate.ADDED, "Somebody"), (Fate.SAME, " died.")],
        JA: [(Fate.SAME, "死亡例はなかった。")],
    }


def test_languages_approved_at_different_times_are_compared_with_what_each_approval_saw() -> None:
    second = Pair(en="Somebody died.", ja="死亡例があった。")
    again = Approval(by="Jane Doe", on=date(2026, 2, 1), locales=(JA,), pairs={"takeaway": digests(second)})
    texts = {**REVIEW.texts, **{digest(text): text for text in (second.en or "", second.ja or "")}}
    review = Review(approvals=(*REVIEW.approvals, again), texts=texts)
    now = source(takeaway=Pair(en="Two died.", ja="死亡例があった。"))
    found = [(change.approval.by, change.locales, change.texts[EN][0].text) for change in changes(now, review)]
    assert found == [("Hanako Sato", (EN,), "Nobody"), ("Jane Doe", (JA,), "Somebody")]


def test_a_text_that_is_gone_or_new_is_shown_as_a_whole() -> None:
    (gone,) = changes(source(title=Pair(ja="試験")), REVIEW)
    assert [(s.fate, s.text) for s in gone.texts[EN]] == [(Fate.REMOVED, "A trial")]
    (new,) = changes(source(), review_of(sentences(source(title=Pair(en="A trial")))))
    assert [(s.fate, s.text) for s in new.texts[JA]] == [(Fate.ADDED, "試験")]
