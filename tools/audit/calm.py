"""Whether a page keeps still and quiet: layout shifts, long tasks, the console, requests, cookies."""

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tools.audit import script
from tools.audit.browser import PHONE, Heard, Tab, opened
from tools.audit.rows import Miss, Reading, counted

ATTEMPTS = 5  # a busy machine makes a task long now and then; what a page does, it does every time


@dataclass(frozen=True)
class Calm:
    """What a page did on its own while it was loaded and scrolled to its end."""

    shifts: tuple[tuple[str, float], ...]
    tasks: tuple[int, ...]


def taken(page: Page) -> Calm:
    """Scroll to the end and ask what has shifted and what took long."""
    found = page.evaluate("calm.taken()")
    return Calm(tuple((each["where"], each["value"]) for each in found["shifts"]), tuple(found["tasks"]))


def shift(name: str, calm: Calm, state: str) -> Reading:
    """The sum of the layout shifts."""
    misses = tuple(Miss(where, f"{value:.4f} [{state}]", where) for where, value in calm.shifts)
    return Reading("shift", name, sum(value for _, value in calm.shifts), misses)


def tasks(name: str, calm: Calm, browser: Browser, url: str) -> Reading:
    """The long tasks, in the best of several loads: a single one may be the machine's doing."""
    for _ in range(ATTEMPTS - 1):
        if not calm.tasks:
            break
        with opened(browser, url, script.text("calm")) as (page, _heard):
            again = taken(page)
        calm = min(calm, again, key=lambda each: sum(each.tasks))
    return counted("tasks", name, [Miss("html", f"{milliseconds} ms", "long task") for milliseconds in calm.tasks])


def quiet(name: str, heard: Heard, state: str) -> Reading:
    """What the console and errors said."""
    return counted("console", name, [Miss("console", f"{text} [{state}]", text) for text in heard.messages])


def requests(name: str, heard: Heard, base: str, state: str) -> Reading:
    """The requests that went to anybody but the site itself."""
    elsewhere = [url for url in heard.requests if not url.startswith((base, "data:", "blob:", "about:"))]
    return counted("requests", name, [Miss(url, f"requested [{state}]", url) for url in elsewhere])


def cookies(name: str, page: Page) -> Reading:
    """The cookies that the page set."""
    own = [each.strip() for each in page.evaluate("document.cookie").split(";") if each.strip()]
    stored = [f"{each['name']}={each['value']}" for each in page.context.cookies()]
    return counted("cookies", name, [Miss("document.cookie", each, "cookie") for each in sorted({*own, *stored})])


def observed(tab: Tab, calm: Calm, name: str, base: str) -> list[Reading]:
    """What was seen and heard of the page in a tab that opened it from disk."""
    return [
        shift(name, calm, "file, 1280"),
        quiet(name, tab.heard, "file"),
        requests(name, tab.heard, base, "file"),
        cookies(name, tab.page),
    ]


def from_disk(tab: Tab, base: str, name: str) -> list[Reading]:
    """The page opened from disk on a wide screen."""
    tab.show(base + name)
    return observed(tab, taken(tab.page), name, base)


def from_server(page: Page, heard: Heard, base: str, name: str, browser: Browser) -> list[Reading]:
    """The page as it has just been loaded from the server on a phone."""
    calm = taken(page)
    return [
        shift(name, calm, f"http, {PHONE['width']}"),
        tasks(name, calm, browser, base + name),
        quiet(name, heard, "http"),
        requests(name, heard, base, "http"),
        cookies(name, page),
    ]
