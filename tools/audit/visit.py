"""Everything that is measured on one page in the browser."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, Page

from tools.audit import axe, calm, plain, script, sight, unfolded
from tools.audit.browser import DESK, PHONE, Tab, opened, tab
from tools.audit.rows import Miss, Reading, counted
from tools.audit.site import Site, locale

Theme = Literal["light", "dark"]
STATES: tuple[tuple[Theme, dict[str, int]], ...] = (("light", PHONE), ("dark", PHONE), ("dark", DESK), ("light", DESK))
OPENED = (STATES[0], STATES[2])  # what opens is looked at on a light phone and a dark wide screen
LOWEST = ("contrast", "targets", "main-targets")


@dataclass(frozen=True)
class Visit:
    """Where pages are opened, and whether all four states of theme and width are looked at."""

    browser: Browser
    site: Site
    base: str
    desk: Tab  # a wide window that opens the pages from disk
    bare: Tab  # a window without JavaScript
    brief: bool = False

    def states(self, name: str) -> tuple[tuple[Theme, dict[str, int]], ...]:
        """In which states a page is looked at; in brief, English pages in two of them and the others in the other two."""
        if not self.brief:
            return STATES
        return STATES[::2] if locale(name) == "en" else STATES[1::2]

    @property
    def disk(self) -> str:
        """The site's address on disk."""
        return f"{self.site.folder.resolve().as_uri()}/"


@dataclass
class Looks:
    """What was seen of one page in all its states."""

    page: Page
    name: str
    violations: list[Miss] = field(default_factory=list)
    undecided: set[str] = field(default_factory=set)
    rows: dict[str, list[Reading]] = field(default_factory=lambda: {row: [] for row in LOWEST})

    def look(self, theme: Theme, state: str, part: str = "") -> None:
        """Look at the page, or a part of it, in its present state."""
        violations, undecided = axe.look(self.page, state, axe.COLOUR if theme == "dark" else axe.TAGS, part)
        self.violations += violations
        self.undecided |= undecided
        within = part or "body"
        for reading in (
            sight.contrast(self.page, self.name, state, within),
            *sight.targets(self.page, self.name, state, within),
        ):
            self.rows[reading.row].append(reading)

    @property
    def readings(self) -> list[Reading]:
        """The rows of the page."""
        axe_row = counted("axe", self.name, self.violations, sorted(self.undecided))
        return [axe_row, *(sight.merged(found) for found in self.rows.values())]


def looks(page: Page, name: str, visit: Visit) -> list[Reading]:
    """What is seen in every state of the page, and of what it opens in two of them."""
    axe.load(page)
    seen = Looks(page, name)
    for theme, viewport in visit.states(name):
        state = f"{theme}, {viewport['width']}"
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        script.run(page, "unfold")
        seen.look(theme, state)
        if (theme, viewport) in OPENED:
            for shown in unfolded.each(page):
                seen.look(theme, f"{state}, {shown}", unfolded.OPEN)
    return seen.readings


@contextmanager
def begun(browser: Browser, site: Site, base: str, *, brief: bool = False) -> Iterator[Visit]:
    """Get the windows ready that are used for one page after another."""
    with tab(browser, script.text("calm"), viewport=DESK) as desk, tab(browser, java_script_enabled=False) as bare:
        yield Visit(browser, site, base, desk, bare, brief)


def readings(visit: Visit, name: str) -> Iterable[Reading]:
    """All rows that one page is measured for in the browser."""
    with opened(visit.browser, visit.base + name, script.text("calm")) as (page, heard):
        yield from calm.from_server(page, heard, visit.base, name, visit.browser)
        with_scripts = plain.contents(page, plain.ENHANCEMENTS)
        yield from looks(page, name, visit)
        yield sight.narrow(page, name)
        yield sight.zoomed(page, name)
    yield from calm.from_disk(visit.desk, visit.disk, name)
    yield plain.reading(visit.bare, visit.base, visit.site, name, with_scripts)
