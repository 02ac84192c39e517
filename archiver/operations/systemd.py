"""A service and its timer for systemd 244 and later (systemd.service(5), systemd.exec(5), systemd.timer(5))."""

import re

from archiver.operations.schedule import Schedule

_NOT_OF_A_NAME = re.compile(r"[^A-Za-z0-9_-]+")

_SERVICE = """\
[Unit]
Description=Archive a blog and what it cites: {shown}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
{user}ExecStart=:{command}
Restart=no
# SIGTERM lets a crawl finish what is under way, and read what it fetched for half a minute; only the crawl itself
# is asked, since its readers would take it for a crash.
KillMode=mixed
TimeoutStopSec=120
# Stopped so, it is no failure.
SuccessExitStatus=143
Nice=10
# One document that takes too much costs its reader, not the crawl.
OOMPolicy=continue
MemoryMax={memory}

# What a crawl does not need, it cannot do.
NoNewPrivileges=yes
{privileged}LockPersonality=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallErrorNumber=EPERM
"""
# The service manager of a user cannot give these: it has no privileges to take away.
_PRIVILEGED = """\
AmbientCapabilities=
CapabilityBoundingSet=
PrivateDevices=yes
{tmp}ProtectClock=yes
ProtectControlGroups=yes
ProtectHome=read-only
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
ProtectSystem=strict
ReadWritePaths={writable}
RemoveIPC=yes
RestrictNamespaces=yes
{addresses}"""
_ADDRESSES = """\
# Addresses of private networks are not for strangers' links. The resolver of this machine, and what the settings
# name, may be there: if these move, run `archiver schedule` again.
IPAddressDeny={denied}
IPAddressAllow={allowed}
"""
_TIMER = """\
[Unit]
Description=Archive a blog every night: {shown}

[Timer]
OnCalendar=*-*-* {hour:02d}:{minute:02d}:00
# Not everybody at the same second; and later, when the machine was off at that time.
RandomizedDelaySec=30min
Persistent=true

[Install]
WantedBy=timers.target
"""


def unit_name(schedule: Schedule) -> str:
    """A name for both units: of the archive's folder, and of the one that it lies in."""
    words = [_NOT_OF_A_NAME.sub("-", part).strip("-") for part in schedule.archive.parts[-2:]]
    return "-".join(["archiver", *filter(None, words)])[:200]


def service(schedule: Schedule) -> str:
    """The unit that crawls once."""
    return _SERVICE.format(
        shown=_specifiers(str(schedule.archive)),
        user=f"User={_specifiers(schedule.owner)}\n" if schedule.owner is not None else "",
        command=" ".join(map(_quoted, _words(schedule))),
        memory=schedule.memory,
        privileged=_privileged(schedule) if schedule.owner is not None else "",
    )


def timer(schedule: Schedule) -> str:
    """The unit that starts it."""
    shown = _specifiers(str(schedule.archive))
    return _TIMER.format(shown=shown, hour=schedule.hour, minute=schedule.minute)


def _privileged(schedule: Schedule) -> str:
    folders = [_quoted(str(schedule.archive)), *(_quoted(f"-{path}") for path in schedule.writable)]
    addresses = ""
    if schedule.denied:
        addresses = _ADDRESSES.format(denied=" ".join(schedule.denied), allowed=" ".join(schedule.allowed))
    return _PRIVILEGED.format(
        tmp="PrivateTmp=yes\n" if schedule.has_private_tmp() else "",
        writable=" ".join(folders),
        addresses=addresses,
    )


def _words(schedule: Schedule) -> tuple[str, ...]:
    """The command; systemd refuses a program with quotes or a backslash in its path, and knows nothing of env's arguments."""
    is_refused = any(character in schedule.program[0] for character in "\"'\\")
    return ("/usr/bin/env", *schedule.command) if is_refused else schedule.command


def _quoted(word: str) -> str:
    """A word, quoted where systemd would take it for more or less than it is."""
    text = _specifiers(word).replace("\\", r"\\").replace('"', r"\"")
    is_plain = re.fullmatch(r"[A-Za-z0-9%/._=:@+-]+", text) is not None
    return text if is_plain else f'"{text}"'


def _specifiers(text: str) -> str:
    return text.replace("%", "%%")
