"""A checked record as the reader would give it: what the database and the CDXJ should say of it."""

from archiver.capture.profiles import is_not_modified
from archiver.models.capture import Snapshot
from archiver.models.checked import Checked


def snapshot_of(record: Checked, original: Checked | None) -> Snapshot:
    """The capture in a record. Of a revisit, `original` is what holds its payload."""
    is_revisit = record.type == "revisit"
    is_unchanged = is_revisit and is_not_modified(record.profile)
    head = original if is_unchanged or (is_revisit and record.status is None) else record
    holder = original if is_revisit else record
    has_both = record.refers_to_target_uri is not None and record.refers_to_date is not None
    return Snapshot(
        record_id=record.record_id or "",
        target_uri=record.target_uri or "",
        date=record.date or "",
        status=304 if is_unchanged else None if head is None else head.status,
        content_type=None if head is None else head.content_type,
        payload_digest=record.payload_digest,
        warc=record.file,
        offset=record.offset,
        length=record.length,
        kind=record.type or "",
        truncated=record.truncated,
        via=record.via,
        archived_from=record.archived_from,
        creation_date=record.creation_date,
        payload_sha256=None if holder is None else holder.payload_sha256,
        etag=None if head is None else head.etag,
        last_modified=None if head is None else head.last_modified,
        refers_to_target_uri=record.refers_to_target_uri if is_revisit and has_both else None,
        refers_to_date=record.refers_to_date if is_revisit and has_both else None,
    )
