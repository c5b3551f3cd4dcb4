"""Problems for a person at a terminal: file, line, column, the line itself, what is wrong, what to do."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from taiyaku.base.place import Place
from taiyaku.base.problem import Problem, Severity
from taiyaku.content.locate import locate

_WIDEST = 100


def lines_of(problems: Sequence[Problem], texts: Mapping[PurePosixPath, bytes]) -> Iterator[str]:
    """The lines that tell the problems, file by file from top to bottom, and a last line that counts them."""
    decoded: dict[PurePosixPath, str] = {}
    placed = [(_position(p.at, _text(p.at, texts, decoded)), p) for p in problems]
    for position, problem in sorted(placed, key=lambda each: (str(each[1].at.file), each[0])):
        yield from _told(problem, position, texts, decoded)
    yield summary(problems)


def summary(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are."""
    errors = sum(p.severity is Severity.ERROR for p in problems)
    return f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


def _told(
    problem: Problem, position: tuple[int, int], texts: Mapping[PurePosixPath, bytes], decoded: dict[PurePosixPath, str]
) -> Iterator[str]:
    text = _text(problem.at, texts, decoded)
    line, column = position
    where = _shown(problem.at.file, line, column)
    inside = f" {problem.at.dotted}:" if problem.at.path else ""
    yield f"{where}: {problem.severity.name.lower()}:{inside} {problem.message} [{problem.rule}]"
    if line and text:
        yield from _excerpt(text, line, column)
    if problem.hint:
        yield f"    hint: {problem.hint}"
    for other in problem.also:
        yield f"    see also: {_shown(other.file, *_position(other, _text(other, texts, decoded)))}"


def _text(at: Place, texts: Mapping[PurePosixPath, bytes], decoded: dict[PurePosixPath, str]) -> str:
    if at.file not in decoded:
        decoded[at.file] = texts.get(at.file, b"").decode("utf-8-sig", errors="replace")
    return decoded[at.file]


def _position(at: Place, text: str) -> tuple[int, int]:
    return locate(text, at) if text and at.file.suffix in {".yaml", ".yml"} else (at.line, at.column)


def _shown(file: PurePosixPath, line: int, column: int) -> str:
    return str(file) + (f":{line}" if line else "") + (f":{column}" if line and column else "")


def _excerpt(text: str, line: int, column: int) -> Iterator[str]:
    """The line meant, cut around the column where it is long."""
    every = text.split("\n")
    if line > len(every):
        return
    whole = every[line - 1].rstrip("\r")
    start = max(0, column - _WIDEST // 2) if len(whole) > _WIDEST else 0
    cut = whole[start : start + _WIDEST]
    yield f"    {line:>5} | {'…' if start else ''}{cut}{'…' if start + _WIDEST < len(whole) else ''}"
