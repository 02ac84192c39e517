"""A forward proxy on loopback: answers for hosts itself, opens tunnels, or refuses; and remembers what it was asked."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

from tests.spiders.hostile.case import head

_REFUSES = b"HTTP/1.1 407 Proxy Authentication Required"
_REALM = b'Proxy-Authenticate: Basic realm="tide"'


def refusal(target: bytes) -> bytes:
    """What a proxy says to those whom it does not know."""
    return head(_REALM, b"Content-Length: %d" % len(target), first=_REFUSES) + target


class ForwardProxy:
    """Listens on a port of its own."""

    def __init__(self, answer: bytes, *, refuses: bool) -> None:
        self.port = 0
        self.heads: list[bytes] = []
        self.answer = answer
        self._refuses = refuses
        self._tasks: set[asyncio.Task[None]] = set()
        self._stop = asyncio.Event()

    async def serve(self, ready: asyncio.Event) -> None:
        """Listen until told to stop."""
        server = await asyncio.start_server(self._talk, "127.0.0.1", 0)
        async with server:
            self.port = server.sockets[0].getsockname()[1]
            ready.set()
            await self._stop.wait()
            for task in self._tasks:
                task.cancel()

    def stop(self) -> None:
        """End `serve`."""
        self._stop.set()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        self._tasks.add(task)
        with suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                self.heads.append(request)
                method, target, _ = request.split(b" ", 2)
                if method == b"CONNECT" and not self._refuses:
                    await _tunnel(target.decode(), reader, writer)
                    break
                writer.write(self._say(target))
                await writer.drain()
        self._tasks.discard(task)
        writer.close()

    def _say(self, target: bytes) -> bytes:
        if target.endswith(b"/robots.txt") and not self._refuses:
            return head(b"Content-Length: 0", first=b"HTTP/1.1 404 Not Found")
        return self.answer or refusal(target)


async def _tunnel(target: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    host, _, port = target.rpartition(":")
    there_reader, there_writer = await asyncio.open_connection(host, int(port))
    writer.write(b"HTTP/1.1 200 Go ahead\r\nVia: 1.1 tide\r\n\r\n")
    try:
        await asyncio.gather(_pump(reader, there_writer), _pump(there_reader, writer))
    finally:
        there_writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()


@contextmanager
def proxying(answer: bytes = b"", *, refuses: bool = False) -> Iterator[ForwardProxy]:
    """Serve from a thread of its own, until the block ends."""
    loop = asyncio.new_event_loop()
    proxy = ForwardProxy(answer, refuses=refuses)
    ready = asyncio.Event()
    thread = Thread(target=_run, args=(loop, proxy, ready), name="forward proxy")
    thread.start()
    try:
        asyncio.run_coroutine_threadsafe(ready.wait(), loop).result(timeout=10)
        yield proxy
    finally:
        loop.call_soon_threadsafe(proxy.stop)
        thread.join(timeout=10)


def _run(loop: asyncio.AbstractEventLoop, proxy: ForwardProxy, ready: asyncio.Event) -> None:
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(proxy.serve(ready))
