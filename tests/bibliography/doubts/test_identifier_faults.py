from typing import Any

import pytest

from taiyaku.bibliography.doubts.identifier_faults import identifier_faults
from tests.bibliography.works import work

COMPARE = "compare with the document; a number that is wrong there is told in 'as_printed'"
RIGHT = "0000-0001-7754-6624"


def named(orcid: str) -> dict[str, Any]:
    return {"author": [{"family": "Doe"}, {"family": "Roe", "ORCID": orcid}]}


@pytest.mark.parametrize(
    ("fields", "path", "message", "hint"),
    [
        ({"ISSN": "0028-4794"}, ("ISSN",), "the check digit of the ISSN '0028-4794' is wrong", COMPARE),
        ({"ISBN": "0-306-40615-3"}, ("ISBN",), "the check digit of the ISBN '0-306-40615-3' is wrong", COMPARE),
        ({"registry": ["jRCTs031190001", "NCT0466399"]}, ("registry", 1), "'NCT0466399' does not have the form of its register", COMPARE),
        (named("0000-0001-7754-6625"), ("author", 1, "ORCID"), "the check digit of the ORCID '0000-0001-7754-6625' is wrong", COMPARE),
        (named(f"https://orcid.org/{RIGHT}"), ("author", 1, "ORCID"), f"'https://orcid.org/{RIGHT}' is more than an ORCID", f"write {RIGHT}"),
    ],
)  # fmt: skip
def test_an_identifier_that_cannot_be_right_is_told(
    fields: dict[str, Any], path: tuple[str | int, ...], message: str, hint: str
) -> None:
    assert list(identifier_faults(work(**fields))) == [(path, message, hint)]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"ISSN": "0028-4793"},
        {"ISBN": "978-0-306-40615-7"},
        {"registry": ["NCT04663997", "UMIN000001"]},
        named(RIGHT),
    ],
)
def test_identifiers_that_can_be_right(fields: dict[str, Any]) -> None:
    assert list(identifier_faults(work(**fields))) == []
