import sys
from pathlib import Path

import pytest
import yaml
from speed_parts.made import Source, source
from speed_parts.measure import RunError, run
from speed_parts.peer_texts import LANGUAGES, text
from speed_parts.plain_yaml import dumped
from speed_parts.programs import Program, taiyaku
from speed_parts.proof import lacking
from speed_parts.works import work

COUNT, SEED = 4, 1


def test_a_run_counts_the_time_and_memory_of_what_it_starts(tmp_path: Path) -> None:
    child = "import time; held = b'x' * 60_000_000; start = time.process_time()\nwhile time.process_time() < start + 0.2: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    taken = run([sys.executable, "-c", parent], tmp_path, tmp_path / "log")
    assert taken.cpu > 0.2
    assert 60 < taken.largest < 90
    assert taken.together > taken.largest


def test_a_run_that_fails_tells_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="ended with 3:\nno content"):
        run([sys.executable, "-c", "print('no content'); raise SystemExit(3)"], tmp_path, tmp_path / "log")


def put_page(program: Program, of: Source, language: str) -> None:
    page = program.page(of, language)
    page.parent.mkdir(parents=True, exist_ok=True)
    sentences = [text(pair, language).replace("&", "&amp;") for pairs in of.lists.values() for pair in pairs]
    works = [work(number, SEED).doi for number in of.works]
    page.write_text("".join(f"<p>{line[:20]}<b>{line[20:]}</b></p>" for line in [*sentences, *works]), "utf-8")


def test_pages_that_hold_the_text_are_proven_and_what_they_lack_is_told(tmp_path: Path) -> None:
    program, of = taiyaku(tmp_path), source(2, COUNT, SEED)
    for language in LANGUAGES:
        put_page(program, of, language)
    assert list(lacking(program, [of], SEED)) == []
    page, dropped = program.page(of, "ja"), of.lists["results"][1].ja
    page.write_text(page.read_text("utf-8").replace(dropped[:20], ""), "utf-8")
    assert [line.endswith(dropped[:-1]) for line in lacking(program, [of], SEED)] == [True]


def test_yaml_is_written_as_it_is_read() -> None:
    texts = [
        "no",
        "12",
        "a: b",
        "ends:",
        "a #b",
        "[177Lu]Lu",
        "9.3か月、50%",
        '"quoted"',
        "中央値（範囲）",
        "- x",
        "x, y",
        "",
    ]
    value = {"texts": texts, "pairs": [{"en": each, "of": {"ja": each}} for each in texts], "number": 9.3, "none": []}
    assert yaml.safe_load(dumped(value)) == value
