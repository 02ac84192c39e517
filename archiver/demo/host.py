"""One web server of the demo: a site behind a listening socket."""

import socket
import sys
from contextlib import suppress
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from threading import Lock
from typing import Any, NamedTuple

from archiver.demo.answer import Answer, Site


class Request(NamedTuple):
    """One request that was answered: the log of the demo."""

    host: str  # address and port
    path: str  # with its query
    user_agent: str
    method: str
    status: int

    @property
    def url(self) -> str:
        """The address that was asked for."""
        return f"http://{self.host}{self.path}"


class Host(ThreadingMixIn, TCPServer):
    """Answers for one site, a thread for each connection, until `stop`."""

    # Not http.server.HTTPServer: that one asks the name service for the name of its address.
    daemon_threads = False  # `server_close` waits for them
    block_on_close = True

    def __init__(self, listening: socket.socket, site: Site, log: list[Request]) -> None:
        super().__init__(listening.getsockname(), _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = listening
        self.site = site
        self.log = log
        self._open: set[socket.socket] = set()
        self._lock = Lock()

    def stop(self) -> None:
        """End `serve_forever`, hang up on clients that keep their connections, wait for all threads."""
        self.shutdown()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):  # the client hung up first
                    connection.shutdown(socket.SHUT_RDWR)
        self.server_close()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection, so that `stop` can end it."""
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection, and close it."""
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client may leave before the end; anything else is our fault, and is printed."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """HTTP/1.1 with persistent connections and validators."""

    server: Host
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60  # seconds that a connection may lie idle

    def do_GET(self) -> None:
        """The head and the body."""
        answer = self._begin()
        if answer is not None:
            self.wfile.write(answer.body)

    def do_HEAD(self) -> None:
        """The head of what GET would answer."""
        self._begin()

    def version_string(self) -> str:
        """The Server header, without the version of Python: the same answer on every machine."""
        return "Demo"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Nothing: the log is a list."""

    def _begin(self) -> Answer | None:
        """Send the head; give the answer whose body is to follow."""
        answer = self.server.site.answer(self.path)
        unchanged = answer.status == HTTPStatus.OK and self._has(answer)
        status = HTTPStatus.NOT_MODIFIED if unchanged else HTTPStatus(answer.status)
        host, port = self.server.socket.getsockname()
        agent = self.headers.get("User-Agent", "")
        self.server.log.append(Request(f"{host}:{port}", self.path, agent, self.command, status.value))
        self.send_response(status)
        if answer.location is not None:
            self.send_header("Location", answer.location)
        if answer.status == HTTPStatus.OK:
            self.send_header("ETag", answer.etag)
        if answer.modified is not None:
            self.send_header("Last-Modified", format_datetime(answer.modified.astimezone(UTC), usegmt=True))
        if not unchanged:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        return None if unchanged else answer

    def _has(self, answer: Answer) -> bool:
        """Whether the client's copy is still good (RFC 9110, 13.1.2 and 13.1.3)."""
        tags = self.headers.get("If-None-Match")
        if tags is not None:
            known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
            return bool(known & {"*", answer.etag})
        since = self.headers.get("If-Modified-Since")
        if since is None or answer.modified is None:
            return False
        try:
            date = parsedate_to_datetime(since)
        except ValueError:
            return False  # to be ignored, says the standard
        return date.tzinfo is not None and answer.modified <= date
