"""A crawl from its start to its end, in this process, with signals understood."""

import asyncio
import os
import signal
from dataclasses import dataclass

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from spiders.blog import BlogSpider
from spiders.job import Job
from spiders.stopping import STOPPING

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlResult:
    """How a crawl ended."""

    exit_code: int  # 0, 1, 3, 130, 143
    reason: str  # Scrapy's word for it: finished, closespider_timeout, shutdown, disk
    counts: dict[str, int]  # exchanges by role, failures by reason
    error: OSError | None = None  # of the disk


def run(job: Job) -> CrawlResult:
    """Crawl, and return when all is written. Once a process: Twisted's reactor starts only once."""
    settings = Settings()
    settings.setmodule("spiders.settings", priority="project")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(BlogSpider)

    def listen() -> None:
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            loop.add_signal_handler(number, _stop, crawler, number)

    crawler.signals.connect(listen, signal=signals.spider_opened, weak=False)
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    task = process.crawl(crawler, job=job)
    process.start(install_signal_handlers=False)
    for number, handler in before.items():  # the loop, when it closes, puts back Python's own
        signal.signal(number, handler)
    if task.done() and not task.cancelled() and (error := task.exception()) is not None:
        raise error
    spider = crawler.spider
    assert isinstance(spider, BlogSpider)
    return CrawlResult(
        exit_code=spider.exit_code,
        reason=spider.reason,
        counts=dict(sorted(spider.recorder.counts.items())),
        error=spider.recorder.error,
    )


def _stop(crawler: Crawler, number: signal.Signals) -> None:
    """The first signal ends the crawl cleanly, the second at once: what was written is whole either way."""
    spider = crawler.spider
    assert isinstance(spider, BlogSpider)
    if spider.stopped_by is not None:
        os._exit(128 + number)
    spider.stopped_by = number
    crawler.signals.send_catch_log(STOPPING)
    assert crawler.engine is not None
    for slot in crawler.engine.downloader.slots.values():
        slot.delay = slot.jitter = 0.0  # what waits for its turn is not asked for any more, so need not wait
    spider.close_soon("shutdown")
