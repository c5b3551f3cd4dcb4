import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[2] / "benchmarks" / "fidelity"
KINDS = {
    "citation dropped",
    "citation to another key",
    "code point corrupted",
    "comparator flipped",
    "date changed",
    "decimal dropped",
    "digit changed",
    "direction flipped",
    "left untranslated",
    "negation dropped",
    "not reached lost",
    "number added",
    "percent dropped",
    "percent versus point",
    "sentence dropped",
    "term mistranslated",
    "unit changed",
    "values swapped",
}

Record = dict[str, Any]


def records(name: str) -> list[Record]:
    files = sorted((DATA / name).glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_bytes().splitlines()]


@pytest.fixture(scope="module")
def development() -> list[Record]:
    return records("development")


@pytest.fixture(scope="module")
def held_back() -> list[Record]:
    return records("held_back")


def test_every_record_has_its_fields(development: list[Record], held_back: list[Record]) -> None:
    for record in development + held_back:
        assert set(record) == {"id", "style", "field", "en", "ja", "planted"}
        assert record["en"].strip()
        assert record["ja"].strip()


def test_ids_are_unique(development: list[Record], held_back: list[Record]) -> None:
    ids = Counter(record["id"] for record in development + held_back)
    assert [key for key, times in ids.items() if times > 1] == []


def test_there_are_at_least_150_correct_pairs(development: list[Record], held_back: list[Record]) -> None:
    assert len({(record["en"], record["ja"]) for record in development + held_back}) >= 150


def test_at_least_20_errors_of_each_kind_are_planted(development: list[Record], held_back: list[Record]) -> None:
    kinds = Counter(entry["kind"] for record in development + held_back for entry in record["planted"])
    assert set(kinds) == KINDS
    assert {kind: times for kind, times in kinds.items() if times < 20} == {}


def test_each_planted_error_changes_one_side_of_its_pair(development: list[Record], held_back: list[Record]) -> None:
    for record in development + held_back:
        for entry in record["planted"]:
            (side,) = set(entry) - {"kind"}
            assert side in ("en", "ja")
            assert entry[side] != record[side], record["id"]


def texts(found: list[Record]) -> set[str]:
    sides = {record[side] for record in found for side in ("en", "ja")}
    return sides | {
        entry[side] for record in found for entry in record["planted"] for side in ("en", "ja") if side in entry
    }


def test_nothing_held_back_is_in_development(development: list[Record], held_back: list[Record]) -> None:
    assert len(texts(development) & texts(held_back)) == 0
