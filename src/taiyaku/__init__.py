"""Taiyaku (対訳): a bilingual English/Japanese static site generator for curated medical-evidence summaries."""

from taiyaku.app.build import Result, build

__all__ = ["Result", "build"]
