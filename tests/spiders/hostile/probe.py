"""A crawl in a process of its own: asks for what a test names, and tells what it got.

`python -m tests.spiders.hostile.probe ORDER`, where ORDER is a JSON file: the collection's `folder`, `chains` of
[method, address] that are asked for one after another each, and the file for the `report`.
"""

import asyncio
import base64
import json
import resource
import sys
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from archiver.collection.credentials import read_credentials
from archiver.collection.folder import open_collection
from archiver.models.capture import Role, Visit
from archiver.models.frontier import NoMemory
from archiver.models.lead import Scope
from spiders.job import Job, writer_of
from spiders.recorder import Recorder, attach
from spiders.settings import crawl_settings

SEED = "http://probe.example/"
_MUCH = 1 << 20  # bytes of a body that are not told


class Probe(Spider):
    """Asks for given addresses through the handler of the product."""

    name = "probe"

    def __init__(self, *, job: Job, order: dict, **kwargs) -> None:
        super().__init__(**kwargs)
        self.order = order
        self.got: list[dict] = []
        self.recorder = Recorder(
            writer_of(job),
            warcs=job.collection.warcs,
            memory=NoMemory(),
            on_step=job.watch,
            on_error=lambda: None,
        )

    @classmethod
    def from_crawler(cls, crawler, *, job: Job, order: dict) -> "Probe":
        """As `spiders.blog` does it."""
        for name, value in crawl_settings(job.settings, read_credentials(job.collection.credentials)).items():
            crawler.settings.set(name, value, priority="spider")
        spider = super().from_crawler(crawler, job=job, order=order)
        attach(crawler, spider.recorder)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """The first of each chain."""
        for chain in self.order["chains"]:
            for request in self._next(chain):
                yield request

    def parse(self, response) -> Iterator[Request]:
        """Note an answer."""
        body = base64.b64encode(response.body[:_MUCH]).decode()
        self._note(response.request, status=response.status, body=body, length=len(response.body))
        yield from self._next(response.meta["chain"])

    def on_failure(self, failure) -> Iterator[Request]:
        """Note a failure."""
        self._note(failure.request, error=type(failure.value).__name__)
        yield from self._next(failure.request.meta["chain"])

    def closed(self, _: str) -> None:
        """The WARC is finished, the report written."""
        self.recorder.finish(0)
        assert self.recorder.error is None
        Path(self.order["report"]).write_text(json.dumps(self.got), encoding="utf-8")

    def _note(self, request: Request, **what) -> None:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self.got.append({"method": request.method, "url": request.url, "peak_kib": peak, **what})

    def _next(self, chain: list) -> Iterator[Request]:
        for method, url in chain[:1]:
            yield Request(
                url,
                method=method,
                callback=self.parse,
                errback=self.on_failure,
                dont_filter=True,
                meta={"visit": Visit(role=Role.SOURCE, seed=SEED), "chain": chain[1:]},
            )


def main(order: dict) -> None:
    """Crawl."""
    collection = open_collection(Path(order["folder"]))
    job = Job(
        collection=collection,
        settings=collection.settings,
        seeds=(SEED,),
        scope=Scope(),
        started=datetime.now(UTC),
        run_id="probe",
    )
    settings = Settings()
    settings.setmodule("spiders.settings", priority="project")
    process = AsyncCrawlerProcess(settings)
    task = process.crawl(process.create_crawler(Probe), job=job, order=order)
    process.start(install_signal_handlers=False)
    if isinstance(task, asyncio.Task) and task.exception() is not None:
        raise task.exception()


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
