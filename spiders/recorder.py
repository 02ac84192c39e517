"""The one place through which a crawl writes to its WARCs."""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler

from archiver.capture.writer import WarcWriter
from archiver.models.capture import Exchange, Failure, Visit

logger = logging.getLogger(__name__)


class Recorder:
    """Writes exchanges, counts them, and remembers when the disk has failed."""

    def __init__(
        self, writer: WarcWriter, on_write: Callable[[Exchange], None], on_error: Callable[[], None]
    ) -> None:
        self.counts: Counter[str] = Counter()
        self.error: OSError | None = None
        self._writer = writer
        self._on_write = on_write
        self._on_error = on_error

    def write(self, exchange: Exchange) -> None:
        """Keep an exchange.

        Raises:
            OSError: it could not be kept; nor will any other be.
        """
        if self.error is not None:
            raise self.error
        try:
            self._writer.write(exchange)
        except OSError as error:
            logger.critical("cannot write the WARC: %s", error)
            self.error = error
            self._on_error()
            raise
        self.counts[f"{exchange.visit.role}"] += 1
        if exchange.failure is not None:
            self.counts[f"failed: {exchange.failure.reason}"] += 1
        self._on_write(exchange)

    def fail(self, url: str, visit: Visit, failure: Failure) -> None:
        """Keep the evidence that a page was not asked for, or not to its end."""
        self.write(Exchange(target_uri=url, date=datetime.now(UTC), visit=visit, failure=failure))

    def finish(self, exit_code: int) -> None:
        """Write how it ended and close the file; after an error of the disk, only let go of it."""
        if self.error is None:
            try:
                self._writer.finish(exit_code=exit_code, counts=dict(sorted(self.counts.items())))
            except OSError as error:
                logger.critical("cannot finish the WARC: %s", error)
                self.error = error
        self._writer.close()


_RECORDERS: WeakKeyDictionary[Crawler, Recorder] = WeakKeyDictionary()


def attach(crawler: Crawler, recorder: Recorder) -> None:
    """Make a recorder known to the parts of a crawl: handlers (one a scheme), robots, spider."""
    _RECORDERS[crawler] = recorder


def recorder_of(crawler: Crawler) -> Recorder:
    """The recorder of a crawl."""
    return _RECORDERS[crawler]
