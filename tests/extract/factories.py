"""Captures made by hand, so that a test states only what matters to it."""

import io
import zipfile
from pathlib import Path

from archiver.models.capture import Capture, Role, Snapshot, Visit


def capture(
    body: bytes | str,
    content_type: str | None = "text/html; charset=utf-8",
    *,
    url: str = "https://source.example/2019/ferry",
) -> Capture:
    """Make a capture of a body, as if it had been fetched on the first day of 2026."""
    return Capture(
        snapshot=Snapshot(
            record_id="urn:uuid:00000000-0000-0000-0000-000000000000",
            target_uri=url,
            date="2026-01-01T00:00:00Z",
            status=200,
            content_type=content_type,
            payload_digest=None,
            warc="made.warc.gz",
            offset=0,
            length=0,
            kind="response",
        ),
        visit=Visit(role=Role.SOURCE, seed="https://blog.example/"),
        payload=body if isinstance(body, bytes) else body.encode(),
    )


def packed(members: dict[str, str | bytes]) -> bytes:
    """Pack an archive; a member `mimetype` comes first and is stored as it is, as books and OpenDocument want it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members, key=lambda name: (name != "mimetype", name)):
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), members[name], how)
    return out.getvalue()


def body_of(path: Path) -> bytes:
    """Read the body of a case: a file, or a folder whose files are the members of an archive."""
    if path.is_file():
        return path.read_bytes()
    members = {
        part.relative_to(path).as_posix(): part.read_bytes() for part in path.rglob("*") if part.is_file()
    }
    return packed(
        {name: text.rstrip(b"\n") if name == "mimetype" else text for name, text in members.items()}
    )
