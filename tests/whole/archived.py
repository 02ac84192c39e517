"""A small blog that cites pages, and web archives that say what a test has written down; all on loopback."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

_MONTH = """<html><head><title>The Ledger</title></head><body class="archive"><h1>{heading}</h1>
<article class="post hentry"><h2 class="entry-title"><a href="/2014/03/15/tide/">Tide</a></h2>
<time datetime="2014-03-15T08:00:00+00:00">15 March 2014</time><p>One thing…</p></article>
<aside class="widget"><h2>Archives</h2><ul><li><a href="/2014/03/">March 2014</a></li></ul></aside></body></html>"""
_POST = """<html><head><title>Tide – The Ledger</title></head><body class="single-post"><article class="post hentry">
<h1 class="entry-title">Tide</h1><time datetime="2014-03-15T08:00:00+00:00">15 March 2014</time>
<div class="entry-content">{marks}<ol>{notes}</ol></div></article></body></html>"""
TOML = """\
[blog]
seeds = ["{url}"]

[politeness]
delay = 0.0
timeout = {timeout}
retries = 1
longest_wait = 2.0

[network]
allow_networks = ["127.0.0.0/8"]

[storage]
requisites = false

[rescue]
delay = 0.0
{archives}"""
_ARCHIVE = """
[[rescue.archives]]
name = "{name}"
kind = "{kind}"
list = "{url}{path}/list/{{url}}"
raw = "{url}{path}/{{timestamp}}id_/{{url}}"
"""


QUOTED = "wrote down every crossing in a green book"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says."""

    body: str = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    silent: bool = False  # says nothing at all


@dataclass
class World:
    """Where it is, what it has by path, and what it was asked, in order."""

    url: str = ""
    pages: dict[str, Answer | Callable[[], Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    folders: dict[str, Callable[[str], Answer]] = field(
        default_factory=dict
    )  # what it says of any path in them

    def find(self, path: str) -> Answer:
        """What it says of a path; of one that is not written down, that nothing is there."""
        if (found := self.pages.get(path)) is not None:
            return found() if callable(found) else found
        says = next((says for folder, says in self.folders.items() if path.startswith(folder)), None)
        return Answer("<html>no</html>", 404) if says is None else says(path)

    def settings(self, *archives: tuple[str, str, str], timeout: float = 5.0) -> str:
        """A collection.toml; archives as name, kind, path."""
        made = "".join(
            _ARCHIVE.format(name=name, kind=kind, path=path, url=self.url.rstrip("/"))
            for name, kind, path in archives
        )
        return TOML.format(url=self.url, archives=made, timeout=timeout)

    def cite(self, *paths: str) -> None:
        """Let the one post cite these pages, in whose place there is nothing yet."""
        urls = [self.url + path for path in paths]
        marks = "".join(
            f'<p>Thing {n} is so: “{QUOTED}”.<sup id="r{n}"><a href="#n{n}">{n}</a></sup></p>'
            for n, _ in enumerate(urls, 1)
        )
        notes = "".join(
            f'<li id="n{n}">See <a href="{url}">this</a>. <a href="#r{n}">↩</a></li>'
            for n, url in enumerate(urls, 1)
        )
        self.pages["/"] = Answer(_MONTH.format(heading="The Ledger"))
        self.pages["/2014/03/"] = Answer(_MONTH.format(heading="Monthly Archives: March 2014"))
        self.pages["/2014/03/15/tide/"] = Answer(_POST.format(marks=marks, notes=notes))

    def hold(
        self, archive: str, path: str, timestamp: str, body: str, *, status: int = 200, location: str = ""
    ) -> None:
        """Put a capture into an archive; its list is another matter."""
        headers = [("Memento-Datetime", http_date(timestamp)), ("X-Archive-Orig-Server", "made up")]
        if location:
            headers.append(("Location", location))
        self.pages[f"{archive}/{timestamp}id_/{self.url}{path}"] = Answer(body, status, tuple(headers))

    def list_links(self, archive: str, path: str, *timestamps: str) -> None:
        """Let an archive list captures as a TimeMap."""
        url = self.url + path
        links = [f'<{url}>; rel="original"', f'<{self.url}{archive[1:]}/list/{url}>; rel="self"']
        links += [
            f'<{self.url}{archive[1:]}/{each}/{url}>; rel="memento"; datetime="{http_date(each)}"'
            for each in timestamps
        ]
        self.pages[f"{archive}/list/{url}"] = Answer(
            ",\n".join(links), headers=(("Content-Type", "application/link-format"),)
        )

    def list_lines(self, archive: str, path: str, *rows: tuple[str, str, str]) -> None:
        """Let an archive list captures as pywb does: moment, status, digest."""
        lines = [
            json.dumps({"timestamp": stamp, "url": self.url + path, "status": status, "digest": digest})
            for stamp, status, digest in rows
        ]
        self.pages[f"{archive}/list/{self.url}{path}"] = Answer("\n".join(lines))


def article(title: str, ending: str = "") -> str:
    """A page that is well."""
    sentences = " ".join(
        f"On day {n} the keeper of the ferry {QUOTED}, and after him {title.lower()} did." for n in range(12)
    )
    return f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{sentences}</p><p>{ending}</p></article></body></html>"


NOT_FOUND = "<html><head><title>Page not found</title></head><body><h1>Page not found</h1><p>Sorry, it is not here.</p></body></html>"
PARKED = "<html><head><title>a.example</title></head><body><p>This domain is for sale. Buy this domain.</p></body></html>"


def http_date(timestamp: str) -> str:
    """A moment as HTTP has it."""
    return (
        datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    )


@contextmanager
def world() -> Iterator[World]:
    """Serve one."""
    made = World()

    class Handler(BaseHTTPRequestHandler):
        """Answers."""

        def do_GET(self):
            """Say what is written down; of anything else that it is not there."""
            made.asked.append(self.path)
            answer = made.find(self.path)
            if answer.silent:
                self.close_connection = True
                return
            body = answer.body.encode()
            self.send_response(answer.status)
            named = {name for name, _ in answer.headers}
            for name, value in answer.headers:
                self.send_header(name, value)
            if "Content-Type" not in named:
                self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Be quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.url = f"http://127.0.0.1:{server.server_address[1]}/"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
