"""A proxy between us and all hosts (RFC 9110, 9.3.6; RFC 9112, 3.2.2).

The proxy makes the connections. Which of its own network it lets us reach is its to guard; what our own resolver knows to
be private is refused here all the same.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

from archiver.capture.framing import ResponseFramer
from archiver.capture.head import FramingError
from archiver.capture.received import Received
from archiver.models.capture import Failure
from spiders.names import DialError

_OK = range(200, 300)

P = TypeVar("P", bound=asyncio.BaseProtocol)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """Where it listens, and what it is told of us."""

    host: str
    port: int
    authorization: str | None = None

    @classmethod
    def of(cls, url: str, authorization: str | None) -> "Proxy | None":
        """From the settings; None where there is none."""
        if not url:
            return None
        parts = urlsplit(url)
        return cls(host=parts.hostname or "", port=parts.port or 0, authorization=authorization)

    @property
    def name(self) -> str:
        """Host and port."""
        return f"{self.host}:{self.port}"

    async def connect(self, protocol: Callable[[], P]) -> tuple[asyncio.Transport, P]:
        """A connection to the proxy itself. What goes wrong with it is no fault of the host behind it.

        Raises:
            DialError: it cannot be reached.
        """
        try:
            return await asyncio.get_running_loop().create_connection(protocol, self.host, self.port)
        except OSError as error:
            detail = f"the proxy {self.name} cannot be reached: {error.strerror or error}"
            raise DialError(Failure(reason="proxy", detail=detail)) from error

    def headers(self) -> dict[str, str]:
        """What each request through it carries."""
        return {"Proxy-Authorization": self.authorization} if self.authorization else {}


class Tunnel(asyncio.Protocol):
    """A connection through a proxy to one port of one host (CONNECT), until it is open."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self._framer = ResponseFramer(Received(), "HEAD")  # a CONNECT that succeeds has no body
        self._opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember the way to the proxy."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    async def open(self, host: str, port: int, proxy: Proxy) -> asyncio.Transport:
        """Ask the proxy for the way to a host.

        Raises:
            DialError: it refuses, or is no proxy.
        """
        assert self.transport is not None
        target = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}"]
        lines += [f"{name}: {value}" for name, value in proxy.headers().items()]
        self.transport.write("\r\n".join([*lines, "", ""]).encode("ascii"))
        await self._opened
        head = self._framer.head
        if head is None or head.status not in _OK:
            self.transport.abort()
            said = f"answers {head.status} {head.reason.decode('latin-1')}" if head else "does not answer"
            raise DialError(Failure(reason="proxy", detail=f"the proxy {proxy.name} {said}"))
        return self.transport

    def data_received(self, data: bytes) -> None:
        """The proxy's answer."""
        try:
            done = self._framer.feed(data)
        except FramingError:
            done = True
        if done and not self._opened.done():
            self._opened.set_result(None)

    def connection_lost(self, exc: Exception | None) -> None:
        """The proxy hung up."""
        del exc
        if not self._opened.done():
            self._opened.set_result(None)
