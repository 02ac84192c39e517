"""A body of hundreds of megabytes goes through a few of memory: fetched, kept, read and verified."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from archiver.collection.folder import Collection
from tests.spiders.hostile.crawling import ROOT, collection_in

_PIECE = os.urandom(1 << 20)
_MEGABYTES = 300
_MOST = 64  # megabytes of memory that it may cost


class Press(BaseHTTPRequestHandler):
    """Sends `/N`: a PDF of so many megabytes, with its length or in chunks."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        """Send it."""
        pieces = int(self.path.rpartition("/")[2]) if self.path != "/robots.txt" else 0
        is_chunked = "chunked" in self.path
        self.send_response(200 if pieces else 404)
        self.send_header("Content-Type", "application/pdf")
        if is_chunked:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            self.send_header("Content-Length", str(pieces * len(_PIECE)))
        self.end_headers()
        for _ in range(pieces):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(_PIECE), _PIECE) if is_chunked else _PIECE)
        if is_chunked:
            self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *_):
        """Be quiet."""


@contextmanager
def press() -> Iterator[str]:
    """Its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Press)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def peak(*words: object) -> tuple[int, float]:
    """The exit code of a Python program, and the megabytes of memory that it took at most."""
    process = subprocess.Popen([sys.executable, *map(str, words)], cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss / 1024


def fetched(collection: Collection, url: str) -> tuple[int, float]:
    """Fetch an address into a collection."""
    report = collection.folder.with_name("report.json")
    order = report.with_name("order.json")
    words = {"folder": str(collection.folder), "chains": [[("GET", url)]], "report": str(report)}
    order.write_text(json.dumps(words), encoding="utf-8")
    return peak("-m", "tests.spiders.hostile.probe", order)


@pytest.mark.slow
@pytest.mark.parametrize("way", ["plain", "chunked"])
def test_memory_does_not_grow_with_the_body(tmp_path, way):
    """Of crawl, index and verify: against the same with one megabyte."""
    costs = {}
    with press() as base:
        for size in (1, _MEGABYTES):
            (tmp_path / str(size)).mkdir()
            collection = collection_in(tmp_path / str(size) / "archive", most=1000, timeout=60)
            costs[size] = [
                fetched(collection, f"{base}{way}/{size}"),
                peak("-m", "archiver", "index", "-a", collection.folder),
                peak("-m", "archiver", "verify", "-a", collection.folder),
            ]
    more = [large[1] - small[1] < _MOST for small, large in zip(costs[1], costs[_MEGABYTES], strict=True)]

    assert [0] * 6 == [code for cost in costs.values() for code, _ in cost]
    assert [True] * 3 == more, costs
    assert sum(path.stat().st_size for path in collection.warc_files()) > _MEGABYTES * len(_PIECE) * 0.9
