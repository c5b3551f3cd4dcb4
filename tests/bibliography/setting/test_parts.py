from typing import Any

import pytest

from taiyaku.bibliography.setting.parts import is_forthcoming, is_part, is_serial, pages, ranged
from taiyaku.model.reference import Reference


def work(**fields: Any) -> Reference:
    return Reference.model_validate({"type": "article-journal", "title": "A", **fields})


@pytest.mark.parametrize(
    ("recorded", "expected"),
    [
        ("284-287", "284–287"),
        ("284 -- 287", "284–287"),
        ("284—287", "284–287"),
        ("S93-S99", "S93–S99"),
        ("iii-v", "iii–v"),
        ("1-3, 5-7; discussion 8-9", "1–3, 5–7; discussion 8–9"),
        ("637-40", "637–40"),
        ("e222148", "e222148"),
        ("TPS-A", "TPS-A"),
        (None, ""),
    ],
)
def test_a_range_has_an_en_dash_and_stays_as_long_as_it_is(recorded: str | None, expected: str) -> None:
    assert ranged(recorded) == expected


def test_the_number_of_an_article_stands_for_its_pages() -> None:
    assert pages(work(number="e31")) == "e31"
    assert pages(work(number="e31", page="1-9")) == "1–9"
    assert pages(work(type="report", number="7")) == ""


def test_a_paper_of_a_conference_is_serial_only_in_a_journal() -> None:
    paper = {"type": "paper-conference", "container-title": "J Clin Oncol"}
    assert is_serial(work(**paper, volume="40"))
    assert is_serial(work(**paper, issue="Suppl. 16"))
    assert not is_serial(work(**paper))
    assert not is_serial(work(type="paper-conference", volume="40"))
    assert is_part(work(**paper))


def test_what_a_server_or_a_journal_holds_is_no_part_of_it() -> None:
    assert not is_part(work(**{"container-title": "J Test"}))
    assert not is_part(work(type="article", **{"container-title": "medRxiv"}))
    assert is_part(work(type="chapter", **{"container-title": "Theranostics"}))
    assert not is_part(work(type="book"))


@pytest.mark.parametrize(
    ("status", "expected"), [("In press", True), ("印刷中", True), ("submitted", False), (None, False)]
)
def test_in_press_is_forthcoming(status: str | None, expected: bool) -> None:  # noqa: FBT001
    assert is_forthcoming(work(status=status)) is expected
