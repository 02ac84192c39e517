"""A Save Page Now on loopback that says what a test wrote down, and remembers what it was asked."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

FREE = {"available": 3, "processing": 0, "daily_captures": 0, "daily_captures_limit": 30000}


@dataclass(frozen=True)
class Said:
    """One answer."""

    body: object
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


def success(url: str, timestamp: str) -> dict:
    """A capture, as a job that has ended tells it."""
    return {"status": "success", "timestamp": timestamp, "original_url": url, "duration_sec": 6.2}


def error(word: str, message: str = "") -> dict:
    """An error, as the service words it."""
    return {"status": "error", "status_ext": f"error:{word}", "message": message}


@dataclass
class Script:
    """What it says to whom. By address: answers to hand-overs; by job: to questions for it; the last one stays."""

    saves: dict[str, list] = field(default_factory=dict)
    jobs: dict[str, list] = field(default_factory=dict)
    user: list = field(default_factory=lambda: [FREE])
    asked: list[tuple[str, ...]] = field(default_factory=list)  # save and address; status and job; user
    forms: list[dict[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    before: Callable[[str], None] = lambda _: None  # called with an address that is handed over
    url: str = ""

    def save(self, url: str) -> object:
        """Take an address."""
        self.before(url)
        known = self.saves.get(url, [{"url": url, "job_id": f"spn2-{url.rpartition('/')[2] or 'post'}"}])
        return _next(known)

    def status(self, job: str) -> object:
        """Tell of a job."""
        return _next(self.jobs.get(job, [{"status": "pending", "job_id": job, "resources": []}]))


def _next(answers: list) -> object:
    return answers.pop(0) if len(answers) > 1 else answers[0]


class _Server(ThreadingHTTPServer):
    """Says nothing of clients that are killed."""

    def handle_error(self, *_):
        """Let it go."""


@contextmanager
def serving(script: Script) -> Iterator[Script]:
    """Serve it."""

    class Handler(BaseHTTPRequestHandler):
        """Answers."""

        def do_GET(self):
            """Tell of the account, or of a job."""
            script.headers.append(dict(self.headers))
            path = self.path.partition("?")[0]
            job = path.removeprefix("/save/status/")
            script.asked.append(("user",) if job == "user" else ("status", job))
            self._say(_next(script.user) if job == "user" else script.status(job))

        def do_POST(self):
            """Take an address."""
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            script.headers.append(dict(self.headers))
            script.forms.append(form)
            script.asked.append(("save", form["url"]))
            self._say(script.save(form["url"]))

        def _say(self, answer):
            said = answer if isinstance(answer, Said) else Said(answer)
            data = said.body if isinstance(said.body, bytes) else json.dumps(said.body).encode()
            self.send_response(said.status)
            for name, value in said.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            """Be quiet."""

    server = _Server(("127.0.0.1", 0), Handler)
    script.url = f"http://127.0.0.1:{server.server_address[1]}/save"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield script
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
