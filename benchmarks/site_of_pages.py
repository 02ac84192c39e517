"""A site to crawl, served from memory as fast as Python can: some thousand pages of 30 to 60 kB, all linked."""

import asyncio
import os
import random
import re
import sys
from multiprocessing import Process, Queue
from typing import Self

LINKS = 148  # on a page, as on the news pages that blogs cite
WORDS = (
    "tide ledger harbour keeper lamp oil ferry customs bell sandbank chart sounding rope brass crane".split()
)
LISTED = 100  # pages that an index page lists
_MADE = 2000
_PATH = re.compile(rb"[A-Z]+ (\S+) HTTP")


def page(number: int, count: int) -> bytes:
    """One page: a title, paragraphs, links to other pages."""
    chance = random.Random(number)
    links = [
        f'<a href="/page/{chance.randrange(count)}">{chance.choice(WORDS)} {n}</a>' for n in range(LINKS)
    ]
    size = chance.randrange(30_000, 60_000)
    head = f"<!doctype html><html><head><meta charset=utf-8><title>Page {number}</title></head><body>"
    parts = [f"{head}<article><h1>Page {number}</h1>"]
    length = sum(map(len, links))
    while length < size:
        words = " ".join(chance.choice(WORDS) + str(chance.randrange(999)) for _ in range(80))
        parts.append(f"<p>{words} {links.pop() if links else ''}</p>")
        length += len(words) + 8
    return "\n".join([*parts, *links, "</article></body></html>"]).encode()


def index(count: int, number: int | None = None) -> bytes:
    """The front page, which lists index pages, or one of these, which lists pages."""
    if number is None:
        links = [f"/index/{n}" for n in range(-(-count // LISTED))]
    else:
        links = [f"/page/{n}" for n in range(number * LISTED, min(count, (number + 1) * LISTED))]
    items = "".join(f'<li><a href="{link}">{link}</a></li>' for link in links)
    return f"<!doctype html><title>Index</title><body><ul>{items}</ul></body>".encode()


_HEAD = b"HTTP/1.1 200 OK\r\nServer: bench\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n%s"
_MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


class Answers:
    """All answers of the site. Beyond `_MADE` pages the texts come again, each time with another beginning."""

    def __init__(self, count: int) -> None:
        self._fixed = {b"/": index(count), b"/robots.txt": b"User-agent: *\nAllow: /\n"}
        self._fixed |= {b"/index/%d" % n: index(count, n) for n in range(-(-count // LISTED))}
        self._pages = [page(n, count) for n in range(min(count, _MADE))]

    def answer(self, head: bytes) -> bytes:
        """What a request is answered."""
        match = _PATH.match(head)
        path = match[1] if match else b""
        if path.startswith(b"/page/"):
            number = int(path[6:])
            body = b"<!-- %d -->" % number + self._pages[number % len(self._pages)]
            return _HEAD % (len(body), body)
        fixed = self._fixed.get(path)
        return _MISSING if fixed is None else _HEAD % (len(fixed), fixed)


class _Talk(asyncio.Protocol):
    answers: Answers

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._held = b""

    def data_received(self, data: bytes) -> None:
        self._held += data
        while b"\r\n\r\n" in self._held:
            head, _, self._held = self._held.partition(b"\r\n\r\n")
            self._transport.write(self.answers.answer(head))


def _serve(count: int, port: "Queue[int]") -> None:
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    _Talk.answers = Answers(count)

    async def _run() -> None:
        server = await asyncio.get_running_loop().create_server(_Talk, "127.0.0.1", 0)
        port.put(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(_run())


class Site:
    """The site, served by a process of its own on the last processor, while it is entered."""

    def __init__(self, count: int) -> None:
        self._port: Queue[int] = Queue()
        self._process = Process(target=_serve, args=(count, self._port), daemon=True)
        self.url = ""

    def __enter__(self) -> Self:
        self._process.start()
        self.url = f"http://127.0.0.1:{self._port.get(timeout=120)}/"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.join()


if __name__ == "__main__":
    with Site(int(sys.argv[1]) if sys.argv[1:] else 2000) as site:
        print(site.url, flush=True)
        sys.stdin.read()
