"""A web archive of a test, and what it says."""

import json
from datetime import UTC, datetime

from archiver.discover.mementos.answer import read_answer
from archiver.models.memento import Archive, ListAnswer, ListKind, Memento

URL = "http://a.example/b?x=1"
NEAR = datetime(2014, 3, 15, tzinfo=UTC)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
DIGEST = "A" * 32


def archive(kind: ListKind, name: str = "the Archive") -> Archive:
    """An archive at one host."""
    return Archive(
        name=name,
        kind=kind,
        list="https://arx.example/list/{url}",
        raw="https://arx.example/{timestamp}id_/{url}",
    )


def read(kind: ListKind, body: str | bytes, status: int | None = 200) -> ListAnswer:
    """What an archive of this kind says with this."""
    data = body if isinstance(body, bytes) else body.encode()
    return read_answer(
        archive(kind), URL, NEAR, status=status, body=data, asked="https://arx.example/", latest=NOW
    )


def memento(
    timestamp: str, *, status: int | None = None, digest: str | None = None, name: str = "the Archive"
) -> Memento:
    """A capture of that moment."""
    return Memento(
        timestamp=timestamp.ljust(14, "0"),
        archive=name,
        url=f"https://arx.example/{timestamp.ljust(14, '0')}id_/{URL}",
        original=URL,
        status=status,
        digest=digest,
    )


def links(*stamps: str, also: str = "") -> str:
    """A TimeMap."""
    found = [
        f'<{URL}>; rel="original"',
        f'<https://arx.example/list/{URL}>; rel="self"; type="application/link-format"',
    ]
    for stamp in stamps:
        date = (
            datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
        )
        found.append(f'<https://arx.example/{stamp}/{URL}>; rel="memento"; datetime="{date}"')
    return ",\n".join([*found, *([also] if also else [])])


def rows(*found: tuple[str, str, str, str]) -> str:
    """A list as the Internet Archive's index has it."""
    return json.dumps(
        [["timestamp", "original", "mimetype", "statuscode", "digest"]]
        + [[stamp, original, "text/html", status, digest] for stamp, original, status, digest in found]
    )
