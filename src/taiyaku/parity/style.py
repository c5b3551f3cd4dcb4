"""House style of the Japanese: warnings, none of them about meaning."""

from collections.abc import Iterator

from taiyaku.language.statement import Statement
from taiyaku.parity.finding import Finding


def house_style(en: Statement, ja: Statement) -> Iterator[Finding]:
    """The house style."""
    yield from ()
