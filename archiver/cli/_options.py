"""Options that commands share, and what they mean."""

import logging
import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TextIO, TypeVar

import click

from archiver.cli._terminal import safe
from archiver.models.blog import Month

P = ParamSpec("P")
R = TypeVar("R")

_MOST_LINES = 10
_LEVELS = {-1: logging.CRITICAL, 0: logging.ERROR, 1: logging.INFO, 2: logging.DEBUG}
_DURATION = re.compile(r"(\d+(?:\.\d+)?)\s*(s|m|h|d)?")
_SECONDS = {None: 1, "s": 1, "m": 60, "h": 3600, "d": 86400}


class _Harmless(logging.Formatter):
    """Addresses and errors come from strangers: what they say of themselves neither drives a terminal nor breaks a letter."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  # logging's name
        """One line."""
        return safe(super().formatMessage(record))


class _Few(logging.StreamHandler[TextIO]):
    """The first lines, and how many more there were: a letter of a thousand lines is not read."""

    def __init__(self, most: int | None) -> None:
        super().__init__()
        self._left = most  # None: no end
        self._more = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Print a line, or count it."""
        if self._left is not None and self._left <= 0:
            self._more += 1
            return
        super().emit(record)
        if self._left is not None:
            self._left -= 1

    def tell_the_rest(self) -> None:
        """Say how many were not printed."""
        if self._more:
            click.echo(f"… and {self._more} more lines, which -v and the log show.", err=True)


class MonthType(click.ParamType[Month]):
    """A month such as 2019-09; a day is taken for its month."""

    name = "YYYY-MM"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Month:
        """Read it, or say how it is written."""
        if isinstance(value, Month):
            return value
        try:
            return Month.parse(re.sub(r"^(\d{4}-\d\d)-\d\d$", r"\1", str(value)))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class DurationType(click.ParamType[float]):
    """A time span such as 55m, in seconds."""

    name = "DURATION"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read it, or say how it is written."""
        match = _DURATION.fullmatch(str(value).strip().lower())
        if match is None or float(match[1]) <= 0:
            self.fail(f"{value!r} is no time span; write it as 90s, 55m, 36h or 7d", param, ctx)
        return float(match[1]) * _SECONDS[match[2]]


def common(command: Callable[P, R]) -> Callable[..., R]:
    """The options of every command: --archive, -q, -v. The command gets `archive`; logging is set up."""

    @click.option(
        "--archive",
        "-a",
        type=click.Path(path_type=Path),
        default=Path("archive"),
        show_default=True,
        metavar="DIR",
        help="The archive's folder.",
    )
    @click.option("-q", "--quiet", is_flag=True, help="Say nothing unless something is wrong.")
    @click.option("-v", "--verbose", count=True, help="Say more; twice: everything.")
    @wraps(command)
    def wrapped(*args: Any, quiet: bool, verbose: int, **kwargs: Any) -> R:
        level = -1 if quiet else min(verbose, 2)
        handler = _Few(None if verbose else _MOST_LINES)
        handler.setLevel(_LEVELS[level])  # of the handler: Scrapy sets the loggers' own
        logging.basicConfig(handlers=[handler], force=True)
        handler.setFormatter(_Harmless("%(levelname)s %(name)s: %(message)s"))
        click.get_current_context().meta["archiver.quiet"] = quiet
        click.get_current_context().meta["archiver.verbose"] = verbose > 0
        try:
            return command(*args, **kwargs)
        finally:
            handler.tell_the_rest()

    return wrapped


as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
log_option = click.option(
    "--log",
    "log_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Append JSON lines to this file; instead of [log] in collection.toml.",
)
