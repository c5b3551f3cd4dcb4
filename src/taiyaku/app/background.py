"""A build beside a server, in a process of its own, so that nobody who asks for a page has to wait for it."""

import asyncio
import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.synchronize import Lock
from pathlib import Path

from taiyaku.app.build import Result, Settings, Texts, list_files, store_file
from taiyaku.app.engine.build import Finished, build_folder
from taiyaku.app.engine.work import UnitError
from taiyaku.app.publish import output_folder
from taiyaku.app.usage import UsageError


class Background:
    """Builds a project's site when it is asked to, and lets itself be stopped at any time."""

    def __init__(self, project: Path, output: Path) -> None:
        self.project, self.output = project, output
        self.context = _context()
        self._warm: asyncio.Task[None] | None = None
        self._stop: Callable[[], None] = _nothing

    def warm_up(self) -> None:
        """Loads what builds need, so that the first of them begins as quickly as the others."""
        self._warm = asyncio.create_task(asyncio.to_thread(self._run_nothing))

    def _run_nothing(self) -> None:
        process = self.context.Process(target=_nothing, daemon=True)  # type: ignore[attr-defined]
        process.start()
        process.join()

    def stop(self) -> None:
        """Ends the build that is under way, if any; whoever awaits it hears when it has ended."""
        self._stop()

    async def build(self) -> Result | None:
        """Brings the site on disk up to date; None where it was stopped, which leaves the rest to the next.

        Raises UsageError where it cannot be done.
        """
        if self._warm is not None:
            await asyncio.shield(self._warm)
        ours, theirs = self.context.Pipe(duplex=False)
        publishing = self.context.Lock()
        process = self.context.Process(  # type: ignore[attr-defined]
            target=_build, args=(theirs, publishing, self.project, self.output), daemon=True
        )

        stopped = False

        def stop() -> None:
            nonlocal stopped
            stopped = True
            if publishing.acquire(block=False):  # else the site is being put in place, which takes no time
                process.kill()

        process.start()
        self._stop = stop
        theirs.close()
        try:
            told = await asyncio.to_thread(_received, ours)
            if told is None and stopped:
                return None
        finally:
            self.stop()
            process.join()
        if told is None:
            raise UsageError("the process that brings the site up to date was lost; the next change begins another")
        if isinstance(told, str):
            raise UsageError(told)
        return Result(
            told.problems, self.output, told.published, told.pages, told.files, told.changed, Texts(self.project)
        )


def _context() -> BaseContext:
    """How a process begins: at best as the copy of one that has all that builds need, but no connections."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def _nothing() -> None:
    """All that is needed is loaded by then."""


def _received(ours: Connection) -> Finished | str | None:
    with ours:
        try:
            found: Finished | str = ours.recv()
        except EOFError:
            return None
        return found


def _build(theirs: Connection, publishing: Lock, project: Path, output: Path) -> None:
    """What the process does; from `publishing` on it is not to be stopped."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who serves is asked to end, and ends this one

    def ready() -> None:
        publishing.acquire()

    settings = Settings(jobs=1, ready=ready)
    try:
        folder = output_folder(output, project)
        listing = list_files(project, settings)
        told: Finished | str = build_folder(project, folder, store_file(project, folder), settings, listing)
    except (UsageError, UnitError) as error:
        told = str(error)
    with suppress(BrokenPipeError):  # who served has ended meanwhile
        theirs.send(told)
