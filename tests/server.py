"""A static host for the tests: a folder at an address, its 404.html for whatever is missing.

It is a program of its own and not a thread, because builds fork, and a process with threads should
not. It ends when its input is closed, so it never outlives the tests.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

ELSEWHERE = b"Another site."


class Handler(SimpleHTTPRequestHandler):
    """Answers from a folder below the path `base`, and as another site would everywhere else."""

    protocol_version = "HTTP/1.1"  # connections stay open, as with real hosts

    def __init__(self, *args, base: str, **options) -> None:
        self.base = base
        super().__init__(*args, **options)

    def send_head(self):
        if not self.path.startswith(self.base):
            return self.send_error(HTTPStatus.NOT_FOUND)
        return super().send_head()

    def translate_path(self, path: str) -> str:
        return super().translate_path(f"/{path.removeprefix(self.base)}")

    def list_directory(self, path: str) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        ours = self.path.startswith(self.base)
        text = Path(self.directory, "404.html").read_bytes() if ours else ELSEWHERE
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8" if ours else "text/plain")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    def log_message(self, *args) -> None:
        """Say nothing: what the terminal shows are the tests."""


@contextmanager
def serve(folder: Path, base: str = "/") -> Iterator[str]:
    """The address of a host that shows `folder` below the path `base`; both end in a slash."""
    command = [sys.executable, "-m", "tests.server", str(folder), base]
    root = Path(__file__).parent.parent
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=root, stdin=pipe, stdout=pipe, text=True) as server:
        yield f"http://127.0.0.1:{server.stdout.readline().strip()}{base}"


def main(folder: str, base: str) -> None:
    """Serve until the input is closed; the port is the one line of output."""
    handler = partial(Handler, base=base, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        print(server.server_address[1], flush=True)
        Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()
        server.shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
