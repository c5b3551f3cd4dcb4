from pathlib import PurePath

import pytest

from taiyaku.exchange.kinds import SUFFIXES, Kind, kind_of


@pytest.mark.parametrize(("suffix", "kind"), SUFFIXES.items())
def test_the_end_of_the_name_tells_the_kind(suffix: str, kind: Kind) -> None:
    assert kind_of(PurePath(f"a.b{suffix}")) is kind
    assert kind_of(PurePath(f"A{suffix.upper()}")) is kind


@pytest.mark.parametrize("name", ["a.txt", "po", ".po", "a.po.bak", "-", ""])
def test_any_other_name_tells_none(name: str) -> None:
    assert kind_of(PurePath(name)) is None


def test_every_kind_has_a_name() -> None:
    assert set(SUFFIXES.values()) == set(Kind)
