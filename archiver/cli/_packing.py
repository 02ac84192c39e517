"""What `export wacz`, `export bag` and `export warc` share: what is meant, where it goes, what is told of it."""

import errno
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from archiver.cli._database import database_of
from archiver.cli._options import as_json, common
from archiver.cli._terminal import print_json, progress_bar, say, tell
from archiver.collection.folder import open_collection
from archiver.models.blog import Month
from archiver.models.errors import ArchiverError, SettingsError
from archiver.packing.choosing import Wanted
from archiver.packing.describing import many
from archiver.packing.package import Package, Watch
from archiver.packing.writing import Packed, package, target
from archiver.search.find import find

_ATTACH = "To be attached as it is. It opens at https://replayweb.page/; unzipped, about/index.html says what it holds and how to check it."
_FULL_OR_CLOSED = frozenset([errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EDQUOT])
_CITATION = re.compile(r"c[0-9]{1,18}", re.IGNORECASE)
_MONTH = re.compile(r"\d{4}-\d\d")
Write = Callable[[Package, Path, Watch], Packed]


def packing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The arguments of a package."""
    for decorate in (
        common,
        as_json,
        click.option(
            "--output",
            "-o",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Another name, or a folder to put it in, instead of exports/ in the archive.",
        ),
        click.argument("what", metavar="[WHAT]", required=False),
    ):
        command = decorate(command)
    return command


def pack(
    write: Write, *, archive: Path, what: str | None, output: Path | None, ending: str, as_json: bool
) -> None:
    """Write a package, and say where it is."""
    collection = open_collection(archive)
    wanted = _wanted(database_of(archive), what)
    try:
        with package(collection, wanted, _created()) as made:
            path = target(collection, made.contents, output, ending)
            with progress_bar("packing", made.most) as watch:
                packed = write(made, path, watch)
    except OSError as error:
        elsewhere = " Another place can be named: --output FILE" if error.errno in _FULL_OR_CLOSED else ""
        where = output or collection.folder / "exports" if elsewhere else error.filename or archive
        raise ArchiverError(f"{where}: {error.strerror or error}.{elsewhere}") from error
    if as_json:
        print_json(packed)
        return
    held = ", ".join(
        many(count, what)
        for count, what in (
            (packed.posts, "post"),
            (packed.sources, "source"),
            (packed.captures, "capture"),
            (packed.records, "record"),
        )
    )
    say(f"{packed.path}: {held}, {packed.bytes / 1e6:,.1f} MB")
    if packed.file_sha256 is not None:
        say(f"SHA-256 {packed.file_sha256}")
    if ending == ".wacz":
        tell(_ATTACH)


def _wanted(database: Path, what: str | None) -> Wanted:
    if what is None:
        return None
    if _MONTH.fullmatch(what):
        try:
            return Month.parse(what)
        except ValueError as error:
            raise SettingsError(str(error)) from error
    reference = find(database, what)
    if reference is None and _CITATION.fullmatch(what):
        raise SettingsError(
            f"{what!r} is a place in a post. Name the post (p12) or what is cited there (s7), as archiver show has them."
        )
    if reference is None:
        raise SettingsError(
            f"{what!r} is neither a post (p12) nor a source (s7) nor a month (2019-09) nor an address in this archive. "
            "Find it with: archiver search WORDS"
        )
    return reference


def _created() -> datetime | None:
    """What reproducible builds use (reproducible-builds.org/specs/source-date-epoch); None: the date of the last capture."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds is None:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError(f"SOURCE_DATE_EPOCH={seconds!r} is no number of seconds since 1970.") from error
