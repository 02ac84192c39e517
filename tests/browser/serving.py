"""An archive in Datasette on loopback, and somebody on loopback who counts who comes."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import uvicorn
from datasette.app import Datasette


@contextmanager
def datasette(database: Path, **options) -> Iterator[str]:
    """Serve a database as `datasette` does, plugins and all; gives where, without a slash at the end.

    The socket listens before the server runs: whoever asks too early waits in its line.
    """
    with socket.create_server(("127.0.0.1", 0)) as listening:
        made = Datasette([str(database)], **options)
        server = uvicorn.Server(uvicorn.Config(made.app(), log_level="error", lifespan="on"))

        def run() -> None:
            asyncio.run(server.serve(sockets=[listening]))
            for each in made.databases.values():
                each.close()

        thread = threading.Thread(target=run, name="datasette")
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@dataclass
class Canary:
    """Who waits for a request that must not come."""

    port: int
    heard: list[str] = field(
        default_factory=list
    )  # a line for each connection, even one that asks for nothing


@contextmanager
def canary(pages: dict[str, tuple[dict[str, str], bytes]] | None = None) -> Iterator[Canary]:
    """Listen; `pages` are what is answered at some paths, with which headers."""
    known = pages or {}

    class _Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            heard.heard.append(f"{self.headers.get('Host', '')} {self.path}")
            headers, body = known.get(self.path, ({}, b""))
            self.send_response(200)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            self.wfile.write(body)

        def __getattr__(self, name: str):
            """Whatever the method is."""
            if name.startswith("do_"):
                return self.answer
            raise AttributeError(name)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class _Server(ThreadingHTTPServer):
        daemon_threads = True  # a browser keeps connections open

        def process_request(self, request, client_address) -> None:
            heard.heard.append("connection")
            super().process_request(request, client_address)

        def handle_error(self, *_: object) -> None:
            """Who goes away in the middle is no matter."""

    server = _Server(("127.0.0.1", 0), _Handler)
    heard = Canary(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
