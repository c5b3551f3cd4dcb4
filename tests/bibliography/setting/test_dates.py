import pytest

from taiyaku.bibliography.setting.dates import japanese_date, vancouver_date


@pytest.mark.parametrize(
    ("date", "english", "japanese"),
    [
        ("2025", "2025", "2025年"),
        ("2025-05", "2025 May", "2025年5月"),
        ("2025-05-09", "2025 May 9", "2025年5月9日"),
        ("2020-12-31", "2020 Dec 31", "2020年12月31日"),
        (None, "", ""),
    ],
)
def test_dates_go_as_far_as_they_are_known(date: str | None, english: str, japanese: str) -> None:
    assert (vancouver_date(date), japanese_date(date)) == (english, japanese)
