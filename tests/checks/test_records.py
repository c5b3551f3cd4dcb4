from pathlib import PurePosixPath

import pytest
import yaml

from taiyaku.base.rules import GroupName, Rule, all_rules
from taiyaku.checks.every import check
from taiyaku.content.read import read_project
from tests.checks.told import WORKS, Edit, Tell
from tests.conftest import Files

ROE = "    - {family: Roe, given: R.}\n"
COMPARE = "compare with the document"
AS_PRINTED = "the first page, and the printed range in 'as_printed'"


def in_doe(old: str, new: str) -> Edit:
    return WORKS, old, new


def test_bad_fields_are_there(tell: Tell) -> None:
    hint = "add it; or, if no document prints it: not_printed: [container-title]"
    message = "a record of type 'article-journal' wants 'container-title'"
    change = in_doe("  container-title: J Test\n", "")
    assert tell(change) == [(f"{WORKS}:doe-2020", "field-wanted (warning)", message, hint)]


def test_bad_fields_are_there_where_one_of_two_is_enough(tell: Tell) -> None:
    hint = "add it; or, if no document prints it: not_printed: [URL, publisher]"
    message = "a record of type 'webpage' wants 'URL' or 'publisher'"
    change = in_doe("doe-2020:\n  type: article-journal", "doe-2020:\n  type: webpage")
    assert tell(change) == [(f"{WORKS}:doe-2020", "field-wanted (warning)", message, hint)]


def test_good_fields_are_there(tell: Tell) -> None:
    assert tell(in_doe("  container-title: J Test\n", "  not_printed: [container-title, ISSN]\n")) == []


@pytest.mark.parametrize(
    ("page", "message", "hint"),
    [
        ("12–10", "the range '12–10' ends before it begins", f"write {AS_PRINTED}"),
        ("1045-103", "the range '1045-103' is shortened", f"write it in full: 1045–1103; or, if that cannot be, {AS_PRINTED}"),
        ("637-40", "the range '637-40' is shortened", f"write it in full: 637–640; or, if that cannot be, {AS_PRINTED}"),
        ("S12–S9", "the range 'S12–S9' ends before it begins", f"write {AS_PRINTED}"),
    ],
)  # fmt: skip
def test_bad_page_ranges_ascend(tell: Tell, page: str, message: str, hint: str) -> None:
    change = in_doe("page: 10–12", f"page: {page}")
    assert tell(change) == [(f"{WORKS}:doe-2020.page", "page-range", message, hint)]


@pytest.mark.parametrize("page", ["9–10", "12–12", "S93–S99"])
def test_good_page_ranges_ascend(tell: Tell, page: str) -> None:
    assert tell(in_doe("page: 10–12", f"page: {page}")) == []


@pytest.mark.parametrize(
    ("page", "hint"), [("10-12", "write 10–12"), ("10--12", "write 10–12"), ("pp. 10", "write 10")]
)
def test_bad_pages_are_written_plainly(tell: Tell, page: str, hint: str) -> None:
    told = (f"{WORKS}:doe-2020.page", "page-form (warning)", f"the pages are written '{page}'", hint)
    assert tell(in_doe("page: 10–12", f"page: {page}")) == [told]


@pytest.mark.parametrize("page", ["e222148", "TPS5110", "iv–xii"])
def test_good_pages_are_written_plainly(tell: Tell, page: str) -> None:
    assert tell(in_doe("page: 10–12", f"page: {page}")) == []


@pytest.mark.parametrize(
    ("doi", "message", "hint"),
    [
        ("10.1000/test.1.", "the DOI ends in '.'", "probably 10.1000/test.1"),
        ("10.1000/10.1000/test.1", "the DOI holds another one", "probably 10.1000/test.1"),
        ("10.1000/test(1", "the DOI has brackets that do not match", "leave it out, and tell what is printed in 'as_printed'"),
    ],
)  # fmt: skip
def test_bad_dois_are_whole(tell: Tell, doi: str, message: str, hint: str) -> None:
    assert tell(in_doe("DOI: 10.1000/test.1", f"DOI: {doi}")) == [
        (f"{WORKS}:doe-2020.DOI", "doi-malformed", message, hint)
    ]


