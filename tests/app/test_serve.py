import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from taiyaku.app.serve import ProjectWatcher
from tests.conftest import ROOT, SMALL

PATIENCE = 20.0


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


@pytest.mark.parametrize(("rebuilt", "told"), [(True, "__livereload__"), (False, None)])
def test_the_browser_reloads_only_when_there_is_a_new_site(project: Path, rebuilt: bool, told: str | None) -> None:  # noqa: FBT001
    watcher = ProjectWatcher(project, lambda: rebuilt)
    assert watcher.examine() == (told, None)
    assert [folder.name for folder in watcher.folders] == ["content", "seeds", "templates", "locales"]
