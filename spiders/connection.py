"""One HTTP/1.1 connection on asyncio: bytes out, bytes in, nothing changed on the way."""

import asyncio

from archiver.capture.head import FramingError
from archiver.models.capture import Failure
from spiders.certificates import Security
from spiders.transfer import Transfer


class Connection(asyncio.Protocol):
    """A connection to one host, used for one request after another."""

    def __init__(self) -> None:
        self.alive = False
        self.used = 0
        self.ip_address: str | None = None
        self.security: Security | None = None  # None: no TLS
        self.idle_since = 0.0
        self._transport: asyncio.Transport | None = None
        self._transfer: Transfer | None = None
        self._done: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember who is at the other end."""
        assert isinstance(transport, asyncio.Transport)
        self._transport, self.alive = transport, True
        peer = transport.get_extra_info("peername")
        self.ip_address = peer[0].partition("%")[0] if peer else None

    def exchange(self, transfer: Transfer) -> asyncio.Future[None]:
        """Send a request; the future is done when its answer has ended, one way or another."""
        assert self._transport is not None
        loop = asyncio.get_running_loop()
        self.used += 1
        self._transfer = transfer
        self._done = loop.create_future()
        transfer.begun_at = transfer.last_at = loop.time()
        self._transport.write(transfer.sent)
        self._timer = loop.call_at(transfer.next_look(transfer.begun_at), self._look)
        return self._done

    def data_received(self, data: bytes) -> None:
        """Keep what came and see whether it is the end."""
        transfer = self._transfer
        if transfer is None:  # bytes that nobody asked for: never use this connection again
            self.drop()
            return
        transfer.count(len(data), asyncio.get_running_loop().time())
        try:
            if transfer.take(data):
                self._end()
            elif transfer.bounds.over(transfer.framer):
                detail = f"the body is over {transfer.bounds.body} bytes"
                self._end("length", Failure(reason="too-large", detail=detail))
        except FramingError as error:
            self._end("unspecified", Failure(reason="malformed", detail=str(error)))
        except OSError as error:
            transfer.error = error
            self._end(
                "unspecified", Failure(reason="internal", detail=f"cannot be spooled: {error.strerror}")
            )

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

    def _look(self) -> None:
        """Whether the transfer takes too long."""
        transfer = self._transfer
        if transfer is None:
            return
        loop = asyncio.get_running_loop()
        late = transfer.late(loop.time())
        if late is not None:
            self._end("time", Failure(reason="timeout", detail=late))
        else:
            self._timer = loop.call_at(transfer.next_look(loop.time()), self._look)

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
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if transfer is None or done is None:
            return
        transfer.truncated, transfer.failure = truncated, failure
        if not transfer.framer.reusable or failure is not None:
            self.drop()
        if not done.done():
            done.set_result(None)
