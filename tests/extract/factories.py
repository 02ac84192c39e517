"""Captures made by hand, so that a test states only what matters to it."""

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
