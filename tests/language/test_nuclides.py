import pytest

from taiyaku.language.nuclides import NUCLIDE


@pytest.mark.parametrize(
    ("text", "mass", "element"),
    [
        ("177Lu", "177", "Lu"),
        ("99mTc", "99m", "Tc"),
        ("[177Lu]Lu-PSMA-617", "177", "Lu"),
        ("with 225Ac.", "225", "Ac"),
        ("18F-FDG", "18", "F"),
        ("131I", "131", "I"),
        ("（68Ga）", "68", "Ga"),
        ("177LuPSMA", "177", "Lu"),
    ],
)
def test_a_mass_number_and_an_element_are_a_nuclide(text: str, mass: str, element: str) -> None:
    found = NUCLIDE.search(text)
    assert found is not None
    assert found.groups() == (mass, element)


def test_a_nuclide_is_found_right_after_japanese() -> None:
    found = NUCLIDE.search("治療に223Raを用いた")
    assert found is not None
    assert found.groups() == ("223", "Ra")


@pytest.mark.parametrize(
    "text", ["177 Lu", "Lu-177", "7Lu", "1777Lu", "177Lux", "5FU", "177lu", "12.18F", "1,177Lu", "A177Lu", "PSMA-11F"]
)
def test_anything_else_is_no_nuclide(text: str) -> None:
    assert NUCLIDE.search(text) is None
