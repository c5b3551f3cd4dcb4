"""Save, and the new page in the browser: as livereload's script sees it over its socket, and in the fetched page."""

import asyncio
import json
import socket
import sys
import time
from asyncio.subprocess import Process, create_subprocess_exec
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tornado.httpclient import AsyncHTTPClient, HTTPClientError
from tornado.websocket import WebSocketClientConnection, websocket_connect

from speed_parts.programs import Desk, Program
from speed_parts.words import letters

_PATIENCE = 3_600
"""Seconds that the server may take to begin, and to show a change."""
_REST = 0.5
"""Seconds between a new page and the next save, as long as the hand needs."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Milliseconds from a save to the message that tells the browser to reload, and to the fetched new page."""

    told: float
    seen: float


def saves(program: Program, desk: Desk, count: int) -> list[Saved]:
    """Saves a source so many times while the site is served."""
    return asyncio.run(_saves(program, desk, count))


def halfway(times: list[Saved]) -> Saved:
    """The medians."""
    return Saved(median(each.told for each in times), median(each.seen for each in times))


async def _saves(program: Program, desk: Desk, count: int) -> list[Saved]:
    log = program.folder.parent / "serve.log"
    async with _served(program, log) as address:
        page = f"{address}/{program.page(desk.source, 'en').relative_to(program.output).as_posix()}"
        browser = await _browser(address, page)
        await asyncio.sleep(_REST)
        times = []
        for _ in range(count):
            times.append(await asyncio.wait_for(_save(desk, browser, page), _PATIENCE))
            await asyncio.sleep(_REST)
        browser.close()
    return times


async def _save(desk: Desk, browser: WebSocketClientConnection, page: str) -> Saved:
    start = time.perf_counter()
    desk.edit()
    wanted = letters(desk.sentence("en"))
    while json.loads(await browser.read_message() or "{}").get("command") != "reload":
        pass
    told = time.perf_counter() - start
    while True:
        answer = await AsyncHTTPClient().fetch(page)
        seen = time.perf_counter() - start
        if wanted in letters(answer.body.decode()):
            return Saved(told * 1e3, seen * 1e3)
        await asyncio.sleep(0.001)


@asynccontextmanager
async def _served(program: Program, log: Path) -> AsyncIterator[str]:
    """The address at which `taiyaku serve` shows the site, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["serve", "--project", str(program.folder), "--output", str(program.output), "--port", str(port)]
    with log.open("wb") as words:
        process = await create_subprocess_exec(sys.executable, "-m", "taiyaku", *command, stdout=words, stderr=words)
        try:
            address = f"http://127.0.0.1:{port}"
            await asyncio.wait_for(_answers(address, process), _PATIENCE)
            yield address
        finally:
            process.terminate()
            await process.wait()


async def _answers(address: str, process: Process) -> None:
    while True:
        try:
            await AsyncHTTPClient().fetch(f"{address}/index.html")
        except (OSError, HTTPClientError):
            assert process.returncode is None, "taiyaku serve has ended: see serve.log"
            await asyncio.sleep(0.1)
        else:
            return


async def _browser(address: str, page: str) -> WebSocketClientConnection:
    """A browser that shows the page, as far as livereload's script makes one known."""
    browser = await websocket_connect(f"{address.replace('http', 'ws', 1)}/livereload")
    hello = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
    await browser.write_message(json.dumps(hello))
    answer = json.loads(await browser.read_message() or "{}")
    assert answer.get("command") == "hello", f"livereload's handshake failed: {answer}"
    await browser.write_message(json.dumps({"command": "info", "plugins": {}, "url": page}))
    return browser
