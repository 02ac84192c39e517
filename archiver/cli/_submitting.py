"""What `archiver submit` does around the run itself: the lock, the database, the keys, the WARC that keeps the steps."""

import os
import socket
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote, urlsplit

from archiver.capture.manifest import Manifest
from archiver.capture.mending import mend
from archiver.capture.submissions import fields_of
from archiver.capture.writer import WarcWriter
from archiver.cli._database import database_of
from archiver.cli._errand import Clock, End, Limits, Result
from archiver.cli._handing_over import HandingOver
from archiver.cli._pace import Pace
from archiver.cli._reading import read_fetched
from archiver.cli._signals import Stop, stoppable
from archiver.cli._steps import Steps
from archiver.cli._terminal import progress
from archiver.collection.credentials import read_credentials
from archiver.collection.folder import Collection, open_collection
from archiver.collection.keys import Keys, read_keys
from archiver.collection.settings import Settings
from archiver.index import index
from archiver.judge.submission import Wish
from archiver.models.blog import Month
from archiver.models.errors import ArchiverError, SettingsError
from archiver.models.submission import Agenda, Submission
from archiver.models.views import Reference
from archiver.operations.json_service import JsonService
from archiver.operations.save_page_now import SavePageNow
from archiver.search.find import find
from archiver.store.database import opened
from archiver.store.submissions import planned

_HOME = "https://pypi.org/project/archiver/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What the user asked for on the command line. None means: as `collection.toml` says."""

    ids: tuple[str, ...] = ()
    months: tuple[Month, ...] = ()
    posts: bool = True
    sources: bool = True
    limit: int | None = None
    deadline: float | None = None  # seconds
    wait: float = 0.0  # for the lock


class _Time:
    """The machine's."""

    def __init__(self, stop: Stop) -> None:
        self._stop = stop

    def now(self) -> datetime:
        """The moment."""
        return datetime.now(UTC)

    def wait(self, seconds: float) -> None:
        """Wait, unless an end is wanted."""
        self._stop.wait(seconds)

    def is_stopped(self) -> bool:
        """Whether a signal came."""
        return self._stop.error is not None


class _Keeper:
    """Keeps steps in a WARC, each on the disk before it returns. A run that takes no step leaves no file."""

    def __init__(self, collection: Collection, settings: Settings) -> None:
        self._collection, self._settings = collection, settings
        self._writer: WarcWriter | None = None

    def __call__(self, step: Submission) -> None:
        """Keep one."""
        if self._writer is None:
            self._collection.warcs.mkdir(exist_ok=True)
            self._writer = WarcWriter(
                self._collection.warcs,
                run=None,
                info=[
                    ("software", f"archiver/{version('archiver')} warcio/{version('warcio')}"),
                    ("operator", self._settings.politeness.contact or None),
                    ("description", "what was handed over to Save Page Now, and what came of it"),
                ],
                manifest=Manifest(self._collection.manifest),
                algorithms=tuple(self._settings.storage.digests),
                sync_each=True,
            )
        self._writer.tell(step.url, fields_of(step), step.date)

    def finish(self) -> None:
        """Close the file."""
        if self._writer is not None:
            self._writer.finish(exit_code=0, counts={})


def look(folder: Path, errand: Errand) -> tuple[Agenda, int]:
    """What is to be done, and how many addresses a run may hand over. Nobody is asked, and nothing is changed.

    Raises:
        ArchiverError: there is nothing to look at, or the settings are wrong.
    """
    database = database_of(folder)
    collection = open_collection(folder)
    settings = collection.settings
    agenda = _plan(collection, settings, errand, _references(database, errand), datetime.now(UTC))
    most = min(errand.limit or settings.submit.addresses, max(0, settings.submit.per_day - agenda.today))
    return agenda, most


def submit(folder: Path, errand: Errand, time: Callable[[Stop], Clock] = _Time) -> Result:
    """Hand over what is due.

    Raises:
        ArchiverError: it is off, the keys are missing or not accepted, or the disk refuses.
    """
    collection = open_collection(folder)
    settings = collection.settings
    if not settings.submit.enabled:
        raise SettingsError(
            f"{collection.toml}: Save Page Now is off, since it makes public what is handed over. Look at it with "
            "--dry-run, then set enabled = true under [submit]."
        )
    keys = read_keys(collection, os.environ)
    with collection.lock(wait=errand.wait):
        mend(collection.warcs, Manifest(collection.manifest))
        if collection.warc_files():
            with progress("reading what is new in the WARCs"):
                index(collection)
        references = _references(database_of(folder), errand)
        with stoppable() as stop:
            clock = time(stop)
            agenda = _plan(collection, settings, errand, references, clock.now())
            with _kept(collection, settings) as keep, progress("asking Save Page Now"):
                limits = _limits(settings, errand, clock.now())
                result = _run(collection, agenda, keys, keep, clock, limits)
            error = stop.error
        read_fetched(collection, is_stopped=error is not None)
    if error is not None:
        raise error
    if result.end is End.DENIED:
        raise SettingsError(
            f"Save Page Now does not accept the keys ({result.reason or 'status 401'}). Compare them with those at "
            "https://archive.org/account/s3.php."
        )
    return result


