"""What a page shows only when it is asked for: popovers, and the notes that a link opens where it stands."""

from collections.abc import Iterator

from playwright.sync_api import Page

OPENERS = ("a.term[href^='#']", ".cite a", "a.note-mark", ".s a.here")
OPEN = ":popover-open"
CLOSED = "[...document.querySelectorAll('[popover]')].filter((part) => !part.checkVisibility()).map((part) => part.id).filter(Boolean)"
SHOW = "(id) => { const part = document.getElementById(id); part.showPopover(); return part.matches(':popover-open'); }"
HIDE = "() => { for (const part of document.querySelectorAll(':popover-open')) part.hidePopover(); }"
PRESS = """(opener) => {
    const link = [...document.querySelectorAll(opener)].find((each) => each.checkVisibility());
    if (!link) return false;
    addEventListener('click', (event) => event.preventDefault(), {once: true}); // a page without the script stays
    link.click();
    return document.querySelector(':popover-open') !== null;
}"""


def each(page: Page) -> Iterator[str]:
    """Show one hidden part after another, and say what made it show."""
    for name in page.evaluate(CLOSED):
        if page.evaluate(SHOW, name):
            yield f"#{name} shown"
        page.evaluate(HIDE)
    for opener in OPENERS:
        if page.evaluate(PRESS, opener):
            yield f"{opener} pressed"
        page.evaluate(HIDE)
