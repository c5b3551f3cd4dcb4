import pytest

from taiyaku.exchange.gathering import shortened


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("a\n  b\t", "a b"),
        ("a" * 60, "a" * 60),
        ("a" * 61, "a" * 59 + "…"),
        ("a" + " " * 500 + "b", "a…"),
        ("", ""),
    ],
)
def test_a_text_in_a_message_stands_on_one_line_and_is_cut(text: str, short: str) -> None:
    assert shortened(text) == short
