"""What `init`, `crawl` and `demo` share: from an order to a collection that is crawled and indexed."""

import errno
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from archiver.capture.manifest import Manifest
from archiver.capture.mending import mend
from archiver.capture.reader import read_captures
from archiver.cli._complaints import NoBlogError, complain, is_no_blog
from archiver.cli._order import Order
from archiver.cli._overseeing import overseen
from archiver.cli._reading import read_fetched
from archiver.cli._terminal import progress
from archiver.collection.folder import (
    Collection,
    create_collection,
    discard_collection,
    is_collection,
    open_collection,
)
from archiver.collection.settings import Settings
from archiver.collection.template import render
from archiver.index import index
from archiver.judge.reading import read
from archiver.models.blog import Look, Month
from archiver.models.capture import Capture, Role, Step
from archiver.models.errors import OWN_FAULT, ArchiverError
from archiver.models.frontier import Due, Known
from archiver.models.lead import Scope
from archiver.models.views import Balance
from archiver.operations.ending import Ending
from archiver.search.balance import balance
from archiver.store.database import opened
from archiver.store.frontier import known
from archiver.store.memory import DatabaseMemory
from archiver.store.store import Store
from archiver.workers.starting import prepare
from spiders.job import Job
from spiders.run import CrawlResult, run

_SEED_ROLES = frozenset([Role.FRONT, Role.MONTH])
_FULL = frozenset([errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
_ANSWERED = frozenset([*range(200, 300), 304])


@dataclass(frozen=True, slots=True, kw_only=True)
class Crawled:
    """How an order was carried out."""

    collection: Collection
    result: CrawlResult
    exit_code: int
    balance: Balance
    look: Look | None = None


@dataclass(slots=True)
class _Watcher:
    """Counts what is written, and remembers how the blog itself answered."""

    show: Callable[[str], None]
    counts: dict[Role, int] = field(default_factory=dict)
    fronts: dict[str, Step] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)

    def __call__(self, step: Step) -> None:
        role, seed = step.visit.role, step.visit.seed
        self.counts[role] = self.counts.get(role, 0) + 1
        if step.visit.via is None and role in _SEED_ROLES:
            self.fronts[seed] = step
        if role in _SEED_ROLES and step.failure is None and step.status in _ANSWERED:
            self.answered.add(seed)
        parts = [f"{self.counts[name]} {word}" for name, word in _WORDS.items() if name in self.counts]
        self.show(" · ".join(parts) + f"   [dim]{_short(step.target_uri)}[/dim]")

    def silent(self, seeds: tuple[str, ...]) -> list[str]:
        """The blogs that did not answer."""
        return [seed for seed in seeds if seed not in self.answered]


_WORDS = {
    Role.MONTH: "month pages",
    Role.POST: "posts",
    Role.SOURCE: "sources",
    Role.REQUISITE: "files",
    Role.TIMEMAP: "web archives asked",
    Role.MEMENTO: "captures of theirs",
}


def carry_out(folder: Path, order: Order, *, toml: str | None = None) -> Crawled:
    """Crawl and index; make the collection if there is none. A collection that stays empty is taken back.

    `toml` is the text of a new collection's settings, where the template with its defaults is not enough.

    Raises:
        ArchiverError: there is nothing to crawl, the blog does not answer, or is none.
    """
    started = datetime.now(UTC)
    order.check(Month(year=started.year, month=started.month))
    created = bool(order.urls) and not is_collection(folder)
    if created:
        collection = create_collection(folder, toml or render(list(order.urls)))
    else:
        collection = open_collection(folder)
        collection.settings  # noqa: B018  # refuse broken settings before anything is written
    try:
        with collection.lock(wait=order.wait), _overseen(collection, order, started) as end:
            crawled = _crawl(collection, order, started, created=created)
            end.exit_code, end.counts, end.balance = crawled.exit_code, crawled.result.counts, crawled.balance
    except ArchiverError as error:
        # What was fetched stays, whatever failed then; unless it was no blog.
        if created and (isinstance(error, NoBlogError) or not any(map(_has_bytes, collection.warc_files()))):
            discard_collection(collection)
        raise
    if created and toml is None and crawled.look is not None and crawled.look.title:
        collection.toml.write_text(render(list(order.urls), crawled.look.title), encoding="utf-8")
    return crawled


def _overseen(collection: Collection, order: Order, started: datetime) -> AbstractContextManager[Ending]:
    """A look is nobody's business."""
    if order.look_only:
        return nullcontext(Ending(archive="", started=started))
    return overseen(collection, started)


def remarks(crawled: Crawled) -> Iterator[str]:
    """What the user should know of a crawl that did not simply end well."""
    reason, code = crawled.result.reason, crawled.exit_code
    if reason == "shutdown":
        yield "stopped. What was fetched is kept; the next crawl goes on from there."
    elif reason == "max_bytes":
        yield "as much was fetched as a run may. The next crawl goes on from there."
    elif reason == "offline":
        yield "nobody answers, not even hosts that did before: our own network is down. The next crawl goes on from here."
    elif reason == "closespider_timeout":
        yield "the deadline has come. What was fetched is kept; the next crawl goes on from there."
    if code == OWN_FAULT:
        yield "some pages could not be archived through our own fault. `archiver status` counts them as unknown."


def _crawl(collection: Collection, order: Order, started: datetime, *, created: bool) -> Crawled:
    settings = order.settings(collection.settings)
    prepare()
    mend(collection.warcs, Manifest(collection.manifest))
    if collection.warc_files():
        with progress("reading what is new in the WARCs"):
            index(collection)
    seeds, scope = order.urls or tuple(settings.blog.seeds), order.scope(settings)
    with Store(collection.database) as store:
        rescue = settings.rescue
        plan = known(
            store, started, most=most_of(order, settings), archives=rescue.asked(), tries=rescue.tries
        )
        plan = _within(plan, seeds, scope)
    with progress("asking the blog") as status, opened(collection.database) as db:
        watcher = _Watcher(lambda text: status.update(text) if status is not None else None)
        is_whole = not (order.everything or order.urls or scope.is_bounded or scope.limit)
        memory = DatabaseMemory(db, collection.warcs, started, every_list=not is_whole)
        max_mb = settings.schedule.max_mb
        job = Job(
            collection=collection,
            settings=settings,
            seeds=seeds,
            scope=scope,
            started=started,
            run_id=str(uuid.uuid4()),
            known=replace(plan, memory=memory),
            sources=order.sources and settings.blog.sources,
            look_only=order.look_only,
            deadline=order.deadline,
            max_bytes=int(max_mb * 1024 * 1024) or None,
            watch=watcher,
            judge=lambda: int(bool(watcher.silent(seeds))),
        )
        result = _run(job)
    with progress("reading what was fetched"):
        report = read_fetched(collection, is_stopped=result.reason == "shutdown")
    kept = balance(collection.database, now=datetime.now(UTC))
    if result.reason == "finished":
        is_empty = created and is_no_blog(kept, order, scope)
        complain(seeds, watcher.silent(seeds), watcher.fronts, kept, is_empty=is_empty)
    look = _look(collection) if created and Role.FRONT in watcher.counts else None
    exit_code = result.exit_code or (OWN_FAULT if report.unread else 0)
    return Crawled(collection=collection, result=result, exit_code=exit_code, balance=kept, look=look)


def most_of(order: Order, settings: Settings) -> int | None:
    """How many sources captured before may be asked for; None: as many as it takes to see each in time."""
    return sys.maxsize if order.everything else settings.schedule.sources or None


def _within(plan: Known, seeds: tuple[str, ...], scope: Scope) -> Known:
    """What earlier crawls left, as far as this one is to fetch it. Bounds on posts are kept by the route."""

    def is_wanted(due: Due) -> bool:
        if due.seed not in seeds:
            return False
        if due.lead.role is not Role.POST:
            return True
        is_free = not scope.is_bounded and scope.limit is None
        return is_free or (scope.limit is None and due.lead.month is not None and scope.wants(due.lead.month))

    return replace(
        plan,
        due=tuple(due for due in plan.due if is_wanted(due)),
        lost=tuple(lost for lost in plan.lost if lost.seed in seeds),
    )


def _run(job: Job) -> CrawlResult:
    try:
        result = run(job)
    except OSError as error:
        raise ArchiverError(_disk(job.collection.folder, error)) from error
    if result.error is not None:
        raise ArchiverError(_disk(job.collection.folder, result.error))
    return result


def _disk(folder: Path, error: OSError) -> str:
    """What happened to the disk, and what now. A crawl does not go on without its WARC."""
    what = f"{folder}: cannot be written: {error.strerror or error}. The crawl was stopped"
    if error.errno == errno.ENOENT:
        return (
            f"{what}: its WARC is gone from its folder. Put back what was moved, and run the command again."
        )
    advice = "Make room" if error.errno in _FULL else "See to the disk"
    return f"{what}; what it had kept is safe. {advice} and run the command again: it goes on from there."


def _look(collection: Collection) -> Look | None:
    """What the blog's front page says of it."""
    for path in collection.warc_files():
        for item, _ in read_captures(path):
            if isinstance(item, Capture) and item.visit.role is Role.FRONT and (found := read(item).look):
                return found
    return None


def _has_bytes(path: Path) -> bool:
    return path.stat().st_size > 0


def _short(url: str, width: int = 60) -> str:
    plain = url.replace("[", "(").replace("]", ")")  # rich reads brackets as markup
    return plain if len(plain) <= width else plain[: width - 1] + "…"
