"""A file server for one folder, under a path of its own, on this machine only."""

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

UNDER = "/deep/guide/"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A plain file server that does not talk and knows nothing outside its path."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def translate_path(self, path: str) -> str:
        """The file behind an address; what lies outside the site's path is not found."""
        if not path.startswith(UNDER):
            return str(Path(self.directory) / "outside")
        return super().translate_path("/" + path.removeprefix(UNDER))


class Server(http.server.ThreadingHTTPServer):
    """A server to which it is no news that a browser leaves before a file is whole."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of every fault but a connection that the browser gave up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def running(server: http.server.ThreadingHTTPServer) -> Iterator[int]:
    """Keep a server running; gives its port."""
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the folder; gives the address that ends in a slash."""
    handler = functools.partial(Quiet, directory=str(folder))
    with running(Server(("127.0.0.1", 0), handler)) as port:
        yield f"http://127.0.0.1:{port}{UNDER}"
