import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.language.search_fold import fold

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "search_cases.json").read_text("utf-8"))
"""What the browser tests hold `assets/search-text.js` to as well."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"] or "nothing")
def test_a_text_folds_as_the_table_says(case: dict[str, Any]) -> None:
    assert fold(case["text"]) == case["folded"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＬＩＶＥＲ", "liver"),
        ("Jiménez", "jimenez"),
        ("前立腺癌", "前立腺ガン"),
        ("ﾘｶﾞﾝﾄﾞ", "りがんど"),
        ("コンピューター", "コンピュータ"),
        ("3ヶ月", "3か月"),
        ("¹⁷⁷Lu", "177LU"),
        ("か\u3099", "が"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_two_spellings_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("はは", "ぱぱ"), ("カード", "カド"), ("転移", "移転")])
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_what_is_normalised_already_or_not_folds_to_one(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))
