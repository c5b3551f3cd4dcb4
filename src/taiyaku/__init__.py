"""Taiyaku (対訳): a bilingual English/Japanese static site generator for curated medical-evidence summaries."""

from taiyaku.app.build import Result, build
from taiyaku.app.files import UsageError

__all__ = ["Result", "UsageError", "build"]
