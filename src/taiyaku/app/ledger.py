"""The ledger: which sentence carries each figure, and whether the documents really hold what the ledgers say."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from taiyaku.base.locale import Locale
from taiyaku.checks.figures import Carried, carried
from taiyaku.language.numbers import Form, states
from taiyaku.model.library import Library
from taiyaku.model.seed import Figure, OtherNumbers, Seed


def table(library: Library) -> Iterator[str]:
    """For each source, every figure of its ledger and the sentences that state it in both languages, and the count."""
    for source_id, source in library.sources.items():
        entries = carried(library, source_id)
        document = library.seeds[source.seed].file
        yield f"{source_id}: {len(entries)} figures of {document}"
        yield from (_row(entry) for entry in entries)
        wanted = [entry for entry in entries if entry.figure.report]
        lacking = [entry for entry in wanted if entry.missing]
        done = len(wanted) - len(lacking)
        yield f"  {len(wanted)} to be reported, {done} carried in both languages, {len(lacking)} missing"
        yield ""


def _row(entry: Carried) -> str:
    figure = entry.figure
    both = [i for i in entry.by[Locale.EN] if i in entry.by[Locale.JA]]
    where = ", ".join(both) if both else ("not reported: " + (figure.why or "") if not figure.report else "MISSING")
    return f"  {figure.id:<34} {figure.value:<12} {figure.unit:<16} line {figure.line:<4} {where}"


class Comparison(Struct, frozen=True):
    """A ledger compared with its document: how many figures and numbers were looked at, and what does not agree."""

    source: str
    figures: int
    numbers: int
    faults: tuple[str, ...]


def compare(library: Library, documents: Path) -> Iterator[Comparison]:
    """Compares each ledger with its document: the digest, every figure on its line, every number accounted for."""
    for key, seed in library.seeds.items():
        path = documents / seed.file
        if not path.is_file():
            yield Comparison(key, 0, 0, (f"{seed.file} is not in {documents}",))
            continue
        data = path.read_bytes()
        lines = data.decode("utf-8", errors="replace").split("\n")
        digest = hashlib.sha256(data).hexdigest()
        faults = [] if digest == seed.sha256 else [f"{seed.file} is another document: its sha256 is {digest}"]
        faults += [fault for figure in seed.figures if (fault := _misplaced(figure, lines))]
        numbers, unaccounted = _accounts(seed, lines)
        yield Comparison(key, len(seed.figures), numbers, (*faults, *unaccounted))


def _misplaced(figure: Figure, lines: list[str]) -> str | None:
    # A sentence of a document may be broken over lines: the lines before and after belong to it.
    text = " ".join(lines[max(0, figure.line - 2) : figure.line + 1])
    if any(states(text, figure.parsed, locale) for locale in Locale) or _dotted(figure) in text:
        return None
    return f"figure '{figure.id}' ({figure.value}) is not on line {figure.line}"


def _dotted(figure: Figure) -> str:
    """A date as 16.09.2025, as some documents print it; for any other figure a text that is nowhere."""
    return ".".join(reversed(figure.value.split("-"))) if figure.parsed.form is Form.DATE else "\0"


_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)*")


def _accounts(seed: Seed, lines: list[str]) -> tuple[int, list[str]]:
    """How many numbers the document holds in digits, and those that nothing in its seed accounts for."""
    total, unaccounted = 0, []
    for number, line in enumerate(lines, start=1):
        tokens = _TOKEN.findall(line)
        total += len(tokens)
        left = _not_other(number, tokens, seed.other_numbers)
        known = _figure_numbers(seed, number)
        unaccounted += [
            f"line {number}: '{token}' is neither a figure nor among other_numbers"
            for token in left
            if token not in known
        ]
    return total, unaccounted


def _not_other(number: int, tokens: list[str], others: tuple[OtherNumbers, ...]) -> list[str]:
    named = {n for o in others if number in o.span for n in _TOKEN.findall(" ".join(o.numbers or ()))}
    if any(number in o.span and o.numbers is None for o in others):
        return []
    return [token for token in tokens if token not in named]


def _figure_numbers(seed: Seed, number: int) -> set[str]:
    """The numbers of the figures that stand on a line (or begin on the line before)."""
    near = [figure for figure in seed.figures if figure.line in (number, number - 1)]
    spellings = {spelling for f in near for n in f.parsed.numbers for spelling in (str(n), str(n).lstrip("0"))}
    return spellings | {_dotted(figure) for figure in near}
