"""What of a capture comes out of its WARC: the page made safe, the bytes, the headers, the record; and where it all is from."""

import re
from contextlib import closing
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from archiver.capture.decoding import KEPT
from archiver.capture.spool import IN_MEMORY, Spool
from archiver.models.attested import Attested
from archiver.models.capture import Capture
from archiver.models.pages import SnapshotPage
from archiver.pages.links import Links
from archiver.replay.finding import Find, Use
from archiver.replay.frames import frames_of
from archiver.replay.headers import Serving, security_headers, serving
from archiver.replay.showing import shown_as
from archiver.search.captures import Captured, Kept
from archiver.search.datasette.archives import Served
from archiver.search.datasette.held import Held
from archiver.search.datasette.sending import Body, Made, Slice, Unpacked, Whole
from archiver.search.records import attested, payload_back, read_back
from archiver.store.database import opened

_HTML = re.compile(r"html", re.IGNORECASE)
_BEGINNING = 128 * 1024  # bytes of a page in which its frames are named
_TEXT = "text/plain; charset=utf-8"
_LONGEST = 32 << 20  # bytes of a record, compressed, that are read through while somebody waits
_WRITTEN_ANEW = frozenset([Serving.PAGE, Serving.STYLE, Serving.TEXT])
_DRAWING = "image/svg+xml"  # opened by itself it is a document
_GZIP = b"\x1f\x8b"
_PLAIN = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}
# A number means another capture in another archive that is served here tomorrow: browsers ask whether theirs still holds.
_CACHED = {"Cache-Control": "private, no-cache"}
_held = Held()


@lru_cache(maxsize=4)
def _captured(_path: Path, _changed: int) -> Captured:
    return Captured()


def etag(archive: Served, at: Kept, part: str, wanted: str) -> str:
    """What an answer is known by: another one, whenever the archive was written to, or the program is another."""
    state = (
        archive.name,
        archive.changed,
        _state(archive, at),
        at.id,
        at.record_id,
        part,
        wanted,
        version("archiver"),
    )
    return f'"{sha256(repr(state).encode()).hexdigest()[:32]}"'


def answer(
    archive: Served, at: Kept, part: str, links: Links, ours: str, *, is_plain: bool = False
) -> Made | None:
    """A part of a capture; None where its record cannot be read. `ours` is where its images and styles may come from."""
    path = archive.warc(at.warc)
    if path is None:
        return None
    if part == "record":
        return _record(path, at)
    key = (archive.path, archive.changed, _state(archive, at), at.id, part, ours, is_plain)
    return _held.get(key, lambda: _made(archive, at, part, links, ours, is_plain=is_plain))


def is_page(at: Kept) -> bool:
    """Whether a capture is said to be a page."""
    return _HTML.search(at.content_type or "") is not None


def led_to(archive: Served, at: Kept, links: Links) -> str | None:
    """The capture to which a redirect led then, as it is shown; None for what is no redirect, or led out of the archive."""
    if at.next_url is None:
        return None
    with opened(archive.path) as db:
        found = _captured(archive.path, archive.changed).nearest(db, at.next_url, at.date)
        return None if found is None else links.part(found, "content")


def framed(
    archive: Served, at: Kept, links: Links, query: str = ""
) -> tuple[Serving, list[tuple[str, str | None]]] | None:
    """As what a capture is shown, and of a page that consists of frames name and address of each; None where it cannot be read.

    An address is there only where we have the frame.
    """
    with opened(archive.path) as db:
        payload = payload_back(db, archive.warcs, at.place)
        if payload is None:
            return None
        with closing(payload):
            beginning = payload.beginning(KEPT)
        kind, _ = serving(beginning, at.content_type)
        named = frames_of(beginning[:_BEGINNING], at.content_type, at.target_uri) if is_page(at) else ()
        known = _captured(archive.path, archive.changed)
        found: list[tuple[str, str | None]] = []
        for name, url in named:
            kept_as = known.nearest(db, url, at.date)
            found.append(
                (name or url, None if kept_as is None else f"{links.part(kept_as, 'content')}{query}")
            )
        return kind, found


