import pytest

from tests.checks.told import WORKS, Edit, Tell, Told

FERRO = "  title: The FERRO trial\n  author:\n    - {family: Roe, given: R.}\n  issued: 2019\n"
SAME_TITLE = "  title: IRON &amp; Anaemia – a cohort (with 59Fe)\n  author:\n    - {family: %s}\n  issued: %s\n"
KEEP = "keep one record, and tell in its 'as_printed' what another list prints differently"
TWO = "keep one record; or, if they are two works, say under 'related' how they stand to each other, or set the rule aside in 'roe-2019'"


def same(shared: str) -> Told:
    return (
        f"{WORKS}:roe-2019",
        "work-twice",
        f"'roe-2019' is the same work as 'doe-2020': {shared}",
        KEEP,
        f"{WORKS}:doe-2020",
    )


def near(why: str, hint: str = TWO) -> Told:
    message = f"'roe-2019' may be the same work as 'doe-2020': {why}"
    return f"{WORKS}:roe-2019", "work-near-twice (warning)", message, hint, f"{WORKS}:doe-2020"


LIKE = "title and first author are alike, and the years near"


@pytest.mark.parametrize(
    ("new", "shared"),
    [
        (f"{FERRO}  DOI: 10.1000/TEST.1\n", "DOI 10.1000/test.1"),
        (SAME_TITLE.replace("&amp;", "&") % ("Doe", "2020"), "title, year and first author"),
        (SAME_TITLE.replace("&amp;", "and") % ("DOE", "2020-11"), "title, year and first author"),
    ],
    ids=["one DOI", "one title, author and year", "in other letters"],
)
def test_bad_one_work_one_record(tell: Tell, new: str, shared: str) -> None:
    assert tell((WORKS, FERRO, new)) == [same(shared)]


@pytest.mark.parametrize(
    "new",
    [
        f"{FERRO}  DOI: 10.1000/test.10\n",
        SAME_TITLE.replace("&amp;", "&") % ("Doe", "2023"),
        SAME_TITLE.replace("&amp;", "&") % ("Roe", "2020"),
        "  title: Iron & anaemia, a cohort with 59Fe\n  not_printed: [container-title, issued]\n",
    ],
    ids=["another DOI", "another year", "another author", "no year and no author"],
)
def test_good_one_work_one_record(tell: Tell, new: str) -> None:
    spare = (WORKS, "ja: 範囲が逆になっている。}\n  not_printed: [container-title]\n", "ja: 範囲が逆になっている。}\n")
    assert tell(*([spare] if "not_printed" in new else []), (WORKS, FERRO, new)) == []


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (SAME_TITLE.replace("&amp;", "&") % ("Doe", "2021"), near(LIKE)),
        (SAME_TITLE.replace("&amp;", "&") % ("Doe", "2020") + "  DOI: 10.1000/test.2\n", near(LIKE)),
        (SAME_TITLE.replace("&amp; Anaemia", "& anemai") % ("Doe", "2020"), near(LIKE)),
    ],
    ids=["a year later", "another DOI", "a slip"],
)
def test_bad_likely_duplicates_are_explained(tell: Tell, new: str, expected: Told) -> None:
    assert tell((WORKS, FERRO, new)) == [expected]


def test_bad_likely_duplicates_are_explained_for_a_preprint(tell: Tell) -> None:
    preprint: Edit = (WORKS, f"roe-2019:\n  type: article-journal\n{FERRO}", "roe-2019:\n  type: article\n" + SAME_TITLE.replace("&amp;", "&") % ("Doe", "2018") + "  URL: https://example.org/\n")  # fmt: skip
    unprinted = (WORKS, "  not_printed: [container-title]\n", "")
    hint = "write in 'roe-2019': related: [{kind: preprint_of, key: doe-2020}]"
    assert tell(preprint, unprinted) == [near("one looks like the preprint of the other", hint)]