def _run(
    collection: Collection,
    agenda: Agenda,
    keys: Keys,
    keep: Callable[[Submission], None],
    clock: Clock,
    limits: Limits,
) -> Result:
    said = collection.settings.submit
    steps = Steps(address=said.service, memento=said.memento, tell=keep, clock=clock)
    return HandingOver(
        agenda,
        service=_service(collection, keys),
        steps=steps,
        clock=clock,
        pace=Pace(delay=said.delay, per_minute=said.per_minute),
        limits=limits,
        may_be_told=_resolved if _may_be_private(collection.settings) else lambda _: None,
    ).run()


@contextmanager
def _kept(collection: Collection, settings: Settings) -> Iterator[_Keeper]:
    """Where steps are kept."""
    keeper = _Keeper(collection, settings)
    try:
        yield keeper
        keeper.finish()
    except OSError as error:
        raise ArchiverError(
            f"{collection.folder}: cannot be written: {error.strerror or error}. Nothing more was handed over; what was "
            "kept is safe. Make room, or see to the disk, and run the command again."
        ) from error


def _limits(settings: Settings, errand: Errand, started: datetime) -> Limits:
    said = settings.submit
    return Limits(
        addresses=errand.limit or said.addresses,
        per_day=said.per_day,
        sessions=said.sessions,
        fresh=timedelta(days=said.fresh),
        longest_wait=timedelta(seconds=said.longest_wait),
        deadline=started + timedelta(seconds=errand.deadline) if errand.deadline is not None else None,
    )


def _plan(
    collection: Collection,
    settings: Settings,
    errand: Errand,
    references: tuple[Reference, ...],
    now: datetime,
) -> Agenda:
    said = settings.submit
    own = frozenset(each.key for each in read_credentials(collection.credentials).host)
    wish = Wish(
        every=timedelta(days=said.every),
        posts=errand.posts and said.posts,
        sources=errand.sources and said.sources,
        own=own,
    )
    with opened(collection.database) as db:
        return planned(db, now, wish, months=errand.months, only=references)


def _references(database: Path, errand: Errand) -> tuple[Reference, ...]:
    found = [(text, find(database, text)) for text in errand.ids]
    for text, reference in found:
        if reference is None:
            raise SettingsError(
                f"{text!r} is neither a post (p12) nor a source (s7) nor an address in this archive."
            )
    return tuple(reference for _, reference in found if reference is not None)


def _service(collection: Collection, keys: Keys) -> SavePageNow:
    settings = collection.settings
    said = settings.submit
    client = JsonService(
        authorization=keys.authorization,
        user_agent=f"archiver/{version('archiver')} (+{settings.politeness.contact or _HOME})",
        timeout=said.timeout,
        proxy=_proxy(collection),
        secrets=(keys.access, keys.secret),
    )
    return SavePageNow(said.service, client, salt=uuid.uuid4().hex[:12])


def _proxy(collection: Collection) -> str:
    """The proxy of a crawl, with its user and password, where one is set."""
    parts = urlsplit(collection.settings.network.proxy)
    login = read_credentials(collection.credentials).proxy
    if not parts.netloc or not (login.user or login.password):
        return parts.geturl()
    return f"{parts.scheme}://{quote(login.user, safe='')}:{quote(login.password, safe='')}@{parts.netloc}"


def _may_be_private(settings: Settings) -> bool:
    return settings.network.allow_private_addresses or bool(settings.network.allow_networks)


def _resolved(url: str) -> str | None:
    """Why an address is not handed over, by where its name leads: where private networks are crawled, a name does not tell."""
    parts = urlsplit(url)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return "its name leads nowhere now"
    is_public = all(ip_address(str(each[4][0]).partition("%")[0]).is_global for each in found)
    return None if is_public else "it is of a private network"