def test_bad_dois_are_whole_in_notices_too(tell: Tell) -> None:
    notice = "  notices: [{kind: correction, DOI: '10.1000/test.2,'}]\n  checked: 2026-11-22\n"
    told = (f"{WORKS}:doe-2020.notices[0].DOI", "doi-malformed", "the DOI ends in ','", "probably 10.1000/test.2")
    assert tell(in_doe("  DOI: 10.1000/test.1\n", f"  DOI: 10.1000/test.1\n{notice}")) == [told]


def test_good_dois_are_whole(tell: Tell) -> None:
    old = "10.1002/(SICI)1097-0142(19990115)85:2<489::AID-CNCR30>3.0.CO;2-#"
    assert tell(in_doe("DOI: 10.1000/test.1", f"DOI: {old}")) == []


@pytest.mark.parametrize(
    ("new", "message", "hint"),
    [
        ("URL: https://doi.org/10.1000/test.1", "the address holds a DOI", "write DOI: 10.1000/test.1"),
        ("DOI: 10.1000/test.1\n  URL: https://doi.org/10.1000/test.2", "the address leads to another DOI than '10.1000/test.1'", "keep the right one, as 'DOI'"),
    ],
)  # fmt: skip
def test_bad_addresses_of_dois_are_dois(tell: Tell, new: str, message: str, hint: str) -> None:
    told = (f"{WORKS}:doe-2020.URL", "doi-in-url (warning)", message, hint)
    assert tell(in_doe("DOI: 10.1000/test.1", new)) == [told]


@pytest.mark.parametrize("url", ["https://doi.org/10.1000/TEST.1", "https://example.org/10.1000/test.2"])
def test_good_addresses_of_dois_are_dois(tell: Tell, url: str) -> None:
    assert tell(in_doe("DOI: 10.1000/test.1", f"DOI: 10.1000/test.1\n  URL: {url}")) == []


def test_bad_identifiers_can_be_right(tell: Tell) -> None:
    hint = "compare with the document; a number that is wrong there is told in 'as_printed'"
    message = "the check digit of the ISSN '0028-4794' is wrong"
    change = in_doe("DOI: 10.1000/test.1", "ISSN: 0028-4794")
    assert tell(change) == [(f"{WORKS}:doe-2020.ISSN", "identifier-wrong", message, hint)]


def test_good_identifiers_can_be_right(tell: Tell) -> None:
    assert tell(in_doe("DOI: 10.1000/test.1", "ISSN: 0028-4793\n  registry: [NCT04663997]")) == []


@pytest.mark.parametrize(
    ("field", "place"), [("", "author[1]"), ("  editor:\n", "editor[0]"), ("  translator:\n", "translator[0]")]
)
def test_bad_names_are_in_order(tell: Tell, field: str, place: str) -> None:
    told = (
        f"{WORKS}:roe-2019.{place}",
        "name-doubtful (warning)",
        "the family name 'W. P.' looks like initials",
        "'family' and 'given' seem to be exchanged",
    )
    assert tell((WORKS, ROE, f"{ROE}{field}    - {{family: W. P., given: Harris}}\n")) == [told]


def test_good_names_are_in_order(tell: Tell) -> None:
    assert (
        tell((WORKS, ROE, f"{ROE}    - {{family: Harris, given: W. P.}}\n    - {{literal: The FERRO Group}}\n")) == []
    )


@pytest.mark.parametrize(
    ("title", "message", "hint"),
    [
        ("The <b>FERRO</b> trial", "the title holds HTML: <b>", "write the characters themselves: The FERRO trial"),
        ("The FERRO trial &lt;2&gt;", "the title holds HTML: &lt;", "write the characters themselves: The FERRO trial <2>"),
        ("The FERRO trial.", "the title ends in a stop", "leave the stop out: it is set where the work is listed"),
    ],
)  # fmt: skip
def test_bad_titles_are_plain(tell: Tell, title: str, message: str, hint: str) -> None:
    told = (f"{WORKS}:roe-2019.title", "title-doubtful (warning)", message, hint)
    assert tell((WORKS, "title: The FERRO trial", f"title: {title}")) == [told]


