"""What is read from the archive, and not asked for again: what a killed crawl had kept whole, and lists that seldom change.

Every page leads to what it led to before, so that nothing is left out; and no host hears of it, nor is waited for.
"""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from spiders.recorder import recorder_of
from spiders.requests import url_of
from spiders.responses import from_archive


class ResumeMiddleware:
    """Answers for hosts that were asked already, or lately."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_request(self, request: Request) -> Response | None:
        """The answer that was kept; None lets the request pass."""
        recorder = recorder_of(self._crawler)
        url = url_of(request)
        visit = request.meta["visit"]
        place = recorder.memory.unfinished(url) or recorder.memory.fresh(url, visit)
        kept = from_archive(recorder, url, place) if place is not None else None
        if kept is not None:
            recorder.had(url, visit, kept.status)
        return kept
