"""Proof of the policy: real pages into which everything forbidden is planted, opened over http and from disk.

A listener on another port of this machine stands for anybody else. Nothing may arrive there, nothing planted may run, and
the site's own stylesheets and scripts must work all the same. Not tried, since no policy governs it: leaving the page by
a link, `location` or a refresh, and connections that carry no request (preconnect).
"""

import http.server
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from tools.audit import script
from tools.audit.browser import opened
from tools.audit.policy import carried
from tools.audit.rows import Miss, Reading, counted
from tools.audit.serving import running, served
from tools.audit.site import Site

PLANTED = """
<script>(globalThis.broken ??= []).push("inline script")</script>
<style>#attack-sheet {{ letter-spacing: 9px }}</style>
<p id="attack-attribute" style="letter-spacing: 9px">.</p><p id="attack-sheet">.</p><p id="attack-added">.</p><p id="attack-set">.</p>
<button id="attack-button" type="button" onclick="(globalThis.broken ??= []).push('onclick')">.</button>
<a id="attack-link" href="javascript:(globalThis.broken ??= []).push('javascript: link')">.</a>
<a id="attack-script-link" href="javascript:void fetch('{other}link')">.</a>
<img src="{other}image" alt="" onerror="(globalThis.broken ??= []).push('onerror')">
<svg onload="(globalThis.broken ??= []).push('onload')"><image href="{other}svg-image"></image></svg>
<script src="{other}script"></script>
<link rel="stylesheet" href="{other}style">
<iframe src="{other}frame" title="."></iframe>
<iframe name="attack-target" title="."></iframe>
<form id="attack-form" action="{other}form" target="attack-target"><input name="q" value="x"></form>
<script src="{script}" data-other="{other}"></script>
<base href="{other}">
</body>"""
SETTLING = 700  # milliseconds
SETTLED = "Promise.race([globalThis.attack, new Promise((resolve) => setTimeout(resolve, 5000, ['the page did not settle']))])"


@dataclass
class Listener:
    """What arrived at the other port."""

    address: str = ""
    arrived: list[str] = field(default_factory=list)


@contextmanager
def listening() -> Iterator[Listener]:
    """A server on another port that writes down whoever asks it for anything."""
    listener = Listener()

    class Ear(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            listener.arrived.append(self.path)
            self.send_response(204)
            self.end_headers()

        do_POST = do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - the names that the server calls

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with running(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ear)) as port:
        listener.address = f"http://127.0.0.1:{port}/"
        yield listener


def planted(site: Site, page: str, folder: Path, other: str) -> None:
    """Write the site's assets and one page with the attacks in it into a folder."""
    shutil.copytree(site.folder / "assets", folder / "assets", dirs_exist_ok=True)
    (folder / "assets" / "attack.js").write_text(script.text("attack"), "utf-8")
    html = (site.folder / page).read_text("utf-8")
    up = "../" * page.count("/")
    (folder / page).parent.mkdir(parents=True, exist_ok=True)
    attacks = PLANTED.format(other=other, script=f"{up}assets/attack.js")
    (folder / page).write_text(html.replace("</body>", attacks) if "</body>" in html else html + attacks, "utf-8")


def own_files(page: Page) -> list[str]:
    """The addresses of the page's own stylesheets and scripts."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('head link[rel=stylesheet], script[src]')].map((node) => node.getAttribute('href') ?? node.getAttribute('src'))"
    )
    return [address for address in found if not address.startswith("http:")]


def attacked(browser: Browser, base: str, page: str, state: str, *, has_scripts: bool) -> Iterator[Miss]:
    """What ran or failed on one page with the attacks in it."""
    with opened(browser, base + page) as (shown, heard):
        if shown.evaluate("'attack' in globalThis"):
            ran = shown.evaluate(SETTLED)
        elif has_scripts:
            yield Miss(page, f"the site's own scripts do not run [{state}]", "own file")
            return
        else:  # a page without scripts may forbid all of them
            shown.wait_for_timeout(SETTLING)
            ran = shown.evaluate("globalThis.broken ?? []")
        yield from (Miss(name, f"ran [{state}]", "ran") for name in sorted(set(ran)))
        stopped = [url for url in heard.failed if url.startswith(base)]
        wanted = {address.rsplit("/", 1)[-1] for address in own_files(shown)}
        yield from (
            Miss(url, f"the site's own file is blocked [{state}]", "own file")
            for url in stopped
            if url.rsplit("/", 1)[-1] in wanted
        )
        sheets = (
            "[...document.querySelectorAll('head link[rel=stylesheet]')].filter((link) => link.sheet === null).length"
        )
        if shown.evaluate(sheets):
            yield Miss("link[rel=stylesheet]", f"the site's own stylesheet is not in use [{state}]", "own file")


def reading(browser: Browser, site: Site, page: str) -> Reading:
    """What got past the policy of one page, over http and from disk."""
    html = (site.folder / page).read_text("utf-8")
    has_scripts = "<script src" in html
    if carried(LexborHTMLParser(html)) is None:
        return counted("attack", page, [Miss("head", "there is no policy that could stop anything", "no policy")])
    return counted("attack", page, list(past(browser, site, page, has_scripts=has_scripts)))


def past(browser: Browser, site: Site, page: str, *, has_scripts: bool) -> Iterator[Miss]:
    """What gets past the page's policy, if it has one."""
    with listening() as listener, tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        planted(site, page, folder, listener.address)
        with served(folder) as base:
            for state, address in [("http", base), ("file", f"{folder.as_uri()}/")]:
                yield from attacked(browser, address, page, state, has_scripts=has_scripts)
                yield from (
                    Miss(path, f"arrived at another host [{state}]", "arrived")
                    for path in sorted(set(listener.arrived))
                )
                listener.arrived.clear()
