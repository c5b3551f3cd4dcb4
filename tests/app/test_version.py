"""What a program remembered is of no use to another, nor beside other packages."""

import sys
from pathlib import Path

import pytest

from taiyaku.app.version import program_version


def test_another_package_beside_the_program_makes_it_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = tmp_path / "site-packages"
    packages.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    told = program_version.__wrapped__
    before = told()
    assert told() == before
    (packages / "jinja2-4.0.dist-info").mkdir()
    assert told() != before


def test_packages_that_are_not_there_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "site-packages")])
    assert str(tmp_path) in program_version.__wrapped__()
