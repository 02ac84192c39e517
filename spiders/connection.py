"""One HTTP/1.1 connection on asyncio: bytes out, bytes in, nothing changed on the way."""

import asyncio
import ssl
from dataclasses import dataclass, field
from datetime import UTC, datetime

from archiver.capture.framing import ResponseFramer
from archiver.capture.head import FramingError
from archiver.models.capture import Failure

_TLS = {"TLSv1.3": "tls/1.3", "TLSv1.2": "tls/1.2", "TLSv1.1": "tls/1.1", "TLSv1": "tls/1.0"}


@dataclass(slots=True)
class Transfer:
    """One request and its answer while they are under way."""

    framer: ResponseFramer
    max_body: int
    sent: bytes
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    truncated: str | None = None  # WARC-Truncated
    failure: Failure | None = None


class Connection(asyncio.Protocol):
    """A connection to one host, used for one request after another."""

    def __init__(self) -> None:
        self.alive = False
        self.used = 0
        self.ip_address: str | None = None
        self.protocols: tuple[str, ...] = ()
        self.cipher_suite: str | None = None
        self.idle_since = 0.0
        self._transport: asyncio.Transport | None = None
        self._transfer: Transfer | None = None
        self._done: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember who is at the other end."""
        assert isinstance(transport, asyncio.Transport)
        self._transport, self.alive = transport, True
        peer = transport.get_extra_info("peername")
        self.ip_address = peer[0] if peer else None
        tls: ssl.SSLObject | None = transport.get_extra_info("ssl_object")
        if tls is not None:
            cipher = tls.cipher()
            self.cipher_suite = cipher[0] if cipher else None
            self.protocols = (_TLS.get(tls.version() or "", "tls"),)

    def exchange(self, transfer: Transfer) -> asyncio.Future[None]:
        """Send a request; the future is done when its answer has ended, one way or another."""
        assert self._transport is not None
        self.used += 1
        self._transfer = transfer
        self._done = asyncio.get_running_loop().create_future()
        self._transport.write(transfer.sent)
        return self._done

    def data_received(self, data: bytes) -> None:
        """Keep what came and see whether it is the end."""
        transfer = self._transfer
        if transfer is None:  # bytes that nobody asked for: never use this connection again
            self.drop()
            return
        framer = transfer.framer
        framer.buffer += data
        try:
            if framer.feed():
                self._end()
            elif framer.body_length > transfer.max_body:
                self._end(
                    "length",
                    Failure(reason="too-large", detail=f"the body is over {transfer.max_body} bytes"),
                )
        except FramingError as error:
            self._end("unspecified", Failure(reason="malformed", detail=str(error)))

    def eof_received(self) -> bool:
        """The peer has said all."""
        self._closed(None)
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._closed(exc)

    def drop(self) -> None:
        """Close at once."""
        self.alive = False
        if self._transport is not None:
            self._transport.abort()

    def cut(self) -> None:
        """End the transfer that is under way, since its time is up."""
        self._end("time", Failure(reason="timeout", detail="no whole answer in time"))

    def _closed(self, exc: Exception | None) -> None:
        self.alive = False
        if self._transfer is None:
            return
        if exc is None and self._transfer.framer.close():
            self._end()
        else:
            detail = str(exc) if exc and str(exc) else "the connection was closed before the answer was whole"
            self._end("disconnect", Failure(reason="disconnect", detail=detail))

    def _end(self, truncated: str | None = None, failure: Failure | None = None) -> None:
        transfer, done = self._transfer, self._done
        self._transfer = self._done = None
        if transfer is None or done is None:
            return
        transfer.truncated, transfer.failure = truncated, failure
        if not transfer.framer.reusable or failure is not None:
            self.drop()
        if not done.done():
            done.set_result(None)
