import pytest

from taiyaku.bibliography.doubts.page_ranges import first_page, range_faults, tidy


@pytest.mark.parametrize(
    ("page", "message", "meant"),
    [
        ("637-40", "the range '637-40' is shortened", "637–640"),
        ("1045–103", "the range '1045–103' is shortened", "1045–1103"),
        ("S93–9", "the range 'S93–9' is shortened", "S93–S99"),
        ("e12–15", "the range 'e12–15' is shortened", "e12–e15"),
        ("12–10", "the range '12–10' ends before it begins", ""),
        ("1073-00", "the range '1073-00' ends before it begins", ""),
        ("4367-38", "the range '4367-38' ends before it begins", ""),
        ("S1255-156", "the range 'S1255-156' ends before it begins", ""),
        ("S12–S9", "the range 'S12–S9' ends before it begins", ""),
        ("TPS5110-P5110", "the ends of the range 'TPS5110-P5110' are of two kinds", ""),
        ("1–8; discussion 12–10", "the range '12–10' ends before it begins", ""),
        ("10–12, 20–19", "the range '20–19' ends before it begins", ""),
        ("pp. 12-10", "the range '12-10' ends before it begins", ""),
    ],
)
def test_a_damaged_range_is_told_with_what_was_meant(page: str, message: str, meant: str) -> None:
    assert list(range_faults(page)) == [(message, meant)]


@pytest.mark.parametrize(
    "page",
    ["9–10", "12–12", "637–640", "S93–S99", "ii118–ii130", "e222148", "76", "iv–xii", "10–12, 15", "2023-0145", "123a–125b", "1–8; discussion 9–10"],
)  # fmt: skip
def test_a_range_that_can_be_right(page: str) -> None:
    assert list(range_faults(page)) == []


@pytest.mark.parametrize(
    ("page", "stored"),
    [
        ("637-640", "637–640"),
        ("637--640", "637–640"),
        ("637 — 640", "637–640"),
        ("637〜640", "637–640"),
        ("pp. 637–640", "637–640"),
        ("p 12", "12"),
        ("578093:578093", "578093"),
        ("10-12, 15-18", "10–12, 15–18"),
        ("1151-1168; discussion 1149-1150", "1151–1168; discussion 1149–1150"),
    ],
)
def test_pages_are_stored_in_one_way(page: str, stored: str) -> None:
    assert tidy(page) == stored


@pytest.mark.parametrize(
    "page", ["637–640", "S93–S99", "e222148", "2023-0145", "iv–xii", "TPS5110", "10–12, 15", "12-34-56"]
)
def test_what_is_stored_so_stays(page: str) -> None:
    assert tidy(page) == page


def test_the_first_page_is_the_same_however_the_range_is_written() -> None:
    assert {first_page(page) for page in ("S637–S640", "s637-40", "pp. S637", "S637--S640")} == {"s637"}
    assert first_page(None) == first_page("iv–xii") == ""
