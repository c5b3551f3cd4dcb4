import asyncio
import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.websocket import websocket_connect

from taiyaku.app.build import assemble, build
from taiyaku.app.files import read_files
from taiyaku.app.publish import MARKER
from taiyaku.app.serve import ProjectWatcher
from tests.app.engine.edits import _GLOSSARY
from tests.app.engine.test_incremental import site_in
from tests.checks.told import SOURCE
from tests.conftest import ROOT, SMALL

PATIENCE = 20.0
PAGE = "en/sources/doe-2020/index.html"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project that is served; each change adds to those before."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for name in ("templates", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def server(served: Path) -> Iterator[str]:
    """The address at which `taiyaku serve` shows the small project."""
    port = free_port()
    command = [sys.executable, "-m", "taiyaku", "serve", "--project", str(served), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def shown(address: str, wanted: str) -> str:
    """The page as soon as it shows what is wanted; else the last that was shown."""
    page, end = "", time.monotonic() + PATIENCE
    while wanted not in page and time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
                page = answer.read().decode()
        except OSError:
            page = ""
        time.sleep(0.05)
    return page


@pytest.mark.parametrize(
    ("file", "old", "new", "wanted"),
    [
        ("content/sources/doe-2020.yaml", "Give iron.", "Give more iron.", "Give more iron."),
        ("templates/labels.html", '{{ _("Cohort study") }}', '{{ _("Cohort study") }}!', "Cohort study!"),
        (
            "locales/en/LC_MESSAGES/messages.po",
            'msgid "Key points"\nmsgstr ""',
            'msgid "Key points"\nmsgstr "Points"',
            ">Points<",
        ),
    ],
)
def test_a_change_is_shown(served: Path, server: str, file: str, old: str, new: str, wanted: str) -> None:
    address = server + "en/sources/doe-2020/index.html"
    page = shown(address, "livereload.js")
    assert "livereload.js" in page
    assert wanted not in page
    text = (served / file).read_text("utf-8")
    assert old in text
    (served / file).write_text(text.replace(old, new), "utf-8")
    assert wanted in shown(address, wanted)


def test_the_policy_of_published_pages_does_not_keep_a_preview_from_reloading(served: Path, server: str) -> None:
    page = shown(server + "ja/sources/doe-2020/index.html", "livereload.js")
    published = (served / "site" / "ja" / "sources" / "doe-2020" / "index.html").read_text("utf-8")
    assert 'http-equiv="content-security-policy"' in published
    assert "content-security-policy" not in page
    assert page.rstrip().endswith("</html>")


def saved(served: Path, old: str, new: str, file: str = SOURCE) -> None:
    text = (served / file).read_text("utf-8")
    assert old in text
    (served / file).write_text(text.replace(old, new), "utf-8")


async def told_and_fetched(server: str, save: Callable[[], None], *pages: str) -> list[str]:
    """The pages as a browser fetches them that is told to reload."""
    browser = await websocket_connect(f"{server.replace('http', 'ws', 1)}livereload")
    await browser.write_message(json.dumps({"command": "hello", "protocols": []}))
    await browser.read_message()
    await browser.write_message(json.dumps({"command": "info", "plugins": {}, "url": server}))
    await asyncio.sleep(0.2)
    save()
    async with asyncio.timeout(PATIENCE):
        while json.loads(await browser.read_message() or "{}").get("command") != "reload":
            pass
    answers = [await AsyncHTTPClient().fetch(server + page) for page in pages]
    browser.close()
    return [answer.body.decode() for answer in answers]


def test_a_browser_that_is_told_gets_the_new_page_and_the_list_that_shows_it(served: Path, server: str) -> None:
    shown(server, "</html>")
    save = partial(saved, served, "Of 40 patients, 12 responded", "Of the 40 patients, 12 responded")
    with ThreadPoolExecutor() as elsewhere:  # a test in a browser leaves its loop in this thread
        page, home = elsewhere.submit(lambda: asyncio.run(told_and_fetched(server, save, PAGE, "en/"))).result()
    assert "Of the 40 patients, 12 responded" in page
    assert "Of the 40 patients, 12 responded" in home


def test_of_saves_in_quick_succession_the_last_is_shown_and_the_site_on_disk_follows(served: Path, server: str) -> None:
    shown(server, "</html>")
    for old, new in pairwise(["some people", "several people", "most people", "many people"]):
        saved(served, old, new)
        time.sleep(0.02)
    assert "Iron helped many people" in shown(server + PAGE, "Iron helped many people")
    end, file = time.monotonic() + PATIENCE, served / "site" / PAGE
    while "Iron helped many people" not in file.read_text("utf-8") and time.monotonic() < end:
        time.sleep(0.05)
    again = build(served, served / "site")
    assert (again.published, again.changed) == (True, 0)
    files = {path: data for path, data in site_in(served / "site").items() if path.name != MARKER}
    assert files == assemble(read_files(served)).files


def test_while_a_file_is_broken_the_previous_page_stays_and_says_so(served: Path, server: str) -> None:
    shown(server, "</html>")
    saved(served, "takeaway:", "takeaway: {")
    assert "1 error" in shown(server + PAGE, "1 error")
    japanese = shown(server + PAGE.replace("en", "ja", 1), "エラー")
    assert "エラーが1件あります" in japanese
    assert "貧血" in japanese
    assert 'role="status"' not in (served / "site" / PAGE).read_text("utf-8")
    saved(served, "takeaway: {", "takeaway:")
    while "1 error" in shown(server + PAGE, "</html>"):
        time.sleep(0.05)


def ask_until_it_fails(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - our own server
        time.sleep(0.05)


def test_a_new_page_is_there_and_one_that_is_gone_is_not(served: Path, server: str) -> None:
    shown(server, "</html>")
    term = served / "content" / "glossary" / "ferritin.yaml"
    term.write_text(_GLOSSARY, "utf-8")
    address = server + "en/glossary/ferritin/index.html"
    assert "A protein that stores iron" in shown(address, "A protein that stores iron")
    term.unlink()
    with pytest.raises(urllib.error.HTTPError, match="404"):
        ask_until_it_fails(address)


def test_a_fault_of_a_template_stands_in_the_place_of_the_page(served: Path, server: str) -> None:
    shown(server, "</html>")
    main = "{% block main %}"
    saved(served, main, f"{main}{{{{ nothing.here }}}}", "templates/term.html")
    page = shown(server + "en/glossary/haemoglobin/index.html", "template-error")
    assert "templates/term.html:" in page
    assert "livereload.js" in page
    saved(served, f"{main}{{{{ nothing.here }}}}", main, "templates/term.html")
    assert "oxygen" in shown(server + "en/glossary/haemoglobin/index.html", "oxygen")


def test_files_are_named_as_the_project_names_them(project: Path) -> None:
    watcher = ProjectWatcher(project, lambda: None, lambda _: None)
    assert [folder.name for folder in watcher.folders] == ["content", "seeds", "templates", "locales"]
    assert watcher.names({str(project / "content" / "site.yaml")}) == {"content/site.yaml"}
