"""What a crawl tells those who do not watch it: log, figures, ping. None of them can make it fail."""

import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from archiver.cli._signals import stopped_by
from archiver.cli._terminal import warn
from archiver.collection.credentials import Credentials, read_credentials
from archiver.collection.folder import Collection, is_collection
from archiver.collection.settings import Log
from archiver.models.errors import ArchiverError
from archiver.operations import metrics
from archiver.operations.ending import Ending
from archiver.operations.log import JsonLines
from archiver.operations.ping import Pinger
from archiver.search.balance import balance

logger = logging.getLogger(__name__)

_OURS = ("archiver", "spiders")  # whose loggers tell what is worth a line
_MB = 1024 * 1024


@contextmanager
def logged(folder: Path, asked: Path | None) -> Iterator[None]:
    """Keep a log file while something is done: the one asked for, or the one of the settings."""
    handler = _handler(folder, asked)
    if handler is None:
        yield
        return
    root = logging.getLogger()
    root.addHandler(handler)
    for name in _OURS:
        logging.getLogger(name).setLevel(handler.level)
    try:
        yield
    except ArchiverError as error:
        _note(handler, logging.ERROR, str(error), exit_code=error.exit_code)
        raise
    except KeyboardInterrupt as error:
        _note(handler, logging.WARNING, "stopped by a signal", exit_code=stopped_by(error).exit_code)
        raise
    except Exception as error:
        _note(handler, logging.CRITICAL, f"our own fault: {error!r}", fault=error)
        raise
    finally:
        root.removeHandler(handler)
        handler.close()
        for name in _OURS:
            logging.getLogger(name).setLevel(logging.NOTSET)
        if handler.error is not None:
            warn(
                f"{handler.path}: the log could not be written: {handler.error.strerror}. All else was done."
            )


@contextmanager
def overseen(collection: Collection, started: datetime) -> Iterator[Ending]:
    """Ping, and write figures, around a crawl. Fill in how it ended; of an exception, its exit code is told."""
    settings, credentials = collection.settings, read_credentials(collection.credentials)
    pinger = Pinger(credentials.ping.url, str(uuid.uuid4())) if credentials.ping.url else None
    end = Ending(archive=str(collection.folder.absolute()), started=started)
    logger.info("crawl begun")
    if pinger is not None:
        pinger.start()
    try:
        yield end
    except ArchiverError as error:
        end.exit_code = error.exit_code
        raise
    except KeyboardInterrupt as error:
        end.exit_code = stopped_by(error).exit_code
        raise
    finally:
        end.ended = datetime.now(UTC)
        logger.info("crawl ended", extra={"exit_code": end.exit_code, "counts": end.counts})
        if settings.metrics.textfile:
            _write_metrics(collection, _place(collection.folder, settings.metrics.textfile), end)
        if pinger is not None:
            pinger.end(end.exit_code)


def _write_metrics(collection: Collection, path: Path, end: Ending) -> None:
    if end.balance is None and collection.database.is_file():
        try:
            end.balance = balance(collection.database, now=end.ended or end.started)
        except Exception as error:  # noqa: BLE001  # what broke it is told already, or was the reason to stop
            logger.info("no balance for the figures: %r", error)
    try:
        metrics.write(path, end)
    except OSError as error:
        warn(
            f"{path}: the figures could not be written: {error.strerror or error}. The crawl is not affected."
        )


def _handler(folder: Path, asked: Path | None) -> JsonLines | None:
    """The log's handler. Settings that cannot be read are told of by whoever needs them."""
    said, credentials = Log(), Credentials()
    if is_collection(folder):
        collection = Collection(folder)
        try:
            said, credentials = collection.settings.log, read_credentials(collection.credentials)
        except ArchiverError as error:
            logger.debug("no settings for the log: %s", error)
    path = asked if asked is not None else _place(folder, said.file) if said.file else None
    if path is None:
        return None
    return JsonLines(
        path,
        level=logging.getLevelNamesMapping()[said.level.upper()],
        max_bytes=int(said.max_mb * _MB),
        keep=said.keep,
        secrets=credentials.secrets(),
    )


def _place(folder: Path, text: str) -> Path:
    """A path of the settings: relative ones begin in the archive's folder, wherever cron starts us."""
    return folder.absolute() / Path(text).expanduser()


def _note(
    handler: JsonLines, level: int, message: str, *, exit_code: int = 1, fault: Exception | None = None
) -> None:
    """Into the log only: on the terminal the same is said in its own way."""
    info = (type(fault), fault, fault.__traceback__) if fault is not None else None
    record = logging.LogRecord(__name__, level, __file__, 0, message, None, info)
    record.exit_code = exit_code
    handler.handle(record)
