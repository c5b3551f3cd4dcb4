import pytest

from tests.checks.told import SOURCE, TERM, WORKS, Edit, Tell, Told

LISTED = "references: [roe-2019]"


@pytest.mark.parametrize(
    ("new", "last", "times"),
    [("[doe-2020, roe-2019, doe-2020]", 2, 2), ("[doe-2020, doe-2020, doe-2020, roe-2019]", 2, 3)],
)
def test_bad_lists_name_a_work_once(tell: Tell, new: str, last: int, times: int) -> None:
    message = f"the work 'doe-2020' is listed {times} times"
    hint = "take one out; or, if the document lists it twice, say so in 'as_printed' of the record"
    assert tell((SOURCE, LISTED, f"references: {new}")) == [
        (f"{SOURCE}:references[{last}]", "work-listed-twice (warning)", message, hint)
    ]


def test_good_lists_name_a_work_once(tell: Tell) -> None:
    as_the_document_does = "references: [roe-2019, doe-2020, roe-2019]"
    assert tell((SOURCE, LISTED, as_the_document_does)) == []


REMARK = f"{SOURCE}:commentary[0]"
CITING = "    en: The study does not say how FERRO was compared [@roe-2019].\n"
UNCITED = ((SOURCE, "compared [@roe-2019].", "compared."), (SOURCE, "ない[@roe-2019]。", "ない。"))
"""The small project's one sentence that cites a work, and what takes its citation out."""


def noticed(*kinds: str) -> Edit:
    notices = ", ".join(f"{{kind: {kind}, issued: 2021}}" for kind in kinds)
    return WORKS, "  page: 5\n", f"  page: 5\n  checked: 2026-11-22\n  notices: [{notices}]\n"


def notice(place: str, message: str) -> Told:
    return (
        place,
        "work-notice (warning)",
        message,
        "cite another work; or say so in the sentence, and set the rule aside there",
    )


RETRACTED = "the work 'roe-2019' was retracted"
CONCERN = "an expression of concern was published about the work 'roe-2019'"


@pytest.mark.parametrize(
    ("kinds", "message"),
    [(["retraction"], RETRACTED), (["expression_of_concern"], CONCERN), (["correction", "retraction"], RETRACTED)],
)
def test_bad_cited_works_stand(tell: Tell, kinds: list[str], message: str) -> None:
    assert tell(noticed(*kinds)) == [notice(REMARK, message)]


def test_bad_cited_works_stand_wherever_they_are_cited(tell: Tell) -> None:
    in_plain_words: Edit = (TERM, "{en: the red of the blood, ja: 血液の赤い色のもと}", "{en: 'the red [@roe-2019]', ja: '赤[@roe-2019]'}")  # fmt: skip
    assert tell(*UNCITED, in_plain_words, noticed("retraction")) == [notice(f"{TERM}:plain", RETRACTED)]


def test_bad_cited_works_stand_also_where_one_is_the_document_itself(tell: Tell) -> None:
    itself: Edit = (SOURCE, "citation: doe-2020", "citation: roe-2019")
    assert tell(*UNCITED, itself, noticed("retraction")) == [notice(f"{SOURCE}:citation", RETRACTED)]


def test_good_cited_works_stand(tell: Tell) -> None:
    assert tell(noticed("correction", "preprint")) == []


def test_good_cited_works_stand_where_the_sentence_tells_of_it(tell: Tell) -> None:
    aside = "    set_aside: [{rule: work-notice, why: The sentence tells of the retraction.}]\n"
    assert tell((SOURCE, CITING, f"{aside}{CITING}"), noticed("retraction")) == []


def test_a_retracted_work_that_nobody_cites_is_not_told(tell: Tell) -> None:
    assert tell(*UNCITED, noticed("retraction")) == []
