"""The small project with some edits, and everything that is told about it."""

from collections.abc import Callable, Iterator

import pytest

from taiyaku.app.build import assemble
from tests.checks.quick import remember_interface
from tests.checks.told import OWN, Edit, Tell, Told, told
from tests.conftest import Files


@pytest.fixture(scope="package", autouse=True)
def _quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        remember_interface(patch)
        yield


@pytest.fixture
def tell(small: Files, edit: Callable[[str, str, str], None]) -> Tell:
    """`tell(edits…)`: every problem of the edited small project, sorted, but for the one that it has by itself."""

    def after(*edits: Edit) -> list[Told]:
        for file, old, new in edits:
            edit(file, old, new)
        every = sorted(told(problem) for problem in assemble(small).problems)
        every.remove(OWN)
        return every

    return after
