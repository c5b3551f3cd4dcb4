"""Whether the page says and does without JavaScript what it says and does with it.

Measured so: every text that is shown with JavaScript must be found among the texts shown without it, in the same page
loaded anew; every link must have an address of a file and a fragment that exist; the switch must lead to the same page
of the other locale; and no button or field may stand there that only a script would answer.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urldefrag

from playwright.sync_api import Page

from tools.audit import script
from tools.audit.browser import Tab
from tools.audit.rows import Miss, Reading, counted
from tools.audit.site import Site, counterpart

ENHANCEMENTS = ".needs-js, .needs-js *"  # what only scripts serve: the style sheet hides it without them

Found = dict[str, Any]


def contents(page: Page, enhancements: str = "") -> Found:
    """The texts, links and idle controls of the page as it is shown now."""
    found: Found = script.run(page, "plain", enhancements=enhancements)
    return found


def lost(with_scripts: Found, without: Found) -> Iterator[Miss]:
    """The texts that only JavaScript shows."""
    all_text = "".join(letters for _, letters, _, _ in without["texts"])
    for words, letters, where, like in with_scripts["texts"]:
        if letters not in all_text:
            yield Miss(f"{where} “{words}”", "is shown with JavaScript only", like)


def dead(links: list[dict[str, Any]], base: str, site: Site) -> Iterator[Miss]:
    """The links that lead nowhere without JavaScript."""
    for link in links:
        place = f"{link['where']} → {link['href'] or '(no address)'}"
        address, fragment = urldefrag(link["url"])
        if link["href"] in ("", "#") or link["href"].startswith("javascript:"):
            yield Miss(place, "is no plain link", link["like"])
        elif address.startswith(base):
            target = unquote(address.removeprefix(base))
            if not (site.folder / target).is_file():
                yield Miss(place, "leads to no file", link["like"])
            elif fragment and target.endswith(".html") and unquote(fragment) not in site.ids(target):
                yield Miss(place, "leads to a place that is not there", link["like"])


def unswitched(name: str, links: list[dict[str, Any]], base: str, site: Site) -> Iterator[Miss]:
    """The lack of a plain link to the same page in the other locale."""
    other = counterpart(name)
    if (
        other
        and (site.folder / other).is_file()
        and not any(urldefrag(link["url"])[0] == base + other for link in links)
    ):
        yield Miss("header", f"no plain link to {other}", "switch")


def reading(tab: Tab, base: str, site: Site, name: str, with_scripts: Found) -> Reading:
    """What of the page is lost in a tab without JavaScript."""
    tab.show(base + name)
    without = contents(tab.page)
    misses = [
        *lost(with_scripts, without),
        *dead(without["links"], base, site),
        *unswitched(name, without["links"], base, site),
        *script.misses(without["idle"]),
    ]
    return counted("plain", name, misses)
