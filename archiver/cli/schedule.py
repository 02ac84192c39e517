"""`archiver schedule`: a crontab line and systemd units for a crawl every night."""

import ipaddress
import os
import pwd
import re
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import click

from archiver.cli._options import common
from archiver.cli._terminal import say
from archiver.collection.credentials import Credentials, read_credentials
from archiver.collection.folder import Collection, open_collection
from archiver.collection.settings import Settings
from archiver.models.errors import ArchiverError
from archiver.operations.crontab import crontab
from archiver.operations.schedule import Schedule
from archiver.operations.systemd import service, timer, unit_name
from spiders.addresses import NAT64, RESERVED, is_public

_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_RESOLVERS = Path("/etc/resolv.conf")
_STUBS = ("127.0.0.53", "127.0.0.54")  # of systemd-resolved
_BASE_MB = 1024  # memory for all but the readers


class TimeType(click.ParamType[tuple[int, int]]):
    """A time of day such as 03:15."""

    name = "HH:MM"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        """Read it, or say how it is written."""
        match = _TIME.fullmatch(str(value).strip())
        if match is None:
            self.fail(f"{value!r} is no time of day; write it as 03:15", param, ctx)
        return int(match[1]), int(match[2])


@click.command("schedule", short_help="Print a crontab line and systemd units for a crawl every night.")
@click.option(
    "--at", type=TimeType(), default="03:17", show_default=True, help="When, in this machine's time."
)
@click.option(
    "--user", "is_own", is_flag=True, help="Units for `systemctl --user`: no root, fewer protections."
)
@click.option(
    "--systemd",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write the two units into this folder instead.",
)
@common
def command(*, archive: Path, at: tuple[int, int], is_own: bool, folder: Path | None) -> None:
    """Print a crontab line, and a service with its timer for systemd: take one of them.

    Paths are absolute and right for this machine and this installation. Nothing is installed.

    \b
    archiver schedule --archive my-archive --at 03:15
    """
    schedule = _schedule(open_collection(archive), at, is_own=is_own)
    name = unit_name(schedule)
    units = {f"{name}.service": service(schedule), f"{name}.timer": timer(schedule)}
    control = "systemctl --user" if is_own else "sudo systemctl"
    home = "~/.config/systemd/user" if is_own else "/etc/systemd/system"
    steps = [f"{control} daemon-reload", f"{control} enable --now {name}.timer"]
    if is_own:
        steps.append("loginctl enable-linger   # so that it runs when you are not logged in, too")
    if folder is not None:
        _write(folder, units)
        say(f"Written to {folder}: {', '.join(units)}. If that is not {home}, copy them there. Then:")
    else:
        click.echo(crontab(schedule))
        for file, text in units.items():
            click.echo(f"# {home}/{file}\n{text}")
    for step in steps:
        say(f"# {step}" if folder is None else f"  {step}")


def _write(folder: Path, units: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in units.items():
            (folder / file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise ArchiverError(f"{folder}: cannot be written: {error.strerror}. Name another folder.") from error


def _schedule(collection: Collection, at: tuple[int, int], *, is_own: bool) -> Schedule:
    settings, credentials = collection.settings, read_credentials(collection.credentials)
    archive = collection.folder.resolve()
    hour, minute = at
    return Schedule(
        program=_program(),
        archive=archive,
        hour=hour,
        minute=minute,
        writable=tuple(_written(archive, settings)),
        denied=()
        if settings.network.allow_private_addresses
        else tuple(str(network) for network in RESERVED),
        allowed=tuple(dict.fromkeys(_allowed(settings, credentials))),
        memory=_memory(settings),
        owner=None if is_own else _owner(archive),
    )


def _program() -> tuple[str, ...]:
    """This installation, by its absolute path."""
    script = Path(sys.executable).parent / "archiver"
    if shutil.which(script) is not None and " " not in str(script):
        return (str(script.absolute()),)
    return (
        str(Path(sys.executable).absolute()),
        "-P",
        "-m",
        "archiver",
    )  # -P: not from whatever folder it is started in


def _owner(archive: Path) -> str:
    number = archive.stat().st_uid
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:  # of another machine
        return str(number)


def _written(archive: Path, settings: Settings) -> Iterator[Path]:
    for text in (settings.log.file, settings.metrics.textfile):
        path = archive / Path(text).expanduser()
        if text and not path.is_relative_to(archive):
            yield path.parent


def _memory(settings: Settings) -> str:
    """What the readers may take together, and something for the crawl; not more than most of the machine."""
    readers = settings.reading.processes or os.cpu_count() or 1
    wanted = _BASE_MB + readers * settings.reading.memory_mb
    there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") >> 20
    return f"{wanted}M" if wanted < there * 3 // 4 else "75%"


def _allowed(settings: Settings, credentials: Credentials) -> Iterator[str]:
    """Addresses that would be denied, and are needed: resolvers, and what the user named."""
    yield from _STUBS
    yield str(NAT64)  # the crawl looks into these itself
    if _RESOLVERS.is_file():
        for line in _RESOLVERS.read_text(encoding="utf-8", errors="replace").splitlines():
            match line.split():
                case ["nameserver", address, *_]:
                    yield from _private(address.partition("%")[0])
    for url in (settings.network.proxy, credentials.ping.url):
        if url:
            yield from _addresses(urlsplit(url).hostname or "")
    yield from settings.network.allow_networks


def _addresses(host: str) -> Iterator[str]:
    """The private addresses of a host, as far as it has any now."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return
    for *_, address in found:
        yield from _private(str(address[0]).partition("%")[0])


def _private(text: str) -> Iterator[str]:
    try:
        if not is_public(ipaddress.ip_address(text)):
            yield text
    except ValueError:
        return
