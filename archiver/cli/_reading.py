"""What `index` and `rebuild` share: the lock, the progress line, the exit code; and how a crawl reads what it fetched."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import click

from archiver.capture.manifest import Manifest
from archiver.capture.mending import mend
from archiver.cli._terminal import progress, tell
from archiver.collection.folder import Collection, open_collection
from archiver.index import IndexReport, index
from archiver.models.errors import OWN_FAULT

_READING_WHEN_STOPPED = 30.0  # seconds

wait_option = click.option(
    "--wait", type=click.FloatRange(min=0), default=0.0, metavar="SECONDS", help="For the archive's lock."
)


class _EnoughReadError(Exception):
    """A stopped crawl has read long enough."""


class Work(Protocol):
    """`index` or `rebuild`."""

    def __call__(self, collection: Collection, *, watch: Callable[[int], None]) -> IndexReport:
        """Do it."""


def read_warcs(archive: Path, wait: float, work: Work) -> None:
    """Do the work under the archive's lock, tell what was done, end with the right exit code."""
    collection = open_collection(archive)
    with collection.lock(wait=wait), progress("reading") as status:
        mend(collection.warcs, Manifest(collection.manifest))
        report = work(
            collection,
            watch=lambda count: status.update(f"{count} captures read") if status is not None else None,
        )
    stopped = f" {report.stopped} would have taken too long, or too much memory." if report.stopped else ""
    tell(f"{report.captures} captures read.{stopped}")
    click.get_current_context().exit(OWN_FAULT if report.unread else 0)


def read_fetched(collection: Collection, *, is_stopped: bool) -> IndexReport:
    """Read what was fetched. Who stopped the crawl does not wait long; the next crawl reads the rest first."""
    if not is_stopped:
        return index(collection)
    deadline = time.monotonic() + _READING_WHEN_STOPPED

    def watch(_: int) -> None:
        if time.monotonic() >= deadline:
            raise _EnoughReadError

    with suppress(_EnoughReadError):
        return index(collection, watch=watch)
    return IndexReport()
