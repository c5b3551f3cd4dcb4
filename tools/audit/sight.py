"""What the eye and the finger meet: contrast, targets, and whether everything fits."""

from playwright.sync_api import Page

from tools.audit import script, unfolded
from tools.audit.browser import PHONE
from tools.audit.rows import Miss, Reading, counted

CONTRAST = 7
TARGET = 24
MAIN_TARGET = 44
NARROW = 320
ZOOMED = {"width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": False}  # 1280 × 1024 at 400 %


def contrast(page: Page, name: str, state: str, within: str = "body") -> Reading:
    """The lowest contrast of the page's texts in its present state."""
    found = script.run(page, "contrast", goal=CONTRAST, within=within)
    return Reading("contrast", name, found["worst"], script.misses(found["misses"], state))


def targets(page: Page, name: str, state: str, within: str = "body") -> list[Reading]:
    """The smallest target, and the lowest of the main ones."""
    found = script.run(page, "targets", goal=TARGET, mainGoal=MAIN_TARGET, within=within)
    return [
        Reading("targets", name, found["worst"], script.misses(found["misses"], state)),
        Reading("main-targets", name, found["mainWorst"], script.misses(found["mainMisses"], state)),
    ]


def narrow(page: Page, name: str) -> Reading:
    """What does not fit a window of 320 px, of the page and of what it opens."""
    page.set_viewport_size({"width": NARROW, "height": 640})
    misses = [*script.misses(script.run(page, "overflow")["misses"])]
    for state in unfolded.each(page):
        misses += script.misses(script.run(page, "overflow")["misses"], state)
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    return counted("narrow", name, list({(miss.where, miss.like): miss for miss in misses}.values()))


def zoomed(page: Page, name: str) -> Reading:
    """What does not fit a screen of 1280 × 1024 at 400 %."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setDeviceMetricsOverride", ZOOMED)
    found = script.run(page, "overflow")
    session.send("Emulation.clearDeviceMetricsOverride")
    session.detach()
    return Reading("zoom", name, found["worst"], script.misses(found["misses"]))


def merged(readings: list[Reading]) -> Reading:
    """Readings of one page in several states as one, the lowest: each place once, with the states in which it missed."""
    by_place: dict[tuple[str, str], Miss] = {}
    for reading in readings:
        for miss in reading.misses:
            known = by_place.get((miss.where, miss.like))
            by_place[miss.where, miss.like] = (
                miss if known is None else Miss(miss.where, f"{known.value}, {miss.value}", miss.like)
            )
    value = min(reading.value for reading in readings)
    return Reading(readings[0].row, readings[0].page, value, tuple(by_place.values()))
