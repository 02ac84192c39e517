"""Scrapy's download handler for http and https: asks, records what went over the wire, then hands it on."""

import asyncio
import time
from datetime import UTC, datetime
from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Headers, Response

from archiver.capture.decoding import decode
from archiver.capture.framing import ResponseFramer
from archiver.models.capture import Exchange, Failure, Role, Visit
from archiver.web.url import without_fragment
from spiders.addresses import AddressPolicy
from spiders.connection import Connection, Transfer
from spiders.dialling import DialError, Dialler, Origin
from spiders.recorder import recorder_of
from spiders.stopping import GRACE, STOPPING

_PORTS = {"http": 80, "https": 443}
_OURS = frozenset([b"host", b"content-length", b"transfer-encoding", b"connection", b"proxy-authorization"])
_STOPPED = "the crawl was stopped"
_NO_VISIT = Visit(role=Role.REQUISITE, seed="")
_ERRORS: dict[str, type[Exception]] = {
    "dns": CannotResolveHostError,
    "refused": DownloadConnectionRefusedError,
    "timeout": DownloadTimeoutError,
    "disconnect": ResponseDataLossError,
    "too-large": DownloadCancelledError,
    "blocked-address": IgnoreRequest,
}
# What the handler and robots.txt answer with once the evidence is recorded.
DOWNLOAD_ERRORS = (*_ERRORS.values(), DownloadFailedError)


class WireDownloadHandler(BaseDownloadHandler):
    """One instance a scheme; the recorder behind them is one."""

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        self._max_body = settings.getint("DOWNLOAD_MAXSIZE")
        self._timeout = settings.getfloat("DOWNLOAD_TIMEOUT")
        self._stopping = False
        self._under_way: set[asyncio.Task[object]] = set()
        crawler.signals.connect(self._stop_soon, signal=STOPPING)
        self._dialler = Dialler(
            AddressPolicy.of(
                settings.getlist("ARCHIVER_ALLOW_NETWORKS"),
                allow_private=settings.getbool("ARCHIVER_ALLOW_PRIVATE_ADDRESSES"),
            )
        )

    async def download_request(self, request: Request) -> Response:
        """Ask, record, answer.

        Raises:
            Exception: one of Scrapy's download errors, once what came has been recorded.
        """
        if self._stopping:
            raise DownloadCancelledError(_STOPPED)
        url = _without_user(request.url)
        started = time.monotonic()
        sent = _request_bytes(request, url)
        transfer = Transfer(
            framer=ResponseFramer(bytearray(), request.method), max_body=self._max_body, sent=sent
        )
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        try:
            connection = await self._transfer(url, transfer)
        except asyncio.CancelledError:
            # Nothing is recorded: the next crawl asks again, and nobody takes our stopping for the server's silence.
            raise DownloadCancelledError(_STOPPED) from None
        finally:
            self._under_way.discard(task)
        request.meta["download_latency"] = time.monotonic() - started
        exchange = _exchange(request, url, transfer, connection)
        recorder_of(self.crawler).write(exchange)
        if transfer.failure is not None:
            error = _ERRORS.get(transfer.failure.reason, DownloadFailedError)
            raise error(f"{transfer.failure.reason}: {transfer.failure.detail}")
        return _response(url, transfer, exchange)

    async def close(self) -> None:
        """Drop what is idle."""
        self._dialler.close()

    def _stop_soon(self) -> None:
        self._stopping = True
        asyncio.get_running_loop().call_later(GRACE, self._cancel)

    def _cancel(self) -> None:
        for task in self._under_way:
            task.cancel()

    async def _transfer(self, url: str, transfer: Transfer) -> Connection | None:
        """Run one exchange. A kept connection that proves dead before the first byte is replaced, once."""
        parts = urlsplit(url)
        origin = Origin(parts.scheme, parts.hostname or "", parts.port or _PORTS[parts.scheme])
        connection: Connection | None = None
        try:
            async with asyncio.timeout(self._timeout):
                connection = await self._dialler.connection(origin)
                reused = connection.used > 0
                await connection.exchange(transfer)
                if reused and transfer.failure is not None and not transfer.framer.buffer:
                    transfer.failure = transfer.truncated = None
                    transfer.started = datetime.now(UTC)
                    connection = await self._dialler.connection(origin, fresh=True)
                    await connection.exchange(transfer)
        except TimeoutError:
            if connection is None:
                transfer.failure = Failure(
                    reason="timeout", detail=f"no connection within {self._timeout:g} s"
                )
            else:
                connection.cut()
        except DialError as error:
            transfer.failure = error.failure
        if connection is not None and transfer.failure is None:
            self._dialler.give_back(origin, connection)
        return connection


def _without_user(url: str) -> str:
    parts = urlsplit(without_fragment(url))
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _request_bytes(request: Request, url: str) -> bytes:
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    host = parts.netloc.removesuffix(f":{_PORTS[parts.scheme]}")
    lines = [f"{request.method} {target} HTTP/1.1\r\nHost: {host}\r\n".encode("ascii")]
    for name, values in request.headers.items():
        if name.lower() not in _OURS:
            lines += [name + b": " + value + b"\r\n" for value in values]
    return b"".join([*lines, b"Connection: keep-alive\r\n\r\n"])


def _exchange(request: Request, url: str, transfer: Transfer, connection: Connection | None) -> Exchange:
    framer, head = transfer.framer, transfer.framer.head
    visit = request.meta.get("visit", _NO_VISIT)
    protocols: tuple[str, ...] = ()
    if head is not None and connection is not None:
        major, minor = head.version
        protocols = (f"http/{major}.{minor}" if major == 1 else f"http/{major}", *connection.protocols)
    notes: list[tuple[str, str]] = []
    if framer.start:
        notes.append(("interimResponse", framer.interim.decode("latin-1").replace("\r\n", " | ")))
    if framer.complete and framer.end < len(framer.buffer):
        notes.append(("excessBytes", str(len(framer.buffer) - framer.end)))
    return Exchange(
        target_uri=url,
        date=transfer.started,
        visit=visit,
        request=transfer.sent if connection is not None else b"",
        response=framer.block() if head is not None else None,
        payload=framer.entity() if head is not None else b"",
        ip_address=connection.ip_address if connection is not None else None,
        protocols=protocols,
        cipher_suite=connection.cipher_suite if connection is not None else None,
        truncated=transfer.truncated if head is not None else None,
        failure=transfer.failure,
        notes=tuple(notes),
    )


def _response(url: str, transfer: Transfer, exchange: Exchange) -> Response:
    head = transfer.framer.head
    assert head is not None
    headers = Headers()
    for name, value in head.fields:
        headers.appendlist(name, value)
    decoded = decode(
        exchange.payload, [value.decode("latin-1") for value in head.values(b"content-encoding")]
    )
    headers.pop("Content-Encoding", None)
    return Response(url, status=head.status, headers=headers, body=decoded.payload)
