"""Where a capture is from, as names and values for people."""

from archiver.models.pages import SnapshotPage


def provenance(page: SnapshotPage) -> list[tuple[str, str | None]]:
    """What is known of it; what is not is None."""
    snapshot = page.snapshot
    return [
        ("Address", snapshot.target_uri),
        ("Captured", f"{snapshot.date} (UTC)"),
        ("Given by", snapshot.archived_from),
        ("Status", str(snapshot.status) if snapshot.status is not None else None),
        ("Failure", snapshot.failure),
        ("Redirects to", snapshot.location),
        ("Media type as sent", snapshot.content_type),
        ("Payload digest", page.payload_digest),
        ("SHA-256 of the payload", page.payload_sha256),
        ("Same payload as on", page.refers_to_date),
        ("WARC record", page.record_id),
        ("WARC file", f"{snapshot.warc}, byte {snapshot.offset}, {page.length} bytes, {page.kind}"),
        ("Read by", page.extractor),
        ("Doubts", page.doubts),
    ]
