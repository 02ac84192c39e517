"""Trying again what may pass: with back-off, and when the server said (`Retry-After`, RFC 9110, 10.2.3)."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.http import Response

from archiver.web.waiting import retry_after
from spiders.stopping import STOPPING

_MAY_PASS = frozenset([429, 500, 502, 503, 504, 520, 521, 522, 523, 524])
_TOO_MANY = 429
_ERRORS = (DownloadFailedError, ResponseDataLossError)
# Asked once more only: a name without an address, a closed port and a silent host seldom change within minutes.
_STUBBORN = (CannotResolveHostError, DownloadConnectionRefusedError, DownloadTimeoutError)
_FIRST_WAIT = 1.0  # seconds; doubled each time


class RetryMiddleware:
    """Replaces Scrapy's, which knows neither Retry-After nor waiting."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._longest = crawler.settings.getfloat("ARCHIVER_LONGEST_WAIT")
        self._first = crawler.settings.getfloat("ARCHIVER_FIRST_WAIT", _FIRST_WAIT)
        self._stopping = asyncio.Event()
        crawler.signals.connect(self._stop, signal=STOPPING)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Response | Request:
        """Hand on the answer, or the request again after a wait."""
        if response.status not in _MAY_PASS:
            return response
        asked = retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
        if asked is not None and asked > self._longest:
            return response
        if asked is None and response.status == _TOO_MANY and request.meta.get("archive"):
            return response  # archives shut out for hours whoever goes on asking
        return await self._again(request, f"status {response.status}", asked) or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """The request again after a wait, where the error may pass."""
        if request.meta.get("is_robots"):
            return None  # the page that waits for it is asked next, and tried again in its place
        if isinstance(exception, _STUBBORN):
            request.meta.setdefault("max_retry_times", min(1, self._crawler.settings.getint("RETRY_TIMES")))
        elif not isinstance(exception, _ERRORS):
            return None
        return await self._again(request, type(exception).__name__, None)

    async def _again(self, request: Request, reason: str, asked: float | None) -> Request | None:
        assert self._crawler.spider is not None
        retry = get_retry_request(request, spider=self._crawler.spider, reason=reason)
        if retry is not None:
            backed_off = self._first * 2 ** (retry.meta["retry_times"] - 1)
            wait = min(asked if asked is not None else backed_off, self._longest)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), wait)
        return None if self._stopping.is_set() else retry

    def _stop(self) -> None:
        self._stopping.set()
