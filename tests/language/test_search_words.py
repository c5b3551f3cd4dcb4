from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taiyaku.language.search_words import END, pairs, plain_words, search_words, stem
from tests.language.test_search_fold import CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"] or "nothing")
def test_a_text_is_found_by_the_words_of_the_table(case: dict[str, Any]) -> None:
    assert list(search_words(case["text"])) == case["words"]


@pytest.mark.parametrize(
    "words",
    [
        "metastasis metastases",
        "haematological hematological",
        "tumour tumor tumours",
        "anaemia anemia",
        "randomised randomized",
        "analysis analyses analyse analyze",
        "study studies",
        "toxicity toxicities",
        "disease diseases",
        "dose doses",
        "centre center",
        "labelled labeled",
        "box boxes",
    ],
)
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["four for", "prostate prostatic", "use us", "liver live", "mass mas"])
def test_different_words_have_different_stems(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 2


def test_a_nuclide_is_found_in_either_order() -> None:
    assert set(search_words("[177Lu]Lu-PSMA-617")) >= set(search_words("Lu-177"))


def test_words_that_can_be_misspelt_are_whole() -> None:
    assert list(plain_words("Liver metastases in 43 of OS 肝転移")) == ["liver", "metastases"]


@given(st.text(alphabet="前立腺癌𠮷りがんー々", min_size=1))
def test_every_character_of_a_run_begins_a_search_word(run: str) -> None:
    found = list(pairs(run))
    assert "".join(pair[0] for pair in found) == run
    assert found[-1] == run[-1] + END


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_a_stem_is_never_empty(word: str) -> None:
    assert stem(word)
