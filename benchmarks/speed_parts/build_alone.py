"""Builds a project without comparing the two languages of its pairs: `python build_alone.py PROJECT OUTPUT`.

Without arguments it tells by its exit code whether the program can be told so; where it cannot, it compares them.
"""

import inspect
import sys
from pathlib import Path
from typing import Any

from taiyaku.app.build import build


def main() -> None:
    """Build, and end as the command does."""
    able = "pair_checks" in inspect.signature(build).parameters
    if len(sys.argv) == 1:
        sys.exit(not able)
    options: dict[str, Any] = {"pair_checks": False} if able else {}
    sys.exit(build(Path(sys.argv[1]), Path(sys.argv[2]), **options).exit_code)


if __name__ == "__main__":
    main()
