"""Templates and catalogs are read and compiled once for all projects that are built in this process."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

import pytest

from tests.checks.quick import remember_interface
from tests.checks.told import SOURCE
from tests.conftest import Files

SECOND = "content/sources/poe-2021.yaml"


@pytest.fixture(scope="package", autouse=True)
def _quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        remember_interface(patch)
        yield


@pytest.fixture
def two(small: Files, edit: Callable[[str, str, str], None]) -> Files:
    """A trial that two documents report with the same figures."""
    edit(SOURCE, "    unit: patient\n", "    unit: patient\n    trial: ferro\n")
    own = "seed: doe-2020\ncitation: doe-2020", "seed: poe-2021\ncitation: roe-2019"
    small[PurePosixPath(SECOND)] = small[PurePosixPath(SOURCE)].decode().replace(*own).encode()
    small[PurePosixPath("seeds/poe-2021.yaml")] = small[PurePosixPath("seeds/doe-2020.yaml")]
    return small
