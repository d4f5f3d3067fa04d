"""A host as families meet it: it sends text compressed. It serves one folder to this machine."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

from tests.first_view import BEST

TEXTS = (".html", ".css", ".js", ".json", ".svg")


class Handler(SimpleHTTPRequestHandler):
    """Sends the files of a folder; those with text in the form of gzip."""

    protocol_version = "HTTP/1.1"

    def send_head(self):
        path = Path(self.translate_path(self.path))
        if path.suffix not in TEXTS or not path.is_file():
            return super().send_head()
        packed = gzip.compress(path.read_bytes(), BEST)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        return BytesIO(packed)

    def log_message(self, *args) -> None:
        """Say nothing: what the terminal shows is the bench."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of the host, which ends in a slash."""
    handler = partial(Handler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()
