"""How many planted errors the comparison finds, how often it is wrong on correct pairs, and how fast it is.

Run by hand (`make benchmark-fidelity`), never in the tests. The pairs in `fidelity/development` may be looked at while
rules are written; those in `fidelity/held_back` may not, so their texts are never shown.
"""

import argparse
import json
import platform
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from fidelity_speed import GROWTH_SIZES, PAIRS_A_SECOND, PATIENCE, growth, pairs_a_second

from taiyaku.base.problem import Severity
from taiyaku.parity.compare import compare

SETS = ("development", "held_back")
FALSE_ALARMS = 0.02
_GOALS = {
    **dict.fromkeys(("values swapped", "sentence dropped", "not reached lost"), 0.90),
    **dict.fromkeys(("term mistranslated", "negation dropped", "direction flipped", "left untranslated"), 0.80),
}
"""The share of a kind that is to be found; 0.95 for all others."""

_NUMBER = frozenset({"number-differs", "number-missing", "number-added"})
_UNIT = frozenset({"unit-differs", "percent-differs", "point-differs"})

NAMING: Mapping[str, frozenset[str]] = {
    "digit changed": _NUMBER | {"date-differs", "name-differs"},
    "decimal dropped": _NUMBER,
    "date changed": _NUMBER | {"date-differs"},
    "number added": _NUMBER | {"date-differs"},
    "values swapped": frozenset({"values-swapped"}),
    "unit changed": _UNIT,
    "percent dropped": _UNIT,
    "percent versus point": _UNIT,
    "comparator flipped": frozenset({"comparator-differs", "direction-differs"}),
    "citation dropped": frozenset({"citation-lost"}),
    "citation to another key": frozenset({"citation-differs", "citation-lost"}),
    "sentence dropped": frozenset({"sentence-missing", "sentence-added"}),
    "term mistranslated": frozenset({"term-differs", "name-differs"}),
    "not reached lost": frozenset({"not-reached-differs", "negation-differs"}),
    "negation dropped": frozenset({"negation-differs", "direction-differs", "not-reached-differs"}),
    "direction flipped": frozenset({"direction-differs", "comparator-differs", "term-differs"}),
    "left untranslated": frozenset({"untranslated"}),
    "code point corrupted": frozenset({"character-unsound", "superscript-lost"}),
}
"""The rules that name an error of each kind; a finding by any other rule does not count as having found it."""

_NARROW = (
    frozenset({"numbers"})
    | {"startpunc", "endpunc", "puncspacing", "purepunc", "brackets", "singlequoting", "doublequoting"}
    | {"variables", "printf", "pythonbraceformat"}
)
"""pofilter's tests on numbers, punctuation and variables."""

_LEGEND = """found: told by a rule that names the error (pofilter, multiset: by any test) and not of the correct pair.
goal: what taiyaku is to find of each kind, and whether it does; at most 2% of the correct pairs with a false alarm."""

_VALUE = re.compile(r"(\d+(?:[.,]\d+)*)\s?([A-Za-zµμ%°℃]+|[^\W\d_])?")


@dataclass(frozen=True, slots=True)
class Text:
    """A pair under its key: a correct one, or one into which an error of a kind was planted."""

    key: str
    en: str
    ja: str
    kind: str = ""
    parent: "Text | None" = None


@dataclass(frozen=True, slots=True)
class Column:
    """What one program tells of each text, by key; `naming`: an error is found only by the rules that name it."""

    name: str
    told: Mapping[str, frozenset[str]]
    naming: bool = False

    def finds(self, planted: Text) -> bool:
        """Whether the planted error is told, by something that is not told of its correct parent too."""
        assert planted.parent
        new = self.told[planted.key] - self.told[planted.parent.key]
        return bool(new & naming(planted) if self.naming else new)


def naming(planted: Text) -> frozenset[str]:
    """The rules that name this planted error."""
    rules = NAMING[planted.kind]
    return rules | _UNIT if planted.kind == "values swapped" and _units_of_moved(planted) > 1 else rules


def _units_of_moved(planted: Text) -> int:
    """How many different units the values have that changed their places."""
    assert planted.parent
    before, after = (_VALUE.findall(f"{text.en}\n{text.ja}") for text in (planted.parent, planted))
    return len({unit for (old, unit), (new, _) in zip(before, after, strict=False) if old != new})


