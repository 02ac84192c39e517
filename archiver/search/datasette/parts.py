"""What of a capture comes out of its WARC: the page made safe, the bytes, the headers, the record; and where it all is from."""

from pathlib import Path

from datasette.utils.asgi import Response

from archiver.models.attested import Attested
from archiver.models.capture import Capture
from archiver.models.frontier import Place
from archiver.models.pages import SnapshotPage
from archiver.pages.links import Links
from archiver.replay.finding import Use
from archiver.replay.headers import Serving, security_headers, serving
from archiver.replay.showing import shown_as
from archiver.search.captures import nearest
from archiver.search.datasette.archives import Served
from archiver.search.records import attested, read_back
from archiver.store.database import opened

_LONGEST = 32 << 20  # bytes of a record, compressed, that are read through while somebody waits
_GZIP = b"\x1f\x8b"
_PLAIN = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def answer(archive: Served, page: SnapshotPage, part: str, links: Links, ours: str) -> Response | None:
    """A part of a capture; None where its record cannot be read. `ours` is where its images and styles may come from."""
    path = archive.warc(page.snapshot.warc)
    if path is None:
        return None
    if part == "record":
        return _record(path, page)
    with opened(archive.path) as db:
        capture = read_back(db, archive.warcs, Place(warc=page.snapshot.warc, offset=page.snapshot.offset))
    if capture is None:
        return None
    if part == "headers":
        return Response.text(_headers(capture), headers=dict(_PLAIN))
    return _content(archive, page, capture, links, ours) if part == "content" else _download(capture)


def kind_of(archive: Served, page: SnapshotPage) -> Serving | None:
    """As what a capture is shown; None where its record cannot be read."""
    place = Place(warc=page.snapshot.warc, offset=page.snapshot.offset)
    with opened(archive.path) as db:
        capture = read_back(db, archive.warcs, place)
    return None if capture is None else serving(capture.payload, page.snapshot.content_type)[0]


def attest(archive: Served, page: SnapshotPage) -> Attested | None:
    """What the record of a capture says, and whether it is whole; None where it is not there, or too long to be read for a page."""
    if page.length > _LONGEST:
        return None
    with opened(archive.path) as db:
        place = Place(warc=page.snapshot.warc, offset=page.snapshot.offset)
        return attested(db, archive.warcs, place)


def missing(archive: Served, page: SnapshotPage) -> str:
    """Why the record of a capture cannot be read; empty where it can."""
    warc = page.snapshot.warc
    if archive.warc(warc) is not None:
        return ""
    return f"The WARC {warc} is not beside the database: what was captured cannot be shown, only what was read in it."


def _content(archive: Served, page: SnapshotPage, capture: Capture, links: Links, ours: str) -> Response:
    """What was captured, made safe to look at: without scripts, and with nothing from outside the archive."""
    kind, media_type = serving(capture.payload, page.snapshot.content_type)
    headers = security_headers(kind, ours, media_type=media_type)
    if kind is Serving.DOWNLOAD:
        return _download(capture)

    with opened(archive.path) as db:

        def find(url: str, use: Use) -> str | None:  # noqa: ARG001 -- a link stays within the frame
            found = nearest(db, url, page.snapshot.date)
            return None if found is None else links.part(found, "content")

        sent, url = page.snapshot.content_type, page.snapshot.target_uri
        body = shown_as(kind, capture.payload, sent, url, find)
    content_type = headers.pop("Content-Type")
    return Response(body, headers=headers, content_type=content_type)


def _record(path: Path, page: SnapshotPage) -> Response | None:
    """The record as it lies in its WARC: a gzip member is a WARC file by itself. None where the file ends before it does, or has another thing there."""
    with path.open("rb") as file:
        file.seek(page.snapshot.offset)
        body = file.read(page.length)
    if len(body) < page.length or not body.startswith(_GZIP):
        return None
    name = f"snapshot-{page.snapshot.id}.warc.gz"
    headers = {**_PLAIN, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, headers=headers, content_type="application/gzip")


def _headers(capture: Capture) -> str:
    lines = [f"HTTP status {capture.status}"] if capture.status is not None else []
    return "\n".join([*lines, *(f"{name}: {value}" for name, value in capture.headers)]) + "\n"


def _download(capture: Capture) -> Response:
    """The payload as it was sent, decoded, under a type that no browser runs."""
    headers = {**_PLAIN, "Content-Disposition": 'attachment; filename="payload"'}
    return Response(capture.payload, headers=headers, content_type="application/octet-stream")
