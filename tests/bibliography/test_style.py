"""Entries against the test set: `works.yaml` tells where each expected string comes from."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from taiyaku.bibliography.style import entry_text
from taiyaku.model.reference import Reference

SET: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "works.yaml").read_text("utf-8"))
WORKS = {key: Reference.model_validate(case["record"]) for key, case in SET.items()}


@pytest.mark.parametrize("key", SET)
def test_a_work_reads_as_the_samples_say(key: str) -> None:
    assert entry_text(WORKS[key], works=WORKS) == SET[key]["expected"]
