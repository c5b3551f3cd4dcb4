"""A site while it is written: saves are read at once, pages made when they are asked for; the rest follows in peace."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress

import click
from msgspec import Struct

from taiyaku.app.background import Background
from taiyaku.app.build import Result, Texts
from taiyaku.app.engine.live import Live, Seen
from taiyaku.app.engine.store import BusyError
from taiyaku.app.preview import fault_page, previewed
from taiyaku.app.telling import tell_result
from taiyaku.app.usage import UsageError
from taiyaku.base.problem import Problem, Severity

_SECOND_LOOK = 0.03
"""Seconds after which a file is read again that seems to be half saved; editors empty or move a file, then write it."""

_PEACE = 0.3
"""Seconds without a save or a request after which the site on disk is brought up to date."""

_TURN = 0.1
"""Seconds after which is asked again whether another build has ended."""


class Shown(Struct, frozen=True):
    """What is sent for a path: its bytes, or nothing where it is no more."""

    data: bytes | None


class Session:
    """Serves one project; `reload` tells the browsers to ask again."""

    def __init__(self, live: Live, background: Background, reload: Callable[[], None], errors: int) -> None:
        self.live, self.background, self.reload, self.errors = live, background, reload, errors
        self.project, self.site = background.project, background.output
        self.names: set[str] = set()
        self.asked, self.settled = asyncio.Event(), asyncio.Event()
        self.settled.set()
        self.rest: asyncio.Task[None] | None = None

    def note(self, names: Iterable[str]) -> None:
        """Files of the project, by their paths in it, that may have changed."""
        self.names |= set(names)
        self.settled.clear()
        self.asked.set()

    async def work(self) -> None:
        """Follows the changes, without end."""
        self.background.warm_up()
        while True:
            await self.asked.wait()
            self.asked.clear()
            names, self.names = self.names, set()
            try:
                await self._follow(names)
            except UsageError as error:
                click.echo(str(error), err=True)
            except Exception as error:  # noqa: BLE001 - the server goes on: the next build tells what is wrong, or mends it
                click.echo(f"{type(error).__name__}: {error}", err=True)
                self.rest = asyncio.create_task(self._catch_up())
            finally:
                if not self.names:
                    self.settled.set()

    async def _follow(self, names: set[str]) -> None:
        self.background.stop()  # it ends while the files are read
        seen = self.live.look(names)
        if seen.may_be_half:
            await asyncio.sleep(_SECOND_LOOK)
            seen = self.live.look(names)
        if self.live.is_new(seen):  # who asks at once waits until it is taken
            self.reload()
        await self.stop()
        if await self._taken(seen):
            self.errors = errors_in(self.live.problems()) or self.errors  # until a build has looked again
        self.rest = asyncio.create_task(self._catch_up())

    async def _taken(self, seen: Seen) -> bool:
        try:
            return self.live.take(seen)
        except BusyError:
            self.settled.set()  # another build takes its time: until then pages are as they were
        while True:
            await asyncio.sleep(_TURN)
            with suppress(BusyError):
                changed = self.live.take(seen)
                self.reload()
                return changed

    async def _catch_up(self) -> None:
        """Brings the site on disk up to date, in peace; what is wrong is told at once."""
        if not self.errors:
            await asyncio.sleep(_PEACE)
        try:
            result = await self.background.build()
        except UsageError as error:
            click.echo(str(error), err=True)
            return
        if result is not None:
            tell_result(result)
            self._told(result)

    def _told(self, result: Result) -> None:
        before, self.errors = self.errors, errors_in(result.problems)
        if self.live.refresh() or before != self.errors:
            self.reload()

    async def stop(self) -> None:
        """Ends what is under way; the next build goes on with it."""
        if self.rest is not None:
            self.rest.cancel()
            await asyncio.gather(self.rest, return_exceptions=True)
            self.rest = None

    # What is asked for.

    def shown(self, path: str) -> Shown | None:
        """What is sent for a path; None for a file as it was published."""
        answer = self.live.answer(path)
        if answer.problems:
            return Shown(fault_page(answer.problems, Texts(self.project), path))
        if answer.gone:
            return Shown(None)
        is_page = path.endswith(".html")
        data = self._published(path) if answer.data is None and is_page else answer.data
        if data is None:
            return None
        return Shown(previewed(data, path, self.errors) if is_page else data)

    def _published(self, path: str) -> bytes | None:
        site = self.site.resolve()
        file = (site / path).resolve()
        return file.read_bytes() if file.is_relative_to(site) and file.is_file() else None


def errors_in(problems: Iterable[Problem]) -> int:
    """How many errors there are."""
    return sum(problem.severity is Severity.ERROR for problem in problems)
