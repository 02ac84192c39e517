"""Many hosts on loopback, each on an address of its own, all on one port, served by one thread; and what was asked of them."""

import asyncio
import socket
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Thread

_ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked; the names of headers are in lower case."""

    host: str
    path: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Last:
    """Bytes after which nothing comes on this connection: it is closed, or kept in silence."""

    data: bytes
    is_kept: bool = False


Respond = Callable[[Request], bytes | Last | None]  # None: the connection is cut


@dataclass
class Hosts:
    """What was asked so far, and what is to be told of each request as it comes."""

    port: int
    asked: list[Request] = field(default_factory=list)
    heard: Callable[[], None] = lambda: None


@contextmanager
def served(addresses: Sequence[str], respond: Respond) -> Iterator[Hosts]:
    """Serve until the block ends."""
    loop, ready, stop = asyncio.new_event_loop(), Event(), asyncio.Event()
    hosts = Hosts(_port_free_on(addresses))

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """What is asked on one connection."""
        host = writer.get_extra_info("sockname")[0]
        try:
            while True:
                request = _request(host, await reader.readuntil(b"\r\n\r\n"))
                hosts.asked.append(request)
                hosts.heard()
                said = respond(request)
                if said is None:
                    break
                writer.write(said.data if isinstance(said, Last) else said)
                await writer.drain()
                if isinstance(said, Last):
                    if said.is_kept:
                        await reader.read()
                    break
        except (OSError, asyncio.IncompleteReadError):
            pass  # whoever asked has gone
        finally:
            writer.close()

    async def live() -> None:
        """Listen until it is time to stop."""
        server = await asyncio.start_server(answer, list(addresses), hosts.port, backlog=64)
        ready.set()
        await stop.wait()
        server.close()

    thread = Thread(target=lambda: loop.run_until_complete(live()), daemon=True)
    thread.start()
    assert ready.wait(20)
    try:
        yield hosts
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()


def _request(host: str, head: bytes) -> Request:
    first, *fields = head.decode("latin-1").split("\r\n")
    named = (each.partition(":") for each in fields if each)
    return Request(host, first.split()[1], {name.lower(): value.strip() for name, _, value in named})


def _port_free_on(addresses: Sequence[str]) -> int:
    """A port that nobody listens at on any of them."""
    for _ in range(_ATTEMPTS):
        port, trial = 0, []
        try:
            for address in addresses:
                one = socket.socket()
                trial.append(one)
                one.bind((address, port))
                port = one.getsockname()[1]
        except OSError:
            continue
        finally:
            for one in trial:
                one.close()
        return int(port)
    raise OSError("no port is free on all addresses")
