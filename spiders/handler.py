"""Scrapy's download handler for http and https: asks, records what went over the wire, then hands it on."""

import asyncio
import time
from datetime import UTC, datetime

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
from scrapy.http import Response

from archiver.capture.framing import ResponseFramer
from archiver.capture.received import Received
from archiver.models.capture import Failure, Role, Visit
from archiver.models.frontier import Remembered
from spiders.connection import Connection
from spiders.dialling import Dialler
from spiders.exchanges import exchange_of
from spiders.names import DialError
from spiders.network import Network, network_of
from spiders.recorder import recorder_of
from spiders.requests import Outgoing, origin_of, outgoing, url_of
from spiders.responses import from_archive, from_wire
from spiders.stopping import GRACE, STOPPING
from spiders.transfer import Transfer
from spiders.uplink import uplink_of

_STOPPED = "the crawl was stopped"
_NO_VISIT = Visit(role=Role.REQUISITE, seed="")
_NOT_MODIFIED = 304
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
        self._network: Network = network_of(crawler)
        self._dialler: Dialler = self._network.dialler()
        self._stopping = False
        self._under_way: set[asyncio.Task[object]] = set()
        self._shown: set[str] = set()  # hosts whose certificates were kept
        crawler.signals.connect(self._stop_soon, signal=STOPPING)

    async def download_request(self, request: Request) -> Response:
        """Ask, record, answer.

        Raises:
            Exception: one of Scrapy's download errors, once what came has been recorded.
        """
        if self._stopping:
            raise DownloadCancelledError(_STOPPED)
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        started = time.monotonic()
        try:
            return await self._answer(request)
        except asyncio.CancelledError:
            # Nothing is recorded: the next crawl asks again, and nobody takes our stopping for the server's silence.
            raise DownloadCancelledError(_STOPPED) from None
        finally:
            self._under_way.discard(task)
            request.meta["download_latency"] = time.monotonic() - started

    async def close(self) -> None:
        """Drop what is idle."""
        self._dialler.close()

    def _stop_soon(self) -> None:
        self._stopping = True
        asyncio.get_running_loop().call_later(GRACE, self._cancel)

    def _cancel(self) -> None:
        for task in self._under_way:
            task.cancel()

    async def _answer(self, request: Request) -> Response:
        recorder = recorder_of(self.crawler)
        url = url_of(request)
        remembered = recorder.memory.last(url) if request.method == "GET" else None
        before = from_archive(recorder, url, remembered.place) if remembered is not None else None
        if before is None:
            remembered = None
        origin = origin_of(url)
        secrets = self._network.credentials.headers_for(origin.scheme, origin.host, origin.port)
        asked = outgoing(request, secrets=secrets, proxy=self._dialler.proxy, remembered=remembered)
        return await self._ask(request, asked, remembered, before)

    async def _ask(
        self, request: Request, asked: Outgoing, remembered: Remembered | None, before: Response | None
    ) -> Response:
        recorder = recorder_of(self.crawler)
        visit: Visit = request.meta.get("visit", _NO_VISIT)
        received = Received(recorder.spool)
        transfer = Transfer(
            framer=ResponseFramer(received, request.method), bounds=self._network.bounds, sent=asked.sent
        )
        try:
            connection = await self._transfer(asked, transfer)
            if transfer.error is not None:
                recorder.fail_disk(transfer.error)
                raise transfer.error
            head = transfer.framer.head
            is_unchanged = before is not None and head is not None and head.status == _NOT_MODIFIED
            exchange = exchange_of(
                asked,
                visit,
                transfer,
                connection,
                unchanged=remembered.original if remembered is not None and is_unchanged else None,
                proxy=self._dialler.proxy,
                shown=self._shown,
            )
            recorder.write(exchange)
            if transfer.failure is not None:
                error = _ERRORS.get(transfer.failure.reason, DownloadFailedError)
                raise error(f"{transfer.failure.reason}: {transfer.failure.detail}")
            assert exchange.response is not None
            return (
                before
                if before is not None and is_unchanged
                else from_wire(asked.url, exchange.response, visit)
            )
        finally:
            received.close()

    async def _transfer(self, asked: Outgoing, transfer: Transfer) -> Connection | None:
        """Run one exchange. A kept connection that proves dead before the first byte is replaced, once."""
        began = asyncio.get_running_loop().time()
        try:
            connection = await self._dialler.connection(asked.origin)
            reused = connection.used > 0
            await self._exchange(connection, transfer)
            if reused and transfer.failure is not None and transfer.framer.is_untouched:
                transfer.failure = transfer.truncated = None
                transfer.started = datetime.now(UTC)
                connection = await self._dialler.connection(asked.origin, fresh=True)
                await self._exchange(connection, transfer)
        except DialError as error:
            transfer.failure = await self._explained(error.failure, asked, began)
            return None
        if transfer.failure is None:
            self._dialler.give_back(asked.origin, connection)
        if transfer.framer.is_untouched and transfer.failure is not None:
            transfer.failure = await self._explained(transfer.failure, asked, began)
        else:
            uplink_of(self.crawler).reached(asked.origin)
        return connection

    async def _explained(self, failure: Failure, asked: Outgoing, began: float) -> Failure:
        """Why nothing came: their silence, or ours. Behind a proxy only it is seen, and it says so itself."""
        if self._dialler.proxy is not None:
            return failure
        return await uplink_of(self.crawler).explain(failure, asked.origin, began, self._dialler.answers)

    @staticmethod
    async def _exchange(connection: Connection, transfer: Transfer) -> None:
        try:
            await connection.exchange(transfer)
        except asyncio.CancelledError:
            connection.drop()
            raise