def load(name: str) -> list[Text]:
    """The correct pairs of a set, each followed by those with its planted errors."""
    files = sorted((Path(__file__).parent / "fidelity" / name).glob("*.jsonl"))
    lines = chain.from_iterable(file.read_bytes().splitlines() for file in files)
    return [text for line in lines for text in _texts(json.loads(line))]


def _texts(record: Mapping[str, Any]) -> Iterable[Text]:
    parent = Text(record["id"], record["en"], record["ja"])
    yield parent
    for number, entry in enumerate(record["planted"], 1):
        en, ja = entry.get("en", parent.en), entry.get("ja", parent.ja)
        yield Text(f"{parent.key}/{number}", en, ja, entry["kind"], parent)


def taiyaku_tells(texts: Iterable[Text]) -> tuple[Column, Column]:
    """The rules of all findings, and of those that are errors."""
    found = {text.key: compare(text.en, text.ja, meaning_only=True) for text in texts}
    every = {key: frozenset(f.rule for f in findings) for key, findings in found.items()}
    errors = {
        key: frozenset(f.rule for f in findings if f.severity is Severity.ERROR) for key, findings in found.items()
    }
    return Column("taiyaku", every, naming=True), Column("taiyaku, errors only", errors, naming=True)


def multiset_tells(texts: Iterable[Text]) -> Column:
    """Whether the two texts hold the same numbers in digits, each as often."""
    pattern = re.compile(r"\d+(?:[.,]\d+)*")
    same = {text.key: Counter(pattern.findall(text.en)) == Counter(pattern.findall(text.ja)) for text in texts}
    return Column("multiset", {key: frozenset() if alike else frozenset({"numbers"}) for key, alike in same.items()})


def pofilter_tells(texts: Iterable[Text]) -> list[Column]:
    """The tests of Translate Toolkit's pofilter that fail: of all, and of the narrow ones; nothing if not installed."""
    command = Path(sys.executable).parent / "pofilter"
    if not command.exists():
        print("pofilter is not installed: `make benchmark-fidelity` installs it.\n", file=sys.stderr)
        return []
    catalog = Catalog(locale="ja")
    failed = {text.key: frozenset[str]() for text in texts}
    for text in texts:
        catalog.add(text.en, text.ja, context=text.key)
    with tempfile.TemporaryDirectory() as folder:
        written, told = Path(folder, "pairs.po"), Path(folder, "failures.po")
        with written.open("wb") as file:
            write_po(file, catalog, width=0)
        arguments = ["--language=ja", "--progress=none", str(written), str(told)]
        subprocess.run([str(command), *arguments], check=True, capture_output=True)
        with told.open("rb") as file:
            failures = read_po(file)
    # the header's entry has no context
    failed |= {entry.context: _failed_tests(entry.user_comments) for entry in failures if entry.context}
    narrow = {key: tests & _NARROW for key, tests in failed.items()}
    return [Column("pofilter", failed), Column("pofilter, narrow", narrow)]


def _failed_tests(comments: Iterable[str]) -> frozenset[str]:
    return frozenset(re.findall(r"\(pofilter\) (\w+):", " ".join(comments)))


def measure(texts: Sequence[Text], columns: Sequence[Column]) -> dict[str, Any]:
    """For each column: how many errors of each kind it finds, and on how many correct pairs it tells anything."""
    planted = [text for text in texts if text.parent]
    correct = [text for text in texts if not text.parent]
    return {
        "pairs": len(correct),
        "planted": {kind: sum(text.kind == kind for text in planted) for kind in NAMING},
        "found": {
            column.name: {kind: sum(column.finds(text) for text in planted if text.kind == kind) for kind in NAMING}
            for column in columns
        },
        "false_alarms": {column.name: sum(bool(column.told[text.key]) for text in correct) for column in columns},
    }


def table(name: str, measured: Mapping[str, Any]) -> str:
    """The measures of a set, in percent."""
    columns = list(measured["found"])
    head = [f"{name}, {measured['pairs']} correct pairs", "n", *columns, "goal"]
    planted = dict(measured["planted"])
    rows = [_row(kind, n, [measured["found"][c][kind] for c in columns], _reached(kind)) for kind, n in planted.items()]
    sums = [sum(measured["found"][column].values()) for column in columns]
    rows.append(_row("all planted errors", sum(planted.values()), sums, lambda _: ""))
    alarms = [measured["false_alarms"][column] for column in columns]
    rows.append(_row("correct pairs with a false alarm", measured["pairs"], alarms, _few))
    widths = [max(map(len, cells)) for cells in zip(head, *rows, strict=True)]
    lines = ("  ".join(_set(c, w) for c, w in zip(row, widths, strict=True)).rstrip() for row in [head, *rows])
    return "\n".join(lines)


