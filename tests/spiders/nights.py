"""Nights in which lost sources are looked for, without a network: plan, ask, keep in WARCs, index; the clock is a number.

A source that is dead was found so before the first night. Archives are a table of answers.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from scrapy import Request
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import Response
from twisted.python.failure import Failure as TwistedFailure

from archiver.capture.framing import frame
from archiver.capture.manifest import Manifest
from archiver.capture.writer import WarcWriter
from archiver.collection.archives import ARCHIVES
from archiver.collection.folder import Collection, create_collection
from archiver.discover.mementos.asking import list_address
from archiver.index import index
from archiver.judge.reading import read
from archiver.models.capture import Capture, Exchange, Failure, Role, RunRecord, Visit
from archiver.models.reading import Reading
from archiver.store.frontier import known
from archiver.store.store import Store
from archiver.workers.readers import Readers
from spiders.exchanges import stands_for_answer
from spiders.rescuing import Rescuer
from spiders.responses import from_wire
from tests.whole.conftest import rows

BLOG = "http://blog.example/"
START = datetime(2026, 1, 1, 3, 0, tzinfo=UTC)
TOML = """\
[blog]
seeds = ["http://blog.example/"]

[rescue]
leave_out = ["Arquivo.pt", "the UK Web Archive", "the Library of Congress", "the Australian Web Archive", "the Icelandic Web Archive"]
"""  # so that two are left, each of another kind
POST = """<html><head><title>Tide – The Ledger</title></head><body class="single-post"><article class="post hentry">
<h1 class="entry-title">Tide</h1><time datetime="2014-03-15T08:00:00+00:00">15 March 2014</time>
<div class="entry-content">{}</div></article></body></html>"""


IA, AIT = ARCHIVES[:2]
URL = "http://s.example/ferry"
NEAR = datetime(2014, 3, 15, 8, tzinfo=UTC)
IA_LIST, AIT_LIST = (list_address(each, URL, NEAR) for each in (IA, AIT))


class InProcess:
    """Reads at once."""

    async def read(self, capture: Capture) -> Reading:
        """What it says."""
        return read(capture)


@dataclass
class Nights:
    """A collection, and the web archives that it asks. Answers are raw HTTP, by the address; a missing one is silence."""

    folder: Path
    answers: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    toml: str = TOML
    now: datetime = START
    _runs: int = 0

    def __post_init__(self) -> None:
        self.collection: Collection = create_collection(self.folder / "archive", self.toml)

    def cite(self, *urls: str, date: str = "2014-03-15", path: str = "2014/03/15/tide/") -> None:
        """A post that cites these, captured."""
        links = "".join(f'<p>It is <a href="{url}">said</a> there, and said again here.</p>' for url in urls)
        raw = response(POST.format(links).replace("2014-03-15", date))
        visit = Visit(role=Role.POST, seed=BLOG, via=BLOG, hops_from_seed="L", month="2014-03")
        self.keep([self.exchange(f"{BLOG}{path}", visit, raw)])

    def dies(self, url: str, raw: bytes | None = None) -> None:
        """A source was looked at, and this came; None: no answer."""
        visit = Visit(role=Role.SOURCE, seed=BLOG, via=BLOG, hops_from_seed="L")
        self.keep([self.exchange(url, visit, raw)])

    def exchange(self, url: str, visit: Visit, raw: bytes | None) -> Exchange:
        """One, at this hour."""
        self.now += timedelta(seconds=1)
        answer = frame([raw]).answer() if raw is not None else None
        return Exchange(
            target_uri=url,
            date=self.now,
            visit=visit,
            response=answer,
            failure=None if raw is not None else Failure(reason="timeout", detail="nothing came for 60 s"),
            stands_for=stands_for_answer(visit, answer, self.now),
        )

    def keep(self, exchanges: Iterable[Exchange]) -> None:
        """A crawl that had these, and its index."""
        self._runs += 1
        self.collection.warcs.mkdir(exist_ok=True)
        started = self.now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        out = WarcWriter(
            self.collection.warcs,
            run=RunRecord(run_id=f"run-{self._runs}", warc="", started=started),
            info=[],
            manifest=Manifest(self.collection.manifest),
            now=lambda: self.now,
        )
        for exchange in exchanges:
            out.write(exchange)
        out.finish(exit_code=0, counts={})
        index(self.collection, readers=Readers(processes=0))

    def night(self, *, later: timedelta = timedelta(days=1), requests: int | None = None) -> list[str]:
        """One crawl that does nothing else; gives what was asked."""
        self.now += later
        settings = self.collection.settings.rescue
        if requests is not None:
            settings = settings.model_copy(update={"requests": requests})
        with Store(self.collection.database) as store:
            plan = known(store, self.now, archives=settings.asked(), tries=settings.tries)
        before = len(self.asked)
        kept: list[Exchange] = []
        faults: list[object] = []
        rescuer = Rescuer(
            plan.lost, settings, reader=InProcess(), on_fault=lambda failure, _: faults.append(failure.value)
        )
        asyncio.run(self._run(rescuer, kept))
        self.keep(kept)
        return self.asked[before:]

    async def _run(self, rescuer: Rescuer, kept: list[Exchange]) -> None:
        waiting = list(rescuer.start())
        while waiting:
            assert len({request.meta["archive"] for request in waiting}) == len(
                waiting
            )  # one at a time to each
            request = waiting.pop(0)
            waiting += await self._answer(request, rescuer, kept)

    async def _answer(self, request: Request, rescuer: Rescuer, kept: list[Exchange]) -> list[Request]:
        self.asked.append(request.url)
        raw = self.answers.get(request.url)
        exchange = self.exchange(request.url, request.meta["visit"], raw)
        kept.append(exchange)
        if exchange.response is None:
            failure = TwistedFailure(DownloadTimeoutError("timeout"))
            failure.request = request
            return list(rescuer.failed(failure))
        answer: Response = from_wire(request.url, exchange.response, request.meta["visit"])
        answer.request = request
        return [each async for each in rescuer.heard(answer)]


def response(body: str, status: int = 200, *headers: str) -> bytes:
    """An answer as it comes over the wire."""
    data = body.encode()
    named = "".join(f"{header}\r\n" for header in headers)
    kind = "" if "Content-Type" in named else "Content-Type: text/html; charset=utf-8\r\n"
    return f"HTTP/1.1 {status} So\r\n{named}{kind}Content-Length: {len(data)}\r\n\r\n".encode() + data


GONE = response("gone", 404)


def captured(body: str, timestamp: str, status: int = 200, *headers: str) -> bytes:
    """A memento as an archive gives it."""
    date = datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    told = f"Memento-Datetime: {date:%a, %d %b %Y %H:%M:%S GMT}"
    return response(body, status, told, *headers)


def ia(timestamp: str, url: str = URL) -> str:
    """Where the Internet Archive gives a capture."""
    return IA.raw.format(timestamp=timestamp, url=url)


def ait(timestamp: str) -> str:
    """Where Archive-It does."""
    return AIT.raw.format(timestamp=timestamp, url=URL)


def ia_rows(*found: tuple[str, str, str]) -> bytes:
    """What the index of the Internet Archive says: moment, status, digest."""
    cells = "".join(
        f', ["{stamp}", "{URL}", "text/html", "{status}", "{digest}"]' for stamp, status, digest in found
    )
    return response('[["timestamp", "original", "mimetype", "statuscode", "digest"]' + cells + "]")


def ait_links(*stamps: str, more: str = "") -> bytes:
    """What Archive-It lists."""
    links = [
        f'<{URL}>; rel="original"',
        *(f'<https://wayback.archive-it.org/all/{each}/{URL}>; rel="memento"' for each in stamps),
    ]
    return response(", ".join([*links, *([more] if more else [])]))


def source(nights: Nights) -> tuple[str, str]:
    """What became of the one source, and why."""
    (row,) = rows(nights.collection.database, "SELECT outcome, reason FROM sources")
    return tuple(row.values())


def lost_source(folder: Path) -> Nights:
    """A blog whose one source is gone."""
    made = Nights(folder)
    made.cite(URL)
    made.dies(URL, GONE)
    return made
