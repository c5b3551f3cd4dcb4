"""Lighthouse's four scores for a phone, of a copy of the site that knows the address at which it is served."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.audit import needs
from tools.audit.rows import Miss, Reading
from tools.audit.serving import served
from tools.audit.site import LOCALES, SOURCE, Site

FLAGS = "--headless=new --no-sandbox --disable-gpu"
KINDS = (
    ("index.html",),
    ("sources/*",),
    ("compare/index.html", "topics/survival/index.html"),
    ("search/index.html", "glossary/index.html"),
)


def chosen(site: Site) -> list[str]:
    """Home, the largest source, compare and search in each locale; a topic and the glossary stand in for what is not there."""
    pages = []
    for locale in LOCALES:
        for kind in KINDS:
            if kind == ("sources/*",):
                sources = [page for page in site.pages(f"{locale}/*") if SOURCE.fullmatch(page)]
                pages += sorted(sources, key=site.size)[-1:]
            else:
                pages += [f"{locale}/{path}" for path in kind if (site.folder / locale / path).is_file()][:1]
    return pages


def report(url: str, target: Path) -> dict[str, float]:
    """The four scores of one page, from 0 to 100."""
    command = [
        needs.node(),
        str(needs.module(needs.LIGHTHOUSE)),
        url,
        "--quiet",
        "--output=json",
        f"--output-path={target}",
        f"--chrome-flags={FLAGS}",
    ]
    subprocess.run(
        command, check=True, capture_output=True, env=os.environ | {"CHROME_PATH": needs.chromium()}, timeout=300
    )
    found = json.loads(target.read_text("utf-8"))
    return {name: 100 * (category["score"] or 0) for name, category in found["categories"].items()}


def weak(target: Path) -> dict[str, list[str]]:
    """The audits that cost points, by category."""
    found = json.loads(target.read_text("utf-8"))
    lost = {name for name, audit in found["audits"].items() if audit["score"] is not None and audit["score"] < 1}
    return {
        name: [each["id"] for each in category["auditRefs"] if each["weight"] and each["id"] in lost]
        for name, category in found["categories"].items()
    }


def reading(url: str, page: str) -> Reading:
    """One page's lowest score."""
    with tempfile.TemporaryDirectory() as temporary:
        target = Path(temporary) / "report.json"
        scores = report(url, target)
        causes = weak(target)
    low = [
        Miss(name, f"{score:.0f} ({', '.join(causes[name])})", name)
        for name, score in scores.items()
        if round(score) < 100
    ]
    notes = (f"{page}: " + " / ".join(f"{score:.0f}" for score in scores.values()),)
    return Reading("lighthouse", page, round(min(scores.values())), tuple(low), notes)


def readings(project: Path, say: Callable[[str], None]) -> Iterator[Reading]:
    """Build the project for a local address and measure eight pages."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "site"
        folder.mkdir()
        with served(folder) as base:
            build = [
                sys.executable,
                "-m",
                "taiyaku",
                "build",
                "--project",
                str(project),
                "--output",
                str(folder),
                "--base-url",
                base,
            ]
            subprocess.run(build, check=True, capture_output=True)
            site = Site(folder)
            for page in chosen(site):
                say(f"Lighthouse: {page}")
                address = page.removesuffix("index.html")
                yield reading(base + address, page)
