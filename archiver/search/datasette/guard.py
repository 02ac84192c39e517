"""Against DNS rebinding: a page elsewhere may let its name point at this machine, and read what is served here."""

import ipaddress
from collections.abc import Mapping
from os import environ
from typing import Any

from datasette.utils.asgi import Response

HOSTS = "ARCHIVER_HOSTS"  # names under which the archive is served on purpose, apart by commas; `*`: any
_LOCAL = frozenset(["localhost", "localhost.localdomain"])


def is_welcome(scope: Mapping[str, Any], allowed: str | None = None) -> bool:
    """Whether a request came under a name of this machine: an IP address, `localhost`, or one that the user named."""
    named = environ.get(HOSTS, "") if allowed is None else allowed
    names = {name.strip().lower() for name in named.split(",") if name.strip()}
    hosts = [value for key, value in scope.get("headers", ()) if key == b"host"]
    if "*" in names or not hosts:
        return True  # no browser leaves it out
    host = _name(hosts[0].decode("latin-1"))
    return len(hosts) == 1 and (
        host in _LOCAL or host in names or _is_address(host) or host.endswith(".localhost")
    )


def refusal() -> Response:
    """What the others are told."""
    return Response.text(
        f"This name is not one under which the archive is served. Whoever serves it can allow it: {HOSTS}=name",
        status=421,
    )


def _name(host: str) -> str:
    """Without the port, lower case."""
    host = host.strip().lower()
    if host.startswith("["):
        return host.partition("]")[0].removeprefix("[")
    return host.rpartition(":")[0] if host.count(":") == 1 else host


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
