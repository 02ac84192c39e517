"""Answers made by hand, so that a test states only what matters to it."""

from archiver.models.capture import Capture, Failure, Role, Snapshot, Visit


def answer(
    body: bytes | str = "",
    *,
    status: int | None = 200,
    content_type: str | None = "text/html; charset=utf-8",
    headers: tuple[tuple[str, str], ...] = (),
    truncated: str | None = None,
    problem: str | None = None,
    failure: str | None = None,
    url: str = "https://source.example/2019/ferry",
) -> Capture:
    """Make a capture of an answer, or of a failure."""
    payload = body if isinstance(body, bytes) else body.encode()
    return Capture(
        snapshot=Snapshot(
            record_id="urn:uuid:00000000-0000-0000-0000-000000000000",
            target_uri=url,
            date="2026-01-01T00:00:00Z",
            status=None if failure else status,
            content_type=content_type,
            payload_digest=None,
            warc="made.warc.gz",
            offset=0,
            length=0,
            kind="metadata" if failure else "response",
            truncated=truncated,
        ),
        visit=Visit(role=Role.SOURCE, seed="https://blog.example/"),
        status=None if failure else status,
        headers=headers,
        payload=payload,
        entity_length=len(payload),
        problem=problem,
        failure=Failure(reason=failure, detail="") if failure else None,
    )


def page(title: str, body: str, head: str = "") -> str:
    """Make a page."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title>{head}</head><body>{body}</body></html>'
    )


def words(count: int) -> str:
    """Make a text of some words in paragraphs, as an article has them."""
    sentence = "The keeper of the ferry wrote down every crossing in a green book ".split()
    running = [sentence[n % len(sentence)] for n in range(count)]
    return "".join(f"<p>{' '.join(running[start : start + 60])}.</p>" for start in range(0, count, 60))
