"""Serving while writing: a save shows in the browser at once; the site on disk follows."""

import asyncio
import mimetypes
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import watchfiles
from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler
from tornado.ioloop import IOLoop
from tornado.web import HTTPError

from taiyaku.app.background import Background
from taiyaku.app.build import Result, store_file
from taiyaku.app.engine.live import Live
from taiyaku.app.files import FOLDERS
from taiyaku.app.publish import output_folder
from taiyaku.app.session import Session, errors_in
from taiyaku.app.usage import UsageError


class ProjectWatcher:
    """Stands in for livereload's own watcher, which polls and ignores saves within three seconds of a reload.

    `changed` hears, in the server's thread, which files and folders may have changed.
    """

    def __init__(self, project: Path, begin: Callable[[], None], changed: Callable[[set[str]], None]) -> None:
        self.project = project.resolve()
        self.folders = [self.project / folder for folder in FOLDERS if (project / folder).is_dir()]
        self.begin, self.changed = begin, changed
        # What livereload's server and handler look at.
        self.filepath: str | None = None
        self._changes: list[Any] = []
        self._tasks = {str(folder): None for folder in self.folders}

    def start(self, _callback: Callable[[], None]) -> bool:
        """Begins to listen; livereload's own look at what changed is not needed."""
        self.begin()
        threading.Thread(target=self._listen, args=(IOLoop.current(),), daemon=True).start()
        return True

    def _listen(self, loop: IOLoop) -> None:
        for changes in watchfiles.watch(*self.folders, debounce=20, step=5, raise_interrupt=False):
            loop.add_callback(self.changed, self.names({path for _, path in changes}))

    def names(self, paths: set[str]) -> set[str]:
        """Paths as the project names them."""
        return {Path(path).relative_to(self.project).as_posix() for path in paths}


class PreviewFiles(StaticFileHandler):  # type: ignore[misc]
    """Pages as they are now; all else, and all that did not change, as published."""

    def initialize(self, path: str, default_filename: str, session: Session) -> None:
        """What a request can use."""
        super().initialize(path, default_filename)
        self.session = session

    def compute_etag(self) -> None:
        """Nothing in a preview is kept by browsers."""

    async def get(self, path: str, include_body: bool = True) -> None:  # noqa: FBT001, FBT002 - tornado's
        """Answers a request."""
        name = f"{path}index.html" if not path or path.endswith("/") else path
        await self.session.settled.wait()
        shown = self.session.shown(name)
        if shown is None:
            await super().get(path, include_body)
        elif shown.data is None:
            raise HTTPError(404)
        else:
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            self.set_header("Content-Type", f"{kind}; charset=UTF-8" if kind.startswith("text/") else kind)
            self.set_header("Cache-Control", "no-cache")
            await self.finish(shown.data)


class PreviewServer(Server):  # type: ignore[misc]
    """livereload's server, with a session."""

    def __init__(self, watcher: ProjectWatcher, session: Session) -> None:
        super().__init__(watcher=watcher)
        self.session = session

    def get_web_handlers(self, _script: bytes) -> list[Any]:
        """Who answers what is asked for."""
        told = {"path": self.root, "default_filename": self.default_filename, "session": self.session}
        return [("/(.*)", PreviewFiles, told)]


def serve(project: Path, output: Path, host: str, port: int, first: Result) -> None:
    """Serves a project until interrupted; `first` is the build that was made before."""
    folder = output_folder(output, project)
    live = Live(project, store_file(project, folder))
    session = Session(live, Background(project, output), LiveReloadHandler.reload_waiters, errors_in(first.problems))
    work: list[asyncio.Task[None]] = []

    def begin() -> None:
        work.append(asyncio.get_event_loop().create_task(session.work()))

    server = PreviewServer(ProjectWatcher(project, begin, session.note), session)
    try:
        server.serve(host=host, port=port, root=str(output))
    except OSError as error:
        raise UsageError(f"cannot serve on {host}:{port}: {error.strerror}; name another with --port") from None
    finally:
        live.close()
