"""A small whole site, compared with its stored output.

Run with --rewrite-stored-sites to store what is built now, and read the diff.
"""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from taiyaku.app.build import assemble

STORED = Path(__file__).parent / "sites" / "small-output"
SHOWN = {".html", ".xml", ".txt"}
"""What is compared: pages, sitemap, robots.txt; assets are copied as they are."""


def stored() -> dict[PurePosixPath, str]:
    return {
        PurePosixPath(path.relative_to(STORED).as_posix()): path.read_text("utf-8")
        for path in STORED.rglob("*")
        if path.is_file()
    }


def store(files: Mapping[PurePosixPath, str]) -> None:
    for path in sorted(STORED.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    for name, text in files.items():
        (STORED / name).parent.mkdir(parents=True, exist_ok=True)
        (STORED / name).write_text(text, "utf-8")


def test_the_small_site_is_what_it_was(small: dict[PurePosixPath, bytes], pytestconfig: pytest.Config) -> None:
    built = assemble(small)
    assert [p.rule for p in built.problems] == ["translation-missing"]
    files = {path: data.decode() for path, data in built.files.items() if path.suffix in SHOWN}
    if pytestconfig.getoption("--rewrite-stored-sites"):
        store(files)
    expected = stored()
    assert sorted(map(str, files)) == sorted(map(str, expected))
    for path, text in files.items():
        assert text == expected[path], f"{path} differs: look at it, then run with --rewrite-stored-sites"


def test_two_builds_are_equal_to_the_byte(small: dict[PurePosixPath, bytes]) -> None:
    assert assemble(small).files == assemble(dict(reversed(small.items()))).files
