"""A server that says exactly what a table says, and remembers each byte that came and went."""

import asyncio
import socket
import ssl
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread

from tests.spiders.hostile.case import Case

ADDRESSES = {"crowd": "127.0.0.1", "chain": "127.0.0.2", "alone": "127.0.0.3"}
NO_ROBOTS = Case(
    path="/robots.txt",
    pieces=(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",),
    then="close",
    status=404,
)
_RESET = b"\1\0\0\0\0\0\0\0"  # SO_LINGER: on, 0 seconds
_ENOUGH = 64 << 20  # bytes of an endless answer


@dataclass(slots=True)
class Talk:
    """One request and its answer, as the server saw them."""

    connection: int
    request: bytes
    sent: bytearray = field(default_factory=bytearray)
    protocol: str | None = None  # of TLS
    cipher: str | None = None


class HostileServer:
    """Answers from a table, on three addresses."""

    def __init__(self, cases: Iterable[Case], tls: ssl.SSLContext | None) -> None:
        self.cases = {case.path: case for case in cases}
        self.log: dict[str, list[Talk]] = defaultdict(list)  # by address
        self.connections = 0
        self.ports: dict[str, int] = {}
        self._tls = tls
        self._open: set[asyncio.StreamWriter] = set()
        self._stop = asyncio.Event()

    def url(self, case: Case) -> str:
        """The address of an answer."""
        scheme = "http" if self._tls is None else "https"
        return f"{scheme}://{ADDRESSES[case.group]}:{self.ports[case.group]}{case.path}"

    async def serve(self, ready: asyncio.Event) -> None:
        """Listen until told to stop."""
        async with AsyncExitStack() as stack:
            for group, address in ADDRESSES.items():
                server = await asyncio.start_server(self._talk, address, 0, ssl=self._tls)
                await stack.enter_async_context(server)
                self.ports[group] = server.sockets[0].getsockname()[1]
            ready.set()
            await self._stop.wait()
            for writer in self._open:
                writer.transport.abort()

    def stop(self) -> None:
        """End `serve`."""
        self._stop.set()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        number = self.connections
        self._open.add(writer)
        # What `drain` has waited for is on its way. Not 0: asyncio would then pause TLS and never go on.
        writer.transport.set_write_buffer_limits(high=1, low=0)
        try:
            answered = 0
            goes_on = True
            while goes_on:
                request = await reader.readuntil(b"\r\n\r\n")
                goes_on = await self._answer(request, number, answered, reader, writer)
                answered += 1
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            pass
        finally:
            self._open.discard(writer)
            writer.close()
            with suppress(ConnectionError, ssl.SSLError, TimeoutError):
                await writer.wait_closed()

    async def _answer(
        self,
        request: bytes,
        connection: int,
        answered: int,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> bool:
        """Say what the table says; False when that was the last on this connection."""
        path = request.split(b" ")[1].decode("ascii")
        case = self.cases.get(path, NO_ROBOTS)
        tls: ssl.SSLObject | None = writer.get_extra_info("ssl_object")
        talk = Talk(connection=connection, request=request)
        if tls is not None:
            talk.protocol, talk.cipher = tls.version(), tls.cipher()[0]
        host = writer.get_extra_info("sockname")
        self.log[f"{host[0]}:{host[1]}{path}"].append(talk)
        if case.then == "close if used before" and answered:
            return False
        for piece in case.pieces:
            await _send(piece, talk, writer)
        if case.then == "repeat":
            while len(talk.sent) < _ENOUGH:
                await _send(case.pieces[-1], talk, writer)
        if case.then == "hang":
            await reader.read()
        if case.then == "reset":
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            writer.transport.abort()
        return case.then in {"stay", "close if used before"}


async def _send(piece: bytes, talk: Talk, writer: asyncio.StreamWriter) -> None:
    talk.sent += piece
    writer.write(piece)
    await writer.drain()


@contextmanager
def serving(cases: Iterable[Case], tls: ssl.SSLContext | None = None) -> Iterator[HostileServer]:
    """Serve a table from a thread of its own, until the block ends."""
    loop = asyncio.new_event_loop()
    server = HostileServer(cases, tls)
    ready = asyncio.Event()
    thread = Thread(target=_run, args=(loop, server, ready), name="hostile server")
    thread.start()
    try:
        asyncio.run_coroutine_threadsafe(ready.wait(), loop).result(timeout=10)
        yield server
    finally:
        loop.call_soon_threadsafe(server.stop)
        thread.join(timeout=10)


def _run(loop: asyncio.AbstractEventLoop, server: HostileServer, ready: asyncio.Event) -> None:
    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(server.serve(ready))
