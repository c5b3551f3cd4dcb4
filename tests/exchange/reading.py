"""What the readers' tests ask: a file's pairs and problems in short."""

from pathlib import PurePosixPath

from taiyaku.exchange.kinds import Kind
from taiyaku.exchange.read import read_pairs

Pairs = list[tuple[str, str, str, int]]
Problems = list[tuple[str, int, int]]


def read(kind: Kind, data: bytes | str) -> tuple[Pairs, Problems]:
    """Each pair as id, texts, line; each problem as rule, line, column."""
    raw = data.encode() if isinstance(data, str) else data
    pairs, problems = read_pairs(raw, PurePosixPath("file"), kind)
    return [(p.id, p.en, p.ja, p.line) for p in pairs], [(p.rule, p.at.line, p.at.column) for p in problems]


def messages(kind: Kind, data: bytes | str) -> list[str]:
    """What the problems say."""
    raw = data.encode() if isinstance(data, str) else data
    return [problem.message for problem in read_pairs(raw, PurePosixPath("file"), kind)[1]]
