import pytest

from taiyaku.exchange.safe import visible, whole, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("9.3か月　〜", "9.3か月　〜"),
        ("a\tb\n\x1b", "a␉b␊␛"),
        ("\x7f\x85\u2028\u202e\ud800", "\ufffd" * 5),
        ("a\u00ad\u200d", "a\u00ad\u200d"),
    ],
)
def test_signs_that_steer_are_made_visible_one_for_one(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert len(visible(text)) == len(text)


def test_half_characters_are_replaced() -> None:
    assert whole("a\ud800\udfff癌\n") == "a\ufffd\ufffd癌\n"


@pytest.mark.parametrize(
    ("character", "columns"), [("a", 1), ("癌", 2), ("ｱ", 1), ("Ａ", 2), ("\u0301", 0), ("\u200d", 0)]
)
def test_a_character_takes_its_columns(character: str, columns: int) -> None:
    assert width(character) == columns
