"""The spider: asks for what `archiver.discover` and `archiver.extract` point at, and finds nothing out by itself."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure as TwistedFailure

from archiver.collection.credentials import read_credentials
from archiver.discover.route import Route
from archiver.models.blog import Month
from archiver.models.capture import Failure, Role, Step, Visit
from archiver.models.errors import OWN_FAULT
from archiver.models.lead import Lead
from archiver.web.url import canonical, resolve
from spiders.following import leads_of_page, page_of, redirection, visit_of
from spiders.handler import DOWNLOAD_ERRORS
from spiders.job import Job, job_from_shell, writer_of
from spiders.probing import Prober
from spiders.reading import Reader
from spiders.recorder import Recorder, attach
from spiders.requests import origin_of
from spiders.rescuing import Rescuer
from spiders.robots import RobotsMiddleware
from spiders.settings import crawl_settings
from spiders.uplink import Uplink
from spiders.uplink import attach as attach_uplink

_PRIORITIES = {
    Role.FRONT: 90,
    Role.SITEMAP: 80,
    Role.FEED: 80,
    Role.LISTING: 70,
    Role.MONTH: 60,
    Role.POST: 50,
    Role.SOURCE: 20,
    Role.REQUISITE: 0,
}
_OF_THE_BLOG = frozenset([Role.FRONT, Role.LISTING, Role.MONTH, Role.FEED, Role.SITEMAP, Role.POST])
_BEYOND_A_LOOK = frozenset([Role.POST, Role.SOURCE, Role.REQUISITE])
_ASKED_EACH_TIME = _OF_THE_BLOG - {Role.POST}
_MAX_REDIRECTS = 10
_OK = 200


class BlogSpider(Spider):
    """Crawls one collection: months, posts, what they cite, and what is needed to look at them."""

    name = "blog"

    def __init__(self, *, job: Job, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.job = job
        today = Month(year=job.started.year, month=job.started.month)
        self.routes = {seed: Route(seed, job.scope, today) for seed in job.seeds}
        self.recorder = Recorder(
            writer_of(job),
            warcs=job.collection.warcs,
            memory=job.known.memory,
            on_step=self._on_step,
            on_error=lambda: self.close_soon("disk"),
        )
        self.reader = Reader(seconds=job.settings.reading.seconds, megabytes=job.settings.reading.memory_mb)
        self.rescuer = Rescuer(
            job.known.lost if job.sources and not job.look_only else (),
            job.settings.rescue,
            reader=self.reader,
            on_fault=self._note_fault,
        )
        self.prober = Prober(
            job.known.probed,
            salt=job.started.isoformat(),
            is_known=lambda url: url in self._seen or url in job.known.captured,
            on_fault=self._note_fault,
        )
        self.faults = 0  # of our own: each costs something that should have been archived
        self.stopped_by: int | None = None  # the signal
        self.reason = ""
        self.exit_code = 1
        self._seen: set[str] = set()
        self._fronts: set[str] = set()
        self._closing: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(
        cls,
        crawler: Crawler,
        *args: Any,
        job: Job | None = None,
        url: str = "",
        archive: str = "archive",
        **kwargs: Any,
    ) -> Self:
        """Scrapy's way to make one. From a shell: `scrapy crawl blog -a url=https://blog.example.org/`."""
        job = job or job_from_shell(Path(archive), url)
        for name, value in crawl_settings(job.settings, read_credentials(job.collection.credentials)).items():
            crawler.settings.set(name, value, priority="spider")
        if job.deadline is not None:
            crawler.settings.set("CLOSESPIDER_TIMEOUT", job.deadline, priority="spider")
        spider = super().from_crawler(crawler, *args, job=job, **kwargs)
        attach(crawler, spider.recorder)
        witnesses = map(origin_of, (*job.known.answered, *job.seeds))
        attach_uplink(crawler, Uplink(witnesses, on_lost=lambda: spider.close_soon("offline")))
        crawler.signals.connect(spider.on_idle, signal=signals.spider_idle)
        crawler.signals.connect(spider.on_error, signal=signals.spider_error)
        return spider

    def _on_step(self, step: Step) -> None:
        """Something was kept, or was there already."""
        if self.job.max_bytes is not None and self.recorder.written >= self.job.max_bytes:
            self.close_soon("max_bytes")
        self.job.watch(step)

    async def start(self) -> AsyncIterator[Request]:
        """The seeds, and what an earlier crawl left."""
        for seed, route in self.routes.items():
            for request in self._follow(route.start(), Visit(role=Role.FRONT, seed=seed)):
                yield request
        for due in self.job.known.due:
            request_due = self._ask(
                due.lead.url, visit_of(due.lead, due.seed, due.via, due.lead.hop), again=True
            )
            if request_due is not None:
                yield request_due
        for request in self.rescuer.start():
            yield request

    def parse(self, response: Response, **_: Any) -> Iterator[Request]:
        """Ask for what an answer leads to."""
        visit: Visit = response.meta["visit"]
        page = page_of(response, visit)
        target = redirection(response, page)
        if target is not None:
            yield from self._redirect(response, visit, target)
            return
        if visit.role in _OF_THE_BLOG and visit.seed in self.routes:
            route = self.routes[visit.seed]
            content = page if page is not None else response.body
            found = (
                route.follow(visit, response.url, content) if response.status == _OK else route.missed(visit)
            )
            yield from self._follow(found, visit, response.url)
        if response.status == _OK:
            leads = leads_of_page(response, visit, page)
            yield from self._follow(leads, visit, response.url)
        if self.job.settings.politeness.probes:
            yield from self.prober.doubt(response, visit, response.meta["chain"])

    def on_failure(self, failure: TwistedFailure) -> Iterator[Request]:
        """An expected failure was recorded where it happened. What is left is our own fault, and is recorded here."""
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        visit: Visit = request.meta["visit"]
        self._note_fault(failure, request)
        if visit.role in _OF_THE_BLOG and visit.seed in self.routes:
            yield from self._follow(self.routes[visit.seed].missed(visit), visit, request.url)

    def _note_fault(self, failure: TwistedFailure, request: Request) -> None:
        if not isinstance(failure.value, DOWNLOAD_ERRORS) and self.recorder.error is None:
            self.faults += 1
            self.logger.error("%s: our own fault: %r", request.url, failure.value, extra={"url": request.url})
            reason = Failure(reason="internal", detail=repr(failure.value))
            self.recorder.fail(request.url, request.meta["visit"], reason)

    def on_idle(self) -> None:
        """Nothing is under way: the next stage, if there is one. A stage may lead only to what is known already."""
        assert self.crawler.engine is not None
        for seed, route in self.routes.items():
            while leads := route.exhausted():
                requests = list(self._follow(leads, Visit(role=Role.FRONT, seed=seed), seed))
                for request in requests:
                    self.crawler.engine.crawl(request)
                if requests:
                    raise DontCloseSpider

    def on_error(self, failure: TwistedFailure, response: Response) -> None:
        """Reading an answer failed: it is kept, but what it leads to was not asked for."""
        self.faults += 1
        self.logger.error(
            "%s: could not be read: %r", response.url, failure.value, extra={"url": response.url}
        )

    def _follow(self, leads: Iterable[Lead], visit: Visit, via: str | None = None) -> Iterator[Request]:
        most = self.job.settings.storage.requisites_per_page
        wanted = list(self._without_robots(leads, visit.seed))
        others = [lead for lead in wanted if lead.role is not Role.REQUISITE]
        embedded = islice((lead for lead in wanted if lead.role is Role.REQUISITE), most)
        for lead in [*others, *embedded]:
            hops = visit.hops_from_seed + lead.hop if via is not None else ""
            request = self._ask(lead.url, visit_of(lead, visit.seed, via, hops))
            if request is not None:
                yield request

    def _without_robots(self, leads: Iterable[Lead], seed: str) -> Iterator[Lead]:
        """The robots.txt that a route wants to see was fetched before anything else: no need to ask again."""
        robots = self.crawler.get_downloader_middleware(RobotsMiddleware)
        for lead in leads:
            if lead.role is not Role.ROBOTS:
                yield lead
                continue
            visit = Visit(role=Role.ROBOTS, seed=seed)
            text = robots.text_of(lead.url) if robots is not None else None
            route = self.routes[seed]
            yield from route.follow(visit, lead.url, text) if text is not None else route.missed(visit)

    def _ask(
        self, url: str, visit: Visit, *, again: bool = False, chain: tuple[str, ...] = ()
    ) -> Request | None:
        """The request for an address; None where it is not wanted, known, or asked for already."""
        key = canonical(url)
        if visit.role is Role.POST and key in self._fronts and self._wants(visit.role):
            self._fronts.remove(
                key
            )  # the user gave a post's address: it was looked at, and is now read as a post
        elif not self._wants(visit.role) or key in self._seen:
            return None
        if key in self.job.known.captured and not again and visit.role not in _ASKED_EACH_TIME:
            return None
        self._seen.add(key)
        if visit.role is Role.FRONT:
            self._fronts.add(key)
        if resolve("", url) is None:
            self.recorder.fail(url, visit, Failure(reason="unsupported", detail="neither http nor https"))
            return None
        return Request(
            key,
            callback=self.parse,
            errback=self.on_failure,
            dont_filter=True,
            priority=_PRIORITIES[visit.role],
            meta={"visit": visit, "chain": (*chain, key)},
        )

    def _wants(self, role: Role) -> bool:
        if self.job.look_only and role in _BEYOND_A_LOOK:
            return False
        if role is Role.SOURCE:
            return self.job.sources
        return role is not Role.REQUISITE or self.job.settings.storage.requisites

    def _redirect(self, response: Response, visit: Visit, target: str) -> Iterator[Request]:
        chain: tuple[str, ...] = response.meta["chain"]
        if canonical(target) in chain or len(chain) > _MAX_REDIRECTS:
            detail = f"redirected in a circle, or more than {_MAX_REDIRECTS} times"
            self.recorder.fail(response.url, visit, Failure(reason="redirect-loop", detail=detail))
            return
        onward = replace(visit, via=response.url, hops_from_seed=visit.hops_from_seed + "R")
        # Asked for even if it is known: the verdict on what redirects there is as fresh as its target.
        request = self._ask(target, onward, again=True, chain=chain)
        if request is not None:
            yield request

    def close_soon(self, reason: str) -> None:
        """End the crawl: no new requests, those under way are finished."""
        assert self.crawler.engine is not None
        if self._closing is None:
            self._closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason=reason))

    def closed(self, reason: str) -> None:
        """Write how it ended."""
        self.reason = reason
        self.reader.close()
        if self.recorder.error is not None or reason == "offline":
            self.exit_code = 1
        elif self.stopped_by is not None:
            self.exit_code = 128 + self.stopped_by
        else:
            failed = self.job.judge() if reason == "finished" else 0
            self.exit_code = failed or (OWN_FAULT if self.faults else 0)
        self.recorder.finish(self.exit_code)
        if self.recorder.error is not None:
            self.exit_code = 1
