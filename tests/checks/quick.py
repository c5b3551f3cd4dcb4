"""Reads and compiles templates and catalogs once for many builds of small projects: most of their time goes there.

What is remembered depends on nothing but what was given, and what fails is not remembered: it fails again.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

import pytest

from taiyaku.base.locale import Locale
from taiyaku.base.place import Place
from taiyaku.render.catalogs import read_catalog
from taiyaku.render.compiling import compiled

_RESULTS: dict[tuple[Callable[..., Any], Hashable], Any] = {}


def remember_interface(patch: pytest.MonkeyPatch) -> None:
    """Until the patch is undone, equal templates and catalogs are worked on only once."""
    patch.setattr("taiyaku.app.engine.interface.compiled", _remembered(compiled, _of_mapping))
    patch.setattr("taiyaku.app.engine.interface.read_catalog", _remembered(read_catalog, _of_catalog))


def _remembered(function: Callable[..., Any], key_of: Callable[..., Hashable]) -> Callable[..., Any]:
    def call(*given: Any) -> Any:
        key = function, key_of(*given)
        if key not in _RESULTS:
            _RESULTS[key] = function(*given)
        return _RESULTS[key]

    return call


def _of_mapping(files: Mapping[str, str], _before: object) -> Hashable:
    return tuple(files.items())


def _of_catalog(data: bytes | None, locale: Locale, wanted: Mapping[Any, Place]) -> Hashable:
    return data, locale, tuple(wanted.items())
