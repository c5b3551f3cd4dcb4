"""Chromium, and what a page is heard to do while it is open."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tools.audit import needs

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 1024}


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser for as long as it is wanted."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=needs.chromium(), args=["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        )
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Heard:
    """What a page asked for and said."""

    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def clear(self) -> None:
        """Forget what was heard."""
        for heard in (self.requests, self.failed, self.messages):
            heard.clear()

    def listen(self, page: Page) -> None:
        """Write down every request, every message of the console, every error."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", lambda request: self.failed.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("console", lambda message: self.messages.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.messages.append(f"error: {error}"))


@dataclass
class Tab:
    """A tab that shows one page after another: cheaper than a context for each."""

    page: Page
    heard: Heard

    def show(self, url: str) -> None:
        """Go to an address and begin to listen anew."""
        self.page.context.clear_cookies()
        self.heard.clear()
        self.page.goto(url)


@contextmanager
def tab(browser: Browser, script: str | None = None, **context: Any) -> Iterator[Tab]:
    """A tab in a context of its own."""
    context.setdefault("viewport", PHONE)
    fresh = browser.new_context(**context)
    try:
        page = fresh.new_page()
        heard = Heard()
        heard.listen(page)
        if script:
            page.add_init_script(script)
        yield Tab(page, heard)
    finally:
        fresh.close()


@contextmanager
def opened(browser: Browser, url: str, script: str | None = None, **context: Any) -> Iterator[tuple[Page, Heard]]:
    """The page at an address, in a context of its own, with what it is heard to do."""
    with tab(browser, script, **context) as fresh:
        fresh.show(url)
        yield fresh.page, fresh.heard
