"""What one crawl is asked to do: a value, made by whoever starts it."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from archiver.capture.exchange import warc_date
from archiver.capture.manifest import Manifest
from archiver.capture.writer import WarcWriter
from archiver.collection.folder import Collection, create_collection, is_collection, open_collection
from archiver.collection.settings import Settings
from archiver.collection.template import render
from archiver.models.capture import RunRecord, Step
from archiver.models.errors import SettingsError
from archiver.models.frontier import Known
from archiver.models.lead import Scope
from spiders.settings import user_agent


def _ignore(_: Step) -> None:
    """Nobody watches."""


def _no_fault() -> int:
    """Whatever came is a result."""
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One crawl of one collection."""

    collection: Collection
    settings: Settings
    seeds: tuple[str, ...]
    scope: Scope
    started: datetime  # UTC
    run_id: str
    known: Known = field(default_factory=Known)  # what earlier crawls captured, and what they left
    sources: bool = True
    look_only: bool = False  # months and their pages, but no posts
    deadline: float | None = None  # seconds
    max_bytes: int | None = None  # that the run may add to the WARCs: then it ends, as at its deadline
    watch: Callable[[Step], None] = _ignore
    judge: Callable[[], int] = (
        _no_fault  # asked at the end of a finished crawl for its exit code, which the WARC keeps
    )


def writer_of(job: Job) -> WarcWriter:
    """The WARC writer of a crawl. Its settings go into `warcinfo`: they cannot be recomputed."""
    job.collection.warcs.mkdir(exist_ok=True)  # a collection may be a collection.toml that somebody wrote
    return WarcWriter(
        job.collection.warcs,
        run=RunRecord(
            run_id=job.run_id,
            warc="",
            started=warc_date(job.started),
            settings=job.collection.toml.read_text(encoding="utf-8"),
        ),
        info=[
            (
                "software",
                f"archiver/{version('archiver')} warcio/{version('warcio')} scrapy/{version('scrapy')}",
            ),
            ("operator", job.settings.politeness.contact or None),
            ("robots", "obey"),
            ("http-header-user-agent", user_agent(job.settings.politeness.contact)),
        ],
        manifest=Manifest(job.collection.manifest),
        memory=job.known.memory,
        algorithms=tuple(job.settings.storage.digests),
        sync_each=job.settings.storage.sync == "record",
        max_bytes=int(job.settings.storage.warc_mb * 1024 * 1024),
    )


def job_from_shell(folder: Path, url: str) -> Job:
    """The job of `scrapy crawl blog`: fetch all of it; `archiver index` reads it afterwards.

    Raises:
        ArchiverError: the folder is no archive, or there is no address.
    """
    if not is_collection(folder) and not url:
        raise SettingsError("which blog? Add -a url=https://blog.example.org/")
    collection = (
        open_collection(folder) if is_collection(folder) else create_collection(folder, render([url]))
    )
    settings = collection.settings
    return Job(
        collection=collection,
        settings=settings,
        seeds=(url,) if url else tuple(settings.blog.seeds),
        scope=settings.scope(),
        started=datetime.now(UTC),
        run_id=str(uuid.uuid4()),
        sources=settings.blog.sources,
    )
