"""How fast pages of a very large archive are: search, post, source, capture, home; and how soon the server answers at all.

A real server answers over loopback, one request at a time. Beside the search stands its floor: the same words asked of the
same index by plain `sqlite3`, ranked and with snippets, every match of them.
"""

import argparse
import http.client
import os
import random
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote_plus

from big_archive import Words, add_documents, make_warc

from archiver.collection.folder import Collection
from archiver.search.query import match_expression
from archiver.search.ranking import SCORE

_START = 2  # seconds
_FLOOR = f"""
SELECT rowid, {SCORE} AS score, snippet(documents_fts, 2, '', '', '…', 40) FROM documents_fts WHERE documents_fts MATCH ?
ORDER BY score LIMIT 20
"""


def build(collection: Collection, documents: int, median: int, warc_bytes: int) -> None:
    """Make the archive, and say what it took."""
    start = time.monotonic()
    pages = make_warc(collection, warc_bytes)
    size = sum(path.stat().st_size for path in collection.warcs.iterdir())
    print(
        f"WARC: {size / 1e9:.2f} GB, {pages} pages, written and read in {time.monotonic() - start:.0f} s",
        flush=True,
    )
    before = collection.database.stat().st_size
    seconds = add_documents(collection.database, documents, Words(7, median))
    grown = collection.database.stat().st_size - before
    print(f"{documents} documents: {seconds:.0f} s, {documents / seconds:.0f} a second", flush=True)
    print(f"database: {grown / 1e9:.2f} GB, {grown / max(documents, 1) / 1e3:.1f} kB a document", flush=True)


class Server:
    """`archiver serve` as a process of its own."""

    def __init__(self, collection: Collection) -> None:
        with closing(socket.create_server(("127.0.0.1", 0))) as probe:
            self.port = probe.getsockname()[1]
        command = [
            sys.executable,
            "-m",
            "archiver",
            "serve",
            "--archive",
            str(collection.folder),
            "--port",
            str(self.port),
        ]
        start = time.monotonic()
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        while True:
            try:
                self.get("/archive/-/search")
            except ConnectionRefusedError:
                time.sleep(0.02)
            else:
                break
        self.start = time.monotonic() - start

    def get(self, path: str) -> int:
        """Ask for a page; gives its bytes."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
        if answer.status != HTTPStatus.OK:
            raise SystemExit(f"{path}: {answer.status}")
        return len(body)

    def stop(self) -> None:
        """End it, and what it started."""
        os.killpg(self.process.pid, 15)
        self.process.wait()


def timed(name: str, goal: int | None, tasks: Iterable[Callable[[], object]]) -> None:
    """One line: the middle, the slow ones, the slowest."""
    took = []
    for task in tasks:
        start = time.perf_counter()
        task()
        took.append((time.perf_counter() - start) * 1e3)
    took.sort()
    p95 = took[int(len(took) * 0.95)]
    verdict = "" if goal is None else f"  goal {goal}: {'met' if p95 < goal else 'MISSED'}"
    print(
        f"{name:34} p50 {took[len(took) // 2]:8.1f}   p95 {p95:8.1f}   most {took[-1]:8.1f} ms{verdict}",
        flush=True,
    )


def measure(collection: Collection, count: int, median: int) -> None:
    """All pages, by a server of its own; words as people search for them: by their frequency, and rare ones."""
    server = Server(collection)
    print(
        f"start until the first answer: {server.start:.2f} s  goal 2: {'met' if server.start < _START else 'MISSED'}"
    )
    try:
        _pages(server, collection, count, Words(7, median))
    finally:
        server.stop()


def _pages(server: Server, collection: Collection, count: int, words: Words) -> None:
    chance = random.Random(11)
    with closing(sqlite3.connect(f"{collection.database.absolute().as_uri()}?mode=ro", uri=True)) as db:

        def ids(table: str, where: str = "1") -> list[int]:
            most = db.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
            wanted = [
                db.execute(
                    f"SELECT id FROM {table} WHERE id >= ? AND {where} LIMIT 1", [chance.randint(1, most)]
                ).fetchone()
                for _ in range(count)
            ]
            return [row[0] for row in wanted if row is not None]

        def searches(length: int, *, is_rare: bool = False) -> list[str]:
            pick = (
                (lambda: chance.choices(words.vocabulary, k=length))
                if is_rare
                else (lambda: words.pick(length))
            )
            return [" ".join(pick()) for _ in range(count)]

        def asked(texts: list[str], more: str = "") -> Iterable[Callable[[], object]]:
            return [
                lambda text=text: server.get(f"/archive/-/search?q={quote_plus(text)}{more}")
                for text in texts
            ]

        def floor(texts: list[str]) -> Iterable[Callable[[], object]]:
            return [
                lambda text=text: db.execute(_FLOOR, [match_expression(text)]).fetchall() for text in texts
            ]

        for name, texts in (
            ("rare word", searches(1, is_rare=True)),
            ("word by frequency", searches(1)),
            ("two words", searches(2)),
            ("three words", searches(3)),
        ):
            timed(f"search: {name}", 100, asked(texts))
            timed("  floor: sqlite3, every match", None, floor(texts[: max(count // 4, 1)]))
        timed("search: the commonest word", 100, asked([words.vocabulary[0]] * 5))
        timed("search: two words, posts only", 100, asked(searches(2), "&kind=post"))
        timed(
            "search: no words, one host", 100, [lambda: server.get("/archive/-/search?host=h7.example")] * 5
        )
        timed("post", 50, [lambda n=n: server.get(f"/archive/-/post/{n}") for n in ids("posts")])
        timed("source", 50, [lambda n=n: server.get(f"/archive/-/source/{n}") for n in ids("sources")])
        in_warc = [row[0] for row in db.execute(
            "SELECT id FROM snapshots WHERE warc != 'made-up.warc.gz' AND role IN ('post', 'source') AND document_id IS NOT NULL"
        )]  # fmt: skip
        held = chance.sample(in_warc, min(count, len(in_warc)))
        timed("capture", 100, [lambda n=n: server.get(f"/archive/-/snapshot/{n}") for n in held])
        timed(
            "capture: page made safe",
            None,
            [lambda n=n: server.get(f"/archive/-/snapshot/{n}/content") for n in held],
        )
        timed(
            "capture: WARC record",
            None,
            [lambda n=n: server.get(f"/archive/-/snapshot/{n}/record") for n in held],
        )
        timed("month", None, [lambda: server.get("/archive/-/month/2011-05")] * 5)
        timed("home, the first time", None, [lambda: server.get("/archive/-/home")])
        timed("home, again", None, [lambda: server.get("/archive/-/home")] * 5)


def main() -> None:
    """Build where nothing is yet, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument(
        "--median", type=int, default=700, help="words of a document; WCXB's pages have 1,300"
    )
    parser.add_argument("--warc-mb", type=int, default=50)
    parser.add_argument("--count", type=int, default=40, help="requests of each kind")
    parser.add_argument("--keep", type=Path, help="a folder to build in, once, and to measure again")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        collection = Collection(options.keep or Path(scratch) / "archive")
        if not collection.database.exists():
            build(collection, options.documents, options.median, options.warc_mb << 20)
        measure(collection, options.count, options.median)


if __name__ == "__main__":
    main()