def test_good_titles_are_plain(tell: Tell) -> None:
    assert tell((WORKS, "title: The FERRO trial", "title: The FERRO trial & PSA < 4?")) == []


@pytest.mark.parametrize(
    ("new", "field", "message"),
    [
        ("issued: 2028", "issued", "the year 2028 lies in the future"),
        ("issued: 1019", "issued", "the year 1019 is before 1600"),
        ("issued: 2019\n  accessed: 2062-09-16", "accessed", "the year 2062 lies in the future"),
    ],
)
def test_bad_dates_are_possible(tell: Tell, new: str, field: str, message: str) -> None:
    told = (f"{WORKS}:roe-2019.{field}", "date-doubtful (warning)", message, COMPARE)
    assert tell((WORKS, "issued: 2019", new)) == [told]


@pytest.mark.parametrize("new", ["2027", "2019\n  accessed: 2019-01-01"])
def test_good_dates_are_possible(tell: Tell, new: str) -> None:
    assert tell((WORKS, "issued: 2019", f"issued: {new}")) == []


def test_a_record_of_thousands_of_authors_is_read_and_looked_at(tell: Tell) -> None:
    many = "".join(
        f"    - {{family: Author{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}, given: A. B.}}\n"
        for n in range(3000)
    )
    assert tell((WORKS, ROE, f"{ROE}{many}")) == []


def test_a_rule_is_set_aside_for_a_record_as_a_whole(tell: Tell) -> None:
    aside = "set_aside: [{rule: title-doubtful, why: The title is printed so.}]"
    assert tell((WORKS, "title: The FERRO trial", f"title: The FERRO trial.\n  {aside}")) == []


def test_a_rule_that_no_record_breaks_is_not_set_aside_for_it(tell: Tell) -> None:
    aside = "set_aside: [{rule: title-doubtful, why: No reason.}]"
    told = tell((WORKS, "title: The FERRO trial", f"title: The FERRO trial\n  {aside}"))
    assert [problem[:2] for problem in told] == [(f"{WORKS}:roe-2019.set_aside[0]", "set-aside-unused (warning)")]


EXAMPLES = [
    rule
    for rule in all_rules().values()
    if (rule.group.name is GroupName.REFERENCES and rule.id != "work-notice")
    or rule.id in ("work-twice", "relation-circle")
]


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.id)
def test_the_bad_example_breaks_its_rule_and_the_good_one_none(small: Files, rule: Rule) -> None:
    assert told_of(small, rule.bad.code) >= {rule.id}
    assert told_of(small, rule.good.code) == set()


def told_of(small: Files, code: str) -> set[str]:
    """The rules that an example breaks: one record or several, with what is left out filled in."""
    given = yaml.safe_load(code)
    several = all(isinstance(value, dict) for value in given.values())
    works = {key: whole(key, fields) for key, fields in (given if several else {"poe-2017": given}).items()}
    file = PurePosixPath("content/references/examples.yaml")
    library = read_project(small | {file: yaml.safe_dump(works, allow_unicode=True).encode()}).library
    assert library is not None
    assert set(works) <= set(library.references)
    return {problem.rule for problem in check(library) if problem.at.file == file}


def whole(key: str, fields: dict[str, object]) -> dict[str, object]:
    if "type" in fields and "issued" in fields:
        return fields
    name = key.split("-", maxsplit=1)[0].title()
    sound = {
        "type": "article-journal",
        "title": f"Copper as {name} sees it",
        "author": [{"family": name, "given": "P."}],
        "container-title": "Annals of Copper",
        "issued": 2017,
    }
    return sound | fields