@pytest.mark.parametrize(
    "said",
    [
        "related: [{kind: update_of, key: doe-2020}]",
        "set_aside: [{rule: work-near-twice, why: Each is a cohort of its own.}]",
    ],
)
def test_good_likely_duplicates_are_explained(tell: Tell, said: str) -> None:
    assert tell((WORKS, FERRO, SAME_TITLE.replace("&amp;", "&") % ("Doe", "2021") + f"  {said}\n")) == []


def related(key: str, kind: str = "preprint_of") -> str:
    return f"related: [{{kind: {kind}, key: {key}}}]\n"


FROM_DOE = (WORKS, "  DOI: 10.1000/test.1\n", f"  DOI: 10.1000/test.1\n  {related('roe-2019')}")


def circle(place: str, message: str, *also: str) -> Told:
    hint = "take one of them out"
    return f"{WORKS}:{place}", "relation-circle", message, hint, *(f"{WORKS}:{other}" for other in also)


def test_bad_relations_do_not_run_in_circles(tell: Tell) -> None:
    message = "'preprint_of' runs in a circle: 'doe-2020' → 'roe-2019' → 'doe-2020'"
    back: Edit = (WORKS, FERRO, f"{FERRO}  {related('doe-2020')}")
    assert tell(FROM_DOE, back) == [circle("doe-2020.related[0].key", message, "roe-2019.related[0].key")]


def test_bad_relations_do_not_run_in_circles_of_one(tell: Tell) -> None:
    message = "'update_of' runs in a circle: 'roe-2019' → 'roe-2019'"
    itself: Edit = (WORKS, FERRO, f"{FERRO}  {related('roe-2019', 'update_of')}")
    assert tell(itself) == [circle("roe-2019.related[0].key", message)]


def test_bad_relations_do_not_run_in_circles_of_notices(tell: Tell) -> None:
    itself: Edit = (WORKS, FERRO, f"{FERRO}  checked: 2026-11-22\n  notices: [{{kind: correction, key: roe-2019}}]\n")
    place = f"{WORKS}:roe-2019.notices[0].key"
    assert tell(itself) == [(place, "relation-circle", "'roe-2019' is named as its own notice", "take the key out")]


def test_good_relations_do_not_run_in_circles(tell: Tell) -> None:
    of_another_kind: Edit = (WORKS, FERRO, f"{FERRO}  {related('doe-2020', 'comment_on')}")
    assert tell(FROM_DOE, of_another_kind) == []


HINT = "write one name everywhere; the abbreviation has a field of its own, 'container-title-short'"
PRINTED = (WORKS, "  not_printed: [container-title]\n", "")


def test_bad_journals_are_spelled_one_way(tell: Tell) -> None:
    other: Edit = (WORKS, FERRO, f"{FERRO}  container-title: Journal of Test\n")
    assert tell(PRINTED, other) == [
        (f"{WORKS}:doe-2020.container-title", "journal-spelled-twice (warning)", "'J Test' and 'Journal of Test' are one journal", HINT, f"{WORKS}:roe-2019.container-title")
    ]  # fmt: skip


def test_bad_journals_are_spelled_one_way_in_their_abbreviation_too(tell: Tell) -> None:
    full = "container-title: Journal of Test\n  container-title-short: "
    told = tell(
        PRINTED, (WORKS, "container-title: J Test", f"{full}J Test"), (WORKS, FERRO, f"{FERRO}  {full}J. Test\n")
    )
    assert [problem[:3] for problem in told] == [
        (f"{WORKS}:doe-2020.container-title-short", "journal-spelled-twice (warning)", "'J Test' and 'J. Test' are one journal")
    ]  # fmt: skip


@pytest.mark.parametrize("journal", ["J Test", "J Tests Int", "Test"])
def test_good_journals_are_spelled_one_way(tell: Tell, journal: str) -> None:
    assert tell(PRINTED, (WORKS, FERRO, f"{FERRO}  container-title: {journal}\n")) == []