def attest(archive: Served, page: SnapshotPage) -> Attested | None:
    """What the record of a capture says, and whether it is whole; None where it is not there, or too long to be read for a page."""
    if page.length > _LONGEST:
        return None
    return attested(archive.path, archive.warcs, page.snapshot.place)


def missing(archive: Served, page: SnapshotPage) -> str:
    """Why the record of a capture cannot be read; empty where it can."""
    warc = page.snapshot.warc
    if archive.warc(warc) is not None:
        return ""
    return f"The WARC {warc} is not beside the database: what was captured cannot be shown, only what was read in it."


def _state(archive: Served, at: Kept) -> tuple[int, int]:
    """What changes when another file comes to lie where the WARC was."""
    path = archive.warc(at.warc)
    stat = path.stat() if path is not None else None
    return (stat.st_size, stat.st_mtime_ns) if stat is not None else (0, 0)


def _made(archive: Served, at: Kept, part: str, links: Links, ours: str, *, is_plain: bool) -> Made | None:
    with opened(archive.path) as db:
        if part == "headers":
            capture = read_back(db, archive.warcs, at.place)
            return None if capture is None else Made(Whole(_headers(capture)), _TEXT, _PLAIN)
        payload = payload_back(db, archive.warcs, at.place)
        if payload is None:
            return None
        known = _captured(archive.path, archive.changed)

        def find(url: str, use: Use) -> str | None:  # noqa: ARG001 -- a link stays within the frame
            found = known.nearest(db, url, at.date)
            return None if found is None else links.part(found, "content")

        with closing(payload):
            if part == "raw":
                return _download(payload)
            return _content(at, payload, find, ours, is_plain=is_plain)


def _content(at: Kept, payload: Spool, find: Find, ours: str, *, is_plain: bool) -> Made:
    """What was captured, made safe to look at: without scripts, and with nothing from outside the archive."""
    beginning = payload.beginning(KEPT)
    kind, media_type = serving(beginning, at.content_type)
    if kind is Serving.DOWNLOAD:
        return _download(payload)
    headers = security_headers(kind, ours, media_type=media_type) | _CACHED
    content_type = headers.pop("Content-Type")
    if kind not in _WRITTEN_ANEW and media_type != _DRAWING:
        return Made(_body(payload), content_type, headers)

    shown = shown_as(kind, beginning, at.content_type, at.target_uri, find, is_plain=is_plain)
    body = shown if isinstance(shown, bytes) else shown.encode("utf-8", "replace")
    return Made(Whole(body), content_type, headers)


def _body(payload: Spool) -> Body:
    """A short payload in memory, so that its file is let go."""
    if len(payload) <= IN_MEMORY:
        return Whole(payload.beginning(IN_MEMORY))
    return Unpacked(payload.descriptor(), len(payload))


def _record(path: Path, at: Kept) -> Made | None:
    """The record as it lies in its WARC: a gzip member is a WARC file by itself. None where the file ends before it does, or has another thing there."""
    with path.open("rb") as file:
        file.seek(at.offset)
        is_there = file.read(len(_GZIP)) == _GZIP and path.stat().st_size >= at.offset + at.length
    if not is_there:
        return None
    name = f"snapshot-{at.id}.warc.gz"
    headers = {**_PLAIN, "Content-Disposition": f'attachment; filename="{name}"'}
    return Made(Slice(path, at.offset, at.length), "application/gzip", headers)


def _headers(capture: Capture) -> bytes:
    lines = [f"HTTP status {capture.status}"] if capture.status is not None else []
    said = "\n".join([*lines, *(f"{name}: {value}" for name, value in capture.headers)]) + "\n"
    return said.encode("utf-8", "replace")


def _download(payload: Spool) -> Made:
    """The payload as it was sent, decoded, under a type that no browser runs."""
    headers = {**_PLAIN, "Content-Disposition": 'attachment; filename="payload"'}
    return Made(_body(payload), "application/octet-stream", headers)
