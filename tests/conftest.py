"""What tests share: the repository's own project, a small project in memory and on disk."""

import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import settings

from taiyaku.app.build import Built, assemble
from taiyaku.app.files import read_files

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "sites" / "small"

Files = dict[PurePosixPath, bytes]

# How long an example takes says something about the machine, not about the program.
settings.register_profile("taiyaku", deadline=None)
settings.load_profile("taiyaku")


@pytest.fixture(scope="session")
def small_base() -> Files:
    """The small project with the repository's templates and catalogs; do not change it: use `small`."""
    interface = {path: data for path, data in read_files(ROOT).items() if path.parts[0] in ("templates", "locales")}
    return read_files(SMALL) | interface


@pytest.fixture
def small(small_base: Files) -> Files:
    """The small project's files, free to be changed."""
    return dict(small_base)


@pytest.fixture
def edit(small: Files) -> Callable[[str, str, str], None]:
    """`edit(file, old, new)` changes a file of the small project; `old` must stand there once."""

    def replace(file: str, old: str, new: str) -> None:
        path = PurePosixPath(file)
        text = small[path].decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        small[path] = text.replace(old, new).encode()

    return replace


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project on disk, free to be changed."""
    folder = tmp_path / "project"
    shutil.copytree(SMALL, folder)
    for name in ("templates", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def real_files() -> Files:
    """The files of the first site."""
    return read_files(ROOT)


@pytest.fixture(scope="session")
def real(real_files: Files) -> Built:
    """The first site, built in memory."""
    return assemble(real_files)


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one flag that rewrites stored output."""
    parser.addoption("--rewrite-stored-sites", action="store_true", help="store what is built now as what is expected")
