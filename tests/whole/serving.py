"""A site in a dictionary, served on loopback, that remembers what it was asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

TOML = """\
[blog]
seeds = ["{blog}"]
sources = false

[politeness]
delay = 0.0

[network]
allow_networks = ["127.0.0.0/8"]
"""


@dataclass
class Site:
    """Where it is, what it has, and the paths that were asked for, in order."""

    url: str
    asked: list[str] = field(default_factory=list)

    @property
    def settings(self) -> str:
        """A collection.toml for a crawl of this site alone, without what it cites."""
        return TOML.format(blog=self.url)


def _kind(body: bytes) -> str:
    """A media type, by the first characters."""
    if body[:5].lower() in {b"<html", b"<!doc", b""}:
        return "text/html"
    return "text/xml" if body.startswith(b"<") else "application/json"


@contextmanager
def serving(page: Callable[[str], str | None]) -> Iterator[Site]:
    """Serve what `page` gives for a path; where it gives None, the answer is 404."""

    class Handler(BaseHTTPRequestHandler):
        """Answers."""

        def do_GET(self):
            """Answer what there is."""
            site.asked.append(self.path)
            found = page(self.path)
            body = (found or "").encode()
            self.send_response(404 if found is None else 200)
            self.send_header("Content-Type", f"{_kind(body)}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Be quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(url=f"http://127.0.0.1:{server.server_address[1]}/")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
