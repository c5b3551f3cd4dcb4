"""Taiyaku (対訳): a bilingual English/Japanese static site generator for curated medical-evidence summaries."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from taiyaku.app.build import Result, build
    from taiyaku.app.usage import UsageError

__all__ = ["Result", "UsageError", "build"]

_PLACES = {"Result": "taiyaku.app.build", "build": "taiyaku.app.build", "UsageError": "taiyaku.app.usage"}


def __getattr__(name: str) -> Any:
    """What is asked for, imported only then: the command line's help needs none of it."""
    if name not in _PLACES:
        raise AttributeError(f"module 'taiyaku' has no attribute '{name}'")
    return getattr(import_module(_PLACES[name]), name)
