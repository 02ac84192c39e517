"""A browser, and a server on loopback that answers for every host and writes down who asked for what."""

import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser import chromium

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c020000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


@dataclass
class Served:
    """What the server says at each path, and what it was asked."""

    port: int = 0
    answers: dict[str, tuple[dict[str, str], bytes]] = field(default_factory=dict)
    asked: set[tuple[str, str]] = field(default_factory=set)  # host and path

    def put(self, path: str, headers: dict[str, str], body: bytes) -> None:
        """Say something at a path."""
        self.answers[path] = headers, body


@pytest.fixture
def served() -> Iterator[Served]:
    """Serve on loopback; at what was not put anywhere there is an image."""
    known = Served()

    class _Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked.add((self.headers.get("Host", "").partition(":")[0], self.path))
            headers, body = known.answers.get(self.path, ({"Content-Type": "image/png"}, PIXEL))
            self.send_response(200)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class _Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A browser that speaks TLS for reasons of its own is no matter."""

    server = _Server(("127.0.0.1", 0), _Handler)
    known.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield known
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def browse(served, tmp_path) -> Callable[[str], str]:
    """Open a path in Chromium, for which every host of the web is our server; gives the document that came of it."""
    browser = chromium.found()
    if browser is None:
        pytest.skip(chromium.MISSING)

    def _browse(path: str) -> str:
        done = subprocess.run(
            [
                browser,
                "--headless=new",
                *chromium.FLAGS,
                f"--user-data-dir={tmp_path / 'profile'}",
                f"--host-resolver-rules=MAP * 127.0.0.1:{served.port}, EXCLUDE 127.0.0.1",
                "--timeout=8000",  # milliseconds; frames that load again and again would never be done
                "--dump-dom",
                f"http://127.0.0.1:{served.port}{path}",
            ],
            check=True,
            capture_output=True,
            timeout=100,
        )
        return done.stdout.decode()

    return _browse
