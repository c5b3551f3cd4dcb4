import pytest

from taiyaku.exchange.kinds import Kind
from tests.exchange.reading import Pairs, Problems, messages, read

HEADER = "id,en,ja\n"


@pytest.mark.parametrize(
    ("kind", "text", "pairs"),
    [
        (Kind.CSV, "id,en,ja\na,x,y\n", [("a", "x", "y", 2)]),
        (Kind.CSV, "\ufeffJA , note,En\r\ny,n,x\r\n\r\n,,\r\n", [("2", "x", "y", 2)]),
        (Kind.CSV, "\nen;ja\nx,1;y\n", [("3", "x,1", "y", 3)]),
        (Kind.CSV, "en\tja\nx\ty", [("2", "x", "y", 2)]),
        (Kind.TSV, "en\tja\nx, 1\ty\n", [("2", "x, 1", "y", 2)]),
        (Kind.CSV, 'en,ja\n"a ""b"",\nc",y\nx,z\n', [("2", 'a "b",\nc', "y", 2), ("4", "x", "z", 4)]),
        (Kind.CSV, 'en,ja\n"' + "a" * 200_000 + '",y\n', [("2", "a" * 200_000, "y", 2)]),
        (Kind.CSV, "en,ja\n\0\x1b,\u202ey\u2028\n", [("2", "\0\x1b", "\u202ey\u2028", 2)]),
    ],
)
def test_records_are_read(kind: Kind, text: str, pairs: Pairs) -> None:
    assert read(kind, text) == (pairs, [])


def test_a_table_in_utf16_as_spreadsheets_write_it_is_read() -> None:
    assert read(Kind.TSV, "en\tja\r\nx\t九\r\n".encode("utf-16")) == ([("2", "x", "九", 2)], [])


@pytest.mark.parametrize("text", ["a,x,y\n", "id,english,ja\nb,x,y", '"en,ja\nx,y', "en\nx"])
def test_a_header_that_does_not_name_both_texts_is_told(text: str) -> None:
    assert read(Kind.CSV, text) == ([], [("table-header", 1, 1)])


def test_a_tab_separates_nothing_else_in_a_tsv() -> None:
    assert read(Kind.TSV, "en,ja\nx,y") == ([], [("table-header", 1, 1)])


def test_a_column_that_is_given_twice_is_told() -> None:
    assert read(Kind.CSV, "en,ja,en\nx,y,z\n") == ([], [("duplicate-key", 1, 1)])


@pytest.mark.parametrize(
    ("record", "rule", "says"),
    [
        ("b,x", "table-columns", "2 values for 3 columns"),
        ("b", "table-columns", "1 value for 3 columns"),
        ("b,x,y,z", "table-columns", "4 values for 3 columns"),
        ("b,,y", "text-empty", "the text in 'en' is empty"),
        ("a,x,y", "id-twice", "'a' is the id of line 2 too"),
        ('b,"x"x,y', "table-syntax", "',' expected after '\"'"),
        ('b,"x,y', "table-syntax", "a double quote is opened and never closed"),
    ],
)
def test_a_bad_record_is_told_and_the_rest_is_read(record: str, rule: str, says: str) -> None:
    text = f"{HEADER}a,x,y\n{record}\nz,x,y\n"
    pairs, problems = read(Kind.CSV, text)
    assert [pair for pair in pairs if pair[3] != 3] == [("a", "x", "y", 2), ("z", "x", "y", 4)]
    assert problems == [(rule, 3, 1)]
    assert says in messages(Kind.CSV, text)[0]


def test_a_quote_that_swallows_lines_costs_the_line_where_it_is_opened() -> None:
    text = f'{HEADER}a,"x,y\nb,x,y\nc,"x",y\nd,x,y\n'
    pairs, problems = read(Kind.CSV, text)
    assert [pair[0] for pair in pairs] == ["b", "c", "d"]
    assert problems == [("table-syntax", 2, 1)]
    assert "in line 4" in messages(Kind.CSV, text)[0]


def test_many_quotes_that_swallow_lines_are_not_read_again_each() -> None:
    pairs, problems = read(Kind.CSV, "en,ja\n" + '"a,b\n' * 20_000)
    assert pairs == []
    assert len(problems) < 20_000


def test_bytes_that_are_not_utf8_cost_their_own_record_only() -> None:
    data = b'en,ja\n"a\nb\xe9",y\nx,y\n'
    expected: tuple[Pairs, Problems] = ([("4", "x", "y", 4)], [("not-decodable", 3, 2)])
    assert read(Kind.CSV, data) == expected
