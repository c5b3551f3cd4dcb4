from pathlib import PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem
from taiyaku.base.text import decode_utf8

AT = Place(PurePosixPath("templates/home.html"))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"plain\r\n", "plain\r\n"),
        (b"\xe7\x99\x8c", "癌"),
        (b"\xef\xbb\xbfa", "a"),
        (b"a\xef\xbb\xbfb", "a\ufeffb"),
        (b"\xf0\x9f\x98\x80\x00", "😀\x00"),
    ],
)
def test_utf_8_is_read_and_a_byte_order_mark_left_out(data: bytes, text: str) -> None:
    assert decode_utf8(data, AT) == (text, [])


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        (b"\xff", 1, 1, "0xFF"),
        (b"a\nb\xe9\xe9", 2, 2, "0xE9"),
        (b"a\n\n\x80", 3, 1, "0x80"),
        ("癌癌".encode() + b"\xe9", 1, 3, "0xE9"),
        (b"\xef\xbb\xbfab\xe9", 1, 3, "0xE9"),
        (b"ab\xe7\x99", 1, 3, "0xE7"),
        ("日本".encode("shift_jis"), 1, 1, "0x93"),
        (b"\xed\xa0\x80", 1, 1, "0xED"),
    ],
)
def test_the_first_byte_that_is_not_utf_8_is_told_where_it_stands(
    data: bytes, line: int, column: int, byte: str
) -> None:
    at = Place(AT.file, (), line, column)
    assert decode_utf8(data, AT) == (
        None,
        [Problem(at, "not-utf-8", f"byte {byte} is not UTF-8", "save the file as UTF-8")],
    )


@settings(max_examples=150, derandomize=True)
@given(st.text(st.characters(exclude_characters="\ufeff", exclude_categories=["Cs"])))
def test_what_was_written_as_utf_8_is_kept_to_the_letter(text: str) -> None:
    assert decode_utf8(text.encode(), AT) == (text, [])


@settings(max_examples=150, derandomize=True)
@given(st.binary(max_size=20))
def test_any_bytes_are_a_text_or_one_problem(data: bytes) -> None:
    text, problems = decode_utf8(data, AT)
    assert len(problems) == (text is None)
