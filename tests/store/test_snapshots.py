"""Captures and failures, one row each."""

from collections.abc import Callable

from archiver.models.capture import Role
from tests.store.factories import BLOG, WARC, Readings


def test_a_snapshot_keeps_where_it_lies_and_how_it_came(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """Everything to find the record again, and what its answer was."""
    fold(
        make.any(
            "http://S.example:80/1#x",
            Role.SOURCE,
            status=301,
            location="https://s.example/1#x",
            via=f"{BLOG}a/",
        )
    )

    assert [
        {
            "id": 1,
            "record_id": "<urn:uuid:00000000000000000000000000000001>",
            "target_uri": "http://S.example:80/1#x",
            "url": "http://s.example/1",
            "date": "2026-01-01T00:01:00Z",
            "status": 301,
            "content_type": "text/html",
            "payload_digest": f"sha256:{1:064x}",
            "warc": WARC,
            "offset": 1000,
            "length": 1000,
            "kind": "response",
            "truncated": None,
            "via": f"{BLOG}a/",
            "archived_from": None,
            "creation_date": None,
            "payload_sha256": None,
            "etag": None,
            "last_modified": None,
            "refers_to_target_uri": None,
            "refers_to_date": None,
            "location": "https://s.example/1#x",
            "next_url": "https://s.example/1",
            "seed": BLOG,
            "role": "source",
            "outcome": "archived",
            "reason": None,
            "failure": None,
            "run_id": None,
            "document_id": None,
        }
    ] == rows("snapshots")


def test_a_failure_is_a_snapshot(
    fold: Callable[..., None], rows: Callable[..., list], make: Readings
) -> None:
    """No answer is evidence, too: it has no status, and says what failed."""
    fold(make.failed("https://s.example/", reason="dns"))

    assert [
        {"kind": "metadata", "status": None, "outcome": "unreachable", "failure": "dns: connection refused"}
    ] == rows("snapshots", "kind", "status", "outcome", "failure")
