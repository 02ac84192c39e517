"""Against DNS rebinding: a page elsewhere may let its name point at this machine, and read what is served here."""

import ipaddress
import re
from collections.abc import Mapping
from os import environ
from typing import Any

from datasette.utils.asgi import Response

HOSTS = "ARCHIVER_HOSTS"  # names under which the archive is served on purpose, apart by commas; `*`: any
_LOCAL = frozenset(["localhost", "localhost.localdomain"])
# What goes into addresses and policies of answers is a host and a port (RFC 3986, 3.2.2), or nothing.
_HOST = re.compile(r"(?:[a-z0-9._-]{1,255}|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?")


def is_welcome(scope: Mapping[str, Any], allowed: str | None = None) -> bool:
    """Whether a request came under a name of this machine: an IP address, `localhost`, or one that the user named."""
    named = environ.get(HOSTS, "") if allowed is None else allowed
    names = {name.strip().lower() for name in named.split(",") if name.strip()}
    hosts = [value for key, value in scope.get("headers", ()) if key == b"host"]
    if not hosts:
        return True  # no browser leaves it out
    said = hosts[0].decode("latin-1").strip().lower()
    if len(hosts) > 1 or not _HOST.fullmatch(said):
        return False
    host = _name(said)
    return bool({"*", host} & (names | _LOCAL)) or _is_address(host) or host.endswith(".localhost")


def is_readable(scope: Mapping[str, Any]) -> bool:
    """Whether the address that is asked for is one: ASCII, the rest escaped (RFC 3986, 2)."""
    return bool((scope.get("raw_path") or b"").isascii())


def refusal() -> Response:
    """What the others are told."""
    return Response.text(
        f"This name is not one under which the archive is served. Whoever serves it can allow it: {HOSTS}=name",
        status=421,
    )


def _name(host: str) -> str:
    """Without the port."""
    if host.startswith("["):
        return host.partition("]")[0].removeprefix("[")
    return host.rpartition(":")[0] if host.count(":") == 1 else host


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
