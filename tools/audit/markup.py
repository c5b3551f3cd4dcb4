"""What the Nu HTML checker says about the pages, all in one run.

It reads files, and takes it that no file is the 'self' of a policy: its warnings that the site's own files are blocked are
left out; so are those on blocks of JSON-LD, which no browser runs and no policy is asked about (HTML, "prepare the script
element": the type of a data block ends the steps). Whether both work under the policy, in Chromium, is what the rows
`console` and `attack` measure.
"""

import json
import re
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tools.audit import needs
from tools.audit.rows import Miss, Reading, counted
from tools.audit.site import Site

OWN_FILE = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): external \w+ “(?!\w+:|//)[^”]*” blocked"
)
INLINE = "Inline script violates Content Security Policy (meta tag)"
DATA = '<script type="application/ld+json">'


def check(files: list[Path]) -> list[dict[str, Any]]:
    """The messages about these files."""
    command = [
        needs.java(),
        "-jar",
        str(needs.module(needs.CHECKER)),
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
    ]
    done = subprocess.run([*command, *map(str, files)], check=True, capture_output=True, text=True)
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return [message for message in messages if not _is_mistaken(message)]


def _is_mistaken(message: dict[str, Any]) -> bool:
    """Whether the checker takes one of our own files, or a block of data, for what the policy forbids."""
    data = message["message"].startswith(INLINE) and DATA in message.get("extract", "")
    return data or OWN_FILE.match(message["message"]) is not None


def miss(message: dict[str, Any]) -> Miss:
    """One message as a miss."""
    place = f"{message.get('lastLine', '?')}:{message.get('firstColumn', message.get('lastColumn', '?'))}"
    return Miss(place, f"{message.get('subType', message['type'])}: {message['message']}", message["message"])


def readings(site: Site, pages: list[str]) -> list[Reading]:
    """The errors and warnings of each page."""
    found: dict[str, list[Miss]] = defaultdict(list)
    for message in check([(site.folder / page).resolve() for page in pages]):
        path = Path(unquote(urlsplit(message.get("url", "")).path))
        page = path.relative_to(site.folder.resolve()).as_posix() if message.get("url") else "the checker"
        found[page].append(miss(message))
    return [counted("html", page, found.get(page, [])) for page in [*pages, *sorted(set(found) - set(pages))]]
