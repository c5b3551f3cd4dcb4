import pytest

from taiyaku.bibliography.formats.type_names import _CALLED, type_meant
from taiyaku.model.reference import WorkType


@pytest.mark.parametrize(
    ("called", "meant"),
    [("journal-article", "article-journal"), ("JOUR", "article-journal"), ("InProceedings", "paper-conference"), ("book section", "chapter"), ("phd_thesis", None), ("webpage", None)],
)  # fmt: skip
def test_other_programs_call_types_otherwise(called: str, meant: str | None) -> None:
    assert type_meant(called) == meant


def test_only_types_that_exist_are_meant() -> None:
    assert set(_CALLED) <= set(WorkType)
