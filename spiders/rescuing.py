"""Asking web archives for lost sources: one request at a time to each, within a budget, and no longer than each allows.

robots.txt is not asked for: it tells crawlers which links not to follow, and here a machine's interface (RFC 7089, CDX) is
asked for single addresses. What an archive says with 429, Retry-After or silence is obeyed instead.
"""

from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Protocol

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure as TwistedFailure

from archiver.collection.settings import RescueSettings
from archiver.discover.mementos.answer import read_answer
from archiver.discover.mementos.asking import is_of, is_sent_on
from archiver.discover.mementos.quest import Quest
from archiver.discover.mementos.standing import stands_for
from archiver.judge.rescue import taken
from archiver.models.capture import Capture, Role, Snapshot, Visit
from archiver.models.memento import AnswerKind, Archive, ListAnswer, Lost, Memento, Taken
from archiver.models.reading import Reading
from archiver.web.numbers import whole_number
from archiver.web.redirect import redirect_target
from spiders.headers import content_type, header_pairs
from spiders.settings import slot_of

_OPEN = 16  # searches at a time: each is brought to its end before the budget is
_FAILURES = 3  # in a row: the archive is down, and left alone until the next crawl
_REDIRECTS = 3  # within one archive
_PRIORITY = 30
_TOO_MANY = 429


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One request to an archive, and for whom."""

    quest: Quest
    archive: Archive
    url: str
    memento: Memento | None = None  # None: a list is asked for
    redirects: int = 0


class Reads(Protocol):
    """Who reads what an archive gives."""

    async def read(self, capture: Capture) -> Reading:
        """What a capture says."""


class Rescuer:
    """Carries out the searches for lost sources."""

    def __init__(
        self,
        lost: tuple[Lost, ...],
        settings: RescueSettings,
        *,
        reader: Reads,
        on_fault: Callable[[TwistedFailure, Request], None],
    ) -> None:
        self._lost = deque(lost)
        self._archives = {archive.name: archive for archive in settings.asked()}
        self._requests, self._tries = settings.requests, settings.tries
        self._reader, self._on_fault = reader, on_fault
        self._lines: dict[str, deque[Errand]] = {name: deque() for name in self._archives}
        self._busy: dict[str, Errand] = {}  # what each archive is asked, or was, until it is read
        self._failures: Counter[str] = Counter()  # in a row
        self._open: list[Quest] = []

    def start(self) -> Iterator[Request]:
        """The first request to each archive."""
        yield from self._go_on()

    async def heard(self, response: Response) -> AsyncIterator[Request]:
        """An archive has answered: what comes next."""
        errand: Errand = response.meta["errand"]
        is_sent_on = self._is_sent_on(errand, response)
        capture = capture_of(response)
        reading = await self._reader.read(capture) if errand.memento is not None and not is_sent_on else None
        del self._busy[errand.archive.name]
        if errand.memento is not None and reading is not None:
            self._take_memento(errand, errand.memento, response, reading)
        elif not is_sent_on:
            self._take_list(errand, response)
        for request in self._go_on():
            yield request

    def failed(self, failure: TwistedFailure) -> Iterator[Request]:
        """An archive has not answered; that was recorded where it happened."""
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        errand: Errand = request.meta["errand"]
        name = errand.archive.name
        del self._busy[name]
        self._on_fault(failure, request)
        if errand.memento is None:
            self._answered(errand, ListAnswer(kind=AnswerKind.UNKNOWN))
        else:
            errand.quest.took(errand.memento, Taken.UNKNOWN)
        self._note_failure(name, at_once=False)
        self._proceed(errand.quest)
        yield from self._go_on()

    def _go_on(self) -> Iterator[Request]:
        """Begin further searches, and ask every archive that waits for nothing."""
        while self._lost and len(self._open) < _OPEN and self._requests > 0:
            self._begin(self._lost.popleft())
        for name, line in self._lines.items():
            if name not in self._busy and line and self._requests > 0:
                self._busy[name] = line.popleft()
                self._requests -= 1
                yield self._request(self._busy[name])

    def _begin(self, lost: Lost) -> None:
        quest = Quest(lost, self._archives, self._tries)
        self._open.append(quest)
        for archive, url in quest.begin():
            self._lines[archive.name].append(Errand(quest=quest, archive=archive, url=url))
        for name, failures in self._failures.items():
            if failures >= _FAILURES:
                self._leave(name)
        self._proceed(quest)

    def _proceed(self, quest: Quest) -> None:
        """The next capture of a search, before all lists of others; or its end."""
        if quest not in self._open or quest.waiting or any(quest is each.quest for each in self._errands()):
            return
        memento = quest.next_memento()
        if memento is None:
            self._open.remove(quest)
            return
        archive = self._archives[memento.archive]
        errand = Errand(quest=quest, archive=archive, url=memento.url, memento=memento)
        self._lines[archive.name].appendleft(errand)

    def _errands(self) -> Iterator[Errand]:
        yield from self._busy.values()
        for line in self._lines.values():
            yield from line

    def _request(self, errand: Errand) -> Request:
        lost = errand.quest.lost
        visit = Visit(
            role=Role.TIMEMAP if errand.memento is None else Role.MEMENTO,
            seed=lost.seed,
            via=lost.via,
            original=lost.url,
            near=lost.near.isoformat(),
            archive=errand.archive,
            memento=errand.memento.url if errand.memento is not None else None,
        )
        return Request(
            errand.url,
            callback=self.heard,
            errback=self.failed,
            dont_filter=True,
            priority=_PRIORITY,
            meta={
                "visit": visit,
                "errand": errand,
                "archive": errand.archive.name,
                "download_slot": slot_of(errand.archive),
            },
        )

    def _is_sent_on(self, errand: Errand, response: Response) -> bool:
        """Whether the archive names another address of its own for what was asked; then that is asked next."""
        target = redirect_target(response.url, response.status, header_pairs(response), None)
        if target is None or errand.redirects >= _REDIRECTS or not is_of(errand.archive, target):
            return False
        if errand.memento is not None and not is_sent_on(errand.archive, errand.quest.lost.url, target):
            return False  # it had captured a redirect
        onward = replace(errand, url=target, redirects=errand.redirects + 1)
        self._lines[errand.archive.name].appendleft(onward)
        return True

    def _take_list(self, errand: Errand, response: Response) -> None:
        lost = errand.quest.lost
        answer = read_answer(
            errand.archive,
            lost.url,
            lost.near,
            status=response.status,
            body=response.body,
            asked=errand.url,
            latest=datetime.now(UTC),
        )
        has_further = self._answered(errand, answer)
        self._note(errand, response, failed=answer.kind is AnswerKind.UNKNOWN and not has_further)
        self._proceed(errand.quest)

    def _answered(self, errand: Errand, answer: ListAnswer) -> bool:
        """Tell the search of a list; whether a further part of it is asked for."""
        further = errand.quest.answered(errand.archive.name, answer)
        if further is not None:
            archive, url = further
            self._lines[archive.name].appendleft(Errand(quest=errand.quest, archive=archive, url=url))
        return further is not None

    def _take_memento(self, errand: Errand, memento: Memento, response: Response, reading: Reading) -> None:
        capture = reading.capture
        what = taken(capture, reading.verdict, reading.location)
        standing = stands_for(capture.visit, response.status, capture.headers, datetime.now(UTC))
        errand.quest.took(memento, what, standing.date if standing is not None else None)
        self._note(errand, response, failed=what is Taken.UNKNOWN)
        self._proceed(errand.quest)

    def _note(self, errand: Errand, response: Response, *, failed: bool) -> None:
        if failed:
            # One that wants a longer pause than we make was not asked again (`spiders.retry`): nor is it now.
            is_overrun = response.status == _TOO_MANY or "Retry-After" in response.headers
            self._note_failure(errand.archive.name, at_once=is_overrun)
        else:
            self._failures[errand.archive.name] = 0

    def _note_failure(self, name: str, *, at_once: bool) -> None:
        self._failures[name] += _FAILURES if at_once else 1
        if self._failures[name] >= _FAILURES:
            self._leave(name)

    def _leave(self, name: str) -> None:
        """Ask an archive no more in this crawl. What waited for it goes on without."""
        self._lines[name].clear()
        for quest in tuple(self._open):
            quest.gave_up(name)
            self._proceed(quest)


def capture_of(response: Response) -> Capture:
    """What an archive gave, as the index will find it."""
    visit: Visit = response.meta["visit"]
    headers = tuple(header_pairs(response))
    standing = stands_for(visit, response.status, headers, datetime.now(UTC))
    snapshot = Snapshot(
        record_id="",
        target_uri=response.url if standing is None else standing.target_uri,
        date=datetime.now(UTC).isoformat(),
        status=response.status,
        content_type=content_type(response),
        payload_digest=None,
        warc="",
        offset=0,
        length=0,
        kind="response",
        archived_from=None if standing is None else response.url,
    )
    # A body that did not come whole is an error, and never comes here.
    promised = whole_number((response.headers.get("Content-Length") or b"").decode("latin-1").strip())
    return Capture(
        snapshot=snapshot,
        visit=visit,
        status=response.status,
        headers=headers,
        payload=response.body,
        entity_length=max(promised or 0, len(response.body)),
    )
