"""robots.txt, obeyed as RFC 9309 says: 4xx allows all, 5xx forbids all, Crawl-delay is kept within reason."""

import asyncio
import logging
from dataclasses import replace
from typing import Protocol, Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser

from archiver.models.capture import Failure, Role, Visit
from archiver.web.redirect import redirect_target
from spiders.headers import header_pairs
from spiders.recorder import recorder_of

logger = logging.getLogger(__name__)

_MAX_BYTES = 500 * 1024  # RFC 9309, 2.5: at least 500 KiB must be read
_OK, _SERVER_ERROR = 200, 500
_MAX_REDIRECTS = 5
_PRIORITY = 1000


class _Rules(Protocol):
    def allowed(self, url: str, user_agent: str) -> bool: ...


class _Nothing:
    """The rules of a host whose robots.txt cannot be had through a fault of its server: nothing is allowed."""

    def allowed(self, url: str, user_agent: str) -> bool:  # noqa: ARG002
        return False


class _Everything:
    """The rules of a host that has none."""

    def allowed(self, url: str, user_agent: str) -> bool:  # noqa: ARG002
        return True


class RobotsMiddleware:
    """Asks each host for its robots.txt first, and records every page that it forbids."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._user_agent: str = crawler.settings["ARCHIVER_ROBOTS_TOKEN"]
        self._longest_delay = crawler.settings.getfloat("ARCHIVER_LONGEST_WAIT")
        self._rules: dict[str, asyncio.Future[_Rules]] = {}
        self._texts: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let a request pass, or refuse it.

        Raises:
            IgnoreRequest: robots.txt forbids it.
        """
        if request.meta.get("is_robots") or request.meta.get("archive"):
            return  # why web archives are not asked for theirs: `spiders.rescuing`
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = asyncio.get_running_loop().create_future()
            self._rules[origin].set_result(await self._fetch(origin, request))
        rules = await self._rules[origin]
        if not rules.allowed(request.url, self._user_agent):
            failure = Failure(reason="robots", detail=f"{origin}/robots.txt forbids it")
            recorder_of(self._crawler).fail(request.url, request.meta["visit"], failure)
            raise IgnoreRequest(failure.detail)

    def text_of(self, url: str) -> str | None:
        """The content of a robots.txt that was fetched; None where there was none."""
        return self._texts.get(url)

    async def _fetch(self, origin: str, request: Request) -> _Rules:
        try:
            response, url = await self._download(f"{origin}/robots.txt", request)
        except Exception as error:  # noqa: BLE001  # whatever kept us from it: the page's own request will tell
            logger.info("no robots.txt from %s: %s", origin, error)
            return _Everything()
        if response.status >= _SERVER_ERROR:
            return _Nothing()
        if response.status != _OK:
            return _Everything()
        body = response.body[:_MAX_BYTES]
        self._texts[f"{origin}/robots.txt"] = body.decode("utf-8", "replace")
        parser = ProtegoRobotParser(body, self._crawler.spider)
        self._note_end(url, parser)
        self._slow_down(origin, parser.crawl_delay(self._user_agent))
        return parser

    def _note_end(self, url: str, rules: ProtegoRobotParser) -> None:
        """Where redirects led to another host's own robots.txt, as from http to https, that need not be asked for again."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if parts.path == "/robots.txt" and not parts.query and origin not in self._rules:
            self._rules[origin] = asyncio.get_running_loop().create_future()
            self._rules[origin].set_result(rules)
            self._slow_down(origin, rules.crawl_delay(self._user_agent))

    async def _download(self, url: str, request: Request) -> tuple[Response, str]:
        """The answer at the end of at most five redirects (RFC 9309, 2.3.1.2), which may lead to other hosts, and where that is."""
        assert self._crawler.engine is not None
        visit = Visit(role=Role.ROBOTS, seed=request.meta["visit"].seed, via=request.url, hops_from_seed="P")
        for _ in range(_MAX_REDIRECTS + 1):
            robots = Request(
                url, callback=NO_CALLBACK, priority=_PRIORITY, meta={"is_robots": True, "visit": visit}
            )
            response = await self._crawler.engine.download_async(robots)
            target = redirect_target(url, response.status, header_pairs(response), None)
            if target is None:
                break
            visit = replace(visit, via=url, hops_from_seed=visit.hops_from_seed + "R")
            url = target
        return response, url

    def _slow_down(self, origin: str, delay: float | None) -> None:
        if not delay:
            return
        assert self._crawler.engine is not None
        slot = self._crawler.engine.downloader.slots.get(urlsplit(origin).hostname or "")
        if slot is not None:
            slot.delay = max(slot.delay, min(delay, self._longest_delay))
