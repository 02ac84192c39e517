"""The one place through which a crawl writes to its WARCs."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler

from archiver.capture.writer import WarcWriter
from archiver.models.capture import Exchange, Failure, Step, Visit
from archiver.models.frontier import Memory

logger = logging.getLogger(__name__)

_SYNC_SECONDS = 1.0


class Recorder:
    """Writes exchanges, counts them, brings them to the disk each second, and remembers when the disk has failed."""

    def __init__(
        self,
        writer: WarcWriter,
        *,
        warcs: Path,
        memory: Memory,
        on_step: Callable[[Step], None],
        on_error: Callable[[], None],
    ) -> None:
        self.counts: Counter[str] = Counter()
        self.error: OSError | None = None
        self.memory = memory
        self.warcs = warcs
        self.spool = warcs.parent  # large answers lie there, unnamed, until they are written
        self._writer = writer
        self._on_step = on_step
        self._on_error = on_error
        self._timer: asyncio.TimerHandle | None = None
        self._syncing: asyncio.Task[None] | None = None

    def write(self, exchange: Exchange) -> None:
        """Keep an exchange.

        Raises:
            OSError: it could not be kept; nor will any other be.
        """
        if self.error is not None:
            raise self.error
        try:
            is_new = self._writer.write(exchange)
        except OSError as error:
            self.fail_disk(error)
            raise
        self._sync_soon()
        self.counts.update(_counted(exchange, is_new=is_new))
        status = exchange.response.status if exchange.response is not None else None
        _log(exchange, status)
        self._on_step(
            Step(
                target_uri=exchange.target_uri, visit=exchange.visit, status=status, failure=exchange.failure
            )
        )

    @property
    def written(self) -> int:
        """Bytes that the run has added to the archive's WARCs."""
        return self._writer.written

    def had(self, url: str, visit: Visit, status: int) -> None:
        """Note that an answer was there already, and nobody was asked."""
        self.counts["read from the archive"] += 1
        self._on_step(Step(target_uri=url, visit=visit, status=status))

    def fail(self, url: str, visit: Visit, failure: Failure) -> None:
        """Keep the evidence that a page was not asked for, or not to its end."""
        self.write(Exchange(target_uri=url, date=datetime.now(UTC), visit=visit, failure=failure))

    def fail_disk(self, error: OSError) -> None:
        """End the crawl: it does not go on without its WARC."""
        if self.error is None:
            logger.info("cannot write the WARC: %s", error)  # whoever started the crawl says so
            self.error = error
            self._on_error()

    def finish(self, exit_code: int) -> None:
        """Write how it ended and close the file; after an error of the disk, only let go of it."""
        if self._timer is not None:
            self._timer.cancel()
        if self.error is None:
            try:
                self.counts["warc bytes"] = self._writer.written
                self._writer.finish(exit_code=exit_code, counts=dict(sorted(self.counts.items())))
            except OSError as error:
                logger.info("cannot finish the WARC: %s", error)
                self.error = error
        self._writer.close()

    def _sync_soon(self) -> None:
        """Within a second, what was written is on the disk, whether or not more is written."""
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_SYNC_SECONDS, self._start_sync)

    def _start_sync(self) -> None:
        self._timer = None
        self._syncing = asyncio.ensure_future(self._sync())

    async def _sync(self) -> None:
        try:
            await asyncio.to_thread(self._writer.sync)
        except OSError as error:
            self.fail_disk(error)


def _counted(exchange: Exchange, *, is_new: bool) -> dict[str, int]:
    """What an exchange adds to the counts of its crawl."""
    counts = {str(exchange.visit.role): 1}
    if exchange.request:
        counts["requests"] = 1
    if exchange.response is not None:
        counts["bytes"] = len(exchange.response.block)
        counts[f"answers {exchange.response.status // 100}xx"] = 1
    if is_new:
        counts["new"] = 1
    if exchange.unchanged is not None:
        counts["unchanged"] = 1
    if exchange.failure is not None:
        counts[f"failed: {exchange.failure.reason}"] = 1
    return counts


def _log(exchange: Exchange, status: int | None) -> None:
    """A line for those who keep a log."""
    failure = exchange.failure
    told = failure.detail if failure is not None else str(status)
    extra = {
        "url": exchange.target_uri,
        "role": str(exchange.visit.role),
        "status": status,
        "failure": failure.reason if failure is not None else None,
    }
    logger.info("%s: %s", exchange.target_uri, told, extra=extra)


_RECORDERS: WeakKeyDictionary[Crawler, Recorder] = WeakKeyDictionary()


def attach(crawler: Crawler, recorder: Recorder) -> None:
    """Make a recorder known to the parts of a crawl: handlers (one a scheme), robots, spider."""
    _RECORDERS[crawler] = recorder


def recorder_of(crawler: Crawler) -> Recorder:
    """The recorder of a crawl."""
    return _RECORDERS[crawler]
