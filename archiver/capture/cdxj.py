"""CDXJ: which record holds which capture, sorted by address and time (IIPC's CDXJ 1.0). Derived: may be deleted."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from archiver.collection.durable import replacing
from archiver.models.capture import Snapshot
from archiver.web.url import canonical

INDEXED = frozenset(["response", "revisit", "resource"])  # WARC-Types that have a line
_DIGITS = re.compile(r"\D")


def urlkey(url: str) -> str:
    """Sort-friendly form (SURT) of an address: host reversed, lower case, query parameters sorted.

    >>> urlkey("https://www.Example.org:443/a?b=2&a=1")
    'org,example)/a?a=1&b=2'
    """
    parts = urlsplit(canonical(url))
    host = (parts.hostname or "").removeprefix("www.")
    is_name = not host.replace(".", "").isdecimal() and ":" not in host
    key = ",".join(reversed(host.split("."))) if is_name else host
    if parts.port:
        key += f":{parts.port}"
    query = "&".join(sorted(parts.query.lower().split("&"))) if parts.query else ""
    return f"{key}){parts.path.lower()}" + (f"?{query}" if query else "")


def cdxj_line(snapshot: Snapshot) -> str:
    """One line of the index, without its line end. Numbers are strings, as the readers of CDXJ expect."""
    fields = {
        "url": snapshot.target_uri,
        "mime": (snapshot.content_type or "unk").partition(";")[0].strip().lower() or "unk",
        "status": str(snapshot.status or "-"),
        "digest": snapshot.payload_digest or "-",
        "length": str(snapshot.length),
        "offset": str(snapshot.offset),
        "filename": snapshot.warc,
    }
    if snapshot.kind == "revisit":
        fields["mime"] = "warc/revisit"
    timestamp = _DIGITS.sub("", snapshot.date)[:14]
    return f"{urlkey(snapshot.target_uri)} {timestamp} {json.dumps(fields, ensure_ascii=False)}"


def write_cdxj(path: Path, snapshots: Iterable[Snapshot]) -> None:
    """Write the index anew, sorted by code point (`LC_ALL=C`); a reader sees the old file or the new one."""
    with replacing(path, through=stale_mark(path)) as out:
        for line in sorted({cdxj_line(one) for one in snapshots if one.kind in INDEXED}):
            out.write(line + "\n")


def stale_mark(path: Path) -> Path:
    """The file whose presence tells that an index is not up to date: it is being built, or its building was killed."""
    return path.with_name(path.name + ".building")
