import pytest

from taiyaku.bibliography.names import in_full, initials, vancouver
from taiyaku.model.reference import Name


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("H.", "H"),
        ("R. L.", "RL"),
        ("JP", "JP"),
        ("Maria I.", "MI"),
        ("Cherie Wei Qi", "CWQ"),
        ("Jean-Luc", "JL"),
        ("", ""),
    ],
)
def test_initials(given: str, expected: str) -> None:
    assert initials(given) == expected


def test_names_as_bibliographies_write_them() -> None:
    bergh = Name.model_validate(
        {"family": "Bergh", "given": "R.C.N", "non-dropping-particle": "van den", "suffix": "Jr"}
    )
    assert vancouver(bergh) == "van den Bergh RCN Jr"
    assert in_full(bergh) == "R.C.N van den Bergh Jr"
    group = Name(literal="ESMO Guidelines Committee")
    assert vancouver(group) == in_full(group) == "ESMO Guidelines Committee"
