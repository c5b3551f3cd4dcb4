"""The measuring scripts: plain functions that run inside a page."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tools.audit.rows import Miss

SCRIPTS = Path(__file__).parent / "scripts"


@cache
def text(name: str) -> str:
    """The text of a script."""
    return (SCRIPTS / f"{name}.js").read_text("utf-8")


def run(page: Page, name: str, **options: Any) -> Any:
    """Call the script's `measure` in the page; a page's policy does not concern the debugger that this goes through."""
    return page.evaluate(f"(options) => {{ {text('common')}\n{text(name)}\nreturn measure(options); }}", options)


def misses(found: list[dict[str, str]], state: str = "") -> tuple[Miss, ...]:
    """What a script reports, with the state in which the page was."""
    note = f" [{state}]" if state else ""
    return tuple(Miss(each["where"], each["value"] + note, each["like"]) for each in found)
