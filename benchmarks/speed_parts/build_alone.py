"""Builds a project without comparing the two languages of its pairs: `python build_alone.py PROJECT OUTPUT`."""

import inspect
import sys
from pathlib import Path
from typing import Any

from taiyaku.app.build import build


def can_do_without_pairs() -> bool:
    """Whether the program can be told not to compare the pairs."""
    return "pair_checks" in inspect.signature(build).parameters


def main() -> None:
    """Build, and end as the command does."""
    options: dict[str, Any] = {"pair_checks": False} if can_do_without_pairs() else {}
    sys.exit(build(Path(sys.argv[1]), Path(sys.argv[2]), **options).exit_code)


if __name__ == "__main__":
    main()
