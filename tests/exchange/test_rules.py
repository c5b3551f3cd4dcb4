import re
from pathlib import Path

import taiyaku.exchange
from taiyaku.exchange.rules import READING, rule_text

SOURCES = Path(taiyaku.exchange.__file__).parent.glob("*.py")


def test_every_rule_that_a_reader_tells_has_a_text() -> None:
    told = set()
    for source in SOURCES:
        if source.name != "rules.py":
            told |= set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', source.read_text("utf-8")))
    assert told - {"utf-8", "utf-16", "iso8859-1", "iso8859-15"} == set(READING)


def test_a_rule_without_a_text_is_named_in_words() -> None:
    assert rule_text("figure-other") == "Figure other"
    assert rule_text("id-twice") == "No two entries have the same id."
