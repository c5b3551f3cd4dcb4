import pytest

from tests.checks.told import SOURCE, WORKS, Edit, Tell, Told

FERRO = "  title: The FERRO trial\n  author:\n    - {family: Roe, given: R.}\n  issued: 2019\n"
SAME_TITLE = "  title: IRON &amp; Anaemia – a cohort (with 59Fe)\n  author:\n    - {family: %s}\n  issued: %s\n"


def same(key: str, first: str) -> Told:
    return f"{WORKS}:{key}", "work-twice", f"'{key}' is the same work as '{first}'", "keep one record", f"{WORKS}:{first}"  # fmt: skip


@pytest.mark.parametrize(
    "new",
    [
        f"{FERRO}  DOI: 10.1000/TEST.1\n",
        SAME_TITLE.replace("&amp;", "&") % ("Doe", "2020"),
        SAME_TITLE.replace("&amp;", "") % ("DOE", "2020-11"),
    ],
    ids=["one DOI", "one title, author and year", "in other letters"],
)
def test_bad_one_work_one_record(tell: Tell, new: str) -> None:
    assert tell((WORKS, FERRO, new)) == [same("roe-2019", "doe-2020")]


@pytest.mark.parametrize(
    "new",
    [
        f"{FERRO}  DOI: 10.1000/test.10\n",
        SAME_TITLE.replace("&amp;", "&") % ("Doe", "2021"),
        SAME_TITLE.replace("&amp;", "&") % ("Roe", "2020"),
        "  title: Iron & anaemia, a cohort with 59Fe\n",
    ],
    ids=["another DOI", "another year", "another author", "no year and no author"],
)
def test_good_one_work_one_record(tell: Tell, new: str) -> None:
    assert tell((WORKS, FERRO, new)) == []


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


@pytest.mark.parametrize("page", ["12–10", "1045-103", "637-40"])
def test_bad_page_ranges_ascend(tell: Tell, page: str) -> None:
    hint = "write the range in full, or the first page and the printed range in 'as_printed'"
    message = f"the range '{page}' ends before it begins"
    change: Edit = (WORKS, "page: 10–12", f"page: {page}")
    assert tell(change) == [(f"{WORKS}:doe-2020.page", "page-range", message, hint)]


@pytest.mark.parametrize("page", ["9–10", "12–12", "S12–S9"])
def test_good_page_ranges_ascend(tell: Tell, page: str) -> None:
    assert tell((WORKS, "page: 10–12", f"page: {page}")) == []
