"""A finding: one way in which the two sides of a pair differ, and where."""

from msgspec import Struct

from taiyaku.base.problem import Severity

Span = tuple[int, int]
"""Where something stands in a text: from a position up to, not including, another."""


class Finding(Struct, frozen=True):
    """One difference: the rule that it breaks, what is wrong, and the places meant in each text (None: all of it)."""

    rule: str
    message: str
    en: Span | None = None
    ja: Span | None = None
    hint: str = ""
    severity: Severity = Severity.ERROR
