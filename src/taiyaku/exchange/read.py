"""Reading anybody's pairs: one function for every format."""

from pathlib import PurePosixPath

from taiyaku.base.problem import Problem
from taiyaku.exchange.gathering import Gathering
from taiyaku.exchange.json_lines import read_json_lines
from taiyaku.exchange.kinds import Kind
from taiyaku.exchange.pair import TextPair
from taiyaku.exchange.po import read_po
from taiyaku.exchange.table import read_table
from taiyaku.exchange.tmx import read_tmx


def read_pairs(
    data: bytes, file: PurePosixPath, kind: Kind, *, source: str = "en", target: str = "ja"
) -> tuple[list[TextPair], list[Problem]]:
    """The pairs of a file, and a problem for each entry that cannot be read; never raises, whatever the bytes.

    `source` and `target` are the file's own names for English and Japanese: of fields, of columns, or language tags.
    A catalog names none.
    """
    found = _gathered(data, file, kind, source, target)
    if not found.pairs and not found.problems:
        found.warn("no-pairs", "there is no pair in the file", 1)
    return found.pairs, found.problems


def _gathered(data: bytes, file: PurePosixPath, kind: Kind, source: str, target: str) -> Gathering:
    match kind:
        case Kind.JSONL:
            return read_json_lines(data, file, source, target)
        case Kind.PO:
            return read_po(data, file)
        case Kind.TMX:
            return read_tmx(data, file, source, target)
        case Kind.CSV | Kind.TSV:
            return read_table(data, file, kind, source, target)
