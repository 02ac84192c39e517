"""A blog that leads strangers to this machine, and ports of this machine where nobody is to knock."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import NamedTuple

BLOG = "127.0.0.2"


class Page(NamedTuple):
    """One answer."""

    status: int
    body: bytes = b""
    location: str = ""


class Blog(ThreadingHTTPServer):
    """Answers from a table: by the host that is asked for and the path, or by the path alone."""

    daemon_threads = False

    def __init__(self) -> None:
        super().__init__((BLOG, 0), _Handler)
        self.pages: dict[str, Page] = {}

    @property
    def base(self) -> str:
        """The address of its front page."""
        return f"http://{BLOG}:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: Blog
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        host = self.headers["Host"].partition(":")[0]
        pages = self.server.pages
        page = pages.get(host + self.path) or pages.get(self.path) or Page(404)
        self.send_response(page.status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page.body)))
        if page.location:
            # As strangers write it: in bytes that are no ASCII.
            self.send_header("Location", page.location.encode().decode("latin-1"))
        self.end_headers()
        self.wfile.write(page.body)

    def log_message(self, *_) -> None:
        """Nothing."""


@contextmanager
def blogging() -> Iterator[Blog]:
    """A blog without pages."""
    with Blog() as blog:
        thread = Thread(target=blog.serve_forever, kwargs={"poll_interval": 0.05}, name="blog of traps")
        thread.start()
        try:
            yield blog
        finally:
            blog.shutdown()
            thread.join()


@contextmanager
def trapped() -> Iterator[tuple[int, list[socket.socket]]]:
    """One port on all that is 127.0.0.1 or ::1, listened to by nobody who answers; the sockets tell who has knocked."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket(family)) for family in (socket.AF_INET, socket.AF_INET6)]
        sockets[0].bind(("127.0.0.1", 0))
        port = sockets[0].getsockname()[1]
        sockets[1].bind(("::1", port))
        for each in sockets:
            each.listen(256)
            each.setblocking(False)
        yield port, sockets


def knocks(sockets: list[socket.socket]) -> int:
    """How many connections have come so far."""
    count = 0
    for each in sockets:
        try:
            while True:
                each.accept()[0].close()
                count += 1
        except BlockingIOError:
            continue
    return count
