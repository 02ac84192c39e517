"""The captures of an address as mementos (RFC 7089): what a TimeMap lists, what a TimeGate chooses among."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from sqlite_utils import Database

from archiver.store.address import address
from archiver.store.database import opened
from archiver.store.dates import instant
from archiver.store.rows import every

_SCHEME = re.compile(r"(https?):/+", re.IGNORECASE)  # of two slashes proxies leave one
_MOST_ALIKE = 20_000  # addresses of a host among which one that is spelled alike is looked for
_MOST_SPELLINGS = 500


@dataclass(frozen=True, slots=True)
class Memento:
    """One capture that came whole."""

    id: int
    date: datetime


@dataclass(frozen=True, slots=True)
class Around:
    """A memento among the others of its address."""

    first: Memento
    last: Memento
    before: Memento | None
    after: Memento | None


def mementos(path: Path, url: str) -> list[Memento]:
    """The captures of an address, the oldest first; failures are none.

    Where there is none under this spelling, those of one that other archives take for the same: with the other scheme, without
    `www.`, with the slash at the end or without it, in other letters, its parameters in another order.
    """
    url = whole(url)
    with opened(path) as db:
        return _of(db, [address(url)]) or _of(db, _alike(db, url)[:_MOST_SPELLINGS])


def around(found: Sequence[Memento], snapshot_id: int) -> Around | None:
    """The first and last of some mementos, and those beside one; None where it is not among them."""
    at = next((number for number, each in enumerate(found) if each.id == snapshot_id), None)
    if at is None:
        return None
    return Around(
        first=found[0],
        last=found[-1],
        before=found[at - 1] if at else None,
        after=found[at + 1] if at + 1 < len(found) else None,
    )


def nearest_to(found: list[Memento], wanted: datetime | None) -> Memento:
    """The one that a TimeGate gives: the nearest to a moment, the last one without."""
    if wanted is None:
        return found[-1]
    return min(found, key=lambda each: (abs(each.date - wanted), each.id))


def whole(url: str) -> str:
    """An address as it was meant, where its scheme was left out or has lost a slash on its way.

    >>> whole("a.example/b"), whole("https:/a.example/b")
    ('http://a.example/b', 'https://a.example/b')
    """
    found = _SCHEME.match(url)
    return f"{found[1].lower()}://{url[found.end() :]}" if found else f"http://{url}"


def _of(db: Database, urls: Sequence[str]) -> list[Memento]:
    marks = ", ".join("?" * len(urls))
    rows = every(db, _CAPTURES.format(marks=marks), *urls)
    return [Memento(row["id"], date) for row in rows if (date := instant(row["date"])) is not None]


def _alike(db: Database, url: str) -> list[str]:
    """The addresses that are spelled much like one."""
    wanted = _key(address(url))
    return [
        each
        for start in _beginnings(address(url))
        for each in _beginning_with(db, start)
        if _key(each) == wanted
    ]


def _key(url: str) -> tuple[str, str, tuple[str, ...]]:
    """What is left of an address when spelling does not count; urls of CDX files are compared so, too."""
    try:
        parts = urlsplit(url.lower())
    except ValueError:
        return url, "", ()
    return parts.netloc.removeprefix("www."), parts.path.rstrip("/"), tuple(sorted(parts.query.split("&")))


def _beginnings(url: str) -> Iterator[str]:
    host = _key(url)[0]
    return (f"{scheme}://{www}{host}/" for scheme in ("http", "https") for www in ("", "www.") if host)


def _beginning_with(db: Database, start: str) -> Iterator[str]:
    return (row["url"] for row in every(db, _HOST, start, f"{start[:-1]}0", _MOST_ALIKE))


_CAPTURES = """
SELECT id, date FROM snapshots WHERE url IN ({marks}) AND failure IS NULL AND kind != 'metadata' AND status IS NOT NULL ORDER BY date, id
"""
_HOST = "SELECT DISTINCT url FROM snapshots WHERE url >= ? AND url < ? LIMIT ?"  # "0" comes after "/"