def _row(name: str, n: int, counts: Sequence[int], goal: Callable[[float], str]) -> list[str]:
    shares = [count / n for count in counts]
    return [name, str(n), *(f"{share:.1%}" for share in shares), goal(shares[0])]


def _set(cell: str, width: int) -> str:
    return cell.rjust(width) if cell[:1].isdigit() else cell.ljust(width)


def _reached(kind: str) -> Callable[[float], str]:
    goal = _GOALS.get(kind, 0.95)
    return lambda share: f"{goal:.0%} {'met' if share >= goal else 'missed'}"


def _few(share: float) -> str:
    return f"{FALSE_ALARMS:.0%} {'met' if share <= FALSE_ALARMS else 'missed'}"


def show_missed(texts: Iterable[Text], column: Column) -> None:
    """Print the planted errors that are not found, and the correct pairs of which anything is told."""
    for text in texts:
        told = ", ".join(sorted(column.told[text.key])) or "nothing"
        if text.parent and not column.finds(text):
            original = text.parent.ja if text.ja != text.parent.ja else text.parent.en
            print(f"missed: {text.kind} [{text.key}], told: {told}\n  {text.en}\n  {text.ja}\n  correct: {original}")
        elif not text.parent and column.told[text.key]:
            print(f"false alarm [{text.key}], told: {told}\n  {text.en}\n  {text.ja}")


def compare_programs(name: str, *, missed: bool) -> dict[str, Any]:
    """Measure one set, print its table, and give the counts."""
    texts = load(name)
    ours, errors = taiyaku_tells(texts)
    measured = measure(texts, [ours, errors, *pofilter_tells(texts), multiset_tells(texts)])
    print(table(name, measured), end="\n\n")
    if missed and name == "development":
        show_missed(texts, ours)
        print()
    return measured


def measure_speed(texts: Sequence[Text]) -> dict[str, Any]:
    """Measure, print and give the pairs a second, and the time that grows with the texts."""
    pairs = [(text.en, text.ja) for text in texts if not text.parent]
    rate = pairs_a_second(pairs)
    print(f"speed on one core: {rate:,.0f} pairs a second (goal: {PAIRS_A_SECOND:,})\n")
    sizes = [f"{size // 1000:,} kB" for size in GROWTH_SIZES]
    print(
        f"{'seconds for two texts of':28}"
        + "".join(f"{size:>10}" for size in sizes)
        + "   ratio per tenfold (10: linear)"
    )
    grown = {}
    for name, seconds in growth(pairs[0]):
        grown[name] = seconds
        ratios = [f"{b / a:.1f}" for a, b in pairwise(seconds) if a and b]
        print(f"{name:28}" + "".join(f"{_seconds(s):>10}" for s in seconds) + "   " + ", ".join(ratios))
    print(f"-: not within {PATIENCE} seconds, not without an exception, or not tried after that")
    return {"pairs_a_second": rate, "seconds": grown, "sizes": GROWTH_SIZES}


def _seconds(seconds: float | None) -> str:
    return "-" if seconds is None else f"{seconds:.3f}"


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description="Compare planted errors found, false alarms and speed.")
    parser.add_argument("--set", choices=[*SETS, "both"], default="both", help="which pairs (both)")
    parser.add_argument(
        "--missed", action="store_true", help="show what was missed and the false alarms (development only)"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the measures to a file too")
    asked = parser.parse_args()
    if asked.missed and asked.set == "held_back":
        parser.error("the texts of the held-back set are not shown")
    return asked


def main() -> None:
    """Measure what was asked for."""
    asked = arguments()
    names = SETS if asked.set == "both" else (asked.set,)
    sets = {name: compare_programs(name, missed=asked.missed) for name in names}
    print(_LEGEND, end="\n\n")
    speed = measure_speed([text for name in names for text in load(name)])
    if asked.json:
        rivals = {"translate-toolkit": version("translate-toolkit")} if "pofilter" in sets[names[0]]["found"] else {}
        versions = {"python": platform.python_version(), "taiyaku": version("taiyaku"), **rivals}
        measures = {"versions": versions, "sets": sets, "speed": speed}
        asked.json.write_text(json.dumps(measures, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
