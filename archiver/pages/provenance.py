"""Where a capture is from, and whether it is whole, as names and values for people."""

from archiver.models.attested import Attested
from archiver.models.pages import SnapshotPage


def provenance(page: SnapshotPage, attested: Attested | None, verified: str) -> list[tuple[str, str | None]]:
    """What is known of it; what is not is None. `verified` is when its record was read through, for people: "just now"."""
    snapshot = page.snapshot
    record = attested or Attested(faults=(), agreed=())
    tls = [each for each in record.protocols if each.startswith(("tls/", "ssl/"))]
    return [
        ("Address", snapshot.target_uri),
        ("Captured", f"{snapshot.date} (UTC)"),
        ("Given by", snapshot.archived_from),
        ("Given on", f"{page.creation_date} (UTC)" if page.creation_date else None),
        ("Found on", page.via),
        ("Answered from", record.ip_address),
        ("Protocol", ", ".join(each for each in record.protocols if each not in tls) or None),
        (
            "Secured by",
            " with ".join([*tls, *([record.cipher_suite] if record.cipher_suite else [])]) or None,
        ),
        ("Status", str(snapshot.status) if snapshot.status is not None else None),
        ("Failure", snapshot.failure),
        ("Redirects to", snapshot.location),
        ("Media type as sent", snapshot.content_type),
        ("Cut short", page.truncated),
        ("Verified", _verified(record, page.payload_sha256, verified) if attested is not None else None),
        ("Payload digest", page.payload_digest),
        ("SHA-256 of the payload", page.payload_sha256),
        ("Block digest", record.block_digest),
        ("Same payload as", _same_as(page)),
        ("WARC record", page.record_id),
        ("WARC file", f"{snapshot.warc}, byte {snapshot.offset}, {page.length} bytes, {page.kind}"),
        ("Crawl", page.run_id),
        ("Read by", page.extractor),
        ("Doubts", page.doubts),
    ]


def _verified(record: Attested, known: str | None, when: str) -> str:
    """One line: what the bytes were held against. `known` is the payload's SHA-256 as the database has it."""
    faults, agreed = list(record.faults), list(record.agreed)
    if known is not None and record.payload_sha256 is not None:
        if known.removeprefix("sha256:") == record.payload_sha256:
            agreed.append("payload, sha256")
        else:
            faults.append("has another payload than the one that was read")
    if faults:
        return f"{when}: DAMAGED. The record {'; it '.join(faults)}. See: archiver verify"
    if not agreed:
        return f"{when}: the record is whole, and says no digest to hold it against"
    return f"{when}: the record is whole, and its bytes agree with its digests ({'; '.join(dict.fromkeys(agreed))})"


def _same_as(page: SnapshotPage) -> str | None:
    if page.refers_to_date is None:
        return None
    return f"{page.refers_to_target_uri or 'the capture'}, captured {page.refers_to_date}"
