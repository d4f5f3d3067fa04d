"""A host of this machine that answers in every way in which a link can be well or not.

It is a thread and no program of its own, so that a test can see what it was asked; no test that
uses it builds a site, which would fork.
"""

from __future__ import annotations

import ssl
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Lock, Thread
from urllib.parse import urlsplit

CERTIFICATE = Path(__file__).with_name("self_signed.pem")
"""A key and a certificate that nobody vouches for, good until 2226: made with
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 73000
-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"""

PAGE = b'<!doctype html><title>Page</title><h1 id="here">Page</h1>'
BUSY = 0.02
"""How many seconds a page below /busy/ takes, so that requests meet there."""

POLL = 0.01
"""How many seconds the host may take to see that it is to end."""

REDIRECTS = {
    "/moved": (301, "/moved-again"),
    "/moved-again": (308, "/page"),
    "/away-today": (302, "/page"),
    "/moved-then-away-today": (301, "/away-today"),
    "/away-today-then-moved": (307, "/moved"),
    "/moved-and-gone": (301, "/404"),
    "/round": (302, "/and-round"),
    "/and-round": (302, "/round"),
    "/nowhere": (301, ""),
}
ONCE_ILL = "/500-then-200"
SILENT = "/silent"
CUT = "/cut"


class Host(ThreadingHTTPServer):
    """Remembers how often each path was asked for, and how many requests met."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = Lock()
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()
        self.here = self.most = 0
        self.closing = Event()

    def handle_error(self, request, client_address) -> None:
        """Say nothing of those who hang up, such as on a bad certificate."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Host

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.asked[self.path] += 1
            self.server.agents.add(self.headers["User-Agent"])
        if self.path == SILENT:
            self.server.closing.wait()
        if self.path in (SILENT, CUT):
            self.close_connection = True
        elif self.path.startswith("/busy/"):
            self.meet()
            self.send(200, {})
        else:
            self.respond()

    def do_CONNECT(self) -> None:
        """What a proxy is asked."""
        self.do_GET()

    def meet(self) -> None:
        """Be here for a while. It ends before the answer does, which may bring the next request."""
        with self.server.lock:
            self.server.here += 1
            self.server.most = max(self.server.most, self.server.here)
        time.sleep(BUSY)
        with self.server.lock:
            self.server.here -= 1

    def respond(self) -> None:
        code, target = REDIRECTS.get(self.path, (self.code(), ""))
        headers = {"Location": target} if target else {}
        if code == 429:
            headers["Retry-After"] = "1"
        self.send(code, headers)

    def code(self) -> int:
        """The path itself is the status code, or else all is well."""
        if self.path == ONCE_ILL:
            return 500 if self.server.asked[self.path] == 1 else 200
        page = urlsplit(self.path).path[1:]
        return int(page) if page.isdigit() else 200

    def send(self, code: int, headers: dict[str, str]) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *args) -> None:
        """Say nothing: what the terminal shows are the tests."""


@contextmanager
def serve_links(certificate: Path | None = None) -> Iterator[tuple[Host, str]]:
    """A host and its address, without a slash at its end; with a certificate, by https."""
    with Host() as host:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            host.socket = context.wrap_socket(host.socket, server_side=True)
        thread = Thread(target=host.serve_forever, args=(POLL,))
        thread.start()
        try:
            scheme = "https" if certificate else "http"
            yield host, f"{scheme}://127.0.0.1:{host.server_address[1]}"
        finally:
            host.closing.set()
            host.shutdown()
            thread.join()
