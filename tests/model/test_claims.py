from typing import Any

import pytest

from taiyaku.content.read import read_project
from taiyaku.model.claims import Basis, Coverage, basis, claim_coverage
from taiyaku.model.pair import Pair
from tests.conftest import Files


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, set()),
        ({"figures": ("n",)}, {Basis.FIGURES}),
        ({"at": "Results"}, {Basis.PLACE}),
        ({"en": "So [@a-1].", "ja": "そう[@a-1]。"}, {Basis.CITATION}),
        ({"en": "So [@a-1].", "ja": "そう。"}, set()),
        ({"en": "So [@a-1].", "ja": None}, {Basis.CITATION}),
        ({"en": "So [@a-1].", "ja": "そう[@a-1]。", "at": "Results", "figures": ("n",)}, set(Basis)),
    ],
)
def test_what_a_pair_rests_on(fields: dict[str, Any], expected: set[Basis]) -> None:
    assert basis(Pair.model_validate({"en": "So.", "ja": "そう。", **fields})) == expected


def test_the_coverage_of_a_summary_counts_each_statement_once(small: Files) -> None:
    """Takeaway, plain words, background, two results, dosing, key point, recommendation, limitation; no title, no note."""
    library = read_project(small).library
    assert library is not None
    assert claim_coverage(library.sources["doe-2020"]) == Coverage(
        statements=9, covered=5, figures=3, place=2, citation=0
    )
