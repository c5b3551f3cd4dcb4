import pytest

from taiyaku.bibliography.setting.pieces import (
    Piece,
    Role,
    around,
    closed,
    ends_in_address,
    joined,
    said,
    text_of,
    tidy,
)


def test_what_is_not_recorded_leaves_no_trace() -> None:
    assert said(None) == said("") == around("[", said(None), "]") == joined([(), ()], "; ") == closed((), ".") == ()


def test_a_field_stands_on_one_line() -> None:
    assert said(" two\n  lines ", Role.TITLE) == (Piece("two lines", Role.TITLE),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A title", "A title."),
        ("Is it so?", "Is it so?"),
        ("J. Test.", "J. Test."),
        ("It works!", "It works!"),
        ("有効か？", "有効か？"),
        ("“Is it so?”", "“Is it so?”"),
        ("「有効か？」", "「有効か？」"),
        ("(so they say?)", "(so they say?)."),
    ],
)
def test_a_sentence_has_one_full_stop(text: str, expected: str) -> None:
    assert text_of(closed(said(text), ".")) == expected


def test_only_an_address_at_the_end_is_an_address_at_the_end() -> None:
    url = said("https://example.org/a", Role.IDENTIFIER, "https://example.org/a")
    assert ends_in_address(url)
    assert not ends_in_address((*url, Piece(" x")))
    assert not ends_in_address(said("10.1000/a", Role.IDENTIFIER, "https://doi.org/10.1000/a"))
    assert not ends_in_address(())


def test_plain_neighbours_become_one_and_others_stay() -> None:
    title = Piece("A", Role.TITLE)
    assert tidy((Piece("a"), Piece("b"), title, Piece(""), title, Piece("c"))) == (
        Piece("ab"),
        title,
        title,
        Piece("c"),
    )
