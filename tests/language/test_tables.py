import pytest

from taiyaku.language.tables import rows


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("units", ["unit", "en", "ja"]),
        ("cues", ["axis", "pole", "en", "ja"]),
        ("terms", ["concept", "group", "en", "ja"]),
        ("acts", ["act", "en", "ja"]),
        ("kinds", ["kind", "groups"]),
        ("ideographs", ["first", "last", "ideograph"]),
    ],
)
def test_every_row_of_a_table_fills_its_columns(table: str, columns: list[str]) -> None:
    found = list(rows(table))
    assert found
    for row in found:
        assert [*row][: len(columns)] == columns
        assert all(value is not None and value == value.strip() for value in row.values()), row


@pytest.mark.parametrize("table", ["units", "cues", "terms", "acts", "kinds"])
def test_remarks_and_empty_lines_are_no_rows(table: str) -> None:
    first = [next(iter(row.values())) for row in rows(table)]
    assert all(value and not value.startswith("#") for value in first)


def test_a_table_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        list(rows("no-such-table"))
