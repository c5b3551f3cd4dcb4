"""Serving while writing: a change of content, templates or catalogs rebuilds the site and reloads the browser."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import watchfiles
from livereload import Server
from livereload.handlers import StaticFileHandler
from tornado.ioloop import IOLoop

from taiyaku.app.files import FOLDERS
from taiyaku.app.usage import UsageError


class ProjectWatcher:
    """Stands in for livereload's own watcher, which polls and ignores saves within three seconds of a reload.

    `rebuild` tells whether there is a new site to show; it runs in the server's thread, one change at a time.
    """

    def __init__(self, project: Path, rebuild: Callable[[], bool]) -> None:
        self.folders = [project / folder for folder in FOLDERS if (project / folder).is_dir()]
        self.rebuild = rebuild
        # What livereload's server and handler look at.
        self.filepath: str | None = None
        self._changes: list[Any] = []
        self._tasks = {str(folder): None for folder in self.folders}

    def start(self, callback: Callable[[], None]) -> bool:
        """Begins to listen; `callback` is livereload's, to be called in its own loop at every change."""
        loop = IOLoop.current()
        threading.Thread(target=self._listen, args=(loop, callback), daemon=True).start()
        return True

    def _listen(self, loop: IOLoop, callback: Callable[[], None]) -> None:
        for _ in watchfiles.watch(*self.folders, debounce=50, step=10, raise_interrupt=False):
            loop.add_callback(callback)

    def examine(self) -> tuple[str | None, None]:
        """Rebuilds; livereload reloads at once, without its pause, when told this name."""
        return ("__livereload__" if self.rebuild() else None), None


_POLICY = b'http-equiv="content-security-policy"'
_NO_POLICY = b'name="policy-when-published"'.ljust(len(_POLICY))


class PreviewFiles(StaticFileHandler):  # type: ignore[misc]
    """Files as published, but for the pages' policy, which would forbid livereload's own script and its socket."""

    @classmethod
    def get_content(cls, abspath: str, start: int | None = None, end: int | None = None) -> Iterator[bytes]:
        """The bytes of a file; what is written over the policy is as long, so that lengths hold."""
        for chunk in super().get_content(abspath, start, end):
            yield chunk.replace(_POLICY, _NO_POLICY)


def serve(project: Path, output: Path, host: str, port: int, rebuild: Callable[[], bool]) -> None:
    """Serves the output folder until interrupted; `rebuild` is called at every change of the project's files."""
    server = Server(watcher=ProjectWatcher(project, rebuild))
    server.SFH = PreviewFiles
    try:
        server.serve(host=host, port=port, root=str(output))
    except OSError as error:
        raise UsageError(f"cannot serve on {host}:{port}: {error.strerror}; name another with --port") from None
