"""Templates and catalogs are read and compiled once for all projects that are built in this process."""

from collections.abc import Iterator

import pytest

from tests.checks.quick import remember_interface


@pytest.fixture(scope="package", autouse=True)
def _quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        remember_interface(patch)
        yield
