"""The programs that the audit drives, and what to do where one is missing."""

import shutil
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
CHECKER = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = MODULES / "lighthouse" / "cli" / "index.js"


class MissingError(Exception):
    """A program is not here; the message says how to get it."""


def program(hint: str, *names: str) -> str:
    """The path of the first of these programs that is installed."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise MissingError(f"no {names[0]} here; on Debian: apt install {hint}")
    return found


def chromium() -> str:
    """Where Chromium is."""
    return program("chromium fonts-noto-cjk", "chromium", "chromium-browser", "google-chrome")


def java() -> str:
    """Where Java is."""
    return program("default-jre-headless", "java")


def node() -> str:
    """Where Node is."""
    return program("nodejs npm", "node", "nodejs")


def module(path: Path) -> Path:
    """A file of a package from package.json, once it is installed."""
    if not path.exists():
        raise MissingError(
            f"{path.name} is not installed: 'make audit-tools', or 'npm ci' in tools/audit (with Node and npm)"
        )
    return path


def missing(*asked: object) -> str | None:
    """What the first missing program's message says, or nothing when all are here."""
    try:
        for need in asked:
            if isinstance(need, Path):
                module(need)
            elif callable(need):
                need()
    except MissingError as error:
        return str(error)
    return None
