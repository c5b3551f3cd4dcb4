import pytest

from taiyaku.bibliography.formats.written_pages import full_range


@pytest.mark.parametrize(
    ("text", "stored", "odd"),
    [
        ("637-40", "637–640", ""),
        ("637--640", "637–640", ""),
        ("637 – 40", "637–640", ""),
        ("1045-103", "1045–1103", ""),
        ("S93-9", "S93–S99", ""),
        ("S93-S99", "S93–S99", ""),
        ("e12-e15", "e12–e15", ""),
        ("12-12", "12", ""),
        ("76", "76", ""),
        ("iii-ix", "iii–ix", ""),
        ("e0123", "e0123", ""),
        ("123.e1-123.e5", "123.e1–123.e5", ""),
        ("12-5, 20-1; discussion 30-2", "12–15, 20–21; discussion 30–32", ""),
        ("4367-38", "4367", "4367-38"),
        ("5-3", "5", "5-3"),
        ("S93-e99", "S93", "S93-e99"),
        ("JCO-20-01", "JCO-20-01", ""),
        ("10.1000/a-b", "10.1000/a-b", ""),
        ("2020-05-12", "2020-05-12", ""),
    ],
)
def test_a_short_range_is_written_out_and_an_impossible_one_told(text: str, stored: str, odd: str) -> None:
    assert full_range(text) == (stored, odd)
