"""A report for a person at a terminal."""

from collections.abc import Iterator

from taiyaku.exchange.gathering import shortened
from taiyaku.exchange.report import Remark, Report
from taiyaku.exchange.safe import visible, width
from taiyaku.parity.finding import Span

_WIDEST = 100
_BEFORE = 40
"""How many columns of a text are shown, and how many of them at most before what is marked."""


def as_text(report: Report) -> str:
    """Each remark with both texts and the places meant marked under them; the last line counts."""
    lines = [line for remark in report.remarks for line in _told(report.file, remark)]
    counts = ((report.pairs, "pair"), (report.errors, "error"), (report.warnings, "warning"))
    return "\n".join([*lines, ", ".join(_count(number, word) for number, word in counts)]) + "\n"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


def _told(file: str, remark: Remark) -> Iterator[str]:
    numbers = "".join(f":{number}" for number in (remark.line, remark.column) if number)
    about = f"[{visible(shortened(remark.pair.id))}] " if remark.pair else ""
    yield f"{visible(file)}{numbers}: {remark.level}: {about}{visible(remark.what.message)} [{remark.what.rule}]"
    if remark.pair and remark.finding:
        yield from _excerpt("en", remark.pair.en, remark.finding.en)
        yield from _excerpt("ja", remark.pair.ja, remark.finding.ja)
    if remark.what.hint:
        yield f"    hint: {visible(remark.what.hint)}"


def _excerpt(language: str, text: str, span: Span | None) -> Iterator[str]:
    start, end = (min(max(position, 0), len(text)) for position in span or (0, 0))
    first, last = _window(text, start)
    left, right = "…" if first else "", "…" if last < len(text) else ""
    yield f"    {language} | {left}{visible(text[first:last])}{right}"
    if span:
        blank = " " * (len(left) + _columns(text[first:start]))
        yield f"       | {blank}{'^' * max(1, _columns(text[start : min(end, last)]))}"


def _window(text: str, start: int) -> tuple[int, int]:
    """The part of a text to be shown around a position."""
    first, taken = start, 0
    while first > 0 and start - first < _WIDEST and taken < _BEFORE:
        first -= 1
        taken += width(text[first])
    last = start
    while last < len(text) and last - start < _WIDEST and taken < _WIDEST:
        taken += width(text[last])
        last += 1
    return first, last


def _columns(text: str) -> int:
    return sum(width(character) for character in visible(text))
