"""The walk of the library, for the checks."""

from taiyaku.model.walk import everything, labels

__all__ = ["everything", "labels"]
