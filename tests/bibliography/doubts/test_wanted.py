from typing import Any

import pytest

from taiyaku.bibliography.doubts.wanted import wanting
from tests.bibliography.works import work

BARE: dict[str, Any] = dict.fromkeys(("author", "container_title", "volume", "page", "issued"))


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("article-journal", [("container-title",), ("issued",)]),
        ("chapter", [("container-title",), ("editor", "publisher"), ("issued",)]),
        ("book", [("publisher",), ("issued",)]),
        ("report", [("publisher",), ("issued",)]),
        ("thesis", [("publisher",), ("issued",)]),
        ("paper-conference", [("container-title", "event-title"), ("issued",)]),
        ("webpage", [("URL", "publisher")]),
        ("dataset", [("number", "registry", "DOI", "URL")]),
        ("article", [("issued",), ("DOI", "URL", "publisher", "container-title")]),
        ("document", []),
    ],
)
def test_a_bare_record_wants_what_its_type_asks_for(kind: str, wanted: list[tuple[str, ...]]) -> None:
    assert list(wanting(work(type=kind, **BARE))) == wanted


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"type": "webpage", **BARE, "URL": "https://example.org/"},
        {"type": "webpage", **BARE, "publisher": "Example"},
        {"type": "dataset", **BARE, "registry": ["NCT04663997"]},
        {"type": "chapter", "editor": [{"family": "Roe"}]},
        {"type": "paper-conference", "container_title": None, "event_title": "Congress"},
        {"issued": None, "available_date": "2020-11-22"},
        {"issued": None, "status": "in press"},
    ],
)
def test_one_field_of_a_group_is_enough(fields: dict[str, Any]) -> None:
    assert list(wanting(work(**fields))) == []


def test_what_no_document_prints_is_not_wanted() -> None:
    assert list(wanting(work(container_title=None, not_printed=["container-title"]))) == []
    assert list(wanting(work(type="webpage", **BARE, not_printed=["URL", "publisher"]))) == []


def test_as_long_as_another_field_of_the_group_may_be_printed_it_is_wanted() -> None:
    assert list(wanting(work(type="webpage", **BARE, not_printed=["URL"]))) == [("URL", "publisher")]
