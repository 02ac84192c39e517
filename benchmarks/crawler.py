"""One crawl of the site, in a process of its own: Scrapy as it comes, or with our handler and its WARC."""

import asyncio
import json
import resource
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from lxml import html
from scrapy import Request, Spider, signals
from scrapy.crawler import AsyncCrawlerProcess

from archiver.capture.manifest import Manifest
from archiver.capture.writer import WarcWriter
from archiver.models.capture import Role, RunRecord, Visit
from archiver.models.frontier import NoMemory
from spiders.recorder import Recorder, attach

QUIET = {"LOG_LEVEL": "ERROR", "TELNETCONSOLE_ENABLED": False, "REMOTE_CONTROL_ENABLED": False}
PACE = {"CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "DOWNLOAD_DELAY": 0}


class Links(Spider):
    """Reads the title and the links of every page, and follows them: the same work for all contenders."""

    name = "links"

    def __init__(self, url: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.url = url
        self.seen = {url}
        self.pages = 0

    async def start(self) -> Any:
        """The front page."""
        yield self._ask(self.url)

    def _ask(self, url: str) -> Request:
        visit = Visit(role=Role.SOURCE, seed=self.url)
        return Request(url, callback=self.parse, dont_filter=True, meta={"visit": visit})

    def parse(self, response: Any, **_: Any) -> Any:
        """Title and links of a page; those not asked for yet are."""
        self.pages += 1
        tree = html.fromstring(response.body)
        tree.findtext(".//title")
        for link in tree.iter("a"):
            url = link.get("href")
            if url and url not in self.seen:
                self.seen.add(url)
                yield self._ask(urljoin(response.url, url))


def settings_of(kind: str) -> dict[str, Any]:
    """Scrapy's settings for a contender: `stock`, `tuned` (the same with four items at a time), `ours`."""
    if kind == "stock":
        return {**QUIET, **PACE, "ROBOTSTXT_OBEY": False}
    if kind == "tuned":
        return {**QUIET, **PACE, "ROBOTSTXT_OBEY": False, "CONCURRENT_ITEMS": 4}
    return {
        **QUIET,
        **PACE,
        "CONCURRENT_ITEMS": 4,
        "COMPRESSION_ENABLED": False,
        "DOWNLOAD_HANDLERS": {"http": "spiders.handler.WireDownloadHandler", "https": None},
        "DEFAULT_REQUEST_HEADERS": {"Accept": "text/html", "Accept-Encoding": "gzip"},
        "ARCHIVER_ALLOW_PRIVATE_ADDRESSES": True,
        "ARCHIVER_LONGEST_ANSWER": 900,
        "ARCHIVER_SLOWEST": 500,
        "DOWNLOAD_TIMEOUT": 60,
        "DOWNLOAD_MAXSIZE": 64 << 20,
        "REFERER_ENABLED": False,
        "COOKIES_ENABLED": False,
        "HTTPPROXY_ENABLED": False,
    }


def main(kind: str, url: str, folder: Path) -> None:
    """Crawl, and print what it cost from the first request to the last."""
    process = AsyncCrawlerProcess(settings_of(kind))
    crawler = process.create_crawler(Links)
    cost: dict[str, float] = {}

    def _begin() -> None:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        cost["cpu"], cost["wall"] = -(usage.ru_utime + usage.ru_stime), -time.perf_counter()

    def _end() -> None:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        cost["cpu"] += usage.ru_utime + usage.ru_stime
        cost["wall"] += time.perf_counter()
        cost["rss"] = usage.ru_maxrss / 1024
        cost["pages"] = crawler.spider.pages  # type: ignore[union-attr]

    crawler.signals.connect(_begin, signal=signals.spider_opened, weak=False)
    if kind == "ours":
        warcs = folder / "warcs"
        warcs.mkdir(parents=True)
        writer = WarcWriter(
            warcs,
            run=RunRecord(run_id="bench", warc="", started=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"),
            info=[],
            manifest=Manifest(folder / "manifest.jsonl"),
        )
        recorder = Recorder(
            writer,
            warcs=warcs,
            memory=NoMemory(),
            on_step=lambda _: None,
            on_error=asyncio.get_event_loop().stop,
        )
        attach(crawler, recorder)
        crawler.signals.connect(lambda: recorder.finish(0), signal=signals.spider_closed, weak=False)
    crawler.signals.connect(_end, signal=signals.engine_stopped, weak=False)
    process.crawl(crawler, url=url)
    process.start()
    print(json.dumps(cost))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
